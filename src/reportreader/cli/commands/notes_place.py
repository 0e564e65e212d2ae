"""`notes place`: say where an annotation stands in the current text."""

import re

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTE
from reportreader.errors import ExitCode
from reportreader.services.noting import find_annotation
from reportreader.services.reviewing import accept_place

_RANGE = re.compile(r"([0-9]{1,9})\.\.([0-9]{1,9})")
ARGUMENTS = (
    NOTE,
    Argument(name="START..END", help="cli_review.notes_place_word_range", is_required=True),
)


def run(session: Session, options: Options) -> ExitCode:
    """Place it; it leaves the review queue."""
    typed = options.text("START..END")
    found = _RANGE.fullmatch(typed)
    if found is None:
        raise UsageError("value_not_a_range", value=typed)
    with session.open_library() as library:
        annotation_id = find_annotation(library, options.text("NOTE")).annotation.annotation_id
        placed = accept_place(library, annotation_id, int(found[1]), int(found[2]))
    session.diagnostics.note(
        "cli_review.notes_place_done",
        note=annotation_id,
        start=placed.placement.start,
        end=placed.placement.end,
    )
    return ExitCode.OK
