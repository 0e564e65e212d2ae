"""What a reader is told about a file that could be read, but not without a loss."""

MESSAGES = {
    "bad_bytes": "Read as {encoding}; {count} places could not be decoded and are shown as �. If the whole text looks wrong, choose another encoding: R while reading, or versions reread --encoding.",
    "lines_cut": "This text has too many lines: only its first {lines} were read, the rest was left out.",
    "markdown_too_complex": "The marks of this Markdown file are too complex to be read in the time there is; it was read as plain text, with its marks as they are.",
    "markdown_too_long": "This Markdown file has {size} MB and was read as plain text, with its markup left as it is.",
    "structure_partial": "This text is very long: headings and sections were sought in its first {length} characters only, the rest is shown in its own paragraphs.",
    "partial": "Only {read} of {total} pages were read; the others are damaged, or there was no time for them.",
}
