"""Saved searches and the history of queries."""

from pathlib import Path

from reportreader.services.opening import Library, open_library
from reportreader.services.saved_searches import (
    KEPT_QUERIES,
    forget_search,
    list_saved_searches,
    list_search_history,
    remember_search,
    save_search,
)
from reportreader.services.undoing import redo, undo


def test_saved_searches_stay_and_the_last_comes_first(library: Library, library_path: Path) -> None:
    assert save_search(library, "饮水 日期:2021")
    assert save_search(library, " 群众 ")
    assert not save_search(library, "群众")
    assert not save_search(library, "  ")
    with open_library(library_path) as other:
        assert list_saved_searches(other) == ("群众", "饮水 日期:2021")


def test_forgetting_a_search_can_be_undone(library: Library) -> None:
    save_search(library, "饮水")
    save_search(library, "群众")
    assert forget_search(library, "饮水")
    assert not forget_search(library, "饮水")
    assert list_saved_searches(library) == ("群众",)
    change = undo(library)
    assert change is not None
    assert (change.summary_id, change.values) == ("changes.search_forgotten", {"query": "饮水"})
    assert list_saved_searches(library) == ("群众", "饮水")
    undo(library)
    undo(library)
    assert list_saved_searches(library) == ()
    redo(library)
    assert list_saved_searches(library) == ("饮水",)


def test_the_history_holds_the_last_queries_each_once(library: Library) -> None:
    for number in range(KEPT_QUERIES + 10):
        remember_search(library, f"第{number}号")
    remember_search(library, "第20号")
    remember_search(library, "第20号")
    remember_search(library, " ")
    history = list_search_history(library)
    assert len(history) == KEPT_QUERIES
    assert history[:2] == ("第20号", f"第{KEPT_QUERIES + 9}号")
    assert len(set(history)) == KEPT_QUERIES
    assert undo(library) is None


def test_queries_are_one_line_without_control_characters(library: Library) -> None:
    save_search(library, "饮\x1b[31m水\n群众")
    (saved,) = list_saved_searches(library)
    assert saved.isprintable()


def test_a_library_that_cannot_be_written_to_remembers_nothing(
    library: Library, library_path: Path
) -> None:
    remember_search(library, "饮水")
    with open_library(library_path, read_only=True) as other:
        remember_search(other, "群众")
        assert list_search_history(other) == ("饮水",)
