"""Matter lines: short lines before and behind the text that carry metadata, and what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.credits import find_source, iter_credits, opens_with_credit
from reportreader.structure.dates import FoundDate, find_date
from reportreader.structure.items import make_date_item, make_item
from reportreader.structure.line import Unit
from reportreader.structure.linedates import find_line_date
from reportreader.structure.names import find_signers, looks_like_body, looks_like_name
from reportreader.structure.official import find_number, is_occasion
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Role
from reportreader.structure.shapes import past_blanks

MATTER_LENGTH = 100
_SIGNED_LENGTH = 24
_CREDITED_LENGTH = 40
_CONTACT_LENGTH = 60
_MOST_NAMES = 4
_MOST_WORDS = 2
_BOARDS = ("论坛", "贴吧", "博客", "社区")
"""Where people write under the names they have chosen."""
_LABELLED_LINE = Pattern(
    r"[□◎○●■(【\[]?[ ]{0,2}(?:新闻联络人|新闻联系人|联络人|业务联络|业务联系|发稿单位|来源|稿源|信息来源)(?=[ :/丨|]|$)"
)
_OFFICE = Pattern(
    r"(?P<office>[\u4e00-\u9fff]{0,24}(?:省长|市长|县长|区长|镇长|乡长|州长|旗长|盟长|主席|主任|书记|院长|检察长|局长|部长|厅长|处长|会长|校长|董事长|总经理|代表))[ ]{1,4}(?P<name>[\u4e00-\u9fff]{1,2}[ ]{0,3}[\u4e00-\u9fff]{1,2})$"
)
_IS_OUTLET = Pattern(r"(?:报|网|社|台|在线|新闻|客户端|发布|融媒|头条|公众号|频道)$")
_OUTLET_IN_FRONT = Pattern(
    r"[ ]{0,2}(?P<outlet>(?!本|记者|通讯员)[\u4e00-\u9fff]{2,12}(?:报|网|社|台|融媒|客户端|新闻|在线|发布))[ ]{1,4}(?=[\u4e00-\u9fff]{0,4}(?:记者|通讯员))"
)
"""The outlet in brackets for which a reporter wrote."""
_PRINTED = Pattern(r"《(?P<source>[^《》]{2,16})》[ ]?\([^()]{0,30}\)?$")
_ISSUED = Pattern(
    r"[〔【(\[](?P<source>[\u4e00-\u9fff]{2,20}?)(?:发布|发表|供稿|提供|新闻稿|报[道导]|讯|电)?[〕】)\]][ ]{0,4}(?=[0-9])"
)
"""Who issued a text, in brackets before the day (`〔县政府发布〕111/10/08`)."""
_ACCOUNT = Pattern(
    r"原创[ :]{1,4}(?:(?P<author>[^ ,。:]{2,16})[ ]{1,4})?(?P<account>[^ ,。:0-9][^ ,。:]{1,19})[ ]{1,4}(?=(?:19|20)[0-9]{2}[-年/.])"
)
"""Who wrote for which social account, above a text (`原创 作者 账号 2022-11-15`)."""
_WORD = Pattern(r"[^ |()【】〔〕\[\]]{1,80}")
_WIDGET = Pattern(
    r"[^ ]{0,10}(?:[:：]|次$)|(?:原创|转载|打印|关闭|收藏|分享|复制|大|中|小|字[号体].{0,4}|发表于.{0,8}|星期.|[0-9:.,]+|(?:记者|通讯员|作者|编辑|责编|[文图]/).{0,24}|阅读.{0,8}|浏览.{0,8}|点击.{0,8})$"
)
"""Words beside a day that name nobody: other fields, counters, buttons."""
_RECORD = Pattern(
    r"(?:索[ ]?引[ ]?号|信息索引|主题分类|信息分类|组配分类|体裁分类|公开(?:方式|范围|形式|类别|属性|时限)|发布机构|发文机关|成文日期|生成日期|文件编号|信息名称|信息类别|内容概述|统一登记号|有[ ]?效[ ]?性|效力状态|(?:施行|实施|废止|失效)日期|公文时效|服务对象|名[ ]{0,4}称)[ ]?[:|]"
)
"""Fields of the record under which an office files what it publishes."""
_CONTACT = Pattern(
    r"(?:姓[ ]{0,8}名|学[ ]{0,8}号|学[ ]{0,8}院|专[ ]{0,8}业|班[ ]{0,8}级|院[ ]{0,8}系|年[ ]{0,8}级|指导(?:教师|老师)|团队名称|实践(?:地点|时间|单位)|(?:小组)?成员|组长|(?:提交|完成)日期)[ ]?:|(?:联系人|联络人|联系方式)[ ]?:|(?:联系|联络|咨询|服务|办公)?(?:电话|手机|传真|地址|邮箱|电子邮箱|网址|分机|E-?mail|Tel)[ ]?[:(]",
    re.IGNORECASE,
)
_PARTICULARS = Pattern(
    r"(?:出席|列席|参会|与会|参加|缺席|请假|主持|主持人|记录|记录人|整理|会议(?:时间|地点|主持|记录|主题|议题)|时[ ]{0,4}间|地[ ]{0,4}点|记[ ]{1,4}录|出[ ]{1,4}席|列[ ]{1,4}席|主[ ]{1,4}持|参加人员|出席人员|列席人员|参会人员|"
    r"中图分类号|文献标[识志]码|文章编号|收稿日期|修回日期|基金项目|通[讯信]作者|引用格式|"
    r"主送|分送|抄送|抄报|报送|发送|报|送|发|校对|核稿|审核|审稿|终审|初审|复审|监制|签发|录入|打印|印数|共印|排版|美编|制图|视觉|来稿|投稿邮箱|主题词|关键词|承办人|经办人)[ ]{0,4}:"
)
_SUPPLIED = Pattern(r"(?P<who>[^ ,。:()]{2,24}?)[ ]{0,3}供稿$")
_OFFICE_AND_NAME = Pattern(
    r"(?P<office>[\u4e00-\u9fff]{3,24})[ ]{1,4}(?P<name>[\u4e00-\u9fff]{2,4})[ ]?(?:供稿)?(?=$|[)】])"
)
_HEADER = Pattern(r"-[ ](?P<key>[a-z_]{2,24}):[ ](?P<value>.{1,200})$")
_HEADER_FIELDS = {
    "publisher": MetadataField.SOURCE,
    "source": MetadataField.SOURCE,
    "author": MetadataField.AUTHOR,
    "publish_date": MetadataField.DATE,
    "published": MetadataField.DATE,
    "date": MetadataField.DATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLine:
    """What a short line was read as."""

    role: Role
    items: tuple[MetadataItem, ...] = ()


def read_matter_line(text: str, view: str, unit: Unit) -> MatterLine | None:
    """Metadata of a line that carries little else, None if it is text or a title."""
    if is_particulars(view, unit):
        return MatterLine(role=Role.BYLINE, items=tuple(_iter_items(text, view, unit)))
    if len(unit) > MATTER_LENGTH or view[unit.end - 1] in "。?":
        return None
    number = find_number(view, unit)
    if number:
        return MatterLine(
            role=Role.BYLINE, items=(make_item(text, MetadataField.DOCUMENT_NUMBER, *number),)
        )
    items = tuple(_iter_items(text, view, unit))
    if items:
        return MatterLine(role=Role.BYLINE, items=items)
    if _RECORD.match(view, unit.start, unit.end):
        return MatterLine(role=Role.BYLINE)
    contact = is_contact(view, unit)
    credited = len(unit) <= _CREDITED_LENGTH and (
        opens_with_credit(view, unit.start, unit.end)
        or _LABELLED_LINE.match(view, unit.start, unit.end)
    )
    if contact or credited:
        return MatterLine(role=Role.BYLINE)
    if view.startswith(("——", "--"), unit.start) or is_occasion(view, unit):
        return MatterLine(role=Role.SUBTITLE)
    return None


def is_contact(view: str, unit: Unit) -> bool:
    """Whether the line is a field of a form or says whom to call."""
    return len(unit) <= _CONTACT_LENGTH and _CONTACT.match(view, unit.start, unit.end) is not None


def is_particulars(view: str, unit: Unit) -> bool:
    """Whether the line names those present, those it is sent to, who checked it (`出席：…`)."""
    if len(unit) > MATTER_LENGTH * 2:
        return False
    label = _PARTICULARS.match(view, unit.start, unit.end)
    return label is not None and "。" not in view[label.end() : unit.end - 1]


def _iter_items(text: str, view: str, unit: Unit) -> Iterator[MetadataItem]:
    printed = _PRINTED.match(view, unit.start, unit.end)
    if printed:
        yield make_item(text, MetadataField.SOURCE, *printed.span("source"))
        when = find_date(view, printed.end("source"), unit.end)
        if when:
            yield make_date_item(when)
        return
    issued = _ISSUED.match(view, unit.start, unit.end)
    if issued and (when := find_date(view, issued.end(), unit.end, roc=True)):
        yield make_item(text, MetadataField.SOURCE, *issued.span("source"))
        yield make_date_item(when)
        return
    date = find_line_date(view, unit)
    if date:
        yield make_date_item(date)
    account = _ACCOUNT.match(view, unit.start, unit.end)
    if account and date:
        yield make_item(text, MetadataField.SOURCE, *account.span("account"))
        if account["author"] and account["author"] != account["account"]:
            yield make_item(text, MetadataField.AUTHOR, *account.span("author"))
        return
    source = find_source(view, unit.start, unit.end)
    if date and not source:
        yield from _iter_issuers(text, view, unit, date)
    if source:
        yield _source_item(text, view, source)
    yield from _iter_signers(text, view, unit, labelled=bool(date or source), sourced=bool(source))


def _source_item(text: str, view: str, source: tuple[int, int]) -> MetadataItem:
    """The source named behind its label; a person who supplied the text is its author."""
    supplied = view[source[0] - 3 : source[0] - 1] == "供稿"
    person = supplied and looks_like_name(view[slice(*source)])
    return make_item(text, MetadataField.AUTHOR if person else MetadataField.SOURCE, *source)


def _iter_issuers(text: str, view: str, unit: Unit, date: FoundDate) -> Iterator[MetadataItem]:
    """Who stands beside the day without a label: the office or outlet, and who wrote for it."""
    words = [
        word.span()
        for first, last in ((unit.start, date.start), (date.end, unit.end))
        for word in _WORD.finditer(view, first, last)
        if not _WIDGET.match(view, *word.span())
    ]
    persons = [word for word in words if looks_like_name(view[slice(*word)])]
    others = [word for word in words if word not in persons]
    issuers = [word for word in others if looks_like_body(_plain_body(view[slice(*word)]))]
    if len(issuers) != 1 or len(others) > _MOST_WORDS:
        return
    first, last = issuers[0]
    yield make_item(text, MetadataField.SOURCE, first, first + len(_plain_body(view[first:last])))
    if view[first:last].endswith(_BOARDS):
        persons = persons or [word for word in others if word != issuers[0]]
    for person in persons:
        yield make_item(text, MetadataField.AUTHOR, *person)


def _plain_body(view: str) -> str:
    """The name of an office without what it did (`县史志办编印`)."""
    return view.removesuffix("编印").removesuffix("编")


def _iter_signers(
    text: str, view: str, unit: Unit, *, labelled: bool, sourced: bool
) -> Iterator[MetadataItem]:
    """Persons on the line: with their roles, behind an office, or in brackets."""
    bracketed = view[unit.start] in "(【[" and view[unit.end - 1] in ")】]"
    if labelled or opens_with_credit(view, unit.start, unit.end):
        for credit in iter_credits(view, unit.start, unit.end):
            yield make_item(text, credit.field, credit.start, credit.end)
        if bracketed and not sourced:
            yield from iter_bracket_items(text, view, unit.start + 1, unit.end - 1)
        return
    if view[unit.start] in "□◎○●" and len(unit) <= _SIGNED_LENGTH:
        signers = find_signers(view, unit.start + 1, unit.end)
        if signers or view[unit.start] != "●":
            yield from iter_bracket_items(text, view, unit.start + 1, unit.end)
        return
    signed = _OFFICE_AND_NAME.match(view, unit.start, unit.end)
    if signed and signed.end() == unit.end and _is_signed(signed):
        yield make_item(text, MetadataField.AUTHOR, *signed.span("name"))
        return
    office = _OFFICE.match(view, unit.start, unit.end)
    if office and looks_like_name(office["name"].replace(" ", "")):
        yield make_item(text, MetadataField.AUTHOR, *office.span("name"))
    elif bracketed:
        yield from iter_bracket_items(text, view, unit.start + 1, unit.end - 1)


def _is_signed(line: re.Match[str]) -> bool:
    return looks_like_body(line["office"]) and looks_like_name(line["name"])


def find_bare_names(view: str, unit: Unit) -> list[tuple[int, int]]:
    """The names of a line that holds nothing but names, no more than four."""
    names = find_signers(view, unit.start, unit.end) if len(unit) <= _SIGNED_LENGTH else []
    alone = bool(names) and names[0][0] == unit.start and len(names) <= _MOST_NAMES
    return names if alone else []


def iter_bracket_items(text: str, view: str, start: int, end: int) -> Iterator[MetadataItem]:
    """Who signs in the brackets `view[start:end]` at the end of a text: names, an office."""
    source = find_source(view, start, end)
    if source:
        yield _source_item(text, view, source)
    credited = list(iter_credits(view, start, end))
    if credited and not source:
        published = _OUTLET_IN_FRONT.match(view, start, credited[0].start)
        if published:
            yield make_item(text, MetadataField.SOURCE, *published.span("outlet"))
    for credit in credited:
        yield make_item(text, credit.field, credit.start, credit.end)
    if source or credited:
        return
    start = past_blanks(view, start, end)
    content = view[start:end].strip()
    supplied = _SUPPLIED.match(view, start, end)
    if supplied:
        name = supplied["who"]
        field = MetadataField.AUTHOR if looks_like_name(name) else MetadataField.SOURCE
        yield make_item(text, field, *supplied.span("who"))
        return
    signed = _OFFICE_AND_NAME.match(view, start, end)
    office_signs = signed is not None and _is_signed(signed)
    names = [signed.span("name")] if signed and office_signs else find_signers(view, start, end)
    for first, last in names:
        yield make_item(text, MetadataField.AUTHOR, first, last)
    if not names and looks_like_body(content) and not any(sign in content for sign in ",。:、 "):
        outlet = _IS_OUTLET.search(content) is not None
        yield make_item(text, MetadataField.SOURCE if outlet else MetadataField.AUTHOR, start, end)


def read_header_line(text: str, view: str, start: int, end: int) -> tuple[str, MetadataItem | None]:
    """Key of a capture header line (`- key: value`) and its metadata, ("", None) if it is none."""
    match = _HEADER.match(view, start, end)
    if match is None:
        return "", None
    key = match["key"]
    field = MetadataField.TITLE if key == "title" else _HEADER_FIELDS.get(key)
    if field is None:
        return key, None
    first, last = match.span("value")
    if field is MetadataField.DATE:
        date = find_date(view, first, last)
        if date is None:
            return key, None
        return key, MetadataItem(field=field, value=date.value, start=date.start, end=date.end)
    return key, make_item(text, field, first, last)
