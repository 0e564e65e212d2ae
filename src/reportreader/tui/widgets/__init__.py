"""Widgets: they draw the values they are handed and post what the reader did."""
