"""Breaks files of every format and reads them: nothing but a document or a refusal may come out.

    python -m benchmarks.fuzzing [ROUNDS] [SUFFIX…]

Prints for each format how many were read and refused, the longest time of one, the most memory that
a child has taken since the beginning, and every file that brought something else, by the number that
makes it again (`Random(f"{suffix}{number}")`).
"""

import argparse
import os
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.ingest.mutations import make_seeds, mutate
from tests.ingest.test_mutations import require_sound

from reportreader.errors import InputError
from reportreader.ingest.formats import ARCHIVE_SUFFIX
from reportreader.ingest.found_file import FoundFile
from reportreader.ingest.isolating import shared_process
from reportreader.ingest.read_ahead import ReadFile, iter_read_files
from reportreader.ingest.reading import read_bytes

ROUNDS = 2000


def read_all(data: bytes, suffix: str, folder: Path) -> list[str]:
    """What became of the file: `read`, or a message id; of an archive, for each report in it."""
    if suffix == ARCHIVE_SUFFIX.strip("."):
        path = folder / f"甲.{suffix}"
        path.write_bytes(data)
        reads = list(iter_read_files([path]))
    else:
        reads = [_read(data, suffix)]
    for read in reads:
        if read.ingested is not None:
            require_sound(read.ingested.document)
    return [read.error.message_id if read.error else "read" for read in reads]


def _read(data: bytes, suffix: str) -> ReadFile:
    found = FoundFile(path=Path(f"甲.{suffix}"))
    try:
        return ReadFile(found=found, ingested=read_bytes(data, found.label))
    except InputError as error:
        return ReadFile(found=found, error=error)


def run(suffix: str, seed: bytes, rounds: int, folder: Path) -> int:
    """Number of faults of one format."""
    outcomes: Counter[str] = Counter()
    longest, slowest = 0.0, 0
    faults = 0
    for number in range(rounds):
        data = mutate(seed, Random(f"{suffix}{number}"))
        begun = time.perf_counter()
        try:
            outcomes.update(read_all(data, suffix, folder))
        except Exception as error:  # noqa: BLE001 - anything else is what is looked for
            faults += 1
            print(f"  {suffix} {number}: {type(error).__name__}: {error!s:.120}")
        took = time.perf_counter() - begun
        if took > longest:
            longest, slowest = took, number
    told = ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    shared_process.close()  # only children that have ended are counted
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(
        f"{suffix:5} {faults} faults, longest {longest:.2f} s (number {slowest}), "
        f"children up to {most} MB: {told}",
        flush=True,
    )
    return faults


def main() -> int:
    seeds = make_seeds()
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    parser.add_argument("suffixes", nargs="*", metavar="suffix", help=", ".join(seeds))
    chosen = parser.parse_args()
    os.environ["PATH"] = ""  # LibreOffice is not what is tried here
    with TemporaryDirectory() as folder:
        faults = sum(
            run(suffix, seed, chosen.rounds, Path(folder))
            for suffix, seed in seeds.items()
            if not chosen.suffixes or suffix in chosen.suffixes
        )
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
