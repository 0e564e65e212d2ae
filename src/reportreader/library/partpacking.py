"""What was found in a text as short JSON: sections, articles, spans, metadata, phrases, figures; pure.

A list of lists, one for each part, in the order of the text. Sections have in front of them the
list of judgements (kind, confidence, reason), which most sections of a report share.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.document.section import Article, Section, SectionKind
from reportreader.document.span import Span, SpanKind

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure
    from reportreader.analysis.keyphrases import Keyphrase

NOTHING = "[]"


def pack_rows(rows: Sequence[Sequence[object]]) -> str:
    """Rows of numbers and strings as JSON without blanks."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else NOTHING


def unpack_rows(packed: str) -> list[list[Any]]:
    """The rows that `pack_rows` was given."""
    rows: list[list[Any]] = json.loads(packed) if packed != NOTHING else []
    return rows


def pack_sections(sections: Sequence[Section]) -> str:
    """Sections; see the beginning of this module."""
    judgements = dict.fromkeys(map(_judgement, sections))
    numbers = {judgement: number for number, judgement in enumerate(judgements)}
    rows = [
        (
            section.start,
            section.end,
            section.level,
            section.title,
            section.content_end,
            numbers[_judgement(section)],
        )
        for section in sections
    ]
    return pack_rows((tuple(judgements), rows)) if rows else NOTHING


def unpack_sections(packed: str) -> Iterator[Section]:
    """The sections that `pack_sections` was given."""
    if packed == NOTHING:
        return
    judgements, rows = json.loads(packed)
    for start, end, level, title, content_end, number in rows:
        kind, confidence, reason = judgements[number]
        yield Section(
            start=start,
            end=end,
            level=level,
            title=title,
            kind=SectionKind(kind),
            content_end=content_end,
            confidence=confidence,
            reason=reason,
        )


def pack_articles(articles: Iterable[Article]) -> str:
    """Articles: start, end, headline, column, byline."""
    return pack_rows(
        [(part.start, part.end, part.headline, part.column, part.byline) for part in articles]
    )


def unpack_articles(packed: str) -> Iterator[Article]:
    """The articles that `pack_articles` was given."""
    for start, end, headline, column, byline in unpack_rows(packed):
        yield Article(start=start, end=end, headline=headline, column=column, byline=byline)


def pack_spans(spans: Iterable[Span]) -> str:
    """Spans: start, end, kind, target."""
    return pack_rows([(span.start, span.end, span.kind.value, span.target) for span in spans])


def unpack_spans(packed: str) -> Iterator[Span]:
    """The spans that `pack_spans` was given."""
    for start, end, kind, target in unpack_rows(packed):
        yield Span(start=start, end=end, kind=SpanKind(kind), target=target)


def pack_metadata(items: Iterable[MetadataItem]) -> str:
    """Metadata: field, value, start, end."""
    return pack_rows([(item.field.value, item.value, item.start, item.end) for item in items])


def unpack_metadata(packed: str) -> Iterator[MetadataItem]:
    """The items that `pack_metadata` was given."""
    for field, value, start, end in unpack_rows(packed):
        yield MetadataItem(field=MetadataField(field), value=value, start=start, end=end)


def pack_keyphrases(phrases: "Iterable[Keyphrase]") -> str:
    """Keyphrases, best first: phrase, score, count, kind."""
    return pack_rows([(one.phrase, one.score, one.count, one.kind.value) for one in phrases])


def unpack_keyphrases(packed: str) -> "Iterator[Keyphrase]":
    """The keyphrases that `pack_keyphrases` was given."""
    from reportreader.analysis.keyphrases import Keyphrase, KeyphraseKind

    for phrase, score, count, kind in unpack_rows(packed):
        yield Keyphrase(phrase=phrase, score=score, count=count, kind=KeyphraseKind(kind))


def pack_figures(figures: "Iterable[Figure]") -> str:
    """Figures: the fields of `Figure` in their order."""
    return pack_rows(
        [
            (
                figure.start,
                figure.end,
                figure.text,
                figure.value,
                figure.unit,
                figure.dimension.value,
                figure.qualifier.value,
                figure.is_range,
                figure.counts,
                figure.clause_start,
                figure.clause_end,
            )
            for figure in figures
        ]
    )


def unpack_figures(packed: str) -> "Iterator[Figure]":
    """The figures that `pack_figures` was given."""
    from reportreader.analysis.figures import Dimension, Figure, Qualifier

    for row in unpack_rows(packed):
        yield Figure(
            start=row[0],
            end=row[1],
            text=row[2],
            value=tuple(row[3]) if isinstance(row[3], list) else row[3],
            unit=row[4],
            dimension=Dimension(row[5]),
            qualifier=Qualifier(row[6]),
            is_range=bool(row[7]),
            counts=row[8],
            clause_start=row[9],
            clause_end=row[10],
        )


def _judgement(section: Section) -> tuple[str, float, str]:
    return section.kind.value, section.confidence, section.reason
