"""The reading screen as values: its state, what keys do to it, and what lies over the text.

Everything here is a function of a document, its layout and a frozen state; nothing imports Textual.
"""
