"""`notes edit`: change the words, the colour or the tags of an annotation."""

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import COLOUR, NOTE, TAG
from reportreader.errors import ExitCode
from reportreader.notes.annotation import Colour
from reportreader.services.annotating import edit_annotation
from reportreader.services.noting import find_annotation

ARGUMENTS = (
    NOTE,
    Argument(name="--note", metavar="TEXT", help="cli_notes.notes_edit_option_note"),
    COLOUR,
    TAG,
    Argument(name="--no-tags", help="cli_notes.notes_edit_option_no_tags"),
)


def run(session: Session, options: Options) -> ExitCode:
    """Change what was given and leave the rest."""
    has_note, has_colour = options.flag("--note"), options.flag("--colour")
    has_tags = options.flag("--tag") or options.flag("--no-tags")
    if not (has_note or has_colour or has_tags):
        raise UsageError("nothing_to_change")
    with session.open_library() as library:
        current = find_annotation(library, options.text("NOTE")).annotation
        edit_annotation(
            library,
            current.annotation_id,
            expected_revision=current.revision,
            body=options.text("--note") if has_note else None,
            colour=Colour(options.text("--colour")) if has_colour else None,
            tags=options.texts("--tag") if has_tags else None,
        )
    session.diagnostics.note("cli_notes.notes_edit_done", note=current.annotation_id)
    return ExitCode.OK
