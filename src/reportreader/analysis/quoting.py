"""A passage as a query that finds it as it stands."""

import re

LONGEST_PASSAGE = 100
"""Code points of a passage that are asked for; longer ones stand nowhere else."""
_QUOTES = re.compile('[“”„＂"]+')


def exact_query(passage: str) -> str:
    """`passage` as a phrase without operators; its parts, where quotation marks stand in it."""
    pieces = _QUOTES.split(" ".join(passage[:LONGEST_PASSAGE].split()))
    phrases = (piece.strip() for piece in pieces)
    return " ".join(_phrase(phrase) for phrase in phrases if phrase)


def _phrase(text: str) -> str:
    is_word = text.isalnum() and text not in {"AND", "OR", "NOT"}
    return text if is_word else f'"{text}"'
