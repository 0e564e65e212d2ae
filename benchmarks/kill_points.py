"""Kills a session of twelve changes at every system call it makes once it has come to its library.

    python -m benchmarks.kill_points [CALL…]

The session makes the library, changes notes and copies it after each fifth change; a kind of call is
taken at a time, and each of its calls is a run of its own that ends there. Needs strace. Prints for
each kind how many points there were, and every point after which something was lost or half there.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.services.crash_judge import judge, read_lines

_NAME = "library.sqlite"
_WRITER = ("-m", "reportreader.services.crashtest", "write")
_OPTIONS = ("--seed", "1", "--ops", "12", "--backup-every", "5")
_CALL = re.compile(r"^\d+\s+(\w+)\(")
_NOT_CALLS = ("execve", "exit_group", "rt_sigreturn")


def count_calls(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Calls of each kind before the session comes to its library, and behind that."""
    trace = folder / "trace"
    path = folder / _NAME
    command = ["strace", "-f", "-qq", "-o", str(trace), sys.executable, *_WRITER, str(path)]
    subprocess.run([*command, *_OPTIONS], check=True, capture_output=True)
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    named = [number for number, line in enumerate(lines) if _NAME in line]
    first = named[1]  # the first line that names it starts the writer
    before, behind = (
        Counter(found[1] for line in part if (found := _CALL.match(line)))
        for part in (lines[:first], lines[first:])
    )
    for name in _NOT_CALLS:
        del behind[name]
    return before, behind


def run_until(call: str, number: int, folder: Path) -> tuple[bool, list[str]]:
    """Whether the session was killed at that call, and what is wrong with what it left."""
    path = folder / _NAME
    inject = f"inject={call}:signal=SIGKILL:when={number}"
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    run = subprocess.run(
        [*command, "-e", inject, sys.executable, *_WRITER, str(path), *_OPTIONS],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == 0:
        return False, []
    return True, judge(path, read_lines(run.stdout.splitlines()))[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "calls", nargs="*", metavar="call", help="a kind of system call, such as write"
    )
    chosen = parser.parse_args().calls
    with TemporaryDirectory() as folder:
        before, behind = count_calls(Path(folder))
    points = damaged = 0
    for call in chosen or sorted(behind):
        count = 0
        while True:
            with TemporaryDirectory() as folder:
                number = before[call] + count + 1
                is_killed, faults = run_until(call, number, Path(folder))
            if faults:
                damaged += 1
                print(f"  {call} {number}: {faults[:3]}", flush=True)
            if not is_killed:
                break
            count += 1
        points += count
        print(f"{call:16} {count:5} points", flush=True)
    print(f"killed at {points} system calls; with loss or damage: {damaged}")
    return min(damaged, 1)


if __name__ == "__main__":
    sys.exit(main())
