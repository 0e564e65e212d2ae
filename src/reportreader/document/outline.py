"""Questions to an outline: where am I, what comes next, which way leads here."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportreader.document.section import Article, Section


def find_section(sections: Sequence[Section], offset: int) -> int | None:
    """Index of the innermost section whose part holds `offset`; None before the first heading."""
    index = bisect_right(sections, offset, key=_section_start) - 1
    while index >= 0:
        if offset < max(sections[index].content_end, sections[index].end):
            return index
        index -= 1
    return None


def section_path(sections: Sequence[Section], offset: int) -> tuple[int, ...]:
    """Indices of the sections that hold `offset`, outermost first."""
    index = find_section(sections, offset)
    if index is None:
        return ()
    path = [index]
    level = sections[index].level
    for earlier in range(index - 1, -1, -1):
        if sections[earlier].level < level:
            path.append(earlier)
            level = sections[earlier].level
        if level <= 1:
            break
    return tuple(reversed(path))


def path_titles(sections: Sequence[Section], offset: int) -> tuple[str, ...]:
    """Titles of the sections that hold `offset`, outermost first."""
    return tuple(sections[index].title for index in section_path(sections, offset))


def next_section(
    sections: Sequence[Section], offset: int, *, max_level: int | None = None
) -> int | None:
    """Index of the first section that begins behind `offset`, of at most `max_level` if given."""
    for index in range(bisect_right(sections, offset, key=_section_start), len(sections)):
        if max_level is None or sections[index].level <= max_level:
            return index
    return None


def previous_section(
    sections: Sequence[Section], offset: int, *, max_level: int | None = None
) -> int | None:
    """Index of the last section that begins before `offset`, of at most `max_level` if given."""
    for index in range(bisect_left(sections, offset, key=_section_start) - 1, -1, -1):
        if max_level is None or sections[index].level <= max_level:
            return index
    return None


def parent_section(sections: Sequence[Section], index: int) -> int | None:
    """Index of the section one level up that holds section `index`."""
    level = sections[index].level
    for earlier in range(index - 1, -1, -1):
        if sections[earlier].level < level:
            return earlier
    return None


def find_article(articles: Sequence[Article], offset: int) -> int | None:
    """Index of the article that holds `offset`."""
    index = bisect_right(articles, offset, key=_article_start) - 1
    if index >= 0 and offset < articles[index].end:
        return index
    return None


def _section_start(section: Section) -> int:
    return section.start


def _article_start(article: Article) -> int:
    return article.start
