"""Joining two states of one annotation, and finding the place of one that comes from elsewhere."""

from dataclasses import dataclass

from reportreader.notes.annotation import Annotation, AnnotationKind, Colour
from reportreader.notes.tags import ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedFields:
    """What a reader can change of an annotation."""

    body: str
    colour: Colour
    tags: tuple[str, ...]
    deleted: str


def fields_of(annotation: Annotation) -> JoinedFields:
    """The fields of one state."""
    return JoinedFields(
        body=annotation.body,
        colour=annotation.colour,
        tags=annotation.tags,
        deleted=annotation.deleted,
    )


def join_fields(one: Annotation, other: Annotation) -> JoinedFields:
    """The fields of both states, whichever comes first: of each the one changed last.

    An empty note gives way to one that says something, and the tags of both are kept.
    """
    older, newer = sorted((one, other), key=_age)
    return JoinedFields(
        body=newer.body or older.body,
        colour=newer.colour,
        tags=ordered((*newer.tags, *older.tags)),
        deleted=newer.deleted,
    )


def find_place(text: str, annotation: Annotation, *, has_position: bool) -> tuple[int, int] | None:
    """Where an annotation from elsewhere stands in `text`, beyond doubt; None if nowhere.

    At the position it names, if the passage stands there; else where passage and context, or the
    passage alone, occur exactly once.
    """
    if annotation.kind is AnnotationKind.REPORT_NOTE:
        return 0, 0
    quote, start, end = annotation.quote, annotation.start, annotation.end
    if has_position and end <= len(text) and text[start:end] == quote:
        behind = text[end : end + len(annotation.suffix)]
        if quote or behind == annotation.suffix:
            return start, end
    surrounded = f"{annotation.prefix}{quote}{annotation.suffix}"
    for sought, offset in ((surrounded, len(annotation.prefix)), (quote, 0)):
        if sought and text.count(sought) == 1:
            found = text.index(sought) + offset
            return found, found + len(quote)
    return None


def _age(annotation: Annotation) -> tuple[str, str, str, tuple[str, ...]]:
    """What states are ordered by; of the same time, the order is arbitrary but always the same."""
    return annotation.changed, annotation.body, annotation.colour.value, annotation.tags
