"""Builds office packages for the tests, from the XML that matters."""

import io
import zipfile

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def make_zip(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of these parts; `mimetype` is not compressed, so that it can be read from outside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=stored)
    return buffer.getvalue()


def make_docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    links: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """A Word document with this body (`w:p` and so on) and these parts, namespaces added."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    }
    for name, tag, content in (
        ("styles", "styles", styles),
        ("numbering", "numbering", numbering),
        ("footnotes", "footnotes", footnotes),
    ):
        if content:
            parts[f"word/{name}.xml"] = f"<w:{tag} {_W}>{content}</w:{tag}>"
    if links:
        parts["word/_rels/document.xml.rels"] = f"<Relationships>{links}</Relationships>"
    return make_zip({**parts, **(more or {})})


def run(text: str, properties: str = "") -> str:
    """A `w:r`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", *, properties: str = "", inside: str = "") -> str:
    """A `w:p` of one run, or with whatever stands in `inside`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside or run(text)}</w:p>"


def numbered(text: str, level: int, numbering_id: int = 1) -> str:
    """A paragraph with an automatic number."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering_id}"/></w:numPr>'
    return paragraph(text, properties=properties)
