"""Search in libraries of any size against ripgrep on the same files and a bare FTS5 table.

python benchmarks/search.py [--reports 10000] [--folder DIR] [--rounds 3] [--fuzz 10000]

Reports are made by `recombined.py`; a folder keeps files and library for the next run (100,000
reports take 330 MB of files, 2.6 times as much of library, and five to ten minutes to add).
`--fuzz` instead compares that many random queries with a matcher that knows no index. Every figure
is a ratio between things timed in one run: each term is looked for by ripgrep between our own
searches for it, so that whatever else the machine does slows both. A search is `search_library`
with fifty reports and an extract of each.
"""

import argparse
import random
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from query_fuzz import compare_queries
from recombined import make_report, write_reports
from reportreader.analysis.bigrams import FTS5_TOKENIZE, index_tokens
from reportreader.library.index_merging import PIECES_JOINED
from reportreader.library.searching import count_reports_with
from reportreader.services.adding import add_paths
from reportreader.services.browsing import count_reports
from reportreader.services.opening import Library, open_library
from reportreader.services.searching import search_library

_SHOWN = 50
_TERMS = 20
_GREPPED = 10
"""Terms of each class that ripgrep looks for."""
_INDEXED = 5_000
"""Reports over which the building of an index is timed."""

CLASSES = {
    "rare, 4 characters": (4, 0.0, 0.002),
    "middling, 3 characters": (3, 0.002, 0.03),
    "frequent, 2 characters": (2, 0.3, 1.0),
    "12 characters": (12, 0.0, 1.0),
    "one character": (1, 0.0, 1.0),
}
"""Length of the terms, and the share of the reports that holds them."""


def fill(path: Path, files: Path, count: int) -> None:
    """Adds the files with one transaction for a thousand reports."""
    start = time.perf_counter()
    folders = sorted(files.iterdir())
    with open_library(path) as library:
        for folder in folders:
            with library.transaction():
                add_paths(library, [folder])
        if count_reports(library) != count:
            print(f"only {count_reports(library)} of {count} were added")
    print(f"added at {count / (time.perf_counter() - start):.0f} reports/s")


def pick_terms(library: Library, count: int) -> Iterator[tuple[str, list[str]]]:
    """Terms of each class, by how many reports hold them."""
    choices = random.Random(5)
    for name, (length, least, most) in CLASSES.items():
        found: dict[str, None] = {}
        for _ in range(20_000):
            text = make_report(choices.randrange(count))
            at = choices.randrange(len(text) - length)
            term = text[at : at + length]
            if all("一" <= letter <= "鿿" for letter in term) and term not in found:
                share = count_reports_with(library, term) / count
                if least < share <= most:
                    found[term] = None
            if len(found) == _TERMS:
                break
        yield name, list(found)


def bench_queries(path: Path, files: Path, count: int, rounds: int) -> None:
    with open_library(path) as library:
        for name, terms in pick_terms(library, count):
            kinds: dict[str, Callable[[str], object]] = {
                "search": lambda term: search_library(library, term, limit=_SHOWN, snippets=1),
                "three extracts": lambda term: search_library(library, term, limit=_SHOWN),
                "at every key": lambda term: search_library(
                    library, term, limit=_SHOWN, at_once=True
                ),
                "all weighed": lambda term: search_library(
                    library, term, limit=_SHOWN, weigh_all=True
                ),
                "opened anew": lambda term: in_fresh_connection(path, term),
            }
            times: dict[str, list[float]] = {kind: [] for kind in kinds}
            theirs = []
            for number, term in enumerate(terms):
                search_library(library, term, limit=_SHOWN)
                for _ in range(rounds):
                    for kind, search in kinds.items():
                        times[kind].append(seconds(partial(search, term)))
                if number < _GREPPED:
                    theirs.append(seconds(partial(grep, term, files)))
            measure = statistics.median(theirs)
            print(f"{name}: {len(terms)} terms, rg {measure * 1000:.0f} ms")
            for kind, each in times.items():
                show(kind, each, measure)


def grep(term: str, files: Path) -> None:
    subprocess.run(["rg", "-lF", term, str(files)], check=False, capture_output=True)


def in_fresh_connection(path: Path, term: str) -> None:
    """What the first key press costs: the library opened and searched."""
    with open_library(path, create=False) as library:
        search_library(library, term, limit=_SHOWN, at_once=True)


def show(kind: str, times: list[float], theirs: float) -> None:
    times = sorted(times)
    median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    print(
        f"  {kind:14} {median * 1000:8.2f} ms  p95 {p95 * 1000:8.2f}"
        f"   of rg: 1/{theirs / median:.0f}, p95 1/{theirs / p95:.1f}"
    )


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def spent(act: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    act()
    return time.process_time() - start


def bench_sizes(path: Path, files: Path) -> None:
    size = sum(file.stat().st_size for file in files.rglob("*.txt"))
    with closing(sqlite3.connect(path)) as connection:
        (index,) = connection.execute("SELECT sum(length(block)) FROM report_fts_data").fetchone()
    print(f"index / text: {index / size:.2f}   store / text: {path.stat().st_size / size:.2f}")


def bench_building(count: int) -> None:
    """Tokens and table of our index against a bare table of as many ASCII words, processor time."""
    texts = [make_report(number) for number in range(min(count, _INDEXED))]
    words: dict[str, str] = {}
    plain = [
        " ".join(words.setdefault(token, f"w{len(words)}") for token in index_tokens(text).split())
        for text in texts
    ]
    ours, bare, bigrams = [], [], []
    for _ in range(3):
        ours.append(spent(lambda: build((index_tokens(text) for text in texts), PIECES_JOINED)))
        bare.append(spent(lambda: build(iter(plain))))
        bigrams.append(spent(lambda: [index_tokens(text) for text in texts]))
    ratio, share = min(bare) / min(ours), min(bigrams) / min(ours)
    print(f"index build: {ratio:.2f} of raw FTS5 with as many ASCII words ({share:.0%} tokenising)")


def build(rows: Iterator[str], pieces_joined: int = 0) -> None:
    """A table in a file, a transaction for each text, as the library adds them.

    `pieces_joined` is what the library tells its index; 0 leaves it as SQLite has it.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder) / "index", isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            f"CREATE VIRTUAL TABLE f USING fts5(b, content='', tokenize='{FTS5_TOKENIZE}')"
        )
        if pieces_joined:
            connection.execute("INSERT INTO f (f, rank) VALUES ('automerge', ?)", (pieces_joined,))
        for row in rows:
            connection.execute("INSERT INTO f (b) VALUES (?)", (row,))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="keeps files and library, uses what is there")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--fuzz", type=int, default=0, help="compare so many random queries")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        files, path = folder / "files", folder / "library.sqlite"
        if not files.exists():
            write_reports(files, asked.reports)
        if not path.exists():
            fill(path, files, asked.reports)
        if asked.fuzz:
            with open_library(path) as library:
                compare_queries(library, asked.fuzz)
            return
        bench_sizes(path, files)
        bench_building(asked.reports)
        bench_queries(path, files, asked.reports, asked.rounds)


if __name__ == "__main__":
    main()
