"""Writes exports to files: merged into those of ours that are there, whose edits stay."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from reportreader.errors import OutputError
from reportreader.library.library import Library
from reportreader.library.written_exports import recall_pieces, remember_pieces
from reportreader.notes.exported import ExportedReport
from reportreader.notes.markers import PlainText, hash_body, parse_parts
from reportreader.notes.merging import MergedExport, merge_export, written_bodies
from reportreader.services.filewriting import legal_name, write_text_file
from reportreader.settings.messages import Language, Messages

_NOT_IN_LINKS = str.maketrans(dict.fromkeys("#^[]", "_"))
"""What a link of a vault cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenExport:
    """A file that was written; `merged` says what became of edits in one that was there before."""

    path: Path
    merged: MergedExport | None = None


def update_export(
    library: Library,
    text: str,
    path: Path,
    *,
    overwrite: bool = False,
    restore_deleted: bool = False,
    language: Language = Language.CHINESE,
) -> WrittenExport:
    """Writes an export, merged into the one that `path` already holds, whose edits stay.

    Pieces that were cut out of that file come back only if `restore_deleted`. A file that the
    program did not write is left alone unless `overwrite`. Raises OutputError.
    """
    is_there = path.exists()
    merged = None
    if is_there and not overwrite:
        current = _read(path)
        if _is_as_written(library, current):
            overwrite = True
        elif parse_parts(text).is_marked and parse_parts(current).is_marked:
            merged = _merge(library, current, text, language, restore_deleted=restore_deleted)
        else:
            raise OutputError("export_exists", path=str(path))
    if not library.read_only:
        remember_pieces(library, _to_remember(text))
    result = text if merged is None else merged.text
    write_text_file(path, result, replace=overwrite or merged is not None)
    return WrittenExport(path=path, merged=merged)


def export_to_folder(
    library: Library,
    reports: Sequence[ExportedReport],
    folder: Path,
    make: Callable[[ExportedReport], str],
    *,
    overwrite: bool = False,
    restore_deleted: bool = False,
    language: Language = Language.CHINESE,
) -> tuple[WrittenExport, ...]:
    """Writes one file a report, each as `update_export` does, under a name that stays.

    A file keeps its name when the title of its report changes. Raises OutputError at the first
    file that cannot be written; those before it are written.
    """
    return tuple(
        update_export(
            library,
            make(report),
            _path_in(folder, report),
            overwrite=overwrite,
            restore_deleted=restore_deleted,
            language=language,
        )
        for report in reports
    )


def report_file_name(report: ExportedReport) -> str:
    """The name of the file of a report in a folder: legal everywhere, at most 255 bytes."""
    return f"{legal_name(report.title.translate(_NOT_IN_LINKS))}-{report.short_id}.md"


def _path_in(folder: Path, report: ExportedReport) -> Path:
    path = folder / report_file_name(report)
    if path.exists():
        return path
    keys = {note.annotation.annotation_id for note in report.notes}
    for other in sorted(folder.glob(f"*-{escape(report.short_id)}.md")):
        if not keys.isdisjoint(_keys_of(other)):
            return other
    return path


def _keys_of(path: Path) -> set[str]:
    try:
        return set(parse_parts(_read(path)).written_keys)
    except OutputError:
        return set()


def _merge(
    library: Library, current: str, text: str, language: Language, *, restore_deleted: bool
) -> MergedExport:
    parsed = parse_parts(current)
    hashes = [piece.written_hash for piece in parsed.pieces.values()]
    hashes += [hash_body(part.text) for part in parsed.parts[:1] if isinstance(part, PlainText)]
    return merge_export(
        current,
        text,
        words=Messages(language).text,
        written=recall_pieces(library, hashes),
        restore_deleted=restore_deleted,
    )


def _to_remember(text: str) -> dict[str, str]:
    """The pieces of an export; of one without pieces the whole."""
    return written_bodies(text) or {hash_body(text): ""}


def _is_as_written(library: Library, current: str) -> bool:
    """Whether a file without pieces is as the program wrote it."""
    key = hash_body(current)
    return key in recall_pieces(library, [key])


def _read(path: Path) -> str:
    """The text of a file; raises OutputError for what is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError("export_exists", path=str(path)) from error
