"""Reports, their versions and the files they came from: the rows that adding and removing write."""

from dataclasses import dataclass

from reportreader.analysis.folding import fold
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.library.correctionplaces import place_corrections
from reportreader.library.documents import (
    load_document,
    load_text,
    save_document,
    save_structure,
)
from reportreader.library.fulltext import index_report, unindex_report
from reportreader.library.library import Library
from reportreader.library.pinyin import initials
from reportreader.library.standing import current_version, report_title
from reportreader.notes.annotation import ReportId, VersionId

_ADD_VERSION = """INSERT INTO report_version (report_id, number, text_sha256, source_sha256,
  byte_length, length, encoding, extractor, extractor_version, structure_version, imported)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_REPORT = """INSERT INTO report (title, title_key, search_key, initials, length, path, added)
  VALUES (?, ?, ?, ?, ?, ?, ?)"""
_DESCRIBE = """UPDATE report SET title = ?, title_key = ?, search_key = ?, initials = ?,
  issuer = ?, author = ?, date = ?, document_number = ?, length = ? WHERE report_id = ?"""
_FIND_OWNERS = """SELECT v.report_id, v.version_id, r.version_id = v.version_id
  FROM report_version v JOIN report r USING (report_id)
  WHERE v.text_sha256 = ? ORDER BY r.deleted = '' DESC, v.report_id"""
_COUNT_VERSIONS = """UPDATE report SET version_count =
  (SELECT count(*) FROM report_version WHERE report_id = ?) WHERE report_id = ?"""
_STAMP = "UPDATE report_version SET structure_version = ? WHERE version_id = ?"
_FIND_NAMESAKES = """SELECT report_id, version_id, issuer, date FROM report
  WHERE deleted = '' AND title_key = ? ORDER BY report_id DESC"""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionOrigin:
    """Where the text of a version came from and who drew it out of the file.

    The digests are hexadecimal; they are stored as bytes.
    """

    text_sha256: str
    source_sha256: str
    byte_length: int
    encoding: str
    extractor: str
    extractor_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOwner:
    """A report that has a certain text as its current version, or had it before."""

    report_id: ReportId
    version_id: VersionId
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A report that has a certain title."""

    report_id: ReportId
    version_id: VersionId
    issuer: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a list shows of a report, read from its document."""

    title: str
    issuer: str
    author: str
    date: str
    document_number: str
    length: int


def describe(document: Document, *, name: str) -> Description:
    """The description of a document; `name` is its title where it says none and has no text."""
    metadata = document.metadata

    def first(*fields: MetadataField) -> str:
        return next((said for field in fields if (said := metadata.value(field))), "")

    return Description(
        title=document.title or name,
        issuer=first(MetadataField.SOURCE, MetadataField.SIGNATURE),
        author=first(MetadataField.AUTHOR, MetadataField.REPORTER, MetadataField.SPEAKER),
        date=first(MetadataField.DATE, MetadataField.SIGN_DATE),
        document_number=first(MetadataField.DOCUMENT_NUMBER),
        length=len(document.text),
    )


def insert_report(
    library: Library, document: Document, origin: VersionOrigin, *, path: str, name: str
) -> tuple[ReportId, VersionId]:
    """A new report with its first version, indexed; inside a transaction."""
    described = describe(document, name=name)
    report_id = ReportId(
        library.insert(
            _ADD_REPORT,
            (*_title_columns(described), described.length, path, library.now()),
        )
    )
    version_id = _insert_version(library, report_id, 1, document, origin)
    _set_current(library, report_id, version_id, described)
    index_report(library, report_id, described.title, document.text)
    return report_id, version_id


def insert_version(
    library: Library, report_id: ReportId, document: Document, origin: VersionOrigin, *, name: str
) -> VersionId:
    """Makes `document` the current text of a report; inside a transaction.

    Of a text that the report had before only the structure is stored again. Corrections come
    along and go into the description; annotations are not carried here.
    """
    known = library.value(
        "SELECT version_id FROM report_version WHERE report_id = ? AND text_sha256 = ?",
        (report_id, bytes.fromhex(origin.text_sha256)),
    )
    unindex_current(library, report_id)
    if known is None:
        number = next_version_number(library, report_id)
        version_id = _insert_version(library, report_id, number, document, origin)
    else:
        version_id = VersionId(known)
        save_structure(library, version_id, document)
        library.execute(_STAMP, (document.structure_version, version_id))
    if place_corrections(library, report_id, version_id):
        document = load_document(library, version_id)
    described = describe(document, name=name)
    _set_current(library, report_id, version_id, described)
    index_report(library, report_id, described.title, document.text)
    library.execute(_COUNT_VERSIONS, (report_id, report_id))
    return version_id


def next_version_number(library: Library, report_id: ReportId) -> int:
    """The number after the last one: of versions that were split off the numbers are free."""
    highest = library.value(
        "SELECT max(number) FROM report_version WHERE report_id = ?", (report_id,)
    )
    return int(highest or 0) + 1


def refresh_report(library: Library, report_id: ReportId) -> None:
    """Describes a report anew after its structure changed; inside a transaction.

    Its figures are due to be found again.
    """
    version_id = current_version(library, report_id)
    title = report_title(library, report_id)
    document = load_document(library, version_id)
    described = describe(document, name=title)
    if described.title != title:
        unindex_report(library, report_id, title, document.text)
        index_report(library, report_id, described.title, document.text)
    _set_current(library, report_id, version_id, described)
    library.execute(
        "UPDATE report_version SET figures_version = 0 WHERE version_id = ?", (version_id,)
    )


def insert_report_of(library: Library, version_id: VersionId, *, path: str) -> ReportId:
    """A new report whose current text is a version that another report has; inside a transaction.

    The version stays with its report until it is moved.
    """
    described = describe(load_document(library, version_id), name=path)
    report_id = ReportId(
        library.insert(
            _ADD_REPORT, (*_title_columns(described), described.length, path, library.now())
        )
    )
    library.execute("UPDATE report SET version_id = ? WHERE report_id = ?", (version_id, report_id))
    index_current(library, report_id)
    return report_id


def index_current(library: Library, report_id: ReportId) -> None:
    """Describes and indexes a report by its current version; inside a transaction."""
    version_id = current_version(library, report_id)
    document = load_document(library, version_id)
    described = describe(document, name=report_title(library, report_id))
    _set_current(library, report_id, version_id, described)
    index_report(library, report_id, described.title, document.text)


def unindex_current(library: Library, report_id: ReportId) -> None:
    """Takes a report out of the index, before its current version changes; in a transaction."""
    version_id = current_version(library, report_id)
    unindex_report(
        library, report_id, report_title(library, report_id), load_text(library, version_id)
    )


def find_text_owners(library: Library, text_sha256: str) -> tuple[TextOwner, ...]:
    """The reports that have or had this very text, those outside the trash first."""
    return tuple(
        TextOwner(report_id=ReportId(row[0]), version_id=VersionId(row[1]), is_current=bool(row[2]))
        for row in library.rows(_FIND_OWNERS, (bytes.fromhex(text_sha256),))
    )


def find_namesakes(library: Library, title: str) -> tuple[Namesake, ...]:
    """The reports outside the trash that are titled so, the last added first."""
    return tuple(
        Namesake(
            report_id=ReportId(row[0]),
            version_id=VersionId(row[1]),
            issuer=row[2],
            date=row[3],
        )
        for row in library.rows(_FIND_NAMESAKES, (_title_key(title),))
    )


def set_path(library: Library, report_id: ReportId, path: str) -> None:
    """Says where the file of a report is now; inside a transaction."""
    library.execute("UPDATE report SET path = ? WHERE report_id = ?", (path, report_id))


def _insert_version(
    library: Library, report_id: ReportId, number: int, document: Document, origin: VersionOrigin
) -> VersionId:
    version_id = VersionId(
        library.insert(
            _ADD_VERSION,
            (
                report_id,
                number,
                bytes.fromhex(origin.text_sha256),
                bytes.fromhex(origin.source_sha256),
                origin.byte_length,
                len(document.text),
                origin.encoding,
                origin.extractor,
                origin.extractor_version,
                document.structure_version,
                library.now(),
            ),
        )
    )
    save_document(library, version_id, document)
    return version_id


def _set_current(
    library: Library, report_id: ReportId, version_id: VersionId, described: Description
) -> None:
    library.execute(
        _DESCRIBE,
        (
            *_title_columns(described),
            described.issuer,
            described.author,
            described.date,
            described.document_number,
            described.length,
            report_id,
        ),
    )
    library.execute("UPDATE report SET version_id = ? WHERE report_id = ?", (version_id, report_id))


def _title_columns(described: Description) -> tuple[str, bytes, str, str]:
    title = described.title
    return (
        title,
        _title_key(title),
        fold(f"{title}\n{described.issuer}"),
        initials(title),
    )


def _title_key(title: str) -> bytes:
    """What titles are sorted by: the common characters stand in the order of their pinyin."""
    return title.encode("gb18030", "replace")
