"""What the screen is made of, as runs of text with the keys of their styles; imports no Textual.

Both ways of drawing use it: the widgets, which make strips of the runs, and the first page, which
stands on the screen before Textual is loaded.
"""
