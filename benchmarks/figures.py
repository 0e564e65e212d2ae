"""Speed of finding figures: on texts, and on input made to be slow.

    python benchmarks/figures.py FILE…

Reads the files, repeats them to 10 MB, and prints MB a second; then the time for 1 MB of each of
some patterns at half and at full length, whose ratio is 2 where the time is linear.
"""

import argparse
import time
from pathlib import Path

from reportreader.analysis.figures import find_figures
from reportreader.document.document import Document

_SIZE = 10_000_000
_HARD = (
    "一、",
    "（",
    " ",
    "1",
    "1,",
    "1:",
    "1和",
    "十",
    "百分之",
    "2021年",
    "-1",
    "《",
    "年1",
    "个",
)


def seconds(text: str) -> float:
    started = time.process_time()
    find_figures(Document(text=text))
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="file")
    paths = parser.parse_args().files
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    if not text:
        parser.error("there is no text in these files")
    seconds(text[:10_000])
    size = len(text.encode())
    text *= _SIZE // size + 1
    spent = seconds(text)
    print(f"texts: {len(text.encode()) / spent / 1e6:.1f} MB/s")
    for piece in _HARD:
        count = 300_000 // len(piece)
        half, full = seconds(piece * (count // 2)), seconds(piece * count)
        print(
            f"{piece!r:10} {full:6.2f} s for {count * len(piece):,} characters, "
            f"{full / max(half, 1e-6):.1f} x of half"
        )


if __name__ == "__main__":
    main()
