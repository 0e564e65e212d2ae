"""Archives on the command line: each report in one is a report of the library."""

import os
from pathlib import Path

from tests.cli.running import OTHER, REPORT, Run
from tests.ingest.packages import make_docx, make_zip, paragraph


def test_the_reports_of_an_archive_are_added_once(cli: Run) -> None:
    path = Path("年报.zip")
    path.write_bytes(make_zip({"内/水务.txt": REPORT, "道路.txt": OTHER, "内.zip": make_zip({})}))
    os.utime(path, (1_000_000_000, 1_000_000_000))
    first = cli("add", "年报.zip", "--json")
    assert first.code == 4
    assert [(file["path"], file["outcome"], file["error"]) for file in first.json["files"]] == [
        ("年报.zip!/内.zip", "refused", "archive_nested"),
        ("年报.zip!/内/水务.txt", "added", ""),
        ("年报.zip!/道路.txt", "added", ""),
    ]
    assert first.json["added"] == 2
    again = cli("add", "年报.zip", "--json").json
    assert (again["unchanged"], again["refused"]) == (2, 1)
    paths = [report["path"] for report in cli("list", "--json", "--sort", "title").json]
    folder = os.fspath(Path.cwd())
    assert sorted(paths) == [f"{folder}/年报.zip!/内/水务.txt", f"{folder}/年报.zip!/道路.txt"]


def test_a_changed_archive_brings_new_versions(cli: Run) -> None:
    path = Path("年报.zip")
    path.write_bytes(make_zip({"水务.txt": REPORT}))
    assert cli("add", "年报.zip").code == 0
    path.write_bytes(make_zip({"水务.txt": REPORT.replace("十二座", "十三座")}))
    assert cli("add", "年报.zip", "--json").json["new_versions"] == 1


def test_an_archive_in_a_folder_is_found(cli: Run) -> None:
    Path("报告").mkdir()
    docx = make_docx(paragraph("青石县水务报告"))
    Path("报告/a.zip").write_bytes(make_zip({"水务.docx": docx}))
    result = cli("add", "报告")
    assert (result.code, result.out) == (0, "收入\t1\t青石县水务报告\n")


def test_an_archive_is_not_shown_as_one_report(cli: Run) -> None:
    Path("年报.zip").write_bytes(make_zip({"水务.txt": REPORT}))
    result = cli("show", "./年报.zip")
    assert result.code == 4
    assert "压缩包" in result.err


def test_an_archive_is_no_version_of_one_report(filled: Run) -> None:
    Path("年报.zip").write_bytes(make_zip({"水务.txt": REPORT}))
    assert filled("add", "年报.zip", "--version-of", "1").code == 2
