"""Rules of the house that a linter does not know."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "reportreader"
MODULES = sorted(SOURCE.rglob("*.py"))
GENERATED = {"width_table.py", "han_variants.py"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager"}
LONGEST_MODULE = 400


def module_name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_is_short_and_says_its_job(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "the module has no docstring"
    assert path.stem not in FORBIDDEN_NAMES
    if path.name not in GENERATED and "catalogue" not in path.parts:
        assert len(source.splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", sorted((SOURCE / "tui" / "widgets").glob("*.py")), ids=module_name)
def test_a_widget_reaches_for_neither_app_nor_parent(path: Path) -> None:
    reached = [
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and node.attr in {"app", "parent"}
    ]
    assert reached == []


def test_the_import_contracts_hold() -> None:
    result = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        capture_output=True,
        text=True,
        cwd=SOURCE.parents[1],
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
