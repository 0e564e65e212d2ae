"""Structure: what a messy report really is, found in its plain text by offset.

Furniture stripped, broken lines joined, articles split, front and back matter read, headings
found and levelled. Knows nothing of files, SQL or screens.
"""

from reportreader.structure.finding import STRUCTURE_VERSION, find_structure, iter_passes

__all__ = ["STRUCTURE_VERSION", "find_structure", "iter_passes"]
