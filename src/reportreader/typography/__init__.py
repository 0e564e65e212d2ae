"""Sets text in cells: character widths, Chinese line breaking, layout of a window of lines, offset to row and back. Knows nothing of colours, widgets or SQL."""
