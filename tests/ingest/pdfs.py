"""Writes PDF files by hand: text at given places, in a font that every reader knows by name."""

from collections.abc import Sequence
from typing import NamedTuple

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
SIZE = 12


class Placed(NamedTuple):
    """A piece of text at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE


def make_pdf(pages: Sequence[Sequence[Placed]], outline: Sequence[tuple[str, int]] = ()) -> bytes:
    """A file with these pages; `outline` is (title, page)."""
    objects = {
        3: "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        "/DescendantFonts[4 0 R]>>",
        4: "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
        5: "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
        "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    }
    number = 6
    kids = []
    for page in pages:
        content = "".join(
            f"BT /F1 {piece.size} Tf {piece.x} {piece.y} Td <{piece.text.encode('utf-16-be').hex()}> Tj ET\n"
            for piece in page
        )
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {number + 1} 0 R>>"
        )
        objects[number + 1] = f"<</Length {len(content)}>>stream\n{content}endstream"
        kids.append(number)
        number += 2
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    objects[1] = "<</Type/Catalog/Pages 2 0 R>>"
    if outline:
        objects[1] = f"<</Type/Catalog/Pages 2 0 R/Outlines {number} 0 R>>"
        objects.update(_outline(outline, number, kids))
    return _file(objects)


def _outline(outline: Sequence[tuple[str, int]], root: int, kids: Sequence[int]) -> dict[int, str]:
    first, last = root + 1, root + len(outline)
    objects = {root: f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(outline)}>>"}
    for position, (title, page) in enumerate(outline):
        own = first + position
        following = f"/Next {own + 1} 0 R" if own < last else ""
        title_hex = ("\ufeff" + title).encode("utf-16-be").hex()
        objects[own] = (
            f"<</Title<{title_hex}>/Parent {root} 0 R/Dest[{kids[page]} 0 R/Fit]{following}>>"
        )
    return objects


def _file(objects: dict[int, str]) -> bytes:
    data = b"%PDF-1.5\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += f"{number} 0 obj{objects[number]}endobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{places[number]:010} 00000 n \n".encode() for number in sorted(objects))
    data += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    return data
