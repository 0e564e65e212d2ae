"""How the text is set changes while it is read, keeps the place, and is remembered."""

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from reportreader.services.keyphrasing import KeyphraseWorker
from reportreader.settings.loading import load_settings
from reportreader.settings.paths import config_path
from reportreader.settings.values import ParagraphStyle, Settings, ThemeChoice

TWO_WORDS = "# 供水\n\n" + ("供水" * 20 + "的" + "供水" * 20 + "\n\n") * 30
"""No word of it may be parted but 供水, and every line would be."""

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_paragraphs_are_indented_or_parted_and_the_place_stays(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.go_to("石桥村的管网铺设由")
        place = reader.state.place
        assert reader.rows[0].strip().startswith("石桥村的管网铺设由")
        indent = len(reader.rows[0]) - len(reader.rows[0].lstrip())
        await reader.press("I")
        assert "段间空一行" in reader.status
        assert reader.state.place == place
        assert len(reader.rows[0]) - len(reader.rows[0].lstrip()) == indent - 4
        assert "" in reader.rows[:6]
        await reader.press("I")
        assert "段首缩进两字" in reader.status
        assert reader.state.place == place


async def test_all_of_it_is_remembered(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("I", "-", "c")
        for action in ("switch_hanging", "switch_full_width", "switch_words"):
            await reader.screen.run_action(action)
    settings = load_settings(config_path(os.environ))
    assert settings.paragraphs is ParagraphStyle.GAP
    assert settings.measure == 38
    assert settings.theme is ThemeChoice.LIGHT
    assert not settings.hanging_punctuation
    assert settings.full_width_punctuation
    assert settings.keep_words


def parted_words(reader: Any) -> int:
    """How many rows in view end inside 供水, the only word of the text."""
    return sum(row.rstrip().endswith("供") for row in reader.rows)


async def test_lines_end_between_words_and_the_place_stays(open_reader: Open) -> None:
    async with open_reader(TWO_WORDS) as reader:
        reader.pane.jump(800)
        await reader.settle()
        place = reader.state.place
        filled = parted_words(reader)
        assert filled
        await reader.screen.run_action("switch_words")
        await reader.settle()
        assert "不断开词语" in reader.status
        assert not parted_words(reader)
        assert reader.state.place == place
        await reader.screen.run_action("switch_words")
        await reader.settle()
        assert parted_words(reader) == filled


async def test_a_text_opened_before_its_words_is_laid_out_between_them_when_they_come(
    open_reader: Open,
) -> None:
    words = KeyphraseWorker(None)
    async with open_reader(
        TWO_WORDS, offset=800, settings=Settings(keep_words=True), words=words
    ) as reader:
        place = reader.state.place
        while not words.is_ready or parted_words(reader):
            await reader.pilot.pause(0.01)
        assert reader.state.place == place
    words.close()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
async def test_nothing_but_the_text_fills_the_terminal(
    size: tuple[int, int], open_reader: Open
) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("f2", "z")
        await reader.settle()
        view = reader.pane.view
        assert view.region.size == size
        assert reader.screen.focused is view
        await reader.press("j", "z")
        await reader.settle()
        assert reader.state.place > 0
        assert reader.screen.query_one("#status").display


async def test_keys_that_do_not_apply_are_not_in_the_line_of_keys(open_reader: Open) -> None:
    async with open_reader(size=(160, 30)) as reader:
        keys = reader.screen.query_one("#keys")
        assert "标亮" not in keys.plain_text
        await reader.select("本报告")
        await reader.settle()
        assert "标亮" in keys.plain_text
        assert "大纲" not in keys.plain_text
        await reader.press("escape", "t")
        await reader.settle()
        assert "标亮" not in keys.plain_text


async def test_on_a_small_terminal_panes_lie_over_a_text_that_keeps_its_width(
    open_reader: Open,
) -> None:
    async with open_reader(size=(40, 12)) as reader:
        width = reader.pane.view.size.width
        for key in ("t", "f2", "f3"):
            await reader.press(key)
            await reader.settle()
            assert reader.pane.view.size.width == width
            await reader.press("escape")
            await reader.settle()
        assert all(len(row) <= 40 for row in reader.rows)
