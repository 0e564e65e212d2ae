"""Merging: bringing an exported file up to date without losing what its reader wrote into it.

Three texts meet in every piece: what was written last time, what the file says now, and what the
library says now. Who alone changed a piece prevails; where both did, clause by clause, they are
merged if the changes do not touch, else both stand in the file under a visible heading. A piece the
reader cut out stays out, text outside the pieces is never touched.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportreader.notes.exported import Words
from reportreader.notes.markers import (
    ParsedExport,
    Piece,
    PlainText,
    hash_body,
    parse_parts,
    render_parts,
)
from reportreader.notes.similarity import common_runs

Part = Piece | PlainText
_CLAUSE = re.compile(r"[^\n，。；：！？、,;!?]*[\n，。；：！？、,;!?]+|[^\n，。；：！？、,;!?]+")
FRONT_MATTER = "---\n"
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedExport:
    """A merged file, and the keys of the pieces in which something had to be decided.

    `conflicts` are shown twice in the file, `merged` took changes of both sides, `kept` stand as
    the reader edited them, `left_out` stay deleted, `gone` are no longer in the library but were
    edited, so they stay.
    """

    text: str
    conflicts: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def merge_export(
    current: str,
    fresh: str,
    *,
    words: Words,
    written: Mapping[str, str] = _NOTHING,
    restore_deleted: bool = False,
) -> MergedExport:
    """`fresh` (an export made now) put into `current` (the file as it is).

    `written` are bodies of pieces as the program wrote them, by their hashes, as far as they were
    kept; without them the hashes in the file still tell what was edited, but changes on both sides
    always conflict. Deleted pieces come back only if `restore_deleted`.
    """
    merge = _Merge(parse_parts(current), parse_parts(fresh), written, words)
    return merge.run(restore_deleted=restore_deleted)


def written_bodies(export: str) -> dict[str, str]:
    """What a later merge has to know of a fresh export: the bodies of its pieces by their hashes.

    The front matter of a file is among them, as if it were a piece.
    """
    parsed = parse_parts(export)
    bodies = {piece.written_hash: piece.body for piece in parsed.pieces.values()}
    head = _front_matter(parsed)
    if head is not None:
        bodies[hash_body(head.text)] = head.text
    return bodies


class _Merge:
    """One merge while it is under way."""

    def __init__(
        self,
        current: ParsedExport,
        fresh: ParsedExport,
        written: Mapping[str, str],
        words: Words,
    ) -> None:
        self._current, self._fresh, self._words = current, fresh, words
        self._fresh_pieces, self._written = fresh.pieces, written
        self._keys = set(current.written_keys)
        self._outcome: dict[str, list[str]] = {
            name: [] for name in ("conflicts", "merged", "kept", "left_out", "gone")
        }

    def run(self, *, restore_deleted: bool) -> MergedExport:
        present = set(self._current.pieces)
        parts = [
            merged for part in self._current.parts for merged in self._brought_up_to_date(part)
        ]
        for index, part in enumerate(self._fresh.parts):
            if not isinstance(part, Piece) or part.key in present:
                continue
            if part.key in self._keys and not restore_deleted:
                self._outcome["left_out"].append(part.key)
            else:
                _insert(parts, self._fresh.parts, index)
        keys = dict.fromkeys([*self._current.written_keys, *self._fresh.pieces])
        return MergedExport(
            text=render_parts(tuple(parts), tuple(keys)),
            **{name: tuple(dict.fromkeys(found)) for name, found in self._outcome.items()},
        )

    def _brought_up_to_date(self, part: Part) -> tuple[Part, ...]:
        if isinstance(part, PlainText):
            return (self._merge_front_matter(part),)
        fresh = self._fresh_pieces.get(part.key)
        if fresh is not None:
            return (self._merge_piece(part, fresh),)
        if not part.is_edited:
            return ()
        self._outcome["gone"].append(part.key)
        note = f"**{self._words('export.gone')}**"
        if note in part.body:
            return (part,)
        return (replace(part, body=f"{note}\n\n{part.body}"),)

    def _merge_front_matter(self, part: PlainText) -> PlainText:
        """The front matter of the fresh export, if nobody has edited that of the file."""
        fresh = _front_matter(self._fresh)
        is_head = part is _front_matter(self._current)
        if is_head and fresh is not None and hash_body(part.text) in self._written:
            return fresh
        return part

    def _merge_piece(self, current: Piece, fresh: Piece) -> Piece:
        if not current.is_edited or hash_body(current.body) == fresh.written_hash:
            return fresh
        if fresh.written_hash == current.written_hash:
            self._outcome["kept"].append(current.key)
            return current
        last = self._written.get(current.written_hash)
        if last is not None:
            clauses = merge_sequences(*map(_clauses, (last, current.body, fresh.body)))
            if clauses is not None:
                self._outcome["merged"].append(current.key)
                return replace(fresh, body="".join(clauses))
        self._outcome["conflicts"].append(current.key)
        body = "\n\n".join(
            [
                f"**{self._words('export.conflict')}**",
                f"**{self._words('export.conflict_file')}**",
                current.body,
                f"**{self._words('export.conflict_library')}**",
                fresh.body,
            ]
        )
        return replace(fresh, body=body)


def merge_sequences(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> list[str] | None:
    """Both sides' changes to `base`, None where they touch the same items of it.

    Khanna, Kunal and Pierce, "A formal investigation of diff3" (FSTTCS 2007).
    """
    in_ours, in_theirs = _targets(base, ours), _targets(base, theirs)
    merged: list[str] = []
    base_at = ours_at = theirs_at = 0
    stable = [item for item in range(len(base)) if item in in_ours and item in in_theirs]
    for item in [*stable, len(base)]:
        ours_end = in_ours.get(item, len(ours))
        theirs_end = in_theirs.get(item, len(theirs))
        was = list(base[base_at:item])
        mine, other = list(ours[ours_at:ours_end]), list(theirs[theirs_at:theirs_end])
        if mine in (was, other):
            merged += other
        elif other == was:
            merged += mine
        else:
            return None
        merged += base[item : item + 1]
        base_at, ours_at, theirs_at = item + 1, ours_end + 1, theirs_end + 1
    return merged


def _clauses(body: str) -> list[str]:
    return _CLAUSE.findall(body)


def _front_matter(parsed: ParsedExport) -> PlainText | None:
    """The YAML that a file begins with."""
    first = parsed.parts[0] if parsed.parts else None
    is_head = isinstance(first, PlainText) and first.text.startswith(FRONT_MATTER)
    return first if is_head and isinstance(first, PlainText) else None


def _targets(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """By item of `base` the item of `other` that corresponds to it."""
    signs: dict[str, str] = {}
    for item in (*base, *other):
        signs.setdefault(item, chr(0xF0000 + len(signs)))
    runs = common_runs(
        "".join([signs[item] for item in base]), "".join([signs[item] for item in other])
    )
    return {run.a_start + step: run.b_start + step for run in runs for step in range(run.length)}


def _insert(parts: list[Part], fresh: Sequence[Part], index: int) -> None:
    """Put `fresh[index]` where its neighbours or its heading stand in `parts`."""
    piece = fresh[index]
    behind = _neighbour(fresh, index, 1)
    before = _neighbour(fresh, index, -1)
    places = {part.key: at for at, part in enumerate(parts) if isinstance(part, Piece)}
    if behind in places:
        parts.insert(places[behind], piece)
    elif before in places:
        parts.insert(places[before] + 1, piece)
    else:
        _insert_with_headings(parts, fresh, index, places)


def _neighbour(fresh: Sequence[Part], index: int, step: int) -> str:
    """Key of the piece beside another under the same heading, empty if there is none."""
    at = index + step
    if not 0 <= at < len(fresh):
        return ""
    part = fresh[at]
    return part.key if isinstance(part, Piece) else ""


def _insert_with_headings(
    parts: list[Part], fresh: Sequence[Part], index: int, places: dict[str, int]
) -> None:
    """Put a piece below its heading, bringing along the headings that are missing."""
    first = index
    while first > 0 and isinstance(fresh[first - 1], PlainText):
        first -= 1
    headings = [part for part in fresh[first:index] if isinstance(part, PlainText)]
    shown = {part.first_line: at for at, part in enumerate(parts) if isinstance(part, PlainText)}
    if headings and headings[-1].first_line in shown:
        parts.insert(shown[headings[-1].first_line] + 1, fresh[index])
        return
    at = len(parts)
    for part in reversed(fresh[:first]):
        if isinstance(part, Piece) and part.key in places:
            at = places[part.key] + 1
            break
    while at < len(parts) and not _opens_something(parts[at]):
        at += 1
    missing = [heading for heading in headings if heading.first_line not in shown]
    parts[at:at] = [*missing, fresh[index]]


def _opens_something(part: Part) -> bool:
    return isinstance(part, Piece) or part.is_heading
