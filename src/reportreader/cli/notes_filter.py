"""The options that choose annotations, and the filter they make."""

from collections.abc import Iterable

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.shared_arguments import COLOUR, IN_REPORT
from reportreader.library.library import Library
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, PlacementState
from reportreader.services.browsing import find_report
from reportreader.services.noting import AnnotationFilter, find_annotation

FILTER_ARGUMENTS = (
    IN_REPORT,
    Argument(name="--text", metavar="TEXT", help="cli_notes.notes_option_text"),
    Argument(name="--tag", metavar="TAG", help="cli_notes.notes_option_tag"),
    COLOUR,
    Argument(
        name="--state",
        metavar="STATE",
        choices=tuple(state.value for state in PlacementState),
        help="cli_notes.notes_option_state",
    ),
    Argument(name="--since", metavar="YYYY-MM-DD", help="cli_notes.notes_option_since"),
    Argument(name="--trash", help="cli_notes.notes_option_trash"),
)


def make_filter(
    library: Library, options: Options, kinds: frozenset[AnnotationKind]
) -> AnnotationFilter:
    """The filter that the options ask for; raises NotFoundError or AmbiguousError for the report."""
    reference = options.text("--report")
    colour, state = options.text("--colour"), options.text("--state")
    return AnnotationFilter(
        text=options.text("--text"),
        tag=options.text("--tag"),
        colour=Colour(colour) if colour else None,
        kinds=kinds,
        report_id=find_report(library, reference).report_id if reference else None,
        state=PlacementState(state) if state else None,
        since=options.text("--since"),
        in_trash=options.flag("--trash"),
    )


def find_annotation_ids(library: Library, words: Iterable[str]) -> list[AnnotationId]:
    """The annotations meant by ids or the ends of ids; raises NotFoundError or AmbiguousError."""
    return [find_annotation(library, word).annotation.annotation_id for word in words]
