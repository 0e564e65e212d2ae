"""What a fresh interpreter loads, which a static graph cannot tell."""

import json
import pkgutil
import subprocess
import sys

import pytest

import reportreader

ROOMS = [
    module.name for module in pkgutil.iter_modules(reportreader.__path__) if module.name != "tui"
]


def loaded_modules(statement: str, depth: int = 1) -> set[str]:
    """The names in `sys.modules`, cut to `depth` parts, after `statement` in an own interpreter."""
    script = (
        f"{statement}\nimport sys, json\n"
        f"print(json.dumps(sorted({{'.'.join(name.split('.')[:{depth}]) for name in sys.modules}})))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_can_be_imported_alone_and_draws_in_no_screen(room: str) -> None:
    script = (
        "import importlib, pkgutil\n"
        f"package = importlib.import_module('reportreader.{room}')\n"
        "for module in pkgutil.walk_packages(getattr(package, '__path__', []), package.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    assert loaded_modules(script).isdisjoint({"textual", "rich", "jieba"})


def test_listing_reports_loads_no_screen_and_no_dictionary(tmp_path: object) -> None:
    statement = (
        "from reportreader.cli.main import run\n"
        f"code = run(['--library', {str(tmp_path)!r} + '/library.sqlite', 'list'])\n"
        "assert code == 0, code"
    )
    assert loaded_modules(statement).isdisjoint({"textual", "rich", "jieba"})


def test_the_reading_screen_loads_nothing_that_finds_structure_or_carries_notes() -> None:
    loaded = loaded_modules("import reportreader.tui.screens.reading", depth=2)
    assert loaded.isdisjoint({"reportreader.structure", "reportreader.cli"})
    assert "reportreader.notes.anchoring" not in loaded_modules(
        "import reportreader.tui.screens.reading", depth=3
    )


def test_the_first_page_waits_for_no_dataclass() -> None:
    loaded = loaded_modules(
        "import reportreader.cli.commands.open, reportreader.services.reading\n"
        "import reportreader.tui.starting, reportreader.tui.first_page.reading_page"
    )
    assert loaded.isdisjoint({"dataclasses", "inspect"})
