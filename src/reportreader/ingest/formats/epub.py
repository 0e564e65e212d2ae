"""EPUB books: the chapters in the order of the spine, headings also from the table of contents."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.html import require_sane_nesting
from reportreader.ingest.formats.html_blocks import HtmlBlocks
from reportreader.ingest.formats.package import Package, iter_named, local_name
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner
from reportreader.ingest.sanitising import sanitise_line

_FIELDS = {
    "title": MetadataField.TITLE,
    "creator": MetadataField.AUTHOR,
    "publisher": MetadataField.SOURCE,
    "date": MetadataField.DATE,
    "language": MetadataField.LANGUAGE,
}
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DEEPEST_HEADING = 6


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for books that are locked, damaged or unsafe."""
    book = _Book(Package(data, name=name), name)
    builder = DocumentBuilder()
    blocks = HtmlBlocks(builder, book.contents())
    for source in book.iter_chapters():
        page = LexborHTMLParser(source)
        for hidden in page.css("script,style,head,svg,nav"):
            hidden.decompose()
        if page.body is not None:
            blocks.read(page.body)
    document = builder.document(book.metadata())
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Book:
    """The parts of a book, found through its container and package files."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._refuse_locked_chapters()
        container = package.required_xml(_CONTAINER)
        root = next((e.get("full-path", "") for e in iter_named(container, "rootfile")), "")
        self._folder = posixpath.dirname(root)
        self._opf = package.required_xml(root)
        self._items = {
            item.get("id", ""): item for item in iter_named(self._opf, "item") if item.get("href")
        }

    def metadata(self) -> tuple[MetadataItem, ...]:
        """What the book says of itself."""
        block = next(iter_named(self._opf, "metadata"), None)
        found = []
        for element in block if block is not None else ():
            field = _FIELDS.get(local_name(element))
            value = sanitise_line((element.text or "").strip())
            if field and value:
                is_date = field is MetadataField.DATE
                found.append(MetadataItem(field=field, value=value[:10] if is_date else value))
        return tuple(found)

    def iter_chapters(self) -> Iterator[str]:
        """The source of each chapter in reading order."""
        references = {
            reference.get("idref", ""): reference for reference in iter_named(self._opf, "itemref")
        }
        for reference in references.values():
            item = self._items.get(reference.get("idref", ""))
            if item is None or reference.get("linear") == "no":
                continue
            source = self._text(item)
            if source:
                require_sane_nesting(source, name=self._name)
                yield source

    def contents(self) -> dict[str, int]:
        """Levels of the entries of the table of contents by their words without blanks."""
        for item in self._items.values():
            is_nav = "nav" in (item.get("properties") or "").split()
            is_ncx = item.get("media-type") == "application/x-dtbncx+xml"
            if is_nav or is_ncx:
                page = LexborHTMLParser(self._text(item))
                return _entries(page, "navpoint" if is_ncx else "nav li")
        return {}

    def _text(self, item: ET.Element) -> str:
        part = posixpath.join(self._folder, unquote(item.get("href", "")).partition("#")[0])
        return (self._package.read(part) or b"").decode("utf-8", "replace")

    def _refuse_locked_chapters(self) -> None:
        """Fonts may be scrambled, chapters may not."""
        encryption = self._package.xml(_ENCRYPTION)
        for reference in (
            iter_named(encryption, "CipherReference") if encryption is not None else ()
        ):
            if reference.get("URI", "").lower().endswith(("html", "htm", ".xml")):
                raise InputError("file_encrypted", path=self._name)


def _entries(page: LexborHTMLParser, selector: str) -> dict[str, int]:
    levels: dict[str, int] = {}
    for node in page.css(selector):
        label = node.css_first("a, span, navlabel")
        words = "".join((label.text() or "").split()) if label is not None else ""
        if words:
            levels.setdefault(words, min(_depth(node), _DEEPEST_HEADING))
    return levels


def _depth(node: LexborNode) -> int:
    """How many nodes of the same kind hold a node, itself included."""
    depth = 0
    current: LexborNode | None = node
    while current is not None:
        depth += current.tag == node.tag
        current = current.parent
    return depth
