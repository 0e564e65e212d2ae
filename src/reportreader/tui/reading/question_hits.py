"""The hits of a question in one report; slow where whole words are asked for, so for a task."""

from typing import TYPE_CHECKING

from reportreader.analysis.queries import Term, find_hits, parse_query, relax
from reportreader.document.document import Document
from reportreader.services.searching import search_document
from reportreader.tui.reading.search_question import SearchQuestion
from reportreader.tui.reading.searching import Span

if TYPE_CHECKING:
    from reportreader.services.keyphrasing import KeyphraseWorker


def question_hits(
    document: Document, question: SearchQuestion, words: "KeyphraseWorker"
) -> tuple[Span, ...]:
    """Where a report answers; the words of a passage where the passage itself stands nowhere."""
    cut = words.cut_texts if question.whole_words else None
    hits = search_document(document, question.full_query, whole_words=cut)
    parsed = parse_query(question.query)
    if hits or not isinstance(parsed, Term) or not words.is_ready:
        return hits
    relaxed = relax(parsed, words.words(parsed.text))
    return () if relaxed is None else tuple(find_hits(document, relaxed[1]))
