"""Searches that are worth doing again: those the reader saved, and the last ones done.

Both are lists of queries in the library file. Saving and forgetting can be undone; what was
searched for is only remembered, and forgotten in its turn.
"""

import json

from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.journal import journalled
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta

KEPT_QUERIES = 50
"""Queries that the history holds."""
_SAVED = "saved_searches"
_HISTORY = "search_history"
_LONGEST_QUERY = 500
"""Code points; longer ones are pasted texts, which nobody means to do again."""


def list_saved_searches(library: Library) -> tuple[str, ...]:
    """The saved queries, the last saved first."""
    return _load(library, _SAVED)


def list_search_history(library: Library) -> tuple[str, ...]:
    """The last queries, the newest first, each once."""
    return _load(library, _HISTORY)


def save_search(library: Library, query: str) -> bool:
    """Saves a query; False if there is nothing to save or it is saved already."""
    query = _cleaned(query)
    saved = list_saved_searches(library)
    if not query or query in saved:
        return False
    _put_saved(library, (query, *saved), "changes.search_saved", query)
    return True


def forget_search(library: Library, query: str) -> bool:
    """Takes a query out of the saved ones; False if it was not among them."""
    query = _cleaned(query)
    saved = list_saved_searches(library)
    if query not in saved:
        return False
    rest = tuple(one for one in saved if one != query)
    _put_saved(library, rest, "changes.search_forgotten", query)
    return True


def remember_search(library: Library, query: str) -> None:
    """Puts a query on top of the history; nothing in a library that cannot be written to."""
    query = _cleaned(query)
    history = list_search_history(library)
    if not query or library.read_only or history[:1] == (query,):
        return
    kept = (query, *(one for one in history if one != query))[:KEPT_QUERIES]
    with library.transaction():
        put_meta(library, _HISTORY, _packed(kept))


def _put_saved(library: Library, saved: tuple[str, ...], summary_id: str, query: str) -> None:
    with journalled(library, summary_id, query=query) as recorder:
        if not get_meta(library, _SAVED):
            put_meta(library, _SAVED, _packed(()))
        recorder.update("meta", {"name": _SAVED}, {"value": _packed(saved)})


def _load(library: Library, name: str) -> tuple[str, ...]:
    return tuple(json.loads(get_meta(library, name) or "[]"))


def _packed(queries: tuple[str, ...]) -> str:
    return json.dumps(queries, ensure_ascii=False)


def _cleaned(query: str) -> str:
    return sanitise_line(query).strip()[:_LONGEST_QUERY]
