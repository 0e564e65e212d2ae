"""Long texts through the reader's pager, where one is named and standard output is a terminal."""

import shlex
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from reportreader.cli.output import Output


@contextmanager
def paged(output: Output, environment: Mapping[str, str]) -> Iterator[None]:
    """Send what is written meanwhile to `$PAGER`; a pager that is left early ends the writing.

    Without `$PAGER`, or where it cannot be run, everything goes to standard output as ever.
    """
    pager = _start(environment.get("PAGER", "")) if output.is_terminal else None
    if pager is None or pager.stdin is None:
        yield
        return
    output.flush()
    with suppress(BrokenPipeError), pager.stdin, output.lent_to(pager.stdin):
        yield
        output.flush()
    pager.wait()


def _start(command: str) -> "subprocess.Popen[str] | None":
    try:
        words = shlex.split(command)
        if not words:
            return None
        return subprocess.Popen(  # noqa: S603 - the command is the reader's own
            words, stdin=subprocess.PIPE, text=True, encoding="utf-8"
        )
    except (OSError, ValueError):
        return None
