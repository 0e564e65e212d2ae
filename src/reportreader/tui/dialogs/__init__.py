"""Dialogs: modal screens that return a value."""
