"""What `add` says of the files it was given: rows and sentences for a person, JSON for a program."""

from reportreader.cli.session import Session
from reportreader.cli.shapes import numbers_shape
from reportreader.library.library import Library
from reportreader.services.adding import AddedFile, AddOutcome, AddSummary
from reportreader.services.browsing import get_report
from reportreader.services.identifying import Reason

_TOLD_REASONS = (Reason.MOVED, Reason.KEPT_APART)
"""Decisions that a person may want to change."""


def tell_addition(
    session: Session,
    library: Library,
    summary: AddSummary,
    *,
    as_json: bool,
    is_one_of_many: bool = False,
) -> None:
    """Write what became of each file, and the counts; `is_one_of_many` puts JSON on one line."""
    for file in summary.files:
        for notice in file.notices:
            text = session.text(notice.message_id, **notice.values)
            session.diagnostics.note("cli_reports.add_notice", path=file.path, notice=text)
    if as_json:
        write = session.output.json_line if is_one_of_many else session.output.json
        write(_shape(session, library, summary))
        return
    shown = [file for file in summary.files if file.outcome is not AddOutcome.UNCHANGED]
    session.output.rows(
        (session.text(f"cli_reports.add_{file.outcome.replace('-', '_')}"), _short_id(library, file),
         file.title or file.path)
        for file in shown
        if file.error is None
    )  # fmt: skip
    for file in shown:
        if file.error is not None:
            session.diagnostics.error(file.error)
        elif file.why in _TOLD_REASONS:
            why = _why(session, file)
            session.diagnostics.note("cli_reports.add_notice", path=file.path, notice=why)
        for state, count in (file.placements or {}).items():
            session.diagnostics.note(
                "cli_reports.add_carried",
                path=file.path,
                state=session.text(f"cli.state_{state.value}"),
                count=count,
            )
    session.output.flush()
    session.diagnostics.note("cli_reports.add_total", total=len(summary.files), **_counts(summary))


def _why(session: Session, file: AddedFile) -> str:
    """Why a file was taken for what it is."""
    if not file.why:
        return ""
    return session.text(file.why, report=file.report_id, resembles=file.resembles)


def _counts(summary: AddSummary) -> dict[str, int]:
    return {
        "added": summary.added,
        "new_versions": summary.new_versions,
        "unchanged": summary.unchanged,
        "refused": summary.refused,
    }


def _short_id(library: Library, file: AddedFile) -> str:
    return get_report(library, file.report_id).short_id if file.report_id is not None else ""


def _shape(session: Session, library: Library, summary: AddSummary) -> dict[str, object]:
    return {
        "files": [
            {
                "path": file.path,
                "outcome": file.outcome.value,
                "id": _short_id(library, file),
                "title": file.title,
                "error": file.error.message_id if file.error else "",
                "message": session.messages.error(file.error) if file.error else "",
                "why": file.why.removeprefix("adding."),
                "resembles": str(file.resembles or ""),
                "placements": numbers_shape(file.placements or {}),
                "notices": [notice.message_id for notice in file.notices],
            }
            for file in summary.files
        ],
        **_counts(summary),
        "interrupted": summary.interrupted,
    }
