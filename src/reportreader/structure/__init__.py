"""Structure: what a messy report really is, found in its plain text by offset.

Furniture stripped, broken lines joined, articles split, front and back matter read, headings
found and levelled. Knows nothing of files, SQL or screens.
"""

from reportreader.structure.finding import STRUCTURE_VERSION, find_structure
from reportreader.structure.neutral import neutral_outline
from reportreader.structure.passes import iter_passes
from reportreader.structure.refining import refine_structure

__all__ = [
    "STRUCTURE_VERSION",
    "find_structure",
    "iter_passes",
    "neutral_outline",
    "refine_structure",
]
