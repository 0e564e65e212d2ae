"""Line breaking and layout: our breaker beside rich's, Textual's and apsw's, in one run.

    python benchmarks/wrapping.py [--rounds 5] [--megabytes 10]

Prints megabytes of UTF-8 a second and the ratio of ours to each (apsw only if it is installed);
then what texts of one repeated sign cost beside ordinary text of the same length; then what a new
width, a jump and a screen cost in a report of the given size beside one of 1 MB. Paragraphs are
drawn at random, so that caches of widths or lines cannot flatter anyone. Aims: at least 8 times
Textual, 2 times apsw; no text more than 20 times as costly as an ordinary one; a jump independent
of the size.
"""

import argparse
import random
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from rich.console import Console
from rich.text import Text
from textual.content import Content

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.typography.breaking import Breaker
from reportreader.typography.flow import Flow
from reportreader.typography.style import LayoutStyle

MEASURE = 78
HAN = "推进改革发展稳定各项工作任务落实群众满意提升经济社会持续健康服务基层治理调查研究报告"
MARKS = [
    "，",
    "。",
    "；",
    "、",
    "“",
    "”",
    "（一）",
    "——",
    "2021年",
    "12.5%",
    "1234.5亿元",
    "GDP",
    ",",
]
REPEATED = ["文", "a ", "，", " ", "7", "a", '"', "e\u0301", "（", "1.", " ,"]
SCREEN_ROWS = 40

Wrap = Callable[[str], object]


def make_paragraphs(rng: random.Random, size_bytes: int) -> list[str]:
    paragraphs = []
    while size_bytes > 0:
        clauses = [
            "".join(rng.choices(HAN, k=rng.randrange(4, 25))) + rng.choice(MARKS)
            for _ in range(rng.randrange(3, 25))
        ]
        paragraphs.append("".join(clauses))
        size_bytes -= len(paragraphs[-1].encode())
    return paragraphs


def engines() -> dict[str, Wrap]:
    console = Console(width=200)
    hanging, pushing = Breaker(), Breaker(hang_cells=0)
    found: dict[str, Wrap] = {
        "ours, hanging": lambda text: hanging.wrap(text, MEASURE),
        "ours, push-out": lambda text: pushing.wrap(text, MEASURE),
        "textual Content.wrap": lambda text: Content(text).wrap(MEASURE),
        "rich Text.wrap": lambda text: Text(text).wrap(console, MEASURE),
    }
    try:
        from apsw import unicode
    except ImportError:
        print("apsw is not installed: left out")
    else:
        found["apsw text_wrap"] = lambda text: list(unicode.text_wrap(text, MEASURE, hyphen=""))
    return found


def wrap_all(wrap: Wrap, texts: list[str]) -> None:
    for text in texts:
        wrap(text)


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare_engines(rng: random.Random, rounds: int) -> None:
    speeds: dict[str, list[float]] = {}
    for _ in range(rounds):
        paragraphs = make_paragraphs(rng, 300_000)
        megabytes = sum(len(paragraph.encode()) for paragraph in paragraphs) / 1e6
        for name, wrap in engines().items():
            spent = seconds(partial(wrap_all, wrap, paragraphs))
            speeds.setdefault(name, []).append(megabytes / spent)
    ours = median(speeds["ours, hanging"])
    for name, measured in speeds.items():
        speed = median(measured)
        print(f"{name:22} {speed:7.1f} MB/s   ours is {ours / speed:5.1f} times as fast")


def compare_repeated(rng: random.Random, length: int = 350_000) -> None:
    breaker = Breaker()
    plain = "".join(make_paragraphs(rng, 3 * length))[:length]
    usual = median(seconds(lambda: breaker.wrap(plain, MEASURE)) for _ in range(3))
    for sign in REPEATED:
        text = (sign * length)[:length]
        spent = seconds(partial(breaker.wrap, text, MEASURE))
        print(f"{length} × {sign!r:10} {spent / usual:5.1f} times an ordinary text")


def time_flow(rng: random.Random, megabytes: float) -> tuple[float, float, float]:
    """Milliseconds of a new width, of a jump, and of a jump with the screen behind it."""
    paragraphs = make_paragraphs(rng, 1_000_000)
    text = "\n".join(rng.choices(paragraphs, k=int(len(paragraphs) * megabytes)))
    flow = Flow(Document(text=text, blocks=Blocks.from_lines(text)), LayoutStyle(measure=76))
    place = len(text) // 2

    def resize(measure: int) -> None:
        again = flow.restyled(LayoutStyle(measure=measure))
        again.lines_from(again.anchor_of(place), SCREEN_ROWS)

    def jump(rows: int) -> None:
        anchor = flow.anchor_of(rng.randrange(len(text)))
        flow.row_of_anchor(anchor)
        flow.lines_from(anchor, rows)

    return (
        1000 * median(seconds(partial(resize, 60 + 4 * step)) for step in range(5)),
        1000 * median(seconds(lambda: jump(0)) for _ in range(100)),
        1000 * median(seconds(lambda: jump(SCREEN_ROWS)) for _ in range(100)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=10)
    arguments = parser.parse_args()
    rng = random.Random(3)
    compare_engines(rng, arguments.rounds)
    compare_repeated(rng)
    small, large = time_flow(rng, 1), time_flow(rng, arguments.megabytes)
    for name, before, after in zip(
        ("new width", "jump", "jump and screen"), small, large, strict=True
    ):
        print(f"{name:16} {after:7.2f} ms, {after / before:5.1f} times that at 1 MB")


if __name__ == "__main__":
    main()
