"""Lines of official papers: document number, addressee, salutation, signature, captions."""

from reportreader.structure.line import Unit
from reportreader.structure.patterns import Pattern

_NUMBER = Pattern(
    r"\(?(?P<number>[\u4e00-\u9fffA-Za-z]{0,16}[ ]?[〔\[(【][ ]?(?:19|20)?[0-9]{2}[ ]?[〕\])】][ ]?(?:第)?[ ]?[0-9]{1,5}[ ]?号|[\u4e00-\u9fff]{1,12}字第[ ]?[0-9A-Za-z]{4,14}[ ]?号|"
    r"(?:[\u4e00-\u9fff]{0,30}(?:令|公告))?[ ]{0,3}\(?第?[ ]?(?:[0-9]{1,5}|(?<=第)[一二三四五六七八九十百零〇]{1,6})[ ]?号)\)?$"
)
_NUMBER_AND_MORE = Pattern(
    r"(?P<number>[\u4e00-\u9fffA-Za-z]{1,16}[ ]?[〔\[(【](?:19|20)[0-9]{2}[〕\])】][ ]?(?:第)?[ ]?[0-9]{1,5}[ ]?号)[ ]{1,40}[^ ]{1,12}[: ]?[^ ]{0,12}$"
)
_LABELLED_NUMBER = Pattern(
    r"(?:发文字号|文[ ]{0,4}号|发文文号|文件编号|发文号|公文字号)[ ]?[:][ ]{0,4}(?P<number>[^ ,。;]{4,40}号)"
)
NUMBER_INSIDE = Pattern(
    r"(?:(?<=[ \n)])|^)(?P<number>[\u4e00-\u9fff]{1,12}[〔\[(【](?:19|20)[0-9]{2}[〕\])】][ ]?[0-9]{1,5}[ ]?号)"
)
_NUMBER_BEHIND = Pattern(
    r"\((?P<number>[\u4e00-\u9fff]{1,12}[〔\[【](?:19|20)[0-9]{2}[〕\]】][ ]?(?:第)?[ ]?[0-9]{1,5}[ ]?号)\)$"
)
_ADDRESSEE = Pattern(
    r"(?!.{0,160}(?:如下|以下|根据|决定|指出|表示|为了))(?:(?=.{0,30}各)[^。;!?:]{2,160}"
    r"|[^。;!?:]{1,150}(?:政府|机关|机构|单位|部门|公司|集团|学校|[大中小]学|中心|银行|科室|[部局委办院厅处会站所]|同志|委员|代表|先生|女士|们)):$"
)
_SALUTATION = Pattern(
    r"(?:各位|尊敬的|亲爱的|同志们|女士们|先生们|朋友们|代表们|委员们|老师们|同学们|父老乡亲)[^。;?]{0,50}[:!]$"
)
_CAPTION = Pattern(
    r"(?:图[0-9一二三四五六七八九十]{0,2}[:为 ]|[△▲▼↑↓]|\(?图为|\(?上图|\(?下图|\(?左图|\(?右图|图片说明|图片来源|资料图|.{0,80}(?:摄|供图|资料图|资料照片|报道截图[。]?|视频截图|网页截图)[)。]?$)"
)
_APPROVED = Pattern(r"\(?.{0,40}(?:通过|批准|公布|修订|修正|施行|印发|发布)[ )]{0,2}$")
_OCCASION = Pattern(
    r"(?:—|\(|--|(?:19|20)[0-9]{2}年|第).{0,60}(?:会议|大会|会|仪式|论坛|座谈|活动|晚会|讲座|培训班|全会)上?(?:的(?:讲话|报告|发言|致辞))?[ )]{0,2}$"
)
_GENRES = (
    "通知|意见|决定|办法|报告|方案|规划|条例|公告|通告|批复|函|纪要|讲话|总结|规定|细则|通报|请示|公报|要点|计划|简报|汇报|致辞|发言|讲稿|演讲|"
    "规则|措施|制度|纲要|章程|标准|指南|须知|述职|心得|体会|记录|倡议书|建议书|议案|提案|说明|白皮书|摘要|综述|材料"
)
GENRE_WORD = Pattern(_GENRES)
ENDS_IN_GENRE = Pattern(rf"(?:{_GENRES})(?:\([^()]{{1,12}}\))?$")


def find_number(view: str, unit: Unit) -> tuple[int, int] | None:
    """The document number a line consists of, or that a label introduces."""
    if len(unit) > 120:
        return None
    match = (
        _NUMBER.match(view, unit.start, unit.end)
        or _NUMBER_AND_MORE.match(view, unit.start, unit.end)
        or _LABELLED_NUMBER.search(view, unit.start, unit.end)
    )
    return match.span("number") if match else None


def find_number_behind(view: str, unit: Unit) -> tuple[int, int] | None:
    """The document number in brackets behind the name of a paper."""
    match = _NUMBER_BEHIND.search(view, unit.start, unit.end)
    return match.span("number") if match else None


def is_addressee(view: str, unit: Unit) -> bool:
    """Whether the line names those it is sent to (`各区人民政府：`)."""
    return len(unit) <= 160 and _ADDRESSEE.match(view, unit.start, unit.end) is not None


def is_salutation(view: str, unit: Unit) -> bool:
    """Whether the line greets its hearers (`各位代表：`)."""
    return len(unit) <= 60 and _SALUTATION.match(view, unit.start, unit.end) is not None


def is_caption(view: str, unit: Unit) -> bool:
    """Whether the line describes a picture."""
    return len(unit) <= 70 and _CAPTION.match(view, unit.start, unit.end) is not None


def is_approval(view: str, unit: Unit, start: int) -> bool:
    """Whether the line says from `start` on when and by whom the paper was passed."""
    return _APPROVED.match(view, start, unit.end) is not None


def is_occasion(view: str, unit: Unit) -> bool:
    """Whether the line says on what occasion a speech was given."""
    return 6 <= len(unit) <= 80 and _OCCASION.match(view, unit.start, unit.end) is not None
