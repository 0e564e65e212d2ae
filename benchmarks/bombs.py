"""Reads each bomb of the tests in a process of its own: what it answers, how long, how much memory.

    python -m benchmarks.bombs [NAME…]

Times are seconds of processor time for reading and finding structure, in the program and its child
together, without the start of either; memory is the most that one process of the two held. A star stands
before what takes longer than a second or more than 200 MB, and `cut off` behind what says of itself
that it is a part; only a star without that is a fault.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ingest.bombs import BOMBS
from tests.ingest.packages import make_docx, paragraph

from reportreader.ingest.isolating import shared_process
from reportreader.ingest.read_ahead import iter_read_files

_SECONDS, _MEGABYTES = 1.0, 200
_PARTLY = frozenset(
    {"lines_cut", "markdown_too_long", "markdown_too_complex", "structure_partial", "partial"}
)
"""Notices that say that a part of the file was read, or only a part of it looked into."""
_ITSELF = (sys.executable, "-m", "benchmarks.bombs")


def measure(path: Path, sound: Path) -> dict[str, object]:
    """What reading `path` takes; `sound` is read first, so that everything is loaded."""
    list(iter_read_files([sound, sound.with_suffix(".md")]))
    before = _processor_seconds()
    begun = time.perf_counter()
    reads = list(iter_read_files([path]))
    wall = time.perf_counter() - begun
    shared_process.close()  # only children that have ended are counted
    return {
        "answers": sorted({_answer(read.error, read.ingested) for read in reads}),
        "seconds": _processor_seconds() - before,
        "wall": wall,
        "megabytes": max(
            resource.getrusage(who).ru_maxrss >> 10
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        ),
    }


def _answer(error: object, ingested: object) -> str:
    if error is not None:
        return str(getattr(error, "message_id", error))
    notices = [notice.message_id for notice in getattr(ingested, "notices", ())]
    return "read" + "".join(f" ({notice})" for notice in notices)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help="bombs to read; all if none")
    parser.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(measure(*chosen.one)))
        return 0
    if chosen.make:
        make = next(bomb.make for bomb in BOMBS if bomb.name == chosen.make.name)
        chosen.make.write_bytes(make())
        return 0
    return read_bombs(chosen.names)


def read_bombs(chosen: Collection[str]) -> int:
    """One if a bomb takes too much and does not say that it is a part, else zero."""
    over = faults = 0
    with TemporaryDirectory() as place:
        sound = Path(place) / "sound.docx"
        sound.write_bytes(make_docx(paragraph("青石县水务报告")))
        sound.with_suffix(".md").write_text("# 青石县水务报告\n", encoding="utf-8")
        for bomb in BOMBS:
            if chosen and bomb.name not in chosen:
                continue
            path = Path(place) / bomb.name
            # Not here: what this process held would count for the next one.
            subprocess.run([*_ITSELF, "--make", str(path)], check=True)
            command = [*_ITSELF, "--one", str(path), str(sound)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            path.unlink()
            is_over = found["seconds"] > _SECONDS or found["megabytes"] > _MEGABYTES
            told = " ".join(found["answers"])
            is_told = any(f"ingest.{name})" in told for name in _PARTLY)
            over += is_over
            faults += is_over and not is_told
            print(
                f"{'*' if is_over else ' '} {bomb.name:28} {found['seconds']:6.2f} s "
                f"(wall {found['wall']:6.2f}) {found['megabytes']:5} MB  "
                f"{', '.join(found['answers'])}{': cut off' if is_told else ''}",
                flush=True,
            )
    print(f"{over} over {_SECONDS:.0f} s or {_MEGABYTES} MB, {faults} of them not cut off")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
