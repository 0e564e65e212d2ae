"""Tags: hierarchical names such as 民生/饮水, and what can be done to a set of them.

A tag is one line whose levels are parted by `/`. Renaming or merging a tag takes the tags below it
along. All functions give tags in order and once each.
"""

import re
from collections.abc import Iterable

from reportreader.errors import InputError

SEPARATOR = "/"
_SEPARATORS = re.compile(r"[/／]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SIGN = re.compile(r"^[#＃]+")


def normalise_tag(text: str) -> str:
    """A tag as it is kept: without leading #, levels trimmed, empty ones dropped.

    Raises InputError `tag_empty` if nothing is left.
    """
    levels = [
        " ".join(_CONTROL.sub(" ", level).split())
        for level in _SEPARATORS.split(_SIGN.sub("", text.strip()))
    ]
    tag = SEPARATOR.join(level for level in levels if level)
    if not tag:
        raise InputError("tag_empty", tag=text)
    return tag


def parse_tags(text: str) -> tuple[str, ...]:
    """The tags of a typed list, parted by commas, semicolons or line breaks."""
    return ordered(normalise_tag(part) for part in re.split(r"[,，、;；\n]", text) if part.strip())


def ordered(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in order, each once."""
    return tuple(sorted(set(tags)))


def ancestors(tag: str) -> tuple[str, ...]:
    """The tags above a tag, outermost first."""
    levels = tag.split(SEPARATOR)
    return tuple(SEPARATOR.join(levels[:depth]) for depth in range(1, len(levels)))


def is_within(tag: str, ancestor: str) -> bool:
    """Whether a tag is another or stands below it."""
    return tag == ancestor or tag.startswith(ancestor + SEPARATOR)


def rename_tag(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """`tags` with `old` and all below it named after `new`; what is below `new` already stays."""
    return ordered(
        new + tag[len(old) :] if is_within(tag, old) and not is_within(tag, new) else tag
        for tag in tags
    )


def merge_tags(tags: Iterable[str], sources: Iterable[str], target: str) -> tuple[str, ...]:
    """`tags` with every one of `sources`, and what is below it, taken into `target`."""
    merged = ordered(tags)
    for source in sources:
        if source != target:
            merged = rename_tag(merged, source, target)
    return merged
