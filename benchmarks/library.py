"""Speed of the library: adding, listing, searching, saving a note, also while reports are added.

python benchmarks/library.py [--reports 10000] [--rows 100000] [--rg] [--folder DIR]

Reports are put together from sentences made up here. Machines differ, so every figure that matters
is a ratio to something timed in the same run: `import sqlite3` in a fresh interpreter, ASCII words
in a bare FTS5 table, `rg -lF` over the same files, a bare INSERT with the same pragmas.
"""

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from reportreader.services.adding import add_paths
from reportreader.services.browsing import (
    ReportFilter,
    ReportOrder,
    count_reports,
    list_issuers,
    list_reports,
    list_shelves,
    list_years,
)
from reportreader.services.opening import Library, open_library
from reportreader.services.searching import search_library
from saving import bench_saving, bench_saving_while_adding
from timing import show, timed

PLACES = ["永安", "东平", "河口", "石桥", "柳林", "青山", "白水", "新集", "南湖", "北塘"]
WORKS = [
    "饮水工程",
    "农村公路",
    "养老服务",
    "垃圾分类",
    "文化下乡",
    "防汛抢险",
    "秸秆还田",
    "学前教育",
]
DEEDS = [
    "成立专班逐项销号",
    "建立台账按月通报",
    "走访群众听取意见",
    "组织志愿者入户",
    "整合资金统一招标",
]
ENDS = ["群众满意度明显提高", "问题得到及时解决", "工作机制逐步健全", "下一步继续推进"]
RARE = ["清淤疏浚", "油茶低改", "河湖长制", "溜索改桥"]
COMMON = "群众"
_MORE = 500
"""Reports that are added while notes are saved."""


def make_text(number: int) -> str:
    choices = random.Random(number)
    place, work = choices.choice(PLACES), choices.choice(WORKS)
    lines = [
        f"{place}县{work}情况第{number}号",
        f"来源：{place}日报　20{number % 24:02}年{number % 12 + 1}月5日",
        "",
    ]
    for part in range(choices.randint(3, 8)):
        lines.append(f"{'一二三四五六七八'[part]}、{choices.choice(WORKS)}")
        sentences = [
            f"{choices.choice(PLACES)}镇{choices.choice(DEEDS)}，完成{choices.choice(WORKS)}"
            f"{choices.randint(2, 900)}处，{choices.choice(ENDS)}。"
            for _ in range(choices.randint(2, 6))
        ]
        if choices.random() < 0.01:
            sentences.append(f"其中{choices.choice(RARE)}试点两处。")
        lines.append("".join(sentences))
    return "\n".join(lines) + "\n"


def write_files(folder: Path, count: int) -> int:
    """Writes the reports; their size in bytes."""
    size = 0
    for number in range(count):
        data = make_text(number).encode()
        (folder / f"{number:06}.txt").write_bytes(data)
        size += len(data)
    return size


def write_more(folder: Path, first: int) -> int:
    """Writes some reports that the library does not have; their number."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + _MORE):
        (folder / f"{number:06}.txt").write_text(make_text(number), encoding="utf-8")
    return _MORE


def bench_adding(library: Library, files: Path, count: int, size: int) -> None:
    start = time.perf_counter()
    summary = add_paths(library, [files])
    seconds = time.perf_counter() - start
    if summary.added != count:
        print(f"only {summary.added} of {count} were added")
    print(f"added {count} reports of {size / count:.0f} bytes: {count / seconds:.0f} reports/s")
    start = time.perf_counter()
    unchanged = add_paths(library, [files]).unchanged
    print(f"the same again, unchanged: {unchanged / (time.perf_counter() - start):.0f} reports/s")
    stored = library.path.stat().st_size
    print(f"library file / text: {stored / size:.2f}")


def bench_listing(path: Path, count: int) -> None:
    def first_page() -> None:
        with open_library(path) as library:
            list_reports(library, limit=60)

    show("open and first page of 60", *timed(first_page))
    with open_library(path) as library:
        for order in ReportOrder:
            page = timed(partial(list_reports, library, order=order, limit=60))
            middle = timed(partial(list_reports, library, order=order, start=count // 2, limit=60))
            show(f"page by {order.value}: first", *page, f"middle {middle[0]:.2f} ms")
        for name, act in (
            ("count of all", count_reports),
            ("counts of shelves", list_shelves),
            ("issuers", list_issuers),
            ("years", list_years),
        ):
            show(name, *timed(partial(act, library)))
        for text in ("饮水", "yssgc", "没有这样的题目"):
            wanted = ReportFilter(text=text)
            show(f"filter {text}", *timed(partial(list_reports, library, wanted, limit=60)))


def fill_rows(library: Library, count: int) -> None:
    """Adds reports of one line each in one transaction, for lists of any length."""
    from reportreader.document.document import Document
    from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
    from reportreader.library.reports import VersionOrigin, insert_report

    choices = random.Random(1)
    with library.transaction():
        for number in range(count):
            title = f"{choices.choice(PLACES)}县{choices.choice(WORKS)}情况第{number}号"
            said = {
                MetadataField.TITLE: title,
                MetadataField.SOURCE: f"{choices.choice(PLACES)}日报",
                MetadataField.DATE: f"20{number % 24:02}-{number % 12 + 1:02}-05",
            }
            items = tuple(MetadataItem(field=field, value=value) for field, value in said.items())
            origin = VersionOrigin(
                text_sha256=f"{number:064x}",
                source_sha256="",
                byte_length=0,
                encoding="utf-8",
                extractor="text",
                extractor_version=1,
            )
            document = Document(text=title, metadata=Metadata(items=items))
            insert_report(library, document, origin, path="", name=title)


def bench_imports() -> None:
    for code in (
        "import sqlite3",
        "import reportreader.services.browsing, reportreader.services.opening",
    ):
        run = [sys.executable, "-c", code]
        show(code[:44], *timed(partial(subprocess.run, run, check=True)))


def bench_searching(path: Path, files: Path | None) -> None:
    with open_library(path) as library:
        for query in (*RARE, "饮水工程", COMMON, "柳林镇 -饮水工程", "水"):
            results = search_library(library, query)
            mine = timed(partial(search_library, library, query))
            note = f"{results.total_reports} reports"
            if files is not None:
                run = ["rg", "-lF", query, str(files)]
                theirs = timed(partial(subprocess.run, run, check=False, capture_output=True))
                note += f"; rg {theirs[0]:.1f} ms; 1/{theirs[0] / mine[0]:.0f}, p95 1/{theirs[1] / mine[1]:.0f}"
            show(f"search {query} with 50 snippets", *mine, note)


def bench_index(texts: list[str]) -> None:
    """Bigrams against as many ASCII words of the same length in bytes of text, in bare tables."""
    from reportreader.analysis.bigrams import FTS5_TOKENIZE, index_tokens

    size = sum(len(text.encode()) for text in texts) / 1e6
    start = time.perf_counter()
    tokens = [index_tokens(text) for text in texts]
    tokenizing = time.perf_counter() - start
    words: dict[str, str] = {}
    plain = [
        " ".join(words.setdefault(token, f"w{len(words)}") for token in one.split())
        for one in tokens
    ]
    bigrams, ascii_words = (_build_index(rows, FTS5_TOKENIZE) for rows in (tokens, plain))
    print(
        f"index of {size:.1f} MB: tokens {size / tokenizing:.1f} MB/s, table {size / bigrams:.1f} MB/s, "
        f"{ascii_words / bigrams:.2f} of as many ASCII words"
    )


def _build_index(rows: list[str], tokenize: str) -> float:
    """Seconds that a bare table takes."""
    start = time.perf_counter()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            f"CREATE VIRTUAL TABLE f USING fts5(b, content='', tokenize='{tokenize}')"
        )
        connection.executemany("INSERT INTO f (b) VALUES (?)", [(one,) for one in rows])
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument(
        "--folder", type=Path, help="keeps files and library, and uses what is there"
    )
    parser.add_argument(
        "--rows", type=int, default=0, help="lists only, over so many short reports"
    )
    parser.add_argument("--rg", action="store_true", help="compare search with ripgrep")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        files, path = folder / "files", folder / "library.sqlite"
        if asked.rows:
            with open_library(path) as library:
                fill_rows(library, asked.rows)
            bench_listing(path, asked.rows)
            return
        if not path.exists():
            files.mkdir(parents=True, exist_ok=True)
            size = write_files(files, asked.reports)
            with open_library(path) as library:
                bench_adding(library, files, asked.reports, size)
        bench_index([make_text(number) for number in range(min(asked.reports, 1000))])
        bench_imports()
        bench_listing(path, asked.reports)
        bench_searching(path, files if asked.rg else None)
        bench_saving(path, folder)
        bench_saving_while_adding(path, folder / "more", write_more(folder / "more", asked.reports))


if __name__ == "__main__":
    main()
