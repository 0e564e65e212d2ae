"""Speed of the structure passes, as MB of UTF-8 a second.

python benchmarks/structure.py [--report FILE …]

Times a short report (the given files or one made up here), a long report made of many, and texts
that are nothing but marks, brackets, blanks or digits.
"""

import argparse
import time
from pathlib import Path

from reportreader.structure import find_structure
from reportreader.structure.folding import fold
from reportreader.structure.furniture import find_furniture
from reportreader.structure.joining import join_lines
from reportreader.structure.line import find_lines

PART = (
    "{number}、扎实推进第{number}项工作\n"
    "一是加强组织领导。成立工作专班，定期研究，逐项销号，确保各项任务按期完成，群众满意度不断提高。\n"
    "二是强化督促检查。建立台账，每月通报，对进展缓慢的单位进行约谈，共整改问题三十五个。\n"
)
HOSTILE = {
    "marks": "一、",
    "brackets": "（",
    "blanks": " ",
    "digits": "1",
    "dashes": "——",
    "newlines": "\n",
    "decimals": "1.1\n",
}


def make_report(parts: int) -> str:
    return "县档案馆工作总结\n2021-12-01 来源：县档案馆\n" + "".join(
        PART.format(number="一二三四五六七八九十"[index % 10]) for index in range(parts)
    )


def show(name: str, text: str, seconds: float) -> None:
    size = len(text.encode()) / 1e6
    print(f"{name:24} {size:8.3f} MB {seconds * 1000:10.2f} ms {size / seconds:8.2f} MB/s")


def best(text: str, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        find_structure(text)
        times.append(time.perf_counter() - start)
    return min(times)


def show_passes(text: str) -> None:
    start = time.perf_counter()
    view = fold(text)
    folded = time.perf_counter()
    lines = find_lines(view)
    lined = time.perf_counter()
    furniture = find_furniture(text, view, lines)
    stripped = time.perf_counter()
    join_lines(view, lines, furniture)
    joined = time.perf_counter()
    show("  normalise", text, folded - start)
    show("  lines", text, lined - folded)
    show("  furniture", text, stripped - lined)
    show("  joins", text, joined - stripped)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    find_structure(make_report(3))
    for path in arguments.report:
        text = path.read_text(encoding="utf-8")
        show(path.name, text, best(text, 5))
    short, long = make_report(10), make_report(29000)
    show("short report", short, best(short, 20))
    show("long report", long, best(long, 1))
    show_passes(long)
    for name, piece in HOSTILE.items():
        text = piece * (1_000_000 // len(piece.encode()))
        show(f"1 MB of {name}", text, best(text, 1))


if __name__ == "__main__":
    main()
