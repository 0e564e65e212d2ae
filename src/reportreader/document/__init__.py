"""A report as frozen values: one plain text, and everything else as intervals of offsets over it.

An offset counts code points of `Document.text`. This room knows nothing of files, SQL or screens.
"""
