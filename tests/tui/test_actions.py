"""The one table of actions: ids, keys, words, and the methods that do what it says."""

from collections import Counter
from pathlib import Path

import pytest
from tests.tui.conftest import Start, annotate

from reportreader.errors import InputError
from reportreader.services.opening import Library
from reportreader.settings.messages import Language, Messages
from reportreader.tui.actions import ALL_ACTIONS, Action, Scope, actions_for, with_keymap
from reportreader.tui.actions.key_names import key_name
from reportreader.tui.actions.keys import load_keymap, parse_keymap
from reportreader.tui.actions.keys_document import keys_document
from reportreader.tui.app import ReportReaderApp
from reportreader.tui.dialogs.note_editor import NoteEditor
from reportreader.tui.screens.concordance import ConcordanceScreen
from reportreader.tui.screens.help import HelpScreen
from reportreader.tui.screens.keyness import KeynessScreen
from reportreader.tui.screens.library import LibraryScreen
from reportreader.tui.screens.notes import NotesScreen
from reportreader.tui.screens.placing import PlacingPane
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.reading_pane import ReadingPane
from reportreader.tui.screens.review import ReviewScreen
from reportreader.tui.screens.search import SearchScreen
from reportreader.tui.screens.tag_pairs import TagPairsScreen
from reportreader.tui.screens.tags import TagsScreen
from reportreader.tui.screens.terms import TermsScreen
from reportreader.tui.screens.trend import TrendScreen
from reportreader.tui.widgets.help_list import HelpList, HelpRow
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.row_list import RowList

_DOERS: dict[Scope, type] = {
    Scope.READING: ReadingPane,
    Scope.VISUAL: ReadingPane,
    Scope.LIBRARY: LibraryScreen,
    Scope.NOTES: NotesScreen,
    Scope.TAGS: TagsScreen,
    Scope.TAG_PAIRS: TagPairsScreen,
    Scope.SEARCH: SearchScreen,
    Scope.CONCORDANCE: ConcordanceScreen,
    Scope.TREND: TrendScreen,
    Scope.KEYNESS: KeynessScreen,
    Scope.TERMS: TermsScreen,
    Scope.REVIEW: ReviewScreen,
    Scope.PLACING: PlacingPane,
    Scope.HELP: HelpScreen,
    Scope.LIST: RowList,
    Scope.DIALOG: NoteEditor,
    Scope.FIELD: LineInput,
    Scope.GENERAL: ReportReaderApp,
}
_DOCUMENT = Path(__file__).parents[2] / "docs" / "keys.md"


def test_every_action_has_an_id_of_its_own() -> None:
    counts = Counter(action.id for action in ALL_ACTIONS)
    assert [action_id for action_id, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    "scope", [one for one in Scope if one not in {Scope.READING, Scope.VISUAL}]
)
def test_no_key_stands_for_two_actions_of_one_scope(scope: Scope) -> None:
    """While reading, one key may stand for two actions of which only one applies at a time."""
    counts = Counter(key for action in actions_for(scope) for key in action.keys)
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("action", ALL_ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_by_somebody_and_has_words(action: Action) -> None:
    doer = ReadingScreen if action.by_screen else _DOERS[action.scope]
    assert callable(getattr(doer, f"action_{action.id}", None))
    for language in Language:
        messages = Messages(language)
        assert messages.text(action.label)
        assert messages.text(action.help)


def test_the_document_of_keys_is_the_table() -> None:
    assert _DOCUMENT.read_text(encoding="utf-8") == keys_document()


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+p", "^p"), ("f1", "F1"), ("pagedown", "PgDn"), ("escape", "Esc"), ("/", "/")],
)
def test_keys_are_printed_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


def test_a_keymap_file_gives_other_keys(tmp_path: Path) -> None:
    path = tmp_path / "keymap.toml"
    path.write_text('add_reports = "i"\nremove_reports = ["D", "delete"]\n', encoding="utf-8")
    keymap = load_keymap(path)
    keys = {action.id: action.keys for action in with_keymap(ALL_ACTIONS, keymap)}
    assert keys["add_reports"] == ("i",)
    assert keys["remove_reports"] == ("D", "delete")
    assert keys["open_report"] == ("enter",)


def test_without_a_keymap_file_nothing_changes(tmp_path: Path) -> None:
    assert load_keymap(tmp_path / "keymap.toml") == {}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"no_such_action": "i"}, "keymap_action_unknown"),
        ({"add_reports": 3}, "keymap_key_invalid"),
        ({"add_reports": []}, "keymap_key_invalid"),
        ({"add_reports": "ctrl p"}, "keymap_key_invalid"),
    ],
)
def test_a_wrong_line_of_the_keymap_is_named(table: dict[str, object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_keymap(table, where="keymap.toml")
    assert caught.value.message_id == message
    for language in Language:
        assert "keymap.toml" in Messages(language).error(caught.value)


async def test_the_readers_own_key_works_and_is_shown(start: Start) -> None:
    async with start(keymap={"add_reports": ("i",)}) as program:
        await program.shows("i 添加")
        await program.press("i")
        assert "添加文件或文件夹" in program.text


async def test_the_line_of_keys_names_only_what_applies(start: Start) -> None:
    async with start() as program:
        await program.shows("x 移除")
        assert "R 恢复" not in program.text
        await program.press("left")
        await program.until(lambda: "x 移除" not in program.text)
        await program.press("right", "slash")
        await program.until(lambda: "a 添加" not in program.text)


async def test_a_click_on_the_line_of_keys_does_what_the_key_does(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await program.shows("a 添加")
        column = program.rows[-1].index("a 添加")
        wide = sum(ord(character) > 0x2E80 for character in program.rows[-1][:column])
        await program.pilot.click("#keys", offset=(column + wide, 0))
        await program.pilot.pause()
        assert "添加文件或文件夹" in program.text


async def test_help_lists_this_screen_first_and_can_be_searched(start: Start) -> None:
    async with start(size=(100, 40)) as program:
        await program.press("f1")
        assert "帮助：按键与操作" in program.text
        assert program.rows[1].strip() == "书库"
        await program.press("slash")
        await program.type("回收站")
        assert "移除" in program.text
        assert "继续阅读" not in program.text
        await program.press("escape", "escape")
        assert isinstance(program.app.screen, LibraryScreen)


async def test_help_has_rows_before_it_knows_its_width() -> None:
    rows = HelpList()
    rows.show_actions([HelpRow("打开", "Enter", "打开报告。")])
    assert [line.help for line in rows.rows] == ["打开报告。"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [40, 60, 80, 120])
async def test_help_cuts_no_key_and_no_word_off(
    start: Start, columns: int, language: Language
) -> None:
    messages = Messages(language)
    said = "".join(messages.text(action.help) for action in ALL_ACTIONS)
    async with start(size=(columns, 1000), language=language) as program:
        await program.press("f1")
        listed = "".join(program.rows[1:-2])
        assert listed.count("…") == said.count("…")
        await program.shows(messages.text("help.scope_general"))


async def test_the_palette_runs_an_action_by_its_name(start: Start) -> None:
    async with start() as program:
        await program.press("ctrl+p")
        await program.type("排序")
        await program.press("enter")
        assert "排列方式" in program.text


async def test_the_palette_jumps_to_a_report(start: Start) -> None:
    async with start() as program:
        await program.press("ctrl+p")
        await program.type("青坪小学")
        await program.press("enter")
        assert isinstance(program.app.screen, ReadingScreen)


async def test_the_palette_offers_only_what_applies(start: Start) -> None:
    async with start() as program:
        await program.press("ctrl+p")
        await program.type("放回书库")
        assert "没有符合的项" in program.text


_FOOTERS = {
    (): ("Enter 打开", "/ 筛选", "a 添加", "s 检索", "A 批注", "T 标签"),
    ("enter",): ("/ 查找", "a 写批注", "# 标签", "v 选择"),
    ("A",): ("Enter 到原文", "e 编辑", "/ 筛选", "# 标签", "E 导出", "t 分类"),
    ("T",): ("Enter 看原文", "a 新建", "/ 筛选", "r 改名", "E 导出标签表"),
    ("W",): ("a 新增", "i 读入"),
}


@pytest.mark.parametrize("keys", _FOOTERS)
async def test_at_eighty_columns_the_line_of_keys_names_what_is_needed_most(
    start: Start, library: Library, keys: tuple[str, ...]
) -> None:
    annotate(library, "柳溪镇", "上柳村先通水", tags=("民生/饮水",))
    async with start(size=(80, 24)) as program:
        await program.press(*keys)
        await program.until(lambda: all(part in program.rows[-1] for part in _FOOTERS[keys]))
        line = program.rows[-1]
        assert "  F1 帮助  ^p 命令  " in line
        assert line.endswith(("q 返回", "q 退出"))
