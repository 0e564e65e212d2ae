"""An empty library in a temporary folder, with a clock that goes on when it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.clock import Clock

from reportreader.library.library import Library
from reportreader.library.opening import open_file


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def library(library_path: Path, clock: Clock) -> Iterator[Library]:
    with open_file(library_path, clock=clock) as opened:
        yield opened
