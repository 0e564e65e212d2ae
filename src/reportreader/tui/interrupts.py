"""Interrupts that wait while the terminal is taken or given back."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Let ^C strike at the end of this, so that whoever takes the terminal also knows that it did.

    In the main thread; Windows, whose terminal is not taken, has no such mask.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
