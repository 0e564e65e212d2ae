"""The first page and Textual's first frame: the same cells, and no key between them lost."""

from typing import Any

import pyte
import pytest

from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.opening import open_library
from reportreader.services.reading import open_report

from .conftest import Program
from .terminal import END_OF_FRAME, Terminal

SIZES = [(80, 24), (100, 30), (60, 20)]
THEMES = ["light", "dark"]
REPORT = (
    "# 北坡林场防火调研报告\n\n某县林业局 2023年5月\n\n## 一、现状\n\n"
    + "".join(f"第{number}号“瞭望塔”值守{number * 7}人，**昼夜**轮换……\n\n" for number in range(40))
    + "> 护林先护路。\n\n## 二、建议\n\n- 修路\n- 添塔\n\n```\n塔 = 12\n```\n\n### 1. 经费\n\n列入预算。\n"
)

Cell = tuple[str, str, tuple[object, ...]]


@pytest.fixture
def shelves(program: Program) -> Program:
    """A library of more reports than fit on a screen."""
    folder = program.folder / "reports"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.md").write_text(
            REPORT.replace("北坡", f"北坡{number}号"), encoding="utf-8"
        )
    assert program.run("add", str(folder)).returncode == 0
    return program


def visible(cell: Any) -> Cell:
    """What a person sees of a cell of the emulated screen."""
    fore, back = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
    inked = bool(cell.data.strip()) or cell.underscore or cell.strikethrough
    ink = (fore, cell.bold, cell.underscore, cell.strikethrough) if inked else ()
    return cell.data, back, ink


def screen_after(output: bytes, columns: int, rows: int) -> list[list[Cell]]:
    """The cells of a fresh screen on which `output` was drawn."""
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(output)
    return [[visible(screen.buffer[y][x]) for x in range(columns)] for y in range(rows)]


def assert_taken_over_unchanged(terminal: Terminal) -> None:
    columns, rows = terminal.screen.columns, terminal.screen.lines
    first = screen_after(terminal.wait_for_output(END_OF_FRAME, 1), columns, rows)
    second = screen_after(terminal.wait_for_output(END_OF_FRAME, 2), columns, rows)
    for y, (one, other) in enumerate(zip(first, second, strict=True)):
        assert one == other, f"row {y}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_library_is_taken_over_cell_for_cell(
    shelves: Program, columns: int, rows: int, theme: str
) -> None:
    assert shelves.run("config", "set", "theme", theme).returncode == 0
    with shelves.on_screen(columns=columns, rows=rows, at_once=True) as terminal:
        assert_taken_over_unchanged(terminal)


def annotate(program: Program, report_id: ReportId) -> None:
    """Lay highlights over each other, with a note, a bookmark and a mark, in the text in view."""
    with open_library(program.library_path) as library:
        opened = open_report(library, report_id)
        start = opened.document.text.index("“瞭望塔”")
        for kind, colour, shift, body in (
            (AnnotationKind.HIGHLIGHT, Colour.YELLOW, 0, "值得一查。"),
            (AnnotationKind.HIGHLIGHT, Colour.BLUE, 2, ""),
            (AnnotationKind.BOOKMARK, Colour.RED, 40, "回头看"),
            (AnnotationKind.MARK, Colour.GREEN, 80, "m"),
        ):
            draft = AnnotationDraft(
                kind=kind, start=start + shift, end=start + shift + 5, colour=colour, body=body
            )
            add_annotation(library, opened, draft)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("columns", "rows"), [*SIZES, (40, 12)])
def test_a_report_is_taken_over_cell_for_cell(
    shelves: Program, columns: int, rows: int, theme: str
) -> None:
    assert shelves.run("config", "set", "theme", theme).returncode == 0
    report_id = ReportId(int(shelves.json("list")[0]["id"]))
    annotate(shelves, report_id)
    with shelves.on_screen(
        "open", str(report_id), columns=columns, rows=rows, at_once=True
    ) as terminal:
        assert_taken_over_unchanged(terminal)
        assert "瞭望塔" in terminal.text()


@pytest.mark.parametrize("place", ["#400", "#100000"], ids=["inside", "behind the end"])
def test_a_place_in_a_report_is_taken_over_cell_for_cell(shelves: Program, place: str) -> None:
    report_id = shelves.json("list")[0]["id"]
    with shelves.on_screen("open", f"{report_id}{place}", at_once=True) as terminal:
        assert_taken_over_unchanged(terminal)


def test_a_report_without_colours_shows_figures_in_the_margin_from_the_first_page_on(
    shelves: Program,
) -> None:
    report_id = ReportId(int(shelves.json("list")[0]["id"]))
    annotate(shelves, report_id)
    with shelves.on_screen("open", str(report_id), at_once=True, NO_COLOR="1") as terminal:
        assert_taken_over_unchanged(terminal)


def test_wide_signs_are_taken_over_cell_for_cell(shelves: Program) -> None:
    assert shelves.run("config", "set", "ambiguous_width", "2").returncode == 0
    report_id = shelves.json("list")[0]["id"]
    for words in ((), ("open", report_id)):
        with shelves.on_screen(*words, at_once=True) as terminal:
            assert_taken_over_unchanged(terminal)


def test_keys_typed_before_the_report_answers_turn_its_pages(shelves: Program) -> None:
    report_id = shelves.json("list")[0]["id"]
    with shelves.on_screen("open", report_id, columns=80, rows=24, at_once=True) as terminal:
        terminal.wait_for_output(END_OF_FRAME, 1)
        terminal.send("G")
        terminal.wait_for("列入预算")


@pytest.mark.parametrize(
    "variables",
    [{"COLORTERM": ""}, {"COLORTERM": "", "TERM": "xterm"}, {"NO_COLOR": "1"}],
    ids=["256", "16", "none"],
)
def test_poorer_terminals_are_taken_over_cell_for_cell(
    shelves: Program, variables: dict[str, Any]
) -> None:
    with shelves.on_screen(at_once=True, **variables) as terminal:
        assert_taken_over_unchanged(terminal)


def test_a_library_of_samples_is_taken_over_cell_for_cell(program: Program) -> None:
    with program.on_screen(at_once=True) as terminal:
        assert_taken_over_unchanged(terminal)


def test_the_screen_is_neither_left_nor_cleared_on_the_way(shelves: Program) -> None:
    with shelves.on_screen(at_once=True) as terminal:
        output = terminal.wait_for_output(END_OF_FRAME, 2)
    assert output.count(b"\x1b[?1049h") == 1
    assert b"\x1b[?1049l" not in output
    assert b"\x1b[2J" not in output


def test_keys_typed_while_textual_is_loaded_are_not_lost(shelves: Program) -> None:
    with shelves.on_screen(columns=80, rows=24, at_once=True) as terminal:
        terminal.wait_for_output(END_OF_FRAME, 1)
        terminal.send("jjj")
        terminal.wait_for("4/46")
        assert "jjj" not in terminal.text()


def test_the_terminal_is_as_before_when_the_program_has_ended(shelves: Program) -> None:
    with shelves.on_screen() as terminal:
        before = terminal.attributes_at_start
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.attributes() == before
    assert bytes(terminal.output).count(b"\x1b[?1049l") == 1


def test_a_wrong_keymap_is_told_on_the_plain_screen(shelves: Program) -> None:
    shelves.config_folder.mkdir(parents=True, exist_ok=True)
    keymap = shelves.config_folder / "keymap.toml"
    keymap.write_text("no_such_action = 'k'\n", encoding="utf-8")
    with shelves.on_screen(at_once=True) as terminal:
        assert terminal.wait_for_exit() != 0
    assert b"\x1b[?1049h" not in terminal.output
    assert b"no_such_action" in terminal.output
