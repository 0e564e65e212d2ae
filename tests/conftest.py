"""Seals every test off from this machine: own home, no network, fixed locale and no terminal wishes."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, not whether the program is right.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

_CLEARED = (
    "NO_COLOR",
    "COLORTERM",
    "EDITOR",
    "VISUAL",
    "PAGER",
    "LC_ALL",
    "LC_MESSAGES",
    "LANGUAGE",
    "TMUX",
    "SSH_TTY",
    "DISPLAY",
    "WAYLAND_DISPLAY",
)


@pytest.fixture(autouse=True)
def sealed_machine(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A home folder of the test's own; nothing of the person running the tests is read or written."""
    home = tmp_path_factory.mktemp("home")
    for name in _CLEARED:
        monkeypatch.delenv(name, raising=False)
    for name in list(os.environ):
        if name.startswith("REPORTREADER_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    return home


@pytest.fixture(autouse=True)
def closed_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only local sockets (the event loop needs a pair of them) may be opened."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family == socket.AF_UNIX:
            connect(self, address)  # type: ignore[arg-type]
            return
        message = f"a test tried to reach {address!r}"
        raise OSError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
