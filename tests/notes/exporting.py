"""Makers of reports and annotations for the tests of exports."""

from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Placement,
    PlacementState,
    ReportId,
    VersionId,
)
from reportreader.notes.exported import ExportedNote, ExportedReport
from reportreader.notes.ids import encode_ulid
from reportreader.settings.messages import Language, Messages

WORDS = Messages(Language.CHINESE).text
CREATED = "2026-03-01T08:00:00Z"


def make_note(
    number: int,
    quote: str = "渠道清淤三千方",
    *,
    start: int = 10,
    body: str = "",
    tags: tuple[str, ...] = (),
    colour: Colour = Colour.YELLOW,
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT,
    state: PlacementState = PlacementState.EXACT,
    path: tuple[str, ...] = ("一、抓清淤",),
    revision: int = 1,
    current_text: str = "",
) -> ExportedNote:
    annotation_id: AnnotationId = encode_ulid(1_700_000_000_000 + number, number)
    is_lost = state is PlacementState.LOST
    return ExportedNote(
        annotation=Annotation(
            annotation_id=annotation_id,
            report_id=ReportId(1),
            version_id=VersionId(1),
            kind=kind,
            start=start,
            end=start + len(quote),
            quote=quote,
            prefix="今年春天全镇",
            suffix="下游不再断水",
            heading_path=path,
            colour=colour,
            body=body,
            tags=tags,
            created=CREATED,
            changed=CREATED,
            revision=revision,
        ),
        placement=Placement(
            annotation_id=annotation_id,
            version_id=VersionId(2),
            start=None if is_lost else start,
            end=None if is_lost else start + len(quote),
            state=state,
            confidence=0.82,
        ),
        section_path=path,
        current_text=current_text,
    )


def make_report(
    *notes: ExportedNote, title: str = "石桥镇水利工作情况", short_id: str = "7q2k"
) -> ExportedReport:
    values = {
        MetadataField.TITLE: title,
        MetadataField.SOURCE: "石桥日报",
        MetadataField.DATE: "2026-02-11T09:30",
        MetadataField.REPORTER: "甲记者",
    }
    items = tuple(MetadataItem(field=field, value=value) for field, value in values.items())
    return ExportedReport(
        short_id=short_id, title=title, metadata=Metadata(items=items), notes=notes
    )
