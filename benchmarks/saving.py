"""How long saving a note takes, alone and while another process adds reports to the same library."""

import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from reportreader.library.connecting import connect
from reportreader.notes.annotation import AnnotationKind
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.browsing import list_reports
from reportreader.services.opening import open_library
from reportreader.services.reading import open_report
from timing import show, timed

_ADD = """import sys
from pathlib import Path
from reportreader.services.adding import add_paths
from reportreader.services.opening import open_library
with open_library(Path(sys.argv[1])) as library:
    add_paths(library, [Path(sys.argv[2])])
"""
_DRAFT = AnnotationDraft(
    kind=AnnotationKind.HIGHLIGHT, start=3, end=30, body="核实数字" * 10, tags=("民生",)
)
_PAUSE_SECONDS = 0.02
"""Between two notes; a reader who saved without pause would keep the other process from adding."""


def bench_saving(path: Path, folder: Path) -> None:
    bare_path = folder / "bare.sqlite"
    bare_path.touch()
    with open_library(path) as library, closing(connect(bare_path, read_only=False)) as bare:
        bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, quote TEXT, body TEXT)")
        opened = open_report(library, list_reports(library, limit=1)[0].report_id)
        saved = timed(lambda: add_annotation(library, opened, _DRAFT), 100)
        raw = timed(lambda: _insert(bare), 100)
        show("save a note", *saved, f"bare INSERT {raw[0]:.2f}; ratio {saved[0] / raw[0]:.2f}")
        show("open a report", *timed(lambda: open_report(library, opened.report_id)))


def bench_saving_while_adding(path: Path, folder: Path, count: int) -> None:
    """Saves notes until the other process has added the files of `folder`."""
    with open_library(path) as library:
        opened = open_report(library, list_reports(library, limit=1)[0].report_id)
        alone = timed(lambda: add_annotation(library, opened, _DRAFT), 100)
        adding = subprocess.Popen([sys.executable, "-c", _ADD, str(path), str(folder)])
        times = []
        while adding.poll() is None:
            start = time.perf_counter()
            add_annotation(library, opened, _DRAFT)
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(_PAUSE_SECONDS)
    times.sort()
    median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    note = f"{len(times)} notes while {count} reports were added; ratio {median / alone[0]:.1f}"
    show("save a note while reports are added", median, p95, note)


def _insert(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO note (quote, body) VALUES (?, ?)", ("甲" * 27, "核实数字" * 10))
    connection.execute("COMMIT")
