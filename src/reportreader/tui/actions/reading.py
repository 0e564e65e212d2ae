"""What can be done while reading a report."""

from reportreader.tui.actions.action import Action

ACTIONS: tuple[Action, ...] = ()
