"""Citations: a report, and a passage in it, as others can look it up.

GB/T 7714-2015 for Chinese publications, a short form for running text, and BibTeX and CSL-JSON for
reference managers. What a report does not say of itself is left out, never guessed; only the kind
of publication is taken from the name of its source.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from reportreader.document.metadata import Metadata, MetadataField

_NEWSPAPER = re.compile(r"(?:日报|晚报|早报|晨报|时报|商报|周报|都市报|报)$")
_LAW = re.compile(r"(?:法|条例|规定|办法|决定|通知|意见)$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
MAX_AUTHORS = 3
"""Persons that are named before 等."""


class PublicationKind(StrEnum):
    """Kinds of publication, by their marks in GB/T 7714."""

    NEWSPAPER = "N"
    REPORT = "R"
    OTHER = "Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a citation needs to know of a report; any part may be empty. `date` is ISO 8601."""

    title: str
    authors: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    number: str = ""
    kind: PublicationKind = PublicationKind.REPORT
    language: str = "zh"


def describe_publication(metadata: Metadata, title: str) -> Publication:
    """The publication that a report's metadata speak of; `title` where they give none."""
    source = metadata.value(MetadataField.SOURCE) or metadata.value(MetadataField.SIGNATURE)
    said = metadata.value(MetadataField.TITLE) or title
    subtitle = metadata.value(MetadataField.SUBTITLE)
    authors = [
        item.value
        for field in (MetadataField.AUTHOR, MetadataField.REPORTER, MetadataField.SPEAKER)
        for item in metadata.all(field)
    ]
    number = metadata.value(MetadataField.DOCUMENT_NUMBER)
    return Publication(
        title=_one_line(f"{said}：{subtitle}" if subtitle else said),
        authors=tuple(dict.fromkeys(_one_line(author) for author in authors if author.strip())),
        source=_one_line(source),
        date=_plain_date(
            metadata.value(MetadataField.DATE) or metadata.value(MetadataField.SIGN_DATE)
        ),
        number=_one_line(number),
        kind=_guess_kind(source, said, number),
        language=metadata.value(MetadataField.LANGUAGE) or "zh",
    )


def cite_gb7714(
    publication: Publication, section_path: tuple[str, ...] = (), page: str = ""
) -> str:
    """The entry of a reference list after GB/T 7714-2015, with page and sections as locator."""
    persons = _persons(publication.authors)
    is_newspaper = publication.kind is PublicationKind.NEWSPAPER
    responsible = persons or ("" if is_newspaper else publication.source)
    where = publication.source if publication.source != responsible else ""
    issued = ", ".join(part for part in (where, publication.number, publication.date) if part)
    locator = ", ".join(part for part in (_one_line(page), _sections(section_path)) if part)
    named = f"{publication.title}[{publication.kind.value}]"
    entry = ". ".join(part for part in (responsible, named, issued) if part)
    return f"{entry}: {locator}." if locator else f"{entry}."


def cite_short(publication: Publication, section_path: tuple[str, ...] = (), page: str = "") -> str:
    """A mention in running text: 《title》（source，year），page，section path."""
    year = publication.date[:4]
    origin = "，".join(
        part for part in (publication.source or _persons(publication.authors), year) if part
    )
    mention = f"《{publication.title}》" + (f"（{origin}）" if origin else "")
    on_page = f"第{_one_line(page)}页" if page else ""
    return "，".join(part for part in (mention, on_page, _sections(section_path)) if part)


def to_bibtex(publication: Publication, key: str) -> str:
    """One BibTeX entry; `key` is reduced to characters that BibTeX allows."""
    entry = {
        PublicationKind.NEWSPAPER: "article",
        PublicationKind.REPORT: "techreport",
        PublicationKind.OTHER: "misc",
    }[publication.kind]
    source_field = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
    fields = {
        "title": f"{{{_bibtex(publication.title)}}}",
        "author": " and ".join(f"{{{_bibtex(author)}}}" for author in publication.authors),
        source_field[entry]: _bibtex(publication.source),
        "number": _bibtex(publication.number),
        "year": publication.date[:4],
        "date": publication.date,
        "langid": "chinese" if publication.language.startswith("zh") else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    safe_key = re.sub(r"[^A-Za-z0-9_:-]", "", key) or "report"
    return "\n".join([f"@{entry}{{{safe_key},", *lines, "}"])


def to_csl_json(publications: tuple[tuple[str, Publication], ...]) -> str:
    """A CSL-JSON array of publications, each with its id (citationstyles.org, schema 1.0)."""
    return json.dumps(
        [_csl_item(item_id, publication) for item_id, publication in publications],
        ensure_ascii=False,
        indent=2,
    )


def _csl_item(item_id: str, publication: Publication) -> dict[str, object]:
    kinds = {
        PublicationKind.NEWSPAPER: "article-newspaper",
        PublicationKind.REPORT: "report",
        PublicationKind.OTHER: "document",
    }
    is_newspaper = publication.kind is PublicationKind.NEWSPAPER
    item: dict[str, object] = {
        "id": item_id,
        "type": kinds[publication.kind],
        "title": publication.title,
        "language": publication.language,
        "author": [{"literal": author} for author in publication.authors],
        "container-title" if is_newspaper else "publisher": publication.source,
        "number": publication.number,
    }
    date = _DATE.fullmatch(publication.date)
    if date:
        item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part]]}
    return {name: value for name, value in item.items() if value}


def _guess_kind(source: str, title: str, number: str) -> PublicationKind:
    if _NEWSPAPER.search(source.strip()):
        return PublicationKind.NEWSPAPER
    if number or _LAW.search(title.strip()):
        return PublicationKind.OTHER
    return PublicationKind.REPORT


def _plain_date(value: str) -> str:
    """The date of an ISO 8601 value without its time; a day without a year says too little."""
    found = _DATE.match(value)
    return found.group() if found else ""


def _persons(authors: tuple[str, ...]) -> str:
    named = ", ".join(authors[:MAX_AUTHORS])
    return f"{named}, 等" if len(authors) > MAX_AUTHORS else named


def _sections(section_path: tuple[str, ...]) -> str:
    return " / ".join(_one_line(title) for title in section_path)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _bibtex(text: str) -> str:
    return re.sub(r"([\\{}%&$#_^~])", lambda match: _BIBTEX_SIGNS[match.group()], text)


_BIBTEX_SIGNS = {
    **{sign: f"\\{sign}" for sign in "{}%&$#_"},
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
}
