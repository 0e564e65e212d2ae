"""Credits: who wrote, reported, edited and photographed, and where a report comes from.

Credits stand on lines of their own, in brackets at the end of the text, or in the dateline that
opens it. Everything is read from the folded view; offsets are those of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportreader.document.metadata import MetadataField
from reportreader.structure.creditroles import OPENING_ROLE, ROLE, ROLES
from reportreader.structure.dates import find_date
from reportreader.structure.names import find_names, find_signers, looks_like_body, looks_like_name
from reportreader.structure.patterns import Pattern

_TAIWAN = Pattern(
    r"[【〔(\[]?[ ]?(?:(?:特派|综合|实习)?记者)?[ ]?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,5})[ ]?[/\\][ ]?[^,。 ]{1,10}报[道导][】〕)\]]?"
)
_TAKEN = Pattern(
    r"(?:本报记者|记者|通讯员)?[ ]{0,2}(?P<names>[\u4e00-\u9fff]{1,4}(?:[ 、]{1,2}[\u4e00-\u9fff]{1,4}){0,3})[ ]{0,2}(?:摄|/摄|摄影|供图)[)。】]?$"
)
_WRITTEN = Pattern(
    r"(?<![\u4e00-\u9fff])(?P<names>[\u4e00-\u9fff]{1,4}(?:[ 、]{1,2}[\u4e00-\u9fff]{1,4}){0,3})[ ]{0,2}[/]?[ ]{0,2}(?:文[/、·]?图|图[/、·]?文|文字|文|撰文|撰稿|采写|供稿|报[道导]|整理|(?:文[/、·])?摄影报[道导])[)。】]?$"
)
"""Names with the part they had behind them (`王小明/文`, `王小明 报道`)."""
_VALUE = Pattern(r"[\u4e00-\u9fff·、 ,/]+")
_VALUE_STOP = Pattern(
    r"[ ,;]{0,2}(?:(?:信息|文章|稿件|新闻)?来源|稿源|(?:发布|发表|更新|发稿|上传)(?:时间|日期)|时间|日期|阅读|浏览|点击|字[体号]|访问|打印|分享|关闭|(?<= )[\u4e00-\u9fff]{2,6}[ ]?[:丨|])"
)
_BODY_VALUE = Pattern(r"[\u4e00-\u9fffA-Za-z0-9]{2,20}")
_ACCOUNT = Pattern(r"(?=[0-9_]{0,8}[A-Za-z])[A-Za-z0-9_]{3,20}")
"""The name under which somebody has logged in."""
_SOURCE = Pattern(
    r"(?P<label>信息来源|文章来源|稿件来源|新闻来源|来源单位|供稿单位|供稿|发稿单位|发布单位|发布机构|发布机关|发文机关|发文单位|报送单位|选送单位|撰稿单位|提供单位|供稿机关|发稿机关|公布单位|公告单位|张贴单位|业务单位|权责单位|资料提供|信息提供|新闻出处|资讯来源|来源|稿源|出处|publisher|source)[ ]?(?:[:/丨|]|[】\]][ ]?:?)[ |]{0,6}"
)
_SOURCE_VALUE = Pattern(r"[^ |,。;()【】\[\]]{1,30}")
_SOURCE_STOP = Pattern(
    r"(?:作者|记者|时间|编辑|阅读|浏览|点击|字体|字号|发布(?=[时日者人于单机:0-9])|发表|日期|责任|责编|访问|更新|[0-9]{4}[-年/.])"
)
_DATELINE = Pattern(
    r"[【\[(]?(?P<source>[^ ,。:;!?本据()0-9“”【】\[\]]{0,12}?(?:社|网|时报|晚报|日报|商报|早报|晨报|快报|都市报|导报|青年报|周报|报|台|在线|新闻))"
    r"(?P<place>[^ ,。:;!?()0-9“”讯电]{0,12})(?:(?:19|20)[0-9]{2}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?P<kind>专?电|讯|消息|报道)(?=[ ,:()】\]题])"
)
_BRACKETED_DATELINE = Pattern(
    r"【(?!本|综合|专题|深度|独家|系列|追踪|跟踪|连续|特别|现场|图片)(?P<source>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)(?P<place>)"
    r"(?P<kind>报道|(?<![快简短速要通喜捷])讯|消息)(?=】[ ]{0,4}\([ ]{0,2}(?:[\u4e00-\u9fff]{0,4}记者|通讯员))"
)
"""Brackets in front of who reports name the outlet, whatever it is called (`【都市观察报道】(记者`)."""
_OWN_DATELINE = Pattern(
    r"[【\[(]?(?:(?:本报|本网|本站|本刊|本台|讯)[^,。;:!?]{0,16}?(?:电|讯|消息|报道)?[】\]]?[ ]{0,3}(?=[(【]|记者|通讯员)|本[报网站刊台][^,。;:!? ]{0,12}[讯电][ ]{1,3})"
)
_TITLED = Pattern(
    r"(?P<body>.{0,30}?)(?P<name>[\u4e00-\u9fff]{3})(?:课长|科长|组长|主任|专员|科员|股长|处长|局长|秘书|书记)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One person or body credited at `view[start:end]`."""

    field: MetadataField
    start: int
    end: int


def iter_credits(view: str, start: int, end: int) -> Iterator[Credit]:
    """Everyone named with a role in `view[start:end]`, in text order."""
    taiwan = _TAIWAN.match(view, start, end)
    if taiwan:
        for first, last in find_names(view, *taiwan.span("names")):
            yield Credit(field=MetadataField.REPORTER, start=first, end=last)
        return
    for found, field in ((_TAKEN, MetadataField.PHOTOGRAPHER), (_WRITTEN, MetadataField.AUTHOR)):
        behind = found.search(view, max(start, end - 40), end)
        if behind is None:
            continue
        names = find_signers(view, *behind.span("names"))
        for first, last in names:
            yield Credit(field=field, start=first, end=last)
        end = behind.start() if names else end
    for match in ROLE.finditer(view, start, end):
        role = match["role"]
        part = ROLES.get(role, MetadataField.AUTHOR)
        following = ROLE.search(view, match.end(), end)
        limit = following.start() if following else end
        signed = bool(match["sign"] and match["sign"].strip())
        if part is not None:
            yield from _named(view, match.end(), limit, part, signed=signed)


def _named(
    view: str, start: int, end: int, field: MetadataField, *, signed: bool
) -> Iterator[Credit]:
    if field is MetadataField.SPEAKER:
        name = _first_name(view, start, end) or _last_name(view, start, end)
        if name:
            yield Credit(field=field, start=name[0], end=name[1])
        return
    titled = _TITLED.match(view, start, end) if signed else None
    if titled and looks_like_name(titled["name"]):
        if looks_like_body(titled["body"].strip()):
            yield Credit(
                field=MetadataField.SOURCE, start=titled.start("body"), end=titled.end("body")
            )
        yield Credit(field=field, start=titled.start("name"), end=titled.end("name"))
        return
    if signed and (named := _signed_names(view, start, end, field)):
        yield from named
        return
    for first, last in find_names(view, start, end):
        name_text = "".join(view[first:last].split())
        if looks_like_name(name_text) or (signed and last - first <= 4):
            yield Credit(field=field, start=first, end=last)
        else:
            return


def opens_with_place(view: str, start: int, end: int) -> bool:
    """Whether `view[start:end]` opens as Taiwan's papers do (`記者王小明／台北報導`)."""
    return _TAIWAN.match(view, start, end) is not None


def opens_with_credit(view: str, start: int, end: int) -> bool:
    """Whether `view[start:end]` opens with who did what: a sign, a blank or a name behind it."""
    role = OPENING_ROLE.match(view, start, end)
    if role:
        names = [] if role["sign"] else find_names(view, role.end(), end)
        named = bool(names) and looks_like_name("".join(view[slice(*names[0])].split()))
        return bool(role["sign"]) or role.end() == end or named
    if _TAIWAN.match(view, start, end):
        return True
    written = _WRITTEN.match(view, start, end)
    return written is not None and bool(find_signers(view, *written.span("names")))


def _signed_names(view: str, start: int, end: int, field: MetadataField) -> list[Credit]:
    """Those named behind `作者：`: persons, alone or behind their office, or else an office."""
    stop = _VALUE_STOP.search(view, start, end)
    limit = stop.start() if stop else end
    account = _ACCOUNT.match(view, start, limit)
    if account:
        return [Credit(field=field, start=start, end=account.end())]
    value = _VALUE.match(view, start, limit)
    if value is None:
        return []
    last = start + len(value[0].rstrip(" 、,/"))
    names = find_signers(view, start, last)
    if not names:
        body = _BODY_VALUE.match(view, start, limit)
        office = body and len(body[0]) >= 3 and looks_like_body(body[0])
        names = [body.span()] if body and office else []
    return [Credit(field=field, start=first, end=last) for first, last in names]


def _first_name(view: str, start: int, end: int) -> tuple[int, int] | None:
    names = find_names(view, start, end)
    fits = bool(names) and looks_like_name("".join(view[slice(*names[0])].split()))
    return names[0] if fits else None


def _last_name(view: str, start: int, end: int) -> tuple[int, int] | None:
    end = min(end, start + 40)
    while end > start and view[end - 1] in " 。;,":
        end -= 1
    for length in (3, 2):
        if end - length >= start and looks_like_name(view[end - length : end]):
            return end - length, end
    return None


def find_source(view: str, start: int, end: int) -> tuple[int, int] | None:
    """The place named behind `来源：` and its like in `view[start:end]`.

    `资料来源：` alone belongs to a table; beside a date it names who published the text.
    """
    match = _SOURCE.search(view, start, end)
    while (
        match
        and view[match.start() - 1 : match.start()] == "料"
        and not find_date(view, start, end, roc=True)
    ):
        match = _SOURCE.search(view, match.end(), end)
    if match is None:
        return None
    value = _SOURCE_VALUE.match(view, match.end(), end)
    if value is None:
        return None
    stop = _SOURCE_STOP.search(view, value.start(), value.end())
    last = stop.start() if stop else value.end()
    return (value.start(), last) if last > value.start() else None


def find_own_dateline(view: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline of a paper's own report (`本报讯`), before the reporters or the sentence."""
    return _OWN_DATELINE.match(view, start, end)


def opens_with_dateline(view: str, start: int, end: int) -> bool:
    """Whether `view[start:end]` opens as the running text of news does.

    A byline alone does not say so, nor a dateline that leads to the headline (`电题：`).
    """
    dateline = find_dateline(view, start, end)
    if dateline:
        return not view.startswith(("题", " 题"), dateline.end())
    own = find_own_dateline(view, start, end)
    return own is not None and any(sign in own[0] for sign in "讯电")


def find_dateline(view: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline that opens a report (`新华社北京5月9日电`, `时报讯`): groups source, place, kind."""
    reach = min(end, start + 50)
    return _DATELINE.match(view, start, reach) or _BRACKETED_DATELINE.match(view, start, reach)
