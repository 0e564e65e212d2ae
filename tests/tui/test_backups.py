"""The program makes the backups that are due by itself, after its first frame."""

from pathlib import Path

from tests.tui.conftest import Start

from reportreader.services.maintaining import list_backups


async def test_the_backups_of_today_and_this_week_are_made(
    start: Start, library_path: Path
) -> None:
    async with start() as program:
        assert list_backups(library_path) == ()
        await program.until(lambda: len(list_backups(library_path)) == 2)
