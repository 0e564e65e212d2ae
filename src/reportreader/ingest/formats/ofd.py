"""OFD files (GB/T 33190): the text of pages, templates and composite objects, joined to paragraphs.

Names are compared without namespaces, which vendors vary; parts are found in any case and with
either slash.
"""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.line_joining import join_lines, put_paragraph
from reportreader.ingest.formats.package import Package, iter_named, local_name
from reportreader.ingest.formats.partial_reading import tell_unread_pages
from reportreader.ingest.formats.placed_line import PlacedLine
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner
from reportreader.ingest.sanitising import sanitise_line

PAGE_LIMIT = 5000
_DEEPEST_COMPOSITE = 4
_SAME_LINE = 0.45
_PAGE_HEIGHT = 297.0
_COMPOSITES = frozenset({"CompositeGraphicUnit", "CompositeGraphUnit", "VectorG"})
_FIELDS = {
    "Title": MetadataField.TITLE,
    "Author": MetadataField.AUTHOR,
    "CreationDate": MetadataField.DATE,
}


class _Matrix(NamedTuple):
    """An affine map of the page: x' = ax + cy + e, y' = bx + dy + f; millimetres, y downwards."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: "_Matrix") -> "_Matrix":
        """The map that does this one, then `outer`."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return _Matrix(a, b, c, d, *outer.of(self.e, self.f))


class _Piece(NamedTuple):
    """Text of one text code and where it begins and ends."""

    y: float
    x: float
    right: float
    size: float
    text: str


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for files that are damaged, unsafe, or pictures."""
    package = Package(data, name=name)
    lines: list[PlacedLine] = []
    metadata: list[MetadataItem] = []
    pages = total = 0
    for body in iter_named(package.required_xml("OFD.xml"), "DocBody"):
        metadata.extend(_read_metadata(body))
        root = next((e.text or "" for e in iter_named(body, "DocRoot")), "").strip()
        file = _File(package, root)
        total += file.page_count
        for page_lines in file.iter_pages(pages):
            lines.extend(page_lines)
            pages += 1
    if not any(line.text.strip() for line in lines):
        raise InputError("file_without_text", path=name)
    builder = DocumentBuilder()
    for paragraph in join_lines(lines, pages):
        put_paragraph(builder, paragraph)
        if paragraph.is_furniture:
            builder.end_block(BlockKind.FURNITURE)
        else:
            builder.end_paragraph()
    notices = tell_unread_pages(builder, read=pages, total=total)
    return Extracted(document=builder.document(tuple(metadata)), notices=notices)


class _File:
    """One document of a package: its pages, templates and composite objects."""

    def __init__(self, package: Package, root: str) -> None:
        self._package = package
        self._folder = posixpath.dirname(root.lstrip("/"))
        self._root = package.required_xml(root)
        self._composites = {
            unit.get("ID", ""): unit
            for part in ("PublicRes", "DocumentRes")
            for place in iter_named(self._root, part)
            if (resource := self._part((place.text or "").strip())) is not None
            for unit in resource.iter()
            if local_name(unit) in _COMPOSITES
        }
        self._templates = {
            template.get("ID", ""): template.get("BaseLoc", "")
            for template in iter_named(self._root, "TemplatePage")
        }

    @property
    def page_count(self) -> int:
        """Pages that the document lists."""
        return sum(1 for _ in iter_named(self._root, "Page"))

    def iter_pages(self, first_number: int) -> Iterator[list[PlacedLine]]:
        """The lines of each page, what its template holds first."""
        for number, page in enumerate(iter_named(self._root, "Page"), first_number):
            if number >= PAGE_LIMIT:
                return
            tree = self._part(page.get("BaseLoc", "")) if page.get("BaseLoc") else None
            pieces: list[_Piece] = []
            if tree is not None:
                for template in iter_named(tree, "Template"):
                    under = self._part(self._templates.get(template.get("TemplateID", ""), ""))
                    if under is not None:
                        self._collect(under, _Matrix(), 0, pieces)
                for content in iter_named(tree, "Content"):
                    self._collect(content, _Matrix(), 0, pieces)
            yield _lines(pieces, number)

    def _part(self, location: str) -> ET.Element | None:
        if not location:
            return None
        if location.startswith("/"):
            return self._package.xml(location)
        found = self._package.xml(posixpath.join(self._folder, location))
        return found if found is not None else self._package.xml(location)

    def _collect(
        self, parent: ET.Element, outer: _Matrix, depth: int, pieces: list[_Piece]
    ) -> None:
        for element in parent:
            name = local_name(element)
            if name == "TextObject":
                pieces.extend(_text_pieces(element, outer))
            elif name == "CompositeObject":
                unit = self._composites.get(element.get("ResourceID", ""))
                if unit is not None and depth < _DEEPEST_COMPOSITE:
                    self._collect(unit, _placement(element).inside(outer), depth + 1, pieces)
            else:
                self._collect(element, outer, depth, pieces)


def _text_pieces(element: ET.Element, outer: _Matrix) -> Iterator[_Piece]:
    placement = _placement(element).inside(outer)
    size = _number(element.get("Size"), 4.0) * abs(placement.d or 1.0)
    for code in element:
        if local_name(code) != "TextCode" or not code.text:
            continue
        x, y = placement.of(_number(code.get("X"), 0.0), _number(code.get("Y"), 0.0))
        yield _Piece(y, x, x + size * len(code.text), size, code.text)


def _placement(element: ET.Element) -> _Matrix:
    """The map from the inside of an object to what holds it: its own matrix, then its corner."""
    numbers = [_number(word, 0.0) for word in element.get("CTM", "").split()]
    own = _Matrix(*numbers) if len(numbers) == 6 else _Matrix()
    corner = [_number(word, 0.0) for word in element.get("Boundary", "").split()]
    x, y = corner[:2] if len(corner) >= 2 else (0.0, 0.0)
    return own._replace(e=own.e + x, f=own.f + y)


def _lines(pieces: list[_Piece], page: int) -> list[PlacedLine]:
    """Pieces at one height make a line, from left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.y, 1), piece.x)):
        if rows and abs(rows[-1][0].y - piece.y) < piece.size * _SAME_LINE:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_line(sorted(row, key=lambda piece: piece.x), page) for row in rows]


def _line(row: list[_Piece], page: int) -> PlacedLine:
    return PlacedLine(
        text="".join(piece.text for piece in row).strip(),
        page=page,
        left=row[0].x,
        right=max(piece.right for piece in row),
        bottom=_PAGE_HEIGHT - row[0].y,
        size=max(piece.size for piece in row),
        page_height=_PAGE_HEIGHT,
    )


def _read_metadata(body: ET.Element) -> Iterator[MetadataItem]:
    for info in iter_named(body, "DocInfo"):
        for element in info:
            field = _FIELDS.get(local_name(element))
            value = sanitise_line((element.text or "").strip())
            if field and value:
                yield MetadataItem(field=field, value=value)


def _number(text: str | None, default: float) -> float:
    try:
        number = float(text) if text else default
    except ValueError:
        return default
    return number if abs(number) < 1e6 else default
