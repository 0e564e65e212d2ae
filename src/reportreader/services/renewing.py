"""Renewing the structure of reports that a pass of an older program has read."""

from collections.abc import Callable

from reportreader.library.documents import load_saved_document
from reportreader.library.library import Library
from reportreader.library.restructuring import (
    OutdatedVersion,
    is_known_renewed,
    list_outdated,
    note_renewed,
    save_renewed,
)
from reportreader.library.restructuring import count_outdated as count_rows

__all__ = ["count_outdated", "rederive_structure"]

_PLAIN_EXTRACTOR = "plain_text"


def count_outdated(library: Library) -> int:
    """How many reports were read by an older pass than that of this program.

    Looks at every report, but only until there is none left once.
    """
    from reportreader.structure.finding import STRUCTURE_VERSION

    if is_known_renewed(library, STRUCTURE_VERSION):
        return 0
    return count_rows(library, STRUCTURE_VERSION)


def rederive_structure(
    library: Library,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> int:
    """Reads every report anew that an older pass has read; the number of reports read.

    Texts, annotations and corrections stay. Each report is a transaction of its own, so that one
    may stop at any time and go on later. `on_progress` gets (done, total). Raises LibraryError.
    """
    from reportreader.structure.finding import STRUCTURE_VERSION

    outdated = list_outdated(library, STRUCTURE_VERSION)
    done = 0
    for one in outdated:
        if should_stop is not None and should_stop():
            break
        _renew(library, one)
        done += 1
        if on_progress is not None:
            on_progress(done, len(outdated))
    if done == len(outdated) and not is_known_renewed(library, STRUCTURE_VERSION):
        note_renewed(library, STRUCTURE_VERSION)
    return done


def _renew(library: Library, outdated: OutdatedVersion) -> None:
    from reportreader.structure.renewing import renew_structure

    with library.snapshot():
        document = load_saved_document(library, outdated.version_id)
    renewed = renew_structure(document, is_plain=outdated.extractor == _PLAIN_EXTRACTOR)
    with library.transaction():
        save_renewed(library, outdated, renewed)
