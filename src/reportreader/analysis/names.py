"""Names: whether a phrase names a person, a place or an organisation, as far as form can tell."""

import re
from collections import Counter

from reportreader.analysis.characters import HAN
from reportreader.analysis.lexicon import UNKNOWN_TAG, part_of_speech
from reportreader.analysis.wordlists import NOT_ORGANISATIONS, NOT_PLACES

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎"
    "鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛"
    "狄米戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房"
    "解应宗丁宣邓单洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧谷车侯班仇祖武符刘景詹龙叶司黎印白"
    "蒲邰赖卓蔺屠蒙池乔胥苍闻翟谭申冉雍桑桂濮牛寿边燕尚温庄柴瞿阎慕连习艾容向古易廖耿匡国文东欧沃关"
    "简沙丰巢查游权岳肖闫覃佟代付仝涂揭"
)
_DOUBLE_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "夏侯",
    "皇甫",
    "尉迟",
    "令狐",
    "慕容",
    "司徒",
    "东方",
)
_TITLES = (
    "书记|主任|局长|厅长|处长|科长|部长|院长|校长|所长|站长|馆长|县长|市长|区长|镇长|乡长|村长|省长|州长"
    "|主席|总理|总书记|委员|代表|会长|理事长|秘书长|董事长|经理|总裁|教授|博士|院士|专家|医生|老师|记者"
    "|同志|先生|女士|队长|组长|局长|党员|村民|居民|干部|队员|志愿者|负责人|奶奶|爷爷|大爷|大妈|阿姨|叔叔"
)
_NAME = f"(?:(?:{'|'.join(_DOUBLE_SURNAMES)})|[{''.join(sorted(_SURNAMES))}])[{HAN}]{{1,2}}"
_SPEAKING = "说|表示|介绍|告诉|指出|认为|强调|坦言|感慨|笑着"
_NAME_BEHIND_TITLE = re.compile(
    f"(?:{_TITLES})[ \u3000]?({_NAME}?)(?={_SPEAKING}|主持|出席|带领|一行|率|等|[，,、。：:；;（(\\s]|$)"
)
_NAME_BEFORE_TITLE = re.compile(
    f"(?<![{HAN}])({_NAME}?)(?=同志|先生|女士|老师|书记|主任|局长|教授|院士|{_SPEAKING})"
)
_PERSON_TAGS = ("nr", "nrt", "nrfg", UNKNOWN_TAG)

_PLACE_END = re.compile(
    "(?:省|自治区|市|州|盟|旗|县|区|镇|乡|村|屯|街道|社区|街|路|巷|山|河|湖|江|岛|湾|港|新区|开发区|园区|"
    "公园|广场|水库|流域|机场|故居|遗址|景区)$"
)
_SURE_PLACE_END = re.compile("(?:(?<![小城乡集])镇|(?<![困各])县|(?<![下城])乡|旗|(?<![各])街道)$")
_ORGANISATION_END = re.compile(
    "(?:委员会|党委|党组|党工委|支部|总支|工委|纪委|监委|区委|市委|县委|省委|人大|政协|政府|办公室|办事处|"
    "统战部|组织部|宣传部|局|厅|署|侨联|台联|工商联|妇联|残联|总工会|团委|科协|文联|法院|检察院|公司|集团|"
    "企业|大学|学院|中学|小学|幼儿园|医院|卫生院|研究院|研究所|博物馆|图书馆|文化馆|协会|学会|商会|联合会|"
    "基金会|联盟|联合体|合作社|宣讲团|工作队|服务队|志愿队|银行|报社|出版社|派出所)$"
)


def find_people(text: str) -> Counter[str]:
    """Personal names that `text` speaks of as one speaks of persons, with how often it does.

    A name is two to four characters that begin with a surname, stand beside a title or a word for
    speaking, and are no other word.
    """
    people: Counter[str] = Counter()
    for pattern in (_NAME_BEHIND_TITLE, _NAME_BEFORE_TITLE):
        people.update(
            found.group(1)
            for found in pattern.finditer(text)
            if part_of_speech(found.group(1)) in _PERSON_TAGS
        )
    return people


def is_place(phrase: str, words: tuple[str, ...]) -> bool:
    """Whether `phrase` names a place: a known one, or a name with the word for a kind of place."""
    if part_of_speech(phrase).startswith("ns"):
        return True
    if phrase in NOT_PLACES or not _PLACE_END.search(phrase):
        return False
    if len(words) > 1 and _SURE_PLACE_END.search(phrase):
        return True
    return any(part_of_speech(word) in ("ns", "nr", "nrt", "nz", UNKNOWN_TAG) for word in words)


def is_organisation(phrase: str, words: tuple[str, ...]) -> bool:
    """Whether `phrase` names a body: a known one, or a name with the word for a kind of body."""
    if part_of_speech(phrase).startswith("nt"):
        return True
    if phrase in NOT_ORGANISATIONS or not _ORGANISATION_END.search(phrase):
        return False
    return len(phrase) > 2 and (len(words) > 1 or part_of_speech(phrase)[0] in "njx")
