"""Finding a tag by a part of its name, by pinyin initials, or by having been used lately."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportreader.analysis.searchtext import search_form
from reportreader.library.codebook import list_latest_tags, list_tag_rows
from reportreader.library.library import Library
from reportreader.library.pinyin import initials
from reportreader.notes.tags import SEPARATOR, ancestors

_REMEMBERED = 1 << 14
"""Tags whose search forms are kept."""


def recent_tags(library: Library, limit: int = 9) -> tuple[str, ...]:
    """The tags on the annotations that were changed last, the latest first."""
    return list_latest_tags(library, limit)


def known_tags(library: Library) -> tuple[str, ...]:
    """Every tag there is and those above them, the ones used last first, then by name."""
    recent = recent_tags(library)
    every = with_ancestors(row.name for row in list_tag_rows(library))
    return (*recent, *(tag for tag in every if tag not in recent))


def with_ancestors(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags and the ones above them, in order, each once."""
    named = tuple(tags)
    return tuple(sorted({*named, *(above for tag in named for above in ancestors(tag))}))


def find_tags(known: Iterable[str], typed: str) -> tuple[str, ...]:
    """The tags that `typed` may mean, the likeliest first; all of them for nothing typed.

    It may be a part of the name in any width, case or script, or the pinyin initials of a part:
    `ys` and `ms/ys` both find 民生/饮水. Whole names come first, then what begins so, then levels
    that begin so, then the rest; among equals the given order stands.
    """
    sought = search_form(typed.strip().lstrip("#＃").replace("／", SEPARATOR))
    if not sought:
        return tuple(known)
    ranked = [(rank, tag) for tag in known if (rank := _rank(tag, sought)) is not None]
    return tuple(tag for _, tag in sorted(ranked, key=lambda entry: entry[0]))


def fits_tag(tag: str, typed: str) -> bool:
    """Whether `find_tags` would find this tag."""
    return bool(find_tags((tag,), typed))


def _rank(tag: str, sought: str) -> int | None:
    """How far a tag is from what is sought, 0 for the same; None if it is another."""
    plain, letters = _forms(tag)
    if plain == sought:
        return 0
    for distance, form in ((1, plain), (4, letters)):
        if form.startswith(sought):
            return distance
        if SEPARATOR + sought in form:
            return distance + 1
        if sought in form:
            return distance + 2
    return None


@lru_cache(maxsize=_REMEMBERED)
def _forms(tag: str) -> tuple[str, str]:
    """A tag as it is compared, and its pinyin initials level by level."""
    levels: Sequence[str] = tag.split(SEPARATOR)
    return search_form(tag), SEPARATOR.join(initials(level) for level in levels)
