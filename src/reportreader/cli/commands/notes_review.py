"""`notes review`: annotations whose place in the current text waits for a decision."""

from collections.abc import Mapping

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import Shape, annotation_shape
from reportreader.cli.shared_arguments import IN_REPORT, JSON
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationId
from reportreader.notes.ids import short_forms
from reportreader.services.browsing import find_report
from reportreader.services.reviewing import (
    Candidate,
    Excerpt,
    Review,
    list_reviews,
    review_annotation,
)

ARGUMENTS: tuple[Argument, ...] = (IN_REPORT, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """List the queue, each passage with its candidates below it."""
    reference = options.text("--report")
    with session.open_library() as library:
        report_id = find_report(library, reference).report_id if reference else None
        reviews = [
            review_annotation(library, one.placed.annotation.annotation_id)
            for one in list_reviews(library, report_id=report_id)
        ]
    if options.flag("--json"):
        session.output.json([_shape(review) for review in reviews])
    elif reviews:
        names = short_forms(review.listed.placed.annotation.annotation_id for review in reviews)
        session.output.rows([row for review in reviews for row in _rows(session, review, names)])
    else:
        session.diagnostics.note("cli_review.notes_review_none")
    return ExitCode.OK


def _rows(
    session: Session, review: Review, names: Mapping[AnnotationId, str]
) -> list[tuple[str, ...]]:
    annotation, placement = review.listed.placed.annotation, review.listed.placed.placement
    name = names[annotation.annotation_id]
    state = session.text(f"cli.state_{placement.state.value}")
    rows: list[tuple[str, ...]] = [
        (name, review.listed.report_short_id, state, "", annotation.quote)
    ]
    rows += [
        (
            name,
            f"{candidate.start}..{candidate.end}",
            "?",
            f"{candidate.confidence:.2f}",
            candidate.excerpt.passage,
        )
        for candidate in review.candidates
    ]
    return rows


def _shape(review: Review) -> Shape:
    return {
        **annotation_shape(review.listed),
        "old": _excerpt_shape(review.old),
        "candidates": [_candidate_shape(candidate) for candidate in review.candidates],
    }


def _candidate_shape(candidate: Candidate) -> Shape:
    return {
        "start": candidate.start,
        "end": candidate.end,
        "confidence": candidate.confidence,
        "section": list(candidate.section_path),
        **_excerpt_shape(candidate.excerpt),
    }


def _excerpt_shape(excerpt: Excerpt) -> Shape:
    return {"before": excerpt.before, "passage": excerpt.passage, "behind": excerpt.behind}
