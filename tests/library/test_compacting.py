"""A library of version 2 with contents, as it was written then, becomes one of today."""

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from reportreader.library.backups import backup_folder
from reportreader.library.checking import iter_problems
from reportreader.library.documents import load_document
from reportreader.library.figures import load_figures
from reportreader.library.fileformat import SCHEMA_VERSION, schema_version
from reportreader.library.keyphrases import load_keyphrases
from reportreader.library.library import Library
from reportreader.library.opening import open_file
from reportreader.library.reports import find_text_owners
from reportreader.library.salvaging import salvage_rows
from reportreader.library.searching import count_reports_with
from reportreader.library.sources import find_source
from reportreader.notes.annotation import VersionId

_FIXTURES = Path(__file__).parent / "fixtures"
_PARTS = ("sections", "articles", "spans", "metadata", "keyphrases", "figures")


def _told() -> dict[str, Any]:
    """What the program of that time read from the file."""
    said: dict[str, Any] = json.loads(
        gzip.decompress((_FIXTURES / "version_2.json.gz").read_bytes())
    )
    return said


@pytest.fixture
def old_path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((_FIXTURES / "version_2.sqlite.gz").read_bytes()))
    return path


@pytest.fixture
def migrated(old_path: Path) -> Iterator[Library]:
    with open_file(old_path) as library:
        yield library


def test_everything_found_in_a_text_is_carried_over(migrated: Library) -> None:
    assert schema_version(migrated) == SCHEMA_VERSION
    told = _told()["versions"]
    assert any(version["text_length"] > 1 << 18 for version in told.values())
    for name in _PARTS:
        assert any(version[name] for version in told.values()), name
    for version_id, version in told.items():
        found = _parts(migrated, VersionId(int(version_id)))
        assert {name: json.loads(json.dumps(found[name])) for name in _PARTS} == {
            name: version[name] for name in _PARTS
        }


def _parts(library: Library, version_id: VersionId) -> dict[str, list[tuple[object, ...]]]:
    document = load_document(library, version_id)
    return {
        "sections": [tuple(part) for part in document.sections],
        "articles": [tuple(part) for part in document.articles],
        "spans": [tuple(part) for part in document.spans],
        "metadata": [tuple(part) for part in document.metadata.items],
        "keyphrases": [astuple(part) for part in load_keyphrases(library, version_id)],
        "figures": [astuple(part) for part in load_figures(library, version_id)],
    }


def test_digests_are_bytes_and_texts_and_notes_still_answer_to_them(migrated: Library) -> None:
    told = _told()
    stored = migrated.rows(
        "SELECT version_id, text_sha256, source_sha256 FROM report_version ORDER BY version_id"
    )
    assert [[row[0], row[1].hex(), row[2].hex()] for row in stored] == told["digests"]
    for path, digest in told["files"]:
        source = find_source(migrated, path)
        assert source is not None
        assert source.sha256 == digest
    for version_id, digest, _ in told["digests"]:
        assert version_id in [owner.version_id for owner in find_text_owners(migrated, digest)]
    assert list(iter_problems(migrated)) == []


def test_notes_places_and_terms_stay(migrated: Library) -> None:
    assert migrated.rows(
        "SELECT quote, body, note_count FROM annotation JOIN report USING (report_id)"
    ) == [("管护率", "核实", 1)]
    assert migrated.value("SELECT name FROM tag") == "民生/饮水"
    assert migrated.value("SELECT count(*) FROM reading_place") > 0
    assert migrated.value("SELECT text FROM term") == "管护员"


def test_the_new_index_knows_the_current_texts(migrated: Library) -> None:
    assert count_reports_with(migrated, "饮水点14处") == 1
    assert count_reports_with(migrated, "饮水点12处") == 0
    assert count_reports_with(migrated, "夜校开课记") == 1


def test_the_tables_are_those_of_a_new_library(migrated: Library, tmp_path: Path) -> None:
    def tables(path: Path) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(
                "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
            ).fetchall()

    with open_file(tmp_path / "new.sqlite") as fresh:
        assert tables(fresh.path) == tables(migrated.path)


def test_the_file_of_before_is_kept_whole(migrated: Library) -> None:
    (backup,) = backup_folder(migrated.path).iterdir()
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM section").fetchone()[0] > 0
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_the_step_left_empty_is_given_back(migrated: Library) -> None:
    free = migrated.value("PRAGMA freelist_count")
    assert free * 8 <= migrated.value("PRAGMA page_count")


def test_references_are_watched_again_after_the_step(migrated: Library) -> None:
    assert migrated.value("PRAGMA foreign_keys") == 1
    with pytest.raises(sqlite3.IntegrityError), migrated.transaction():
        migrated.execute("INSERT INTO keyphrase_pack VALUES (999, '[]')")


def test_texts_and_notes_of_an_old_file_are_salvaged_and_the_rest_is_due(
    old_path: Path, tmp_path: Path
) -> None:
    with open_file(tmp_path / "new.sqlite") as rescued:
        salvaged = salvage_rows(old_path, rescued)
        assert all(table.is_whole for table in salvaged)
        assert list(iter_problems(rescued)) == []
        assert rescued.value("SELECT count(*) FROM annotation") == 1
        assert rescued.rows("SELECT DISTINCT structure_version FROM report_version") == [(0,)]
        assert count_reports_with(rescued, "饮水点14处") == 1
