"""The search of the library as a task: a first answer at once, the whole one when typing pauses."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reportreader.services.note_searching import search_notes
from reportreader.services.reading import OpenedReport, open_report
from reportreader.services.searching import SearchResults, next_report_with_hits, search_library
from reportreader.tui.reading.question_hits import question_hits
from reportreader.tui.tasks import is_stale, start_task

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from reportreader.notes.annotation import ReportId
    from reportreader.services.keyphrasing import KeyphraseWorker
    from reportreader.services.note_searching import NoteResults
    from reportreader.services.opening import Library
    from reportreader.tui.reading.search_question import SearchQuestion

REPORTS_SHOWN = 50
FIRST_SHOWN = 30
"""Reports of the first answer to a key: more than a screen shows."""
EXTRACTS_SHOWN = 5
NOTES_SHOWN = 5
_PAUSE_SECONDS = 0.15
"""Typing that pauses so long is worth the whole answer."""


@dataclass
class SearchAnswered(Message):
    """A search of the library has ended, or has a first answer; a better one is to come then."""

    question: "SearchQuestion"
    results: SearchResults
    notes: "NoteResults | None"
    is_first: bool = False


def start_search(
    node: "DOMNode", library: "Library", question: "SearchQuestion", words: "KeyphraseWorker"
) -> None:
    """Ask in a thread; `node` gets one answer or more, each better than the one before."""

    def work(connection: "Library") -> Message | None:
        first = _ask(connection, question, words, at_once=True, limit=FIRST_SHOWN)
        if not is_stale():
            node.post_message(SearchAnswered(question, first, None, is_first=True))
        time.sleep(_PAUSE_SECONDS)
        if is_stale():
            return None
        notes = None
        if not question.is_narrowed:
            notes = search_notes(connection, question.query, limit=NOTES_SHOWN)
        is_all = first.total_reports <= len(first.hits)
        if is_all and first.is_complete and first.is_weighed:
            return SearchAnswered(question, first, notes)
        whole = _ask(connection, question, words)
        if whole.is_weighed or is_stale():
            return SearchAnswered(question, whole, notes)
        node.post_message(SearchAnswered(question, whole, notes))
        return SearchAnswered(question, _ask(connection, question, words, weigh_all=True), notes)

    start_task(node, library.path, "search", work)


def _ask(
    library: "Library",
    question: "SearchQuestion",
    words: "KeyphraseWorker",
    *,
    limit: int = REPORTS_SHOWN,
    at_once: bool = False,
    weigh_all: bool = False,
) -> SearchResults:
    return search_library(
        library,
        question.full_query,
        limit=limit,
        snippets=EXTRACTS_SHOWN,
        order=question.order,
        report_filter=question.report_filter,
        words=words.words if words.is_ready else None,
        at_once=at_once,
        whole_words=words.cut_texts if question.whole_words else None,
        weigh_all=weigh_all,
    )


def find_neighbour(
    library: "Library",
    question: "SearchQuestion",
    report_id: "ReportId",
    words: "KeyphraseWorker",
    *,
    step: int,
) -> tuple[OpenedReport | None, int]:
    """The next report of the answer (`step` -1: the one before) and the offset to read it at.

    That is its first hit, or its last one on the way back; no report at the end of the answer.
    """
    found = next_report_with_hits(
        library,
        question.full_query,
        report_id,
        step=step,
        order=question.order,
        report_filter=question.report_filter,
        words=words.words if words.is_ready else None,
        whole_words=words.cut_texts if question.whole_words else None,
        weigh_all=True,
    )
    if found is None:
        return None, 0
    opened = open_report(library, found.summary.report_id)
    hits = question_hits(opened.document, question, words)
    return opened, hits[0 if step > 0 else -1][0] if hits else 0
