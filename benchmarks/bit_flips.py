"""Flips one bit at a time in the stored notes of a library: every note that changed must be reported.

python -m benchmarks.bit_flips [FLIPS]
"""

import argparse
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reportreader.errors import LibraryError
from reportreader.notes.annotation import AnnotationKind
from reportreader.services.adding import add_bytes
from reportreader.services.annotating import AnnotationDraft, add_annotation, report_annotations
from reportreader.services.maintaining import check_library
from reportreader.services.opening import open_library
from reportreader.services.reading import open_report

FLIPS = 1000
_NOTES = 40
_BODY = "核实数字，补充出处。"
_TEXT = "某县饮水工程报告\n\n" + "全县完成饮水工程三十处，惠及群众两万人。\n" * 60


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("flips", type=int, nargs="?", default=FLIPS)
    flips = parser.parse_args().flips
    choices = Random(7)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        with open_library(path) as library:
            report_id = add_bytes(library, _TEXT.encode(), "甲.txt").report_id
            if report_id is None:
                return 1
            for number in range(_NOTES):
                opened = open_report(library, report_id)
                draft = AnnotationDraft(
                    kind=AnnotationKind.HIGHLIGHT,
                    start=12 + number * 7,
                    end=20 + number * 7,
                    body=f"{number}：" + _BODY * 10,
                    tags=(f"标签{number}",),
                )
                add_annotation(library, opened, draft)
            before = report_annotations(library, report_id)
        whole = path.read_bytes()
        pieces = [_BODY.encode(), "标签".encode(), "惠及群众".encode()]
        places = [at for piece in pieces for at in _find_all(whole, piece)]
        outcomes: Counter[str] = Counter()
        for _ in range(flips):
            flipped = bytearray(whole)
            flipped[choices.choice(places)] ^= 1 << choices.randrange(8)
            path.write_bytes(flipped)
            with open_library(path) as library:
                is_told = bool(check_library(library).problems)
                try:
                    is_changed = report_annotations(library, report_id) != before
                except (LibraryError, sqlite3.OperationalError, ValueError):
                    is_changed = True
            outcomes[f"changed {is_changed}, told {is_told}"] += 1
    for outcome, count in outcomes.most_common():
        print(f"{outcome}: {count}")
    return min(outcomes["changed True, told False"], 1)


def _find_all(data: bytes, piece: bytes) -> list[int]:
    """Every byte of every occurrence."""
    found: list[int] = []
    at = data.find(piece)
    while at >= 0:
        found += range(at, at + len(piece))
        at = data.find(piece, at + 1)
    return found


if __name__ == "__main__":
    sys.exit(main())
