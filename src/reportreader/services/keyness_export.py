"""Phrases that set reports apart, as a CSV file to be reckoned with."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportreader.analysis.concordance import Keyness, rate
from reportreader.notes.spreadsheet import spreadsheet
from reportreader.services.filewriting import legal_name, write_text_file
from reportreader.services.keyness import Comparison

_COLUMNS = ("phrase", "score", "left", "left_rate", "right", "right_rate")


def write_keyness(
    compared: Comparison, folder: Path, *, name: str, words: Callable[..., str], today: date
) -> Path:
    """Write the phrases, those of the left set first, to a new file in `folder`.

    `name` says what is compared, `words` is `Messages.text`. Returns the file. Raises OutputError.
    """
    phrases = (*compared.left_phrases, *compared.right_phrases)
    heads = [words(f"keyness.column_{one}") for one in _COLUMNS]
    text = spreadsheet(heads, [_row(one, compared) for one in phrases])
    path = _free_path(folder, f"{legal_name(name)}-{today.isoformat()}")
    write_text_file(path, text, replace=False)
    return path


def _row(one: Keyness, compared: Comparison) -> tuple[str, ...]:
    """The score is negative for phrases of the right set; rates are per 10,000 字."""
    left = rate(one.count, compared.left.characters)
    right = rate(one.other_count, compared.right.characters)
    return (
        one.phrase,
        f"{one.score:.1f}",
        str(one.count),
        f"{left:.2f}",
        str(one.other_count),
        f"{right:.2f}",
    )


def _free_path(folder: Path, stem: str) -> Path:
    """A name that no file of the folder has."""
    path = folder / f"{stem}.csv"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.csv"
    return path
