"""The program under test: the installed command if one is named, else this source tree's."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from .terminal import Terminal

_NAMED = os.environ.get("REPORTREADER_E2E_COMMAND")
COMMAND = shlex.split(_NAMED) if _NAMED else [sys.executable, "-m", "reportreader"]


class Program:
    """reportreader in a folder and home of its own."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.folder = folder
        self.library_path = home / "data" / "reportreader" / "library.sqlite"
        self.config_folder = home / "config" / "reportreader"
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LANG": "zh_CN.UTF-8",
            "PYTHONUTF8": "1",
            "COLORTERM": "truecolor",
        }

    @contextmanager
    def on_screen(
        self,
        *words: str,
        columns: int = 100,
        rows: int = 30,
        at_once: bool = False,
        has_signals: bool = True,
        **variables: str,
    ) -> Iterator[Terminal]:
        """The program in a terminal, when it answers keys or `at_once`.

        Unless it `has_signals`, the terminal cannot tell it that it goes.
        """
        with Terminal(
            [*COMMAND, *words],
            environment={**self._environment, **variables},
            folder=self.folder,
            columns=columns,
            rows=rows,
            has_signals=has_signals,
        ) as terminal:
            if not at_once:
                terminal.wait_for_takeover()
            yield terminal

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The program as a command, with pipes."""
        return subprocess.run(
            [*COMMAND, *words],
            env=self._environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def json(self, *words: str) -> Any:
        """What a command answers with `--json`."""
        result = self.run(*words, "--json")
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)


@pytest.fixture
def program(sealed_machine: Path, tmp_path: Path) -> Program:
    return Program(sealed_machine, tmp_path)
