"""Widgets draw the values they are handed and post messages; they fetch nothing."""
