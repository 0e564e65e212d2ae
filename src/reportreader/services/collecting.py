"""Takes the clippings of other reading programs into the library, by the words of their passages.

Nothing is dropped: what stands in one place becomes a highlight there; what stands in several places or
nowhere in its report is kept as a note of the report, with the passage; what has no report is told. A
clipping has the same id at every import, so that it comes in once and stays deleted if it was deleted.
"""

from collections.abc import Sequence

from reportreader.ingest.sanitising import sanitise, sanitise_line
from reportreader.library.annotations import list_annotation_ids
from reportreader.library.documents import load_document
from reportreader.library.library import Library
from reportreader.library.reports import find_namesakes
from reportreader.library.sources import find_reports_by_stem
from reportreader.library.standing import current_version
from reportreader.notes.annotation import Annotation, AnnotationKind, ReportId, VersionId
from reportreader.notes.clippings import Clipping, ClippingFormat, clipping_id
from reportreader.notes.joining import fields_of
from reportreader.notes.placing import Finding, PassageFinder, Whereabouts
from reportreader.services.drafting import AnnotationDraft, AnnotationTarget, make_annotation
from reportreader.services.import_steps import ImportOutcome, ImportStep, take_steps
from reportreader.services.searching import search_library
from reportreader.settings.messages import Language, Messages

_SOUGHT = 24
"""Code points of a passage by which its report is looked for."""
_MOST_REPORTS = 5
_KEPT = {
    Whereabouts.SEVERAL: (ImportOutcome.SEVERAL_PLACES, "clippings.kept_several"),
    Whereabouts.NOWHERE: (ImportOutcome.NOT_FOUND, "clippings.kept_nowhere"),
}
_NOWHERE = Finding(whereabouts=Whereabouts.NOWHERE)


def import_clippings(
    library: Library,
    made_by: ClippingFormat,
    clippings: Sequence[Clipping],
    *,
    dry_run: bool = False,
    language: Language = Language.CHINESE,
) -> tuple[ImportStep, ...]:
    """What becomes of each clipping, in the file's order; with `dry_run` nothing is changed.

    One change, which can be undone.
    """
    with library.transaction():
        collector = _Collector(library, made_by, Messages(language))
        steps = tuple(collector.plan(clipping) for clipping in clippings)
        if not dry_run:
            take_steps(library, steps)
    return steps


class _Collector:
    """Plans one import."""

    def __init__(self, library: Library, made_by: ClippingFormat, messages: Messages) -> None:
        self._library = library
        self._made_by = made_by
        self._messages = messages
        self._known = set(list_annotation_ids(library))
        self._targets: dict[ReportId, AnnotationTarget] = {}
        self._finders: dict[VersionId, PassageFinder] = {}

    def plan(self, clipping: Clipping) -> ImportStep:
        """What is to become of a clipping."""
        identity = clipping_id(clipping)
        if identity in self._known:
            return self._untaken(clipping, ImportOutcome.UNCHANGED)
        by_name = self._named(clipping)
        target, finding = self._find(clipping, by_name or self._holding(clipping.quote))
        if target is None:
            return self._untaken(clipping, ImportOutcome.REPORT_MISSING)
        self._known.add(identity)
        if finding.whereabouts is Whereabouts.FOUND:
            outcome, draft = ImportOutcome.ADDED, _highlight(clipping, finding)
        else:
            outcome, message_id = _KEPT[finding.whereabouts]
            draft = self._report_note(clipping, message_id)
        annotation = make_annotation(target, draft, clipping.made or self._library.now())
        return _step(outcome, annotation._replace(annotation_id=identity), clipping.title)

    def _named(self, clipping: Clipping) -> list[ReportId]:
        """Reports of that title, then those read from a file of that name."""
        names = [name for name in (clipping.title, clipping.file_stem) if name]
        found = [one.report_id for name in names for one in find_namesakes(self._library, name)]
        for name in names:
            found += find_reports_by_stem(self._library, name)
        return list(dict.fromkeys(found))

    def _holding(self, quote: str) -> list[ReportId]:
        """Reports in which the beginning of a passage stands."""
        line = next((line for line in quote.split("\n") if line.strip()), "")
        sought = line.strip().replace('"', " ")[:_SOUGHT]
        if not sought:
            return []
        results = search_library(self._library, f'"{sought}"', limit=_MOST_REPORTS, snippets=0)
        return [] if results.relaxed else [hit.summary.report_id for hit in results.hits]

    def _find(
        self, clipping: Clipping, reports: Sequence[ReportId]
    ) -> tuple[AnnotationTarget | None, Finding]:
        """The report that holds the passage in one place, else the first that holds it at all."""
        best: tuple[AnnotationTarget | None, Finding] = (None, _NOWHERE)
        for report_id in reports:
            target = self._target(report_id)
            finding = _NOWHERE
            if clipping.quote.strip():
                finding = self._finder(target).find(clipping.quote, clipping.chapter)
            if finding.whereabouts is Whereabouts.FOUND:
                return target, finding
            is_better = finding.whereabouts is Whereabouts.SEVERAL
            if best[0] is None or (is_better and best[1] is _NOWHERE):
                best = (target, finding)
        return best

    def _report_note(self, clipping: Clipping, message_id: str) -> AnnotationDraft:
        """A note of the report that says all that a clipping says."""
        where = ", ".join(filter(None, (clipping.chapter, clipping.where)))
        said = self._messages.text(message_id, source=self._made_by.value, where=where or "-")
        quoted = [f"> {line}" for line in clipping.quote.split("\n") if clipping.quote]
        body = "\n\n".join(filter(None, ("\n".join(quoted), clipping.note, said)))
        return AnnotationDraft(kind=AnnotationKind.REPORT_NOTE, body=body)

    def _target(self, report_id: ReportId) -> AnnotationTarget:
        if report_id not in self._targets:
            version_id = current_version(self._library, report_id)
            document = load_document(self._library, version_id)
            self._targets[report_id] = AnnotationTarget(
                report_id=report_id, version_id=version_id, document=document
            )
        return self._targets[report_id]

    def _finder(self, target: AnnotationTarget) -> PassageFinder:
        if target.version_id not in self._finders:
            document = target.document
            finder = PassageFinder(document.text, document.sections)
            self._finders[target.version_id] = finder
        return self._finders[target.version_id]

    def _untaken(self, clipping: Clipping, outcome: ImportOutcome) -> ImportStep:
        """A step that does nothing, for a clipping that is there already or has no report."""
        annotation = Annotation(
            annotation_id=clipping_id(clipping),
            report_id=ReportId(0),
            version_id=VersionId(0),
            kind=AnnotationKind.HIGHLIGHT,
            start=0,
            end=0,
            quote=sanitise(clipping.quote),
            body=sanitise(clipping.note),
        )
        return _step(outcome, annotation, clipping.title)


def _highlight(clipping: Clipping, finding: Finding) -> AnnotationDraft:
    return AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT,
        start=finding.start,
        end=finding.end,
        colour=clipping.colour,
        body=clipping.note,
    )


def _step(outcome: ImportOutcome, annotation: Annotation, title: str) -> ImportStep:
    return ImportStep(
        outcome=outcome,
        annotation=annotation,
        title=sanitise_line(title),
        fields=fields_of(annotation),
    )
