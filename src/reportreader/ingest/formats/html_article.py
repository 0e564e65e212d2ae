"""Finds the article in a saved page: where the running text is densest and links are rare.

Each container scores by the text and punctuation of its own paragraphs, minus text in links, and
passes a falling share on to what holds it; Chinese punctuation is what menus and lists of links
lack. The idea is Readability's (Arc90, 2009), its weights are those of an experiment on 47 pages.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER_TEXT = "script,style,noscript,iframe,select,textarea,svg,template,head"
_BESIDE_ARTICLE = "nav,footer,header,aside,form,button"
_PARAGRAPHS = "p,section,div,td,article,span,font"
_CONTAINERS = frozenset({"div", "td", "article", "section"})
_SIDE_MATTER = re.compile(
    r"comment|footer|foot\b|nav|sidebar|related|recommend|share|copyright|breadcrumb|hot-|ad-|banner"
    r"|login|toolbar",
    re.IGNORECASE,
)
_BODY_NAMES = re.compile(
    r"^(?:js_content|rich_media_content|trs_editor|ucap-content|zoom|ozoom|article-?(?:body|content)"
    r"|articlecontent|news_?content|content-?main|trs_ueditor|pages_content)$",
    re.IGNORECASE,
)
"""What systems that publish pages call the element that holds the article and nothing else."""
_ENCLOSURE = re.compile("附\\s*件")
_BYLINE = re.compile(r"——?\s*\w|[□■◆●○]\s*\w|(?:本[报网台刊]|特约)?(?:全媒体)?(?:记者|通讯员|作者)")
_LONGEST_BYLINE = 60
_SENTENCE_ENDS = ("。", "！", "？", "；")
_PUNCTUATION = re.compile("[，。；：、！？“”,.;:!?]")
_SPACE = re.compile(r"\s+")
_PUNCTUATION_WEIGHT = 12
_SHARE_OF_PARENT = 0.55
_GENERATIONS = 4
_SHORTEST_PARAGRAPH = 8
_BLOCKS = "p,div,li,td,section,ul,ol,table"
_LONGEST_BLOCK = 400
_GOOD_DEAL = 0.5
_HIGHEST = 40
"""Elements looked at around a paragraph; each takes the time of its text."""
_SHARE_OF_LINKS = 0.3
_SHORTEST_LOOSE_TEXT = 20
_LONGEST_SIDE_MATTER = 600


@dataclass(slots=True)
class _Score:
    node: LexborNode
    value: float = 0.0


def remove_hidden(page: LexborHTMLParser, *, with_side_matter: bool = True) -> None:
    """Take out what a page does not show as text, and what never belongs to an article."""
    unwanted = f"{_NEVER_TEXT},{_BESIDE_ARTICLE}" if with_side_matter else _NEVER_TEXT
    for node in page.css(unwanted):
        if node.tag != "html":
            node.decompose()


def find_article(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article, without the side matter in it; the body if none does.

    `page` has been through `remove_hidden`, and is changed.
    """
    body = page.body
    if body is None:
        return None
    scores = _score_containers(body)
    if not scores:
        return body
    article = _whole_article(max(scores, key=_worth).node)
    _remove_side_matter(article)
    return article


def _whole_article(dense: LexborNode) -> LexborNode:
    """The element that holds the article of which `dense` is the densest part.

    Editors for WeChat put every passage in sections of its own; an element that is named as the
    body of an article is one whatever lies between.
    """
    if _is_single_block(dense):
        dense = _holder_of_blocks(dense)
    article, holder = dense, dense.parent
    is_in_sections = dense.tag == "section"
    while holder is not None and holder.tag not in ("body", "html"):
        if _is_named_body(holder):
            return holder
        is_in_sections = is_in_sections and holder.tag == "section"
        if is_in_sections:
            article = holder
        holder = holder.parent
    return article


def _is_single_block(node: LexborNode) -> bool:
    """Whether a node is no more than a paragraph; editors that know no paragraphs write such ones."""
    has_blocks = any(block.mem_id != node.mem_id for block in node.css(_BLOCKS))
    return text_length(node) < _LONGEST_BLOCK and not has_blocks


def _holder_of_blocks(block: LexborNode) -> LexborNode:
    """The highest element around a paragraph that each time holds a good deal more running text."""
    found, holder = block, block.parent
    for _ in range(_HIGHEST):
        if holder is None or holder.tag == "html":
            break
        links = link_length(holder) - link_length(found)
        more = text_length(holder) - text_length(found) - links
        if more >= _GOOD_DEAL * text_length(found) and links <= _SHARE_OF_LINKS * more:
            found = holder
        holder = holder.parent
    return found


def _is_named_body(node: LexborNode) -> bool:
    names = _names(node).split()
    return node.tag in _CONTAINERS and any(_BODY_NAMES.match(name) for name in names)


def lines_below_title(page: LexborHTMLParser, article: LexborNode, title: str) -> list[str]:
    """Subtitle and bylines that stand between the title and the element with the article.

    Newspapers set them in a table of their own. Buttons, dates and the like are left out.
    """
    found: list[str] | None = None
    wanted = _SPACE.sub("", title)
    for node in page.body.traverse(include_text=True) if page.body is not None else ():
        if node.mem_id == article.mem_id:
            return found or []
        if not node.is_text_node:
            continue
        line = " ".join((node.text_content or "").split())
        if wanted and _SPACE.sub("", line) == wanted:
            found = []
        elif found is not None and len(line) <= _LONGEST_BYLINE and _BYLINE.match(line):
            found.append(line)
    return []


def text_length(node: LexborNode) -> int:
    """Characters of a node, white space left out."""
    return len(_SPACE.sub("", node.text() or ""))


def link_length(node: LexborNode) -> int:
    """Characters of the links in a node."""
    return sum(text_length(link) for link in node.css("a"))


def _score_containers(body: LexborNode) -> list[_Score]:
    scores: dict[int, _Score] = {}
    for paragraph in body.css(_PARAGRAPHS):
        value = _paragraph_value(paragraph)
        holder = paragraph if paragraph.tag in _CONTAINERS else paragraph.parent
        for generation in range(_GENERATIONS):
            if value <= 0 or holder is None or holder.tag == "html":
                break
            score = scores.setdefault(holder.mem_id, _Score(holder))
            score.value += value * _SHARE_OF_PARENT**generation
            holder = holder.parent
    return list(scores.values())


def _paragraph_value(paragraph: LexborNode) -> float:
    is_paragraph = paragraph.tag == "p"
    text = _SPACE.sub("", paragraph.text(deep=is_paragraph) or "")
    if len(text) < (_SHORTEST_PARAGRAPH if is_paragraph else _SHORTEST_LOOSE_TEXT):
        return 0.0
    marks = len(_PUNCTUATION.findall(text))
    return len(text) - 2 * link_length(paragraph) + _PUNCTUATION_WEIGHT * marks


def _worth(score: _Score) -> float:
    value = score.value * (0.4 if _SIDE_MATTER.search(_names(score.node)) else 1.0)
    share_of_links = link_length(score.node) / (text_length(score.node) + 1)
    return value * max(0.05, 1 - 1.5 * share_of_links)


def _remove_side_matter(article: LexborNode) -> None:
    for node in article.css("div,ul,section,p"):
        if node.mem_id == article.mem_id:
            continue
        length = text_length(node)
        if not 0 < length < _LONGEST_SIDE_MATTER:
            continue
        is_menu = link_length(node) / length > 0.6 and not _is_sentence(node)
        is_side = length < 200 and _SIDE_MATTER.search(_names(node)) is not None
        if is_menu or is_side:
            node.decompose()


def _is_sentence(node: LexborNode) -> bool:
    """Whether a paragraph is text although most of it is a link: a sentence, or an enclosure."""
    text = (node.text() or "").strip()
    return node.tag == "p" and (text.endswith(_SENTENCE_ENDS) or _ENCLOSURE.match(text) is not None)


def _names(node: LexborNode) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
