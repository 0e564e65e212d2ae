"""Exports annotations from within the program: asks how and where to, writes, and says what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reportreader.errors import OutputError, ReportReaderError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import AnnotationKind
from reportreader.notes.tags import SEPARATOR
from reportreader.services.browsing import ReportSummary
from reportreader.services.exchanging import ExchangeFormat, export_exchange, export_project
from reportreader.services.exporting import collect_export, default_export_name
from reportreader.services.filewriting import legal_name, write_file
from reportreader.services.noting import AnnotationFilter
from reportreader.services.rendering import Layout, Recipe, render_reports
from reportreader.services.updating import WrittenExport, export_to_folder, update_export
from reportreader.tui.dialogs.choice import Choice, Option
from reportreader.tui.dialogs.confirm import Confirm
from reportreader.tui.dialogs.text_prompt import PathPrompt
from reportreader.tui.screens.app_screen import AppScreen

Form = Layout | ExchangeFormat
_KINDS = frozenset(AnnotationKind) - {AnnotationKind.MARK}
_SUFFIXES = {
    ExchangeFormat.JSON: ".json",
    ExchangeFormat.CSV: ".csv",
    ExchangeFormat.BIBTEX: ".bib",
    ExchangeFormat.CSL_JSON: ".csl.json",
    ExchangeFormat.QDC: ".qdc",
    ExchangeFormat.QDPX: ".qdpx",
}


class Target(StrEnum):
    """Where an export goes."""

    FILE = "file"
    OTHER_FILE = "other_file"
    FOLDER = "folder"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What is to be exported, in which form, and the file it goes to unless another is named."""

    wanted: AnnotationFilter
    form: Form
    path: Path

    @property
    def targets(self) -> tuple[Target, ...]:
        """Where it can go, the likeliest first."""
        if self.form is Layout.VAULT:
            return (Target.FOLDER,)
        if self.form is ExchangeFormat.QDPX:
            return (Target.FILE, Target.OTHER_FILE)
        if isinstance(self.form, ExchangeFormat) or self.form is Layout.CITATIONS:
            return (Target.FILE, Target.OTHER_FILE, Target.CLIPBOARD)
        return (Target.FILE, Target.OTHER_FILE, Target.FOLDER, Target.CLIPBOARD)


def ask_export(
    screen: AppScreen, wanted: AnnotationFilter, summary: ReportSummary | None = None
) -> None:
    """Ask in which form and where to, and export what `wanted` lets through.

    The file is named after the report of `summary`, or after the tags that are asked for.
    """
    app = screen.reader_app
    folder = Path(app.settings.export_folder or ".").expanduser()
    path = folder / _file_name(wanted, summary)
    kinds = wanted.kinds or _KINDS
    forms: tuple[Form, ...] = (*Layout, *ExchangeFormat)
    options = [
        Option(
            screen.words(f"exporting.form_{form.value}"),
            ExportOrder(wanted=wanted._replace(kinds=kinds), form=form, path=_renamed(path, form)),
            screen.words(f"exporting.hint_{form.value}"),
        )
        for form in forms
    ]

    def ask_target(order: ExportOrder | None) -> None:
        if order is not None:
            _ask_target(screen, order)

    app.push_screen(Choice(screen.words("exporting.form_title"), options), ask_target)


def _file_name(wanted: AnnotationFilter, summary: ReportSummary | None) -> str:
    tags = [tag for tag in (wanted.tag, wanted.also_tag) if tag]
    if tags and summary is None:
        return f"{legal_name(' '.join(tag.replace(SEPARATOR, '-') for tag in tags))}.md"
    return default_export_name(summary, datetime.now().astimezone().date())


def _renamed(path: Path, form: Form) -> Path:
    if isinstance(form, ExchangeFormat):
        return path.with_name(path.name.removesuffix(".md") + _SUFFIXES[form])
    if form not in _NAMED:
        return path
    return path.with_name(f"{path.name.removesuffix('.md')}-{form.value}.md")


_NAMED = frozenset({Layout.TAG, Layout.COLOUR, Layout.FLAT, Layout.CITATIONS})
"""Layouts that go to a file of their own, so that exports in two layouts are not merged."""


def _ask_target(screen: AppScreen, order: ExportOrder) -> None:
    hints = {
        Target.FILE: sanitise_line(str(order.path)),
        Target.FOLDER: screen.words("exporting.hint_folder"),
    }
    options = [
        Option(screen.words(f"exporting.to_{target.value}"), target, hints.get(target, ""))
        for target in order.targets
    ]

    def export_to(target: Target | None) -> None:
        if target is Target.FILE:
            _run(screen, order)
        elif target is Target.CLIPBOARD:
            _copy(screen, order)
        elif target is Target.OTHER_FILE:
            _ask_path(screen, order, order.path, to_folder=False)
        elif target is Target.FOLDER:
            _ask_path(screen, order, order.path.parent / "notes", to_folder=True)

    screen.app.push_screen(Choice(screen.words("exporting.to_title"), options), export_to)


def _ask_path(screen: AppScreen, order: ExportOrder, path: Path, *, to_folder: bool) -> None:
    title = "exporting.folder_title" if to_folder else "exporting.file_title"
    prompt = PathPrompt(screen.words(title), value=str(path))

    def export_to(typed: str | None) -> None:
        if typed:
            chosen = replace(order, path=Path(typed).expanduser())
            _run(screen, chosen, to_folder=to_folder)

    screen.app.push_screen(prompt, export_to)


def _run(
    screen: AppScreen, order: ExportOrder, *, to_folder: bool = False, overwrite: bool = False
) -> None:
    """Write; ask before a file goes that is not ours; tell every other error."""
    try:
        written = _write(screen, order, to_folder=to_folder, overwrite=overwrite)
    except OutputError as error:
        if overwrite or error.message_id != "export_exists":
            screen.reader_app.say_error(error)
            return
        _ask_overwrite(screen, order, error, to_folder=to_folder)
    except ReportReaderError as error:
        screen.reader_app.say_error(error)
    else:
        screen.show_status(written_text(screen, order, written))


def _ask_overwrite(
    screen: AppScreen, order: ExportOrder, error: OutputError, *, to_folder: bool
) -> None:
    question = Confirm(
        screen.words("exporting.replace_title"),
        screen.words("exporting.replace_question", path=sanitise_line(str(error.values["path"]))),
    )

    def answered(answer: bool | None) -> None:  # noqa: FBT001 - Textual's
        if answer:
            _run(screen, order, to_folder=to_folder, overwrite=True)

    screen.app.push_screen(question, answered)


def _write(
    screen: AppScreen, order: ExportOrder, *, to_folder: bool, overwrite: bool
) -> Sequence[WrittenExport]:
    library, form = screen.reader_app.library, order.form
    language = screen.messages.language
    if isinstance(form, ExchangeFormat):
        if form is ExchangeFormat.QDPX:
            data = export_project(library, order.wanted, name=order.path.stem)
        else:
            data = _text(screen, order).encode()
        write_file(order.path, data, replace=overwrite)
        return [WrittenExport(path=order.path)]
    if not to_folder:
        text = _text(screen, order)
        return [update_export(library, text, order.path, overwrite=overwrite, language=language)]
    return export_to_folder(
        library,
        collect_export(library, order.wanted),
        order.path,
        lambda report: render_reports([report], Recipe(layout=form), language),
        overwrite=overwrite,
        language=language,
    )


def _text(screen: AppScreen, order: ExportOrder) -> str:
    library, language = screen.reader_app.library, screen.messages.language
    if isinstance(order.form, ExchangeFormat):
        return export_exchange(library, order.wanted, order.form, language=language)
    reports = collect_export(library, order.wanted)
    return render_reports(reports, Recipe(layout=order.form), language)


def _copy(screen: AppScreen, order: ExportOrder) -> None:
    try:
        screen.reader_app.copy(_text(screen, order))
    except ReportReaderError as error:
        screen.reader_app.say_error(error)


def written_text(screen: AppScreen, order: ExportOrder, written: Sequence[WrittenExport]) -> str:
    """Where it went, and what became of the reader's own changes in the files."""
    if len(written) == 1:
        path = sanitise_line(str(written[0].path))
        said = screen.words("exporting.written", path=path)
    else:
        path = sanitise_line(str(order.path))
        said = screen.words("exporting.written_many", count=len(written), path=path)
    merges = [one.merged for one in written if one.merged is not None]
    if merges:
        kept = sum(len(one.kept) + len(one.merged) for one in merges)
        conflicts = sum(len(one.conflicts) for one in merges)
        name = "merged_with_conflicts" if conflicts else "merged" if kept else "merged_unchanged"
        said += screen.words(f"exporting.{name}", kept=kept, conflicts=conflicts)
    return said
