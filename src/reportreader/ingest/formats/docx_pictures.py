"""Pictures in a Word document: what their author said of them.

DrawingML after ECMA-376 part 1, 20.4.2.5 (docPr).
"""

from xml.etree import ElementTree as ET

_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
PICTURE_FRAMES = frozenset({f"{_PLACE}inline", f"{_PLACE}anchor"})


def picture_words(frame: ET.Element) -> str:
    """The description or title of the picture in a frame; empty for other things and for none."""
    said = frame.find(f"{_PLACE}docPr")
    if said is None or frame.find(f".//{_PICTURE}") is None:
        return ""
    words = said.get("descr", "") or said.get("title", "")
    return " ".join(words.split())
