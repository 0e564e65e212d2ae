"""Words of others are never read as markup: what takes a string as markup is handed none."""

import ast
from pathlib import Path

import pytest

SCREEN = Path(__file__).parents[2] / "src" / "reportreader" / "tui"
MODULES = sorted(SCREEN.rglob("*.py"))
READS_MARKUP = frozenset(
    {
        *("Static", "Label", "Button", "Checkbox", "RadioButton", "Markdown", "Link", "Pretty"),
        *("Collapsible", "Toast", "Tooltip", "TabPane", "OptionList", "DataTable", "Header"),
    }
)
"""Widgets of Textual whose first argument is markup where it is a string."""
TAKES_MARKUP = frozenset({"border_title", "border_subtitle", "tooltip"})
SAFE = frozenset({"Content", "Text", "Strip"})


def module_name(path: Path) -> str:
    return str(path.relative_to(SCREEN))


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_safe(value: ast.expr) -> bool:
    """Whether it is no string, or one that is in our own source."""
    if isinstance(value, ast.Constant):
        return not isinstance(value.value, str) or "[" not in value.value
    return isinstance(value, ast.Call) and name_of(value.func) in SAFE


def find_markup(source: str) -> list[int]:
    """Lines where something that may hold the words of others is read as markup."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = name_of(node.func)
            asked = {keyword.arg: keyword.value for keyword in node.keywords}
            is_markup = name in READS_MARKUP and not all(map(is_safe, node.args[:1]))
            is_markup |= name in {"from_markup", "print_markup"}
            if name == "notify" or "markup" in asked:
                said = asked.get("markup")
                is_markup |= not (isinstance(said, ast.Constant) and said.value is False)
        elif isinstance(node, ast.Assign):
            names = {name_of(target) for target in node.targets}
            is_markup = bool(names & TAKES_MARKUP) and not is_safe(node.value)
        else:
            continue
        if is_markup:
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_words_of_others_are_read_as_markup(path: Path) -> None:
    assert find_markup(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("Static(title)", True),
        ('Static(f"{title}")', True),
        ('Static("[b]x")', True),
        ("Static(Content(title))", False),
        ('Static("", id="a")', False),
        ("self.notify(text)", True),
        ("self.notify(text, markup=False)", False),
        ("Content.from_markup(text)", True),
        ("self.border_title = title", True),
        ("self.tooltip = Content(title)", False),
    ],
)
def test_the_rule_sees_what_it_forbids(source: str, is_found: bool) -> None:  # noqa: FBT001
    assert bool(find_markup(source)) is is_found
