"""Exports for other programs: of annotations, for reference managers, for qualitative analysis."""

from enum import StrEnum

from reportreader.library.documents import load_metadata, load_text
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.annotation import ReportId
from reportreader.notes.citations import (
    Publication,
    describe_publication,
    to_bibtex,
    to_csl_json,
)
from reportreader.notes.refiqda import QdaSource, to_qdc, to_qdpx
from reportreader.notes.spreadsheet import to_csv
from reportreader.notes.webannotation import to_web_annotations
from reportreader.services.browsing import get_report, list_reports
from reportreader.services.codebook import list_codebook
from reportreader.services.exporting import collect_export
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.settings.messages import Language, Messages

_KEY = "report"


class ExchangeFormat(StrEnum):
    """Formats that other programs read."""

    JSON = "json"
    """W3C Web Annotations; `notes import` reads them back."""
    CSV = "csv"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    QDC = "qdc"
    """The codebook, for programs of qualitative analysis (REFI-QDA)."""
    QDPX = "qdpx"
    """Texts, codebook and annotations for them; a file of bytes, made by `export_project`."""


def export_exchange(
    library: Library,
    annotation_filter: AnnotationFilter,
    wanted: ExchangeFormat,
    *,
    language: Language,
    with_trash: bool = False,
) -> str:
    """The annotations that a filter shows, or the reports they are in, as the text of a file.

    Any format but `QDPX`, which is no text. Of reports there are all of the library if the filter
    asks for no annotation in particular. `with_trash` adds to `JSON` what was deleted.
    """
    if wanted is ExchangeFormat.QDC:
        return to_qdc(list_codebook(library, report_id=annotation_filter.report_id))
    if wanted is ExchangeFormat.JSON:
        reports = collect_export(library, annotation_filter)
        if with_trash:
            deleted = annotation_filter._replace(in_trash=not annotation_filter.in_trash)
            reports += collect_export(library, deleted)
        return to_web_annotations(reports)
    if wanted is ExchangeFormat.CSV:
        reports = collect_export(library, annotation_filter)
        return to_csv(reports, words=Messages(language).text)
    publications = _publications(library, annotation_filter)
    if wanted is ExchangeFormat.BIBTEX:
        return "".join(f"{to_bibtex(publication, key)}\n\n" for key, publication in publications)
    return to_csl_json(publications) + "\n"


def export_project(library: Library, annotation_filter: AnnotationFilter, *, name: str) -> bytes:
    """The annotations that a filter shows, with the texts of their reports, as a `.qdpx` file."""
    with library.snapshot():
        sources = [
            QdaSource(
                report=report,
                text=load_text(library, report.notes[0].placement.version_id),
                added=get_report(library, report.notes[0].annotation.report_id).added,
            )
            for report in collect_export(library, annotation_filter)
        ]
        codes = list_codebook(library)
    return to_qdpx(codes, sources, name=name)


def _publications(
    library: Library, annotation_filter: AnnotationFilter
) -> tuple[tuple[str, Publication], ...]:
    """Reports with the keys that reference managers know them by."""
    with library.snapshot():
        publications = []
        for report_id in _reports_of(library, annotation_filter):
            summary = get_report(library, report_id)
            metadata = load_metadata(library, current_version(library, report_id))
            publication = describe_publication(metadata, summary.title)
            publications.append((f"{_KEY}{summary.short_id}", publication))
    return tuple(publications)


def _reports_of(library: Library, wanted: AnnotationFilter) -> list[ReportId]:
    is_of_annotations = wanted != AnnotationFilter(kinds=wanted.kinds, report_id=wanted.report_id)
    if is_of_annotations:
        listed = list_annotations(library, wanted)
        return list(dict.fromkeys(one.placed.annotation.report_id for one in listed))
    if wanted.report_id is not None:
        return [wanted.report_id]
    return [summary.report_id for summary in list_reports(library)]
