"""Speed of the structure passes, as seconds for a megabyte of UTF-8.

python benchmarks/structure.py [--report FILE …] [--megabytes SIZE]

Times a short report (the given files or one made up here), each pass over a long report made of
many, and texts made to be slow: nothing but marks, brackets, blanks, digits, days or short lines.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reportreader.structure import find_structure
from reportreader.structure.articles import find_page, make_articles
from reportreader.structure.assembling import make_blocks, make_sections
from reportreader.structure.back import read_back
from reportreader.structure.flat import split_flat
from reportreader.structure.folding import fold
from reportreader.structure.front import find_front_end, read_front
from reportreader.structure.furniture import find_furniture
from reportreader.structure.headings import find_headings
from reportreader.structure.joining import join_lines
from reportreader.structure.levels import find_levels
from reportreader.structure.line import find_lines

T = TypeVar("T")
PART = (
    "{number}、扎实推进第{number}项工作\n"
    "一是加强组织领导。成立工作专班，定期研究，逐项销号，确保各项任务按期完成，群众满意度不断提高。\n"
    "二是强化督促检查。建立台账，每月通报，对进展缓慢的单位进行约谈，共整改问题三十五个。\n"
)
SENTENCES = "坚持以读者为中心，推进各项工作，落实任务，完成目标。取得成效，得到群众好评。\n"
HOSTILE = {
    "1.1 on lines": "1.1\n",
    "一、 on lines": "一、\n",
    "一、 on one line": "一、",
    "（一） on one line": "（一）",
    "一是 with sentences": "一是加强学习。二是抓好落实。",
    "第一章 on one line": "第一章 ",
    "brackets": "（",
    "empty brackets on lines": "【】\n",
    "squares on lines": "■\n",
    "blanks": " ",
    "digits": "1",
    "dashes": "——",
    "newlines": "\n",
    "hashes": "#",
    "days on lines": "2021年3月5日\n",
    "names on lines": "王小明\n",
    "colons on lines": "甲：乙\n",
    "sources on lines": "来源：县政府\n",
    "reporters on lines": "本报记者 王小明\n",
    "contents on lines": "目录\n",
    "four characters on lines": "甲乙丙丁\n",
    "commas, no sentence": "中文字，没有句号",
    "one character": "中",
    "short lines and text": f"加强学习抓好落实\n{SENTENCES}",
}


def make_report(parts: int) -> str:
    return "县档案馆工作总结\n2021-12-01 来源：县档案馆\n" + "".join(
        PART.format(number="一二三四五六七八九十"[index % 10]) for index in range(parts)
    )


def show(name: str, text: str, seconds: float) -> None:
    size = len(text.encode()) / 1e6
    print(
        f"{name:28} {size:7.3f} MB {seconds * 1000:9.2f} ms {seconds / size:7.3f} s/MB"
        f" {size / seconds:8.2f} MB/s"
    )


def best(text: str, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        find_structure(text)
        times.append(time.process_time() - start)
    return min(times)


def timed(name: str, text: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    show(f"  {name}", text, time.process_time() - start)
    return result


def show_passes(text: str) -> None:
    view = timed("normalise", text, lambda: fold(text))
    lines = timed("lines", text, lambda: find_lines(view))
    furniture = timed("furniture", text, lambda: find_furniture(text, view, lines))
    joined = timed("joins", text, lambda: join_lines(view, lines, furniture))
    units = timed("flat text", text, lambda: split_flat(view, joined))
    page = timed("articles", text, lambda: find_page(view, units, {}))
    front = timed("front", text, lambda: read_front(text, view, units, {}, titled=False))
    roles = dict(front.roles)
    first = find_front_end(view, units, roles)
    back = timed("back", text, lambda: read_back(text, view, units, roles, first))
    roles.update(back.roles)
    headings = timed(
        "headings",
        text,
        lambda: find_headings(view, units, roles, page, is_flat=False, cut_off=False),
    )
    levels = timed("levels", text, lambda: find_levels(headings))
    items = (*front.items, *back.items)
    timed("blocks", text, lambda: make_blocks(view, units, roles, items, {}, headings, levels))
    timed("sections", text, lambda: make_sections(text, units, headings, levels))
    timed("make articles", text, lambda: make_articles(text, units, page))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, nargs="*", default=[])
    parser.add_argument("--megabytes", type=float, default=1.0)
    arguments = parser.parse_args()
    size = int(arguments.megabytes * 1e6)
    find_structure(make_report(3))
    for path in arguments.report:
        text = path.read_text(encoding="utf-8")
        show(path.name, text, best(text, 5))
    short = make_report(10)
    long = make_report(size // len(PART.encode()))
    show("short report", short, best(short, 20))
    show("long report", long, best(long, 1))
    show_passes(long)
    for name, piece in HOSTILE.items():
        text = piece * (size // len(piece.encode()))
        show(f"only {name}", text, best(text, 1))


if __name__ == "__main__":
    main()
