"""`notes list`: the annotations of the library."""

from collections.abc import Mapping

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.notes_filter import FILTER_ARGUMENTS, make_filter
from reportreader.cli.session import Session
from reportreader.cli.shapes import annotation_shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationId, AnnotationKind
from reportreader.notes.ids import short_forms
from reportreader.services.noting import ListedAnnotation, list_annotations

ARGUMENTS: tuple[Argument, ...] = (*FILTER_ARGUMENTS, JSON)
KINDS = frozenset({AnnotationKind.HIGHLIGHT, AnnotationKind.REPORT_NOTE, AnnotationKind.MARK})


def run(session: Session, options: Options) -> ExitCode:
    """List what the filters let through, by report and place."""
    with session.open_library() as library:
        listed = list_annotations(library, make_filter(library, options, KINDS))
    write_annotations(session, listed, as_json=options.flag("--json"))
    return ExitCode.OK


def write_annotations(
    session: Session, listed: tuple[ListedAnnotation, ...], *, as_json: bool
) -> None:
    """One line an annotation, or JSON."""
    if as_json:
        session.output.json([annotation_shape(item) for item in listed])
    elif listed:
        names = short_forms(item.placed.annotation.annotation_id for item in listed)
        session.output.rows([_row(session, item, names) for item in listed])
    else:
        session.diagnostics.note("cli_notes.notes_none")


def _row(
    session: Session, item: ListedAnnotation, names: Mapping[AnnotationId, str]
) -> tuple[str, ...]:
    annotation, placement = item.placed.annotation, item.placed.placement
    place = "" if placement.start is None else f"#{placement.start}"
    return (
        names[annotation.annotation_id],
        f"{item.report_short_id}{place}",
        session.text(f"cli.state_{placement.state.value}"),
        session.text(f"cli.colour_{annotation.colour.value}"),
        " ".join(f"#{tag}" for tag in annotation.tags),
        annotation.quote,
        annotation.body,
    )
