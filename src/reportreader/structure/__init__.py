"""Finds the structure in plain or lightly marked text: furniture, joined lines, articles, headings, bylines. Knows nothing of files, SQL or screens."""
