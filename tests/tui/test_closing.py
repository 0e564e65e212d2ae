"""Closing what has only just been asked for: keys that come faster than screens are made."""

import pytest
from tests.tui.conftest import Start


@pytest.mark.parametrize("opening", ["help", "show_notes", "show_tags", "show_terms"])
async def test_a_screen_that_is_still_being_made_is_closed(start: Start, opening: str) -> None:
    async with start() as program:
        await program.pilot.pause()
        before = program.app.screen
        getattr(program.app, f"action_{opening}")()
        program.app.action_close_screen()
        await program.until(lambda: program.app.screen is before)
        assert len(program.app.screen_stack) == 1


async def test_a_dialog_that_is_still_being_made_is_closed(start: Start) -> None:
    async with start() as program:
        await program.press("enter")
        reading = program.app.screen
        program.pilot.app.simulate_key("R")
        program.pilot.app.simulate_key("escape")
        await program.until(lambda: program.app.screen is reading)


async def test_keys_behind_the_command_to_quit_do_nothing(start: Start) -> None:
    async with start() as program:
        await program.pilot.pause()
        for key in ("q", "h", "j", "q"):
            program.app.simulate_key(key)
        await program.until(lambda: not program.app.is_running)
    assert program.app.return_code == 0
