"""Puts the pieces of the index of reports together.

Every transaction that adds reports leaves a piece of its own, of which SQLite joins some as it
goes. A search looks for each pair of characters in every piece: in eleven of them, which held
10,000 reports, it took twice as long as in one.
"""

from collections.abc import Iterator

from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta

_MERGED_KEY = "merged_reports"
"""How many reports there were when the pieces were put together last."""
FEWEST_NEW = 500
_GROWTH = 4
"""A piece of the index is written anew whenever the library has grown by a quarter."""
_PAGES_AT_ONCE = 100
"""Pages of 4 KB that one step writes: for so long are others kept from writing."""
PIECES_JOINED = 8
"""Pieces of one size that SQLite joins by itself; by its own 4, building takes a tenth longer."""
_MERGE = "INSERT INTO report_fts (report_fts, rank) VALUES ('merge', ?)"


def join_less_often(library: Library) -> None:
    """Tells the index how many pieces of one size to join; inside a transaction."""
    library.execute(
        "INSERT INTO report_fts (report_fts, rank) VALUES ('automerge', ?)", (PIECES_JOINED,)
    )


def is_merging_due(library: Library) -> bool:
    """Whether so many reports were added that putting the pieces together is worth its time."""
    merged = int(get_meta(library, _MERGED_KEY) or 0)
    return _count_reports(library) - merged >= max(FEWEST_NEW, merged // _GROWTH)


def iter_merging(library: Library) -> Iterator[None]:
    """Puts the pieces together, a short transaction for each step.

    Leaving off behind any step loses nothing; the next time goes on from there.
    """
    with library.transaction():
        join_less_often(library)
    # The minus tells SQLite to take all pieces, not only where many are of one size.
    pages = -_PAGES_AT_ONCE
    is_done = False
    while not is_done:
        with library.transaction():
            before = _count_changes(library)
            library.execute(_MERGE, (pages,))
            # As the manual of SQLite has it, such a step found nothing left to do.
            is_done = _count_changes(library) - before < 2
            if is_done:
                put_meta(library, _MERGED_KEY, str(_count_reports(library)))
        pages = _PAGES_AT_ONCE
        yield


def merge_at_once(library: Library) -> None:
    """Puts all pieces together in one go; inside a transaction."""
    library.execute("INSERT INTO report_fts (report_fts) VALUES ('optimize')")
    put_meta(library, _MERGED_KEY, str(_count_reports(library)))


def _count_reports(library: Library) -> int:
    return int(library.value("SELECT count(*) FROM report"))


def _count_changes(library: Library) -> int:
    return int(library.value("SELECT total_changes()"))
