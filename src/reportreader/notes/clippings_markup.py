"""Reads the Markdown and HTML that KOReader's exporter writes.

Neither says where a passage ends but by what comes next; the exporter's own headings are in English in
every language.
"""

import re
from html.parser import HTMLParser

from reportreader.notes.clippings import Clipping, local_time

_PAGE = re.compile(r"### Page (.+?) @ (.+)")
_GENERATED = re.compile(r"^_Generated at: .*_$")
_BACKLINK = re.compile(r"^\[[^\]]*\]\(<?file://.*\)$")
_STYLES = (("**_", "_**"), ("**", "**"), ("==", "=="), ("++", "++"), ("~~", "~~"), ("*", "*"))
_UNDERLINE = ("<u>", "</u>")
_NOTE_RULE = "---"
_BLOCKS = frozenset({"div", "h2", "h5", "title", "p"})


def read_markdown(text: str) -> tuple[Clipping, ...] | None:
    """The clippings of a Markdown file; None if it has none of KOReader's headings."""
    if not re.search(_PAGE.pattern, text):
        return None
    clippings: list[Clipping] = []
    title = chapter = ""
    heading: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*text.split("\n"), "# "]:
        found = _PAGE.fullmatch(line)
        if found is None and not re.match(r"#{1,2} ", line):
            lines.append(line)
            continue
        if heading is not None:
            clippings.append(_entry(title, chapter, heading, lines))
        heading, lines = found, []
        if line.startswith("# "):
            title, chapter = line[2:].strip(), ""
        elif line.startswith("## "):
            chapter = line[3:].strip()
    return tuple(clippings)


def read_html(text: str) -> tuple[Clipping, ...] | None:
    """The clippings of an HTML file; None if it is not laid out as KOReader's."""
    if "border-top:1px dotted lightgray" not in text and "background-color:#" not in text:
        return None
    if not re.match(r"\s*<!DOCTYPE html>\s*<html", text, re.IGNORECASE):
        return None
    reader = _HtmlReader()
    reader.feed(text)
    reader.close()
    reader.end_entry()
    return tuple(reader.clippings)


def _entry(title: str, chapter: str, heading: re.Match[str], lines: list[str]) -> Clipping:
    kept = [line for line in lines if not (_GENERATED.fullmatch(line) or _BACKLINK.fullmatch(line))]
    has_note = _NOTE_RULE in kept
    at = kept.index(_NOTE_RULE) if has_note else len(kept)
    quote = "\n".join(kept[:at]).strip()
    for before, behind in (_UNDERLINE, *_STYLES):
        if (
            len(quote) > len(before + behind)
            and quote.startswith(before)
            and quote.endswith(behind)
        ):
            quote = quote[len(before) : -len(behind)]
            break
    return Clipping(
        title=title,
        quote=quote,
        note="\n".join(kept[at + 1 :]).strip(),
        chapter=chapter,
        where=heading[1],
        made=local_time(heading[2], "%d %B %Y %I:%M:%S %p"),
    )


class _HtmlReader(HTMLParser):
    """Takes the texts of the blocks by the size of type that the exporter gives them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.clippings: list[Clipping] = []
        self._title = self._chapter = ""
        self._kinds: list[str] = []
        self._texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block says by its style what it holds; a line break stays one."""
        if tag == "br":
            self._add("\n")
        elif tag in _BLOCKS:
            kind = _kind(tag, dict(attrs).get("style") or "")
            if kind == "entry" or (kind in ("book", "chapter") and self._texts):
                self.end_entry()
            self._kinds.append(kind)

    def handle_endtag(self, tag: str) -> None:
        """The end of a heading makes it count."""
        if tag not in _BLOCKS or not self._kinds:
            return
        kind = self._kinds.pop()
        if kind == "book":
            self._title, self._chapter = self._texts.pop("book", "").strip(), ""
        elif kind == "chapter":
            self._chapter = self._texts.pop("chapter", "").strip()

    def handle_data(self, data: str) -> None:
        """Text of the innermost block that says what it holds."""
        self._add(data)

    def end_entry(self) -> None:
        """Keep the clipping that has been read."""
        quote = self._texts.pop("quote", "").strip()
        note = self._texts.pop("note", "").strip()
        where = " ".join(self._texts.pop("where", "").split())
        if quote or note:
            self.clippings.append(
                Clipping(
                    title=self._title, quote=quote, note=note, chapter=self._chapter, where=where
                )
            )

    def _add(self, text: str) -> None:
        kind = next((kind for kind in reversed(self._kinds) if kind), "")
        if kind and kind != "entry":
            self._texts[kind] = self._texts.get(kind, "") + text


def _kind(tag: str, style: str) -> str:
    """What a block of the exporter's page holds."""
    if tag == "h2":
        return "book"
    if tag != "div":
        return "aside"
    signs = (
        ("padding-top:0.5em", "entry"),
        ("font-weight:bold", "chapter"),
        ("font-size:10pt", "where"),
        ("font-size:11pt", "note"),
    )
    for sign, kind in signs:
        if sign in style:
            return kind
    return "quote" if style == "font-size:12pt" else ""
