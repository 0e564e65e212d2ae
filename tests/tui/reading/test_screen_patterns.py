"""Regular expressions in the report: found, refused, given up."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_an_expression_is_found_and_walked(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("re:老旧水表\\d+")
        await reader.until(lambda: len(reader.state.search.hits) == 36)
        await reader.press("enter", "n")
        assert "第 2 处" in reader.status


async def test_an_unfinished_expression_is_said_and_may_be_finished(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("re:老旧(水")
        await reader.until(lambda: "还不完整" in reader.status)
        await reader.type("表)")
        await reader.until(lambda: len(reader.state.search.hits) == 36)


async def test_an_expression_that_takes_too_long_is_given_up(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("re:(.|.|\\n|\\n)+\\A")
        await reader.until(lambda: "已停止" in reader.status)
        await reader.press("escape")
        assert reader.state.search.hits == ()
