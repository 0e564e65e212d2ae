"""Runs the command line inside the test, on a library of the test's own that holds no samples."""

import io
from pathlib import Path

import pytest
from tests.cli.running import OTHER, REPORT, Result, Run

from reportreader.cli.main import run
from reportreader.services.opening import open_library


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A new library without the sample reports."""
    nothing = tmp_path / "no-samples"
    nothing.mkdir()
    path = tmp_path / "library.sqlite"
    open_library(path, samples=nothing).close()
    return path


@pytest.fixture
def cli(
    library_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Runs one command line in a folder of the test's own."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*words: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run(["--library", str(library_path), *words])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call


@pytest.fixture
def filled(cli: Run) -> Run:
    """The same with two reports: 1 is `REPORT` (水务.txt), 2 is `OTHER` (道路.txt)."""
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    Path("道路.txt").write_text(OTHER, encoding="utf-8")
    assert cli("add", "水务.txt", "道路.txt").code == 0
    return cli
