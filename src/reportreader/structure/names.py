"""Names of persons and of bodies that sign reports.

A Chinese name is two to four characters that begin with a family name; the list holds the family
names of more than nine people in ten. It decides only where nothing else marks a name.
"""

import re

from reportreader.structure.patterns import Pattern

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常"
    "武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝"
    "左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮"
    "卓骆尚蓝敖屠刁桑燕展鞠巩谌邝卞党寇匡郎茅胥晁冀雍粟苟闻荆楼凤祖逯苑鹿衣帅"
    "桂闵解强柴华车冉房边净阴闫佘应瞿荣娄及古芮於惠麻臧靖全仇仲鄢连池丰冷扶明阿巴晏褚褟郁解危蒲简岑"
    "喻窦嵇糜乌隗郗戎郜邰逄姬郦濮扈郏茹艾庾暨阙蔚夔訾阚饶巢蒯竺桓"
    "肖付代佟官农滕商奚栾蔺初邸云干宫米井迟栗木豆"
)
_DOUBLE_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "司徒",
    "东方",
    "皇甫",
    "尉迟",
    "慕容",
    "端木",
    "夏侯",
)
_NAME = Pattern(r"[\u4e00-\u9fff]{2,4}\Z")
_NAME_RUN = Pattern(
    r"(?:[\u4e00-\u9fff]{1,4}(?:·[\u4e00-\u9fff]{1,8})?)(?:[ 、,/]{1,3}[\u4e00-\u9fff]{1,4}(?:·[\u4e00-\u9fff]{1,8})?){0,7}"
)
_PIECE = Pattern(r"[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)?")
_BODY_END = Pattern(
    r"(?:部|局|委|办|会|社|网|中心|街道|院|处|报|厅|署|所|队|科|组|股|镇|乡|区|县|市|站|台|公司|学校|大学|办公室|政府|组|侨联|工商联|[县市区省]联|残联|妇联|文联|"
    r"科协|作协|党校|馆|支部|党委|机关|集团|中学|小学|幼儿园|银行|基地|融媒|客户端|在线|发布|头条|论坛|公众号|频道)$"
)
_NOT_NAMES = frozenset(
    (
        "整合",
        "整理",
        "报道",
        "综合",
        "采写",
        "摄影",
        "文图",
        "图文",
        "编译",
        "实习",
        "通讯",
        "供稿",
        "供图",
        "摄",
        "文",
        "图",
        "报导",
        "项目",
        "单位",
        "时间",
        "方案",
        "安全",
        "成效",
        "成果",
        "金额",
        "计划",
        "费用",
        "管理",
        "文化",
        "文件",
        "农业",
        "农村",
        "林业",
        "水利",
        "简介",
        "简报",
        "时政",
        "时评",
        "国际",
        "国内",
        "广告",
        "房产",
        "关于",
        "关注",
        "党建",
        "万元",
        "支部",
        "讯",
        "电",
        "等",
        "原创",
        "转载",
        "图片",
    )
)


_NO_NAME_END = frozenset("网报局委镇乡县区村厅街部讯电社台站市省路")
"""How the names of places and offices end that begin with the sign of a family name."""
_HAN = Pattern(r"[\u4e00-\u9fff]")
_VERB = Pattern(r"报[道导]|整[理合]|综合|采写|撰[稿写]|供[稿图]|摄|文图|图文|电$|讯$|在|从")
"""What a name may run into."""
_BETWEEN = " 、,/"
_OFFICE_WORDS = 2
_OFFICE_LENGTH = 22
_LABEL = Pattern(
    r"浏览|阅读|点击|来源|时间|日期|字[体号]|发布|编辑|审核|校对|责任|电话|次数|分享|打印|收藏|评论|摄影"
)


def looks_like_name(view: str) -> bool:
    """Whether this could be the name of one person, written without blanks."""
    if "·" in view:
        return bool(re.fullmatch(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}", view))
    if not _NAME.match(view) or view in _NOT_NAMES:
        return False
    if view[:2] in _DOUBLE_SURNAMES:
        return len(view) >= 3
    placed = len(view) == 3 and view[2] in _NO_NAME_END
    return view[0] in _SURNAMES and len(view) <= 3 and not placed


def looks_like_body(view: str) -> bool:
    """Whether this reads as the name of an office, a paper or a company."""
    return 3 <= len(view) <= 24 and _BODY_END.search(view) is not None


def find_signers(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names that fill `view[start:end]`, alone or behind their office; none if it says more."""
    tokens = _merge_spread(
        view, [(piece.start(), piece.end()) for piece in _PIECE.finditer(view, start, end)]
    )
    if not tokens or any(
        sign not in _BETWEEN
        for first, last in zip([(start, start), *tokens], [*tokens, (end, end)], strict=True)
        for sign in view[first[1] : last[0]]
    ):
        return []
    spelled = [looks_like_name("".join(view[first:last].split())) for first, last in tokens]
    offices = spelled.index(True) if True in spelled else len(tokens)
    if offices > _OFFICE_WORDS or not all(spelled[offices:]) or offices == len(tokens):
        return []
    offices_fit = all(2 <= last - first <= _OFFICE_LENGTH for first, last in tokens[:offices])
    return tokens[offices:] if offices_fit else []


def _merge_spread(view: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Two single characters with blanks between them are one name (`王 琳`)."""
    merged: list[tuple[int, int]] = []
    for first, last in tokens:
        single = merged and last - first == 1 and merged[-1][1] - merged[-1][0] == 1
        if single and not view[merged[-1][1] : first].strip():
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def find_names(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names listed from `start` on, each as a pair of offsets; a name spread by blanks is one."""
    match = _NAME_RUN.match(view, start, end)
    if match is None:
        return []
    pieces = [(piece.start(), piece.end()) for piece in _PIECE.finditer(view, start, match.end())]
    names: list[tuple[int, int]] = []
    for first, last in _merge_spread(view, pieces):
        runs_on = last == match.end() and _HAN.match(view, last, end) is not None
        verb = _VERB.search(view, first + 2, min(last + 4, end)) if last - first > 2 else None
        if verb and verb.start() < last + runs_on and looks_like_name(view[first : verb.start()]):
            names.append((first, verb.start()))
            break
        if runs_on or view[first:last] in _NOT_NAMES or _LABEL.search(view, first, last):
            break
        if last - first > 1:
            names.append((first, last))
    return names
