"""A digest for each annotation, which tells of every change that did not go through us."""

from reportreader.notes.annotation import Annotation


def annotation_digest(annotation: Annotation) -> str:
    """32 hexadecimal digits (SHA-256, cut) over everything an annotation says."""
    import json

    said = (
        annotation.annotation_id,
        annotation.report_id,
        annotation.version_id,
        annotation.kind.value,
        annotation.start,
        annotation.end,
        annotation.quote,
        annotation.prefix,
        annotation.suffix,
        annotation.heading_path,
        annotation.colour.value,
        annotation.body,
        annotation.tags,
        annotation.created,
        annotation.changed,
        annotation.deleted,
        annotation.revision,
    )
    stored = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return text_digest(stored)[:32]


def text_digest(text: str) -> str:
    """SHA-256 of a text in hexadecimal; two versions with the same digest are the same text."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
