"""`notes recover`: notes that were left in an editor become annotations."""

from collections.abc import Sequence

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode, NotFoundError
from reportreader.services.unsaved import UnsavedNote, list_unsaved, recover_unsaved

ARGUMENTS = (Argument(name="NOTE", help="cli_unsaved.notes_word_unsaved", is_many=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Recover those that are named, or all."""
    with session.open_library() as library:
        notes = _chosen(list_unsaved(library.path), options.texts("NOTE"))
        for note in notes:
            placed = recover_unsaved(library, note)
            session.output.line(placed.annotation.annotation_id)
    session.diagnostics.note("cli_unsaved.notes_recover_done", count=len(notes))
    return ExitCode.OK


def _chosen(notes: Sequence[UnsavedNote], names: Sequence[str]) -> list[UnsavedNote]:
    """The notes whose ids end in `names`, all for no name; raises NotFoundError."""
    chosen: list[UnsavedNote] = list(notes) if not names else []
    for name in names:
        fitting = [note for note in notes if note.unsaved_id.endswith(name.lower())]
        if len(fitting) != 1:
            raise NotFoundError("unsaved_missing", note=name)
        chosen.extend(fitting)
    return chosen
