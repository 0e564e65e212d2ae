"""Markers: invisible comments that say which piece of an exported file is which.

    <!-- rr:note 01HV… 3 9f8e7d6c5b4a -->
    the piece
    <!-- /rr -->

The hash is that of the piece as it was written, so that a later export knows what was edited by
hand. The last line of a file lists the keys of all pieces that were ever written into it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

HASH_LENGTH = 12
END = "<!-- /rr -->"
_OPENING = re.compile(r"<!-- rr:(note|see|report) (\S{1,64}) (\d{1,9}) ([0-9a-f]{12}) -->\s*")
_HEADING = re.compile(r"#{1,6} ")
_MANIFEST = re.compile(r"<!-- rr:written((?: \S{1,64})*) -->\s*")


class PieceKind(StrEnum):
    """What a piece of an exported file holds."""

    NOTE = "note"
    SEE = "see"
    """A pointer to a note that stands under another heading."""
    REPORT = "report"
    """Title, metadata and citation of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One marked piece; `written_hash` is the hash of its body when the program wrote it."""

    kind: PieceKind
    key: str
    revision: int
    written_hash: str
    body: str

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed it since it was written."""
        return hash_body(self.body) != self.written_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """What stands between marked pieces: headings, and what the reader wrote there."""

    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it opens a section."""
        return _HEADING.match(self.text) is not None

    @property
    def first_line(self) -> str:
        """Its heading, if it is one."""
        return self.text.split("\n", 1)[0].rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedExport:
    """An exported file as its parts, in order, and the keys ever written into it.

    `is_marked` says whether it bears the list of keys, which may be empty.
    """

    parts: tuple[Piece | PlainText, ...]
    written_keys: tuple[str, ...]
    is_marked: bool

    @property
    def pieces(self) -> dict[str, Piece]:
        """The marked pieces by key; of a key that stands twice, the first."""
        found: dict[str, Piece] = {}
        for part in self.parts:
            if isinstance(part, Piece):
                found.setdefault(part.key, part)
        return found


def make_piece(kind: PieceKind, key: str, revision: int, body: str) -> Piece:
    """A piece as the program writes it."""
    return Piece(
        kind=kind, key=key, revision=revision, written_hash=hash_body(body), body=body.strip("\n")
    )


def hash_body(body: str) -> str:
    """Short hash of a body; blank lines around it and spaces at line ends do not count."""
    lines = [line.rstrip() for line in body.strip().split("\n")]
    return sha256("\n".join(lines).encode()).hexdigest()[:HASH_LENGTH]


def render_piece(piece: Piece) -> str:
    """A piece between its markers."""
    opening = f"<!-- rr:{piece.kind} {piece.key} {piece.revision} {piece.written_hash} -->"
    return f"{opening}\n{piece.body}\n\n{END}"


def render_parts(parts: tuple[Piece | PlainText, ...], written_keys: tuple[str, ...]) -> str:
    """A whole file: one blank line between parts, the list of keys at the end."""
    blocks = [
        render_piece(part) if isinstance(part, Piece) else part.text.strip("\n") for part in parts
    ]
    manifest = " ".join(["<!-- rr:written", *written_keys, "-->"])
    return "\n\n".join([*(block for block in blocks if block.strip()), manifest]) + "\n"


def stamp_pieces(markdown: str) -> str:
    """A text whose pieces bear the hash of what they hold now; one without pieces as it is."""
    parsed = parse_parts(markdown)
    if not parsed.pieces:
        return markdown
    parts = tuple(
        make_piece(part.kind, part.key, part.revision, part.body)
        if isinstance(part, Piece)
        else part
        for part in parsed.parts
    )
    return render_parts(parts, tuple(parsed.pieces))


def parse_parts(markdown: str) -> ParsedExport:
    """The parts of an exported file, however it was edited.

    A piece whose end was deleted reaches to the next marker. Plain text is parted before headings.
    """
    parts: list[Piece | PlainText] = []
    keys: list[str] = []
    opening: re.Match[str] | None = None
    lines: list[str] = []
    is_marked = False
    for line in [*markdown.replace("\r\n", "\n").split("\n"), END]:
        found = _OPENING.fullmatch(line)
        manifest = _MANIFEST.fullmatch(line)
        if not (found or manifest or line.strip() == END):
            lines.append(line)
            continue
        if opening is not None:
            parts.append(_piece(opening, "\n".join(lines).strip("\n")))
        else:
            parts += _plain_texts(lines)
        lines.clear()
        opening = found
        keys += manifest.group(1).split() if manifest else []
        is_marked = is_marked or manifest is not None
    return ParsedExport(
        parts=tuple(parts), written_keys=tuple(dict.fromkeys(keys)), is_marked=is_marked
    )


def _plain_texts(lines: list[str]) -> list[PlainText]:
    """Plain text parted before each heading that is not part of a fenced block."""
    chunks: list[list[str]] = [[]]
    is_fenced = False
    for line in lines:
        if line.startswith(("```", "~~~")):
            is_fenced = not is_fenced
        if not is_fenced and _HEADING.match(line):
            chunks.append([])
        chunks[-1].append(line)
    texts = ["\n".join(chunk).strip("\n") for chunk in chunks]
    return [PlainText(text=text) for text in texts if text.strip()]


def _piece(opening: re.Match[str], body: str) -> Piece:
    kind, key, revision, written_hash = opening.groups()
    return Piece(
        kind=PieceKind(kind),
        key=key,
        revision=int(revision),
        written_hash=written_hash,
        body=body,
    )
