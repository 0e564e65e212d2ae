"""Annotations of the whole library as a list: filtered, with their report and section."""

from dataclasses import dataclass

from reportreader.analysis.searchtext import search_form
from reportreader.document.outline import path_titles
from reportreader.document.section import Section
from reportreader.document.span import Span, find_page
from reportreader.errors import AmbiguousError, NotFoundError
from reportreader.library.annotations import (
    AnnotationFilter,
    filter_placed,
    get_placed,
    list_annotation_ids,
)
from reportreader.library.documents import load_pages, load_sections
from reportreader.library.library import Library
from reportreader.library.listing import get_summary
from reportreader.library.searching import find_notes
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportSummary
from reportreader.notes.annotation import AnnotationId, PlacedAnnotation, ReportId
from reportreader.notes.ids import find_by_short_form

__all__ = [
    "AnnotationFilter",
    "ListedAnnotation",
    "find_annotation",
    "get_annotation",
    "list_annotations",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAnnotation:
    """An annotation with the report it is in and the sections around its present place.

    Where it has no place, `section_path` says where it was made. `page` is what the page of the
    source is called, empty where it has no pages.
    """

    placed: PlacedAnnotation
    report_title: str
    report_short_id: str
    section_path: tuple[str, ...]
    page: str = ""


def list_annotations(
    library: Library, annotation_filter: AnnotationFilter
) -> tuple[ListedAnnotation, ...]:
    """The annotations a filter lets through, by report, then by place."""
    with library.snapshot():
        text = annotation_filter.text
        numbers = find_notes(library, text) if text else None
        found = filter_placed(library, annotation_filter, numbers)
        if text:
            found = tuple(placed for placed in found if _holds(placed, text))
        reports = {placed.annotation.report_id for placed in found}
        shelves = {report_id: _Shelved.load(library, report_id) for report_id in reports}
    return tuple(shelves[placed.annotation.report_id].listed(placed) for placed in found)


def get_annotation(library: Library, annotation_id: AnnotationId) -> ListedAnnotation:
    """One annotation, also from the trash; raises NotFoundError."""
    with library.snapshot():
        placed = get_placed(library, annotation_id)
        return _Shelved.load(library, placed.annotation.report_id).listed(placed)


def find_annotation(library: Library, typed: str) -> PlacedAnnotation:
    """The annotation whose id ends in what a person typed.

    Raises NotFoundError, or AmbiguousError whose `candidates` are the ids that fit.
    """
    fitting = find_by_short_form(list_annotation_ids(library), typed)
    if not fitting:
        raise NotFoundError("annotation_missing", annotation=typed)
    if len(fitting) > 1:
        raise AmbiguousError(
            "annotation_ambiguous", annotation=typed, candidates=" ".join(fitting[:10])
        )
    return get_placed(library, fitting[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelved:
    """What an annotation needs to know of its report."""

    summary: ReportSummary
    sections: tuple[Section, ...]
    pages: tuple[Span, ...]

    @classmethod
    def load(cls, library: Library, report_id: ReportId) -> "_Shelved":
        version_id = current_version(library, report_id)
        return cls(
            summary=get_summary(library, report_id),
            sections=load_sections(library, version_id),
            pages=load_pages(library, version_id),
        )

    def listed(self, placed: PlacedAnnotation) -> ListedAnnotation:
        start = placed.placement.start
        return ListedAnnotation(
            placed=placed,
            report_title=self.summary.title,
            report_short_id=self.summary.short_id,
            section_path=placed.annotation.heading_path
            if start is None
            else path_titles(self.sections, start),
            page="" if start is None else find_page(self.pages, start),
        )


def _holds(placed: PlacedAnnotation, text: str) -> bool:
    """Whether quote or note holds `text`: the index only says that they may."""
    sought = search_form(text)
    said = (placed.annotation.quote, placed.annotation.body)
    return any(sought in search_form(one) for one in said)
