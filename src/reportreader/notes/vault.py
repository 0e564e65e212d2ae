"""A report and its annotations as a file of an Obsidian vault.

YAML front matter, the report's tags as tags of the vault, and behind every passage a block id, so that
`[[file#^id]]` leads to it from anywhere in the vault. The rest is the export by section.
"""

import json
import re

from reportreader.notes.citations import cite_gb7714, describe_publication
from reportreader.notes.exported import ExportedReport, Grouping, Words
from reportreader.notes.markdown import chapter_parts, render_export
from reportreader.notes.markers import Piece, PieceKind, PlainText, make_piece

FRONT_MATTER = "---"
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")
_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029", 0x7F: "\\u007f"}


def export_vault_file(report: ExportedReport, *, words: Words) -> str:
    """One report as one file of a vault."""
    parts = [
        _with_block_id(part) if isinstance(part, Piece) and part.kind is PieceKind.NOTE else part
        for part in chapter_parts(report, Grouping.SECTION, words)
    ]
    return render_export([PlainText(text=_front_matter(report)), *parts])


def vault_tag(tag: str) -> str:
    """A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, not digits alone."""
    name = _NOT_IN_TAGS.sub("-", tag).strip("-/") or "tag"
    return f"{name}_" if name.replace("/", "").isdecimal() else name


def block_id(annotation_id: str) -> str:
    """The block id of an annotation's passage."""
    return f"rr-{annotation_id.lower()}"


def _with_block_id(piece: Piece) -> Piece:
    """The piece with an id behind its first block, which is the passage where there is one."""
    first, *rest = piece.body.split("\n\n")
    body = "\n\n".join([first, f"^{block_id(piece.key)}", *rest])
    return make_piece(piece.kind, piece.key, piece.revision, body)


def _front_matter(report: ExportedReport) -> str:
    publication = describe_publication(report.metadata, report.title)
    tags = sorted({vault_tag(tag) for note in report.notes for tag in note.annotation.tags})
    values = {
        "title": report.title,
        "aliases": [report.title],
        "source": publication.source,
        "authors": list(publication.authors),
        "date": publication.date,
        "number": publication.number,
        "citation": cite_gb7714(publication),
        "reportreader": report.short_id,
        "tags": tags,
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in values.items() if value]
    return "\n".join([FRONT_MATTER, *lines, FRONT_MATTER])


def _yaml(value: object) -> str:
    """JSON is YAML, but for the line breaks that only YAML knows."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)
