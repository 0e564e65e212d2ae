"""Reading the file of a report again in another manner: another encoding, a whole page.

What comes of it is a new version of the report; its annotations and the reader's place go along.
"""

import re
from contextlib import closing

from reportreader.errors import InputError, NotFoundError
from reportreader.ingest.found_file import FoundFile, find_labelled
from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.ingest.read_ahead import ReadFile, iter_read_files
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.places import get_place, put_jumps, put_place
from reportreader.library.sources import list_source_paths
from reportreader.library.standing import current_encoding, current_version, report_title
from reportreader.notes.anchoring import make_anchor, resolve
from reportreader.notes.annotation import PlacementState, ReportId
from reportreader.services.added import AddedFile, AddOutcome
from reportreader.services.browsing import get_report
from reportreader.services.filing import add_read
from reportreader.services.known_files import Wish, look_at

__all__ = ["AS_FOUND", "AddOutcome", "Manner", "page_manners", "reread_report"]

_PLACE_LENGTH = 60
"""Characters behind a place by which it is found again in another text."""
_PLACE_SECONDS = 2.0
_BYTE = re.compile(r"\\u(dc[89a-f][0-9a-f])")
"""A byte of a path that is no text, as `browsing.source_path` writes it out."""
_FOUND = (PlacementState.EXACT, PlacementState.MOVED, PlacementState.CHANGED)


def page_manners(library: Library, report_id: ReportId) -> tuple[Manner, Manner]:
    """How all of a web page is read, and its article alone, in the encoding it is shown in.

    That one may have been chosen by hand. Raises NotFoundError.
    """
    encoding = current_encoding(library, report_id)
    return Manner(encoding=encoding, whole_page=True), Manner(encoding=encoding)


def reread_report(library: Library, report_id: ReportId, manner: Manner = AS_FOUND) -> AddedFile:
    """Reads the file of a report in `manner` and makes the text a version of it, in one transaction.

    A text like the present one changes nothing. Raises NotFoundError where the file is gone,
    InputError where there never was one or it cannot be read so, and LibraryError.
    """
    found = _find_file(library, report_id)
    read = _read(found, manner)
    if read.error is not None:
        raise read.error
    wish = Wish(is_named=True, dry_run=False, version_of=report_id)
    with library.transaction():
        before = current_version(library, report_id)
        added = add_read(library, read, wish, look_at(found))
        if added.outcome is AddOutcome.NEW_VERSION:
            _carry_place(library, report_id, load_text(library, before))
    return added


def _read(found: FoundFile, manner: Manner) -> ReadFile:
    """The one file, also where it lies in an archive; raises NotFoundError for one that is not."""
    reads = iter_read_files(
        [found.path], manner=manner, is_wanted=lambda one: one == found or not one.entry
    )
    with closing(reads):
        for read in reads:
            if read.found == found or read.error is not None:
                return read
    raise NotFoundError("report_file_gone", path=found.label)


def _find_file(library: Library, report_id: ReportId) -> FoundFile:
    """The first file of the report that is still there, the one it is known by before others."""
    paths = [get_report(library, report_id).path, *list_source_paths(library, report_id)]
    known = [path for path in dict.fromkeys(paths) if path]
    if not known:
        raise InputError("report_without_file", title=report_title(library, report_id))
    for path in known:
        found = find_labelled(_BYTE.sub(_as_system_names_it, path))
        if found is not None:
            return found
    raise NotFoundError("report_file_gone", path=known[0])


def _as_system_names_it(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))


def _carry_place(library: Library, report_id: ReportId, old_text: str) -> None:
    """Puts the reader at the passage that was read before; inside the transaction.

    Where it cannot be found, as far into the new text as it was into the old one.
    """
    place = get_place(library, report_id)
    version_id = current_version(library, report_id)
    new_text = load_text(library, version_id)
    offset = _carried(old_text, new_text, place.offset)
    share = place.furthest / len(old_text) if old_text else 0.0
    furthest = max(offset, min(len(new_text), round(share * len(new_text))))
    moved = place._replace(offset=offset, furthest=furthest)
    put_place(library, report_id, version_id, moved, len(new_text))
    put_jumps(library, report_id, ())


def _carried(old_text: str, new_text: str, offset: int) -> int:
    """The offset in `new_text` of what stood at `offset` of `old_text`."""
    if not offset or not old_text:
        return 0
    anchor = make_anchor(old_text, offset, min(len(old_text), offset + _PLACE_LENGTH))
    (found,) = resolve(old_text, new_text, [anchor], deadline_seconds=_PLACE_SECONDS)
    if found.start is not None and found.state in _FOUND:
        return found.start
    return round(offset / len(old_text) * len(new_text))
