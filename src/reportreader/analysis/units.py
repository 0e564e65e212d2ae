"""Measure words and units: what may stand behind a number, and of what dimension it is."""

import re
from enum import StrEnum
from functools import cache

from reportreader.analysis.folding import fold


class Dimension(StrEnum):
    """What kind of quantity a figure is."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    RATIO = "ratio"


_DIMENSIONS = {
    Dimension.MONEY: """
        元 美元 欧元 日元 英镑 港元 港币 澳元 加元 韩元 卢布 人民币 元人民币 台币 新台币 元新台币 块钱 元钱
        """,
    Dimension.PERCENT: "% ‰ 成",
    Dimension.POINTS: "百分点 基点",
    Dimension.DURATION: """
        年 个月 天 周 星期 小时 钟头 分钟 秒 秒钟 岁 周岁 周年 季度 学年 学期 工作日 课时 学时 昼夜 日
        """,
    Dimension.LENGTH: """
        米 公里 千米 厘米 毫米 微米 纳米 分米 里 里路 华里 海里 英里 英寸 寸 尺 丈 km m cm mm
        """,
    Dimension.AREA: """
        平方米 平方公里 平方千米 平方厘米 平方 平米 亩 公顷 ㎡ km2 m2 hm2
        """,
    Dimension.VOLUME: "立方米 立方 方 升 毫升 l ml m3 m³",
    Dimension.MASS: "吨 公斤 千克 克 毫克 微克 斤 kg g mg t",
    Dimension.COUNT: """
        个 名 位 人 人次 户 户次 家 家次 所 间 座 栋 幢 套 台 台次 辆 辆次 部 件 件次 项 项次 条 条次 次 场
        场次 期 批 批次 份 张 幅 册 本 篇 首 支 只 枚 块 片 面 根 棵 株 头 匹 羽 尾 把 双 对 副 盏 扇 门 门次
        节 班 班次 组 队 起 宗 例 例次 处 类 种 款 道 颗 粒 桌 盒 箱 袋 瓶 包 桶 车次 船 艘 架 架次 列 列次
        站 句 段 章 字 倍 员 轮 轮次 遍 趟 层 级 星 市 县 区 镇 乡 村 省 国 校 企 旗 盟 州 床 标箱 标准箱 股 笔
        单 集 幕 滴 代 枝 朵 束 辑 卷 剂 剂次 针 针次 人份 学分 点 分 度 千瓦时 度电 ℃ 摄氏度 分贝 千瓦 兆瓦
        兆瓦时 吉瓦 马力 kw kwh mw mwh gw kv gb tb mb 公里/小时 吨公里 微克/立方米 毫克/立方米 毫克/升 元/平方米 元/吨 元/人 人/平方公里
        """,
}
_NOUNS = """
    人民群众 各族群众 农民工 市民 居民 群众 村民 农民 农户 牧民 渔民 职工 员工 工人 干部 党员 团员 学生 师生 教师
    儿童 学子 考生 新生 毕业生 大学生 中学生 小学生 用户 网民 网友 观众 听众 读者 游客 旅客 乘客 选民 会员 志愿者
    老人 老年人 人口 贫困人口 残疾人 官兵 代表 医生 患者 劳动力 劳动者 岗位 侨胞 华侨 同胞 家庭 企业 商户 粉丝
    """
"""Nouns that are counted without a measure word where the number is large (30万市民)."""
_BEHIND_HAN = frozenset(
    """
    个 名 位 人 户 家 所 间 座 栋 幢 套 台 辆 部 件 项 条 次 场 期 批 份 张 幅 册 本 篇 首 支 只 枚 块 片 根 棵
    株 头 匹 双 对 副 盏 组 队 起 宗 例 处 类 种 款 道 颗 桌 盒 箱 袋 瓶 船 艘 架 轮 遍 趟 层 市 县 区 镇 乡 村
    省 校 倍 成 年 天 周年 周 个月 小时 分钟 岁 周岁 元 米 公里 亩 吨 公斤 斤 人次 平方米 平方公里 公顷 学期 季度
    昼夜 星期 块钱 百分点 工作日 笔 集 卷 平方 立方米 千米 厘米 千克 日
    """.split()  # noqa: SIM905 - a table reads better than a list of 90 strings
)
"""Units that count behind a number in Han characters; others are mostly part of a name there."""

_OTHER_WORDS = {
    "个": "体|人(?:信|账|所)|性",
    "名": "义|单|额|称|优|列|誉|录",
    "位": "于|列|居|置|移",
    "人": "民|员|才|大|口|均|类|生|社|工|物|文|事|群|居|行道|力",
    "家": "长|庭|乡|属|具|电|园|委|校|政|教|风",
    "部": "门|队|长|委|级|署|位|落|分|曲",
    "条": "例|件|款",
    "项": "目标",
    "次": "产业|日|要|年|月|序|数",
    "场": "地|所|馆|景|面|合",
    "期": "间|待|望|刊",
    "份": "额",
    "片": "区|面|段|中",
    "面": "积|临|向|对|前|貌|包",
    "只": "有|是|要|能|需|为|会",
    "对": "口|象|接|于|外|内|应|比|标|照|策|方|此|其|全|华|美",
    "副": "主|书|总|部|局|省|市|会|校|院|秘|所|处|科|县|区|乡|镇|班",
    "门": "口|户|槛|诊|店|票|峡",
    "节": "约|能|水|日|庆|目|假|支|奏|气",
    "班": "子|主|长|车",
    "组": "织|成|长|合|建|团",
    "队": "伍|员|长",
    "起": "来|到|草|诉|源|步|点|初|义|伏|重|跑|飞|降",
    "处": "理|于|在|级|置|罚|长|方|以",
    "类": "似|型|别",
    "种": "植|子|地|粮|群|质|田",
    "道": "路|德|理|教|歉|县",
    "列": "入|为|出|举|席",
    "站": "点|在|位|起|上",
    "段": "时|落|位",
    "字": "号|样|体",
    "员": "工",
    "层": "面|级",
    "星": "级|期|火|星|城",
    "市": "场|民|值|委|级|政|区|长|直|面|容|辖|内",
    "县": "长|委|级|城|政|域|直",
    "区": "域|别|块|间|长|委|级|划|位|政",
    "镇": "长|委|级|政|区|街",
    "乡": "村|亲|长|委|级|政|镇|土",
    "村": "民|委|庄|级|居|支|史|干|长",
    "省": "长|委|级|会|城|政|内|外|份|直|部|域",
    "国": "家|内|际|道|有|企|民|庆|旗|防|语|产|外|务|学|资",
    "校": "园|区|长|外|车|内|方|友|舍|企",
    "企": "业",
    "旗": "帜|舰|下",
    "年": "级|轻|龄|代|货|均|青|会|报|夜|画|薪|产",
    "天": "津|然|气|下|府|空|桥|河|宫|文|使|才|生|山|坛",
    "周": "边|密|围|全|转|刊|报|末|长|口",
    "日": "常|报|本|照|益|程|用|晚|历|志|语|产",
    "里": "程|面|边|约|斯|士|弄|屯|店",
    "方": "面|案|便|式|法|向|位|针|阵|块|言|能|可|程|舱|才",
    "升": "级|学|旗|至|到|高|幅|华|温",
    "克": "服|拉|难|勤|己",
    "成": "员|为|立|本|果|功|效|人|都|长|熟|绩|品|交|就|才|套|因|型|片|份|名",
    "度": "假|过|量|汛|日|数",
    "点": "击|赞|评|位|对|滴|亮|燃|名|缀|心|多(?!个)|半|整",
    "分": "别|为|类|布|析|级|公|支|局|期|批|享|散|行|管|之|红|流|配|队|组|层|发|包|区|步|段|明|离|钟",
    "代": "表|理|办|替|价|码|言|际|谢|购|课|管",
    "股": "份|权|东|民|市|价",
    "单": "位|独|元|一|个|纯|项|边|面|向|价|词",
    "集": "团|体|中|合|市|镇|成|聚|约|装|会|结|训|散|贸|资|邮|群",
    "本": "市|区|县|报|省|次|地|科|级|人|身|来|土|文|届|质|领|案|校|院|公司",
    "首": "次|先|个|批|都|届|位|府|要|创|页|例|家|付|期|选|发",
    "支": "持|部|撑|出|付|援|书|委|农|教|线|流|招|局|队(?!伍)",
    "根": "据|本|治|源|基|除|系|深",
    "头": "条|衔|部|脑|发|雁|像|号|痛|绪",
    "把": "握|关|控|这|它|好|党|群",
    "双": "方|边|重|向|休|减|拥|报|创|碳|语|联|随|选|手|流",
    "包": "括|容|含|装|保|联|抓|村|片|干|裹",
    "桶": "装",
    "瓶": "颈",
    "船": "舶|长|员|只|厂",
    "轮": "流|换|渡|岗|船|胎|回|训|值",
    "遍": "布|及|地|访",
    "套": "餐|路|取|用|种|利|牌|话",
    "台": "湾|州|北|南|山|账|阶|胞|商|资|企|上|盟|联|海",
    "座": "谈|位|落|椅|机|标",
    "所": "有|在|属|需|以|得|谓|长|致|示|能|辖|做|作|取|列|用|述|说|处|学|见|占|产|涉|受|指|获|含|是|带",
    "间": "接|隔|距|的|作|断|歇",
    "篇": "章|幅",
    "批": "评|准|复|示|发|判|改|量|阅",
    "笔": "记|者|试|迹",
    "幅": "度|员",
    "张": "贴|家|掖|北|扬",
    "卷": "入|烟|帘|积|土",
    "章": "程|丘|法|节",
    "针": "对|灸",
    "床": "位",
}
"""What behind a measure word makes another word of the two."""


@cache
def _dimension_table() -> dict[str, Dimension]:
    return {unit: dimension for dimension, units in _DIMENSIONS.items() for unit in units.split()}


def dimension_of(unit: str) -> Dimension:
    """Dimension of a unit as it stands in a text; what is not known is counted."""
    return _dimension_table().get(fold(unit), Dimension.COUNT)


def counts_behind_han(unit: str) -> bool:
    """Whether a folded unit makes a figure of a number in Han characters."""
    return unit in _BEHIND_HAN


def _unit_pattern() -> str:
    pieces = []
    units = {unit for units in _DIMENSIONS.values() for unit in units.split()}
    for unit in sorted(units, key=lambda unit: (-len(unit), unit)):
        other = _OTHER_WORDS.get(unit)
        behind = "(?![a-z0-9])" if unit[-1].isascii() and unit[-1].isalnum() else ""
        pieces.append(re.escape(unit) + (f"(?!{other})" if other else behind))
    return "|".join(pieces)


_MEASURED_BY = "百分点|小时|工作日|学时|课时|学期|季度|基点|平方|昼夜|钟头|星期"
UNIT = f"(?:个(?={_MEASURED_BY}))?(?P<unit>{_unit_pattern()})"
"""Pattern of a unit in folded text; `unit` is the unit without the 个 that may lead to it."""
NOUN = "(?P<noun>" + "|".join(sorted(_NOUNS.split(), key=lambda noun: (-len(noun), noun))) + ")"
"""Pattern of a noun that is counted without a measure word."""
