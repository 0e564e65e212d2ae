"""Joining two states of one annotation, and finding the place of one that comes from elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportreader.notes.annotation import Annotation, AnnotationKind, Colour
from reportreader.notes.tags import ordered

FieldTimes = Mapping[str, str]
"""When fields were last changed, in ISO 8601; a tag stands behind `#`, also one that was taken away."""
TAG_SIGN = "#"


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


def changed_fields(before: Annotation, after: Annotation) -> tuple[str, ...]:
    """The names of the fields in which two states differ, tags one by one."""
    names = [
        name
        for name in ("body", "colour", "deleted")
        if getattr(before, name) != getattr(after, name)
    ]
    tags = set(before.tags) ^ set(after.tags)
    return (*names, *(TAG_SIGN + tag for tag in sorted(tags)))


def join_fields(
    one: Annotation, one_times: FieldTimes, other: Annotation, other_times: FieldTimes
) -> tuple[JoinedFields, dict[str, str]]:
    """The fields of two states, each as it was changed last, with their times.

    The order of the states does not matter, and joining again changes nothing; of two changes at
    the same time the greater value stands. A field without a time was not changed since the
    annotation was made. (Each field is a last-writer-wins register, the tags a set of them:
    Shapiro et al., "A comprehensive study of convergent and commutative replicated data types",
    INRIA RR-7506, 2011.)
    """
    times: dict[str, str] = {}
    chosen: dict[str, str] = {}
    names = (*one_times, *other_times, *_tag_names(one), *_tag_names(other))
    for name in dict.fromkeys(("body", "colour", "deleted", *names)):
        states = [
            (times_of.get(name, ""), _value(annotation, name))
            for annotation, times_of in ((one, one_times), (other, other_times))
            if not name.startswith(TAG_SIGN) or _knows_tag(annotation, times_of, name)
        ]
        changed, chosen[name] = max(states)
        if changed:
            times[name] = changed
    tags = [name[1:] for name, value in chosen.items() if name.startswith(TAG_SIGN) and value]
    fields = JoinedFields(
        body=chosen["body"],
        colour=Colour(chosen["colour"]),
        deleted=chosen["deleted"],
        tags=ordered(tags),
    )
    return fields, times


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


def _tag_names(annotation: Annotation) -> list[str]:
    return [TAG_SIGN + tag for tag in annotation.tags]


def _value(annotation: Annotation, name: str) -> str:
    """A field as text; of a tag, something if the annotation bears it."""
    if name.startswith(TAG_SIGN):
        return name if name[1:] in annotation.tags else ""
    return str(getattr(annotation, name))


def _knows_tag(annotation: Annotation, times: FieldTimes, name: str) -> bool:
    return name in times or name[1:] in annotation.tags
