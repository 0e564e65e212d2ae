from reportreader.document.outline import (
    find_article,
    find_section,
    next_section,
    parent_section,
    path_titles,
    previous_section,
)
from reportreader.document.section import Article, Section, SectionKind


def section(start: int, level: int, title: str, content_end: int) -> Section:
    return Section(
        start=start,
        end=start + 3,
        level=level,
        title=title,
        kind=SectionKind.NUMBERED,
        content_end=content_end,
    )


SECTIONS = (
    section(10, 1, "一、回顾", 60),
    section(20, 2, "（一）教育", 40),
    section(40, 2, "（二）医疗", 60),
    section(60, 1, "二、安排", 90),
)


def test_the_path_leads_from_the_part_to_the_innermost_section() -> None:
    assert path_titles(SECTIONS, 5) == ()
    assert path_titles(SECTIONS, 10) == ("一、回顾",)
    assert path_titles(SECTIONS, 45) == ("一、回顾", "（二）医疗")
    assert path_titles(SECTIONS, 60) == ("二、安排",)


def test_text_behind_a_closed_part_belongs_to_no_section() -> None:
    assert find_section(SECTIONS, 95) is None


def test_next_and_previous_can_keep_to_a_level() -> None:
    assert next_section(SECTIONS, 10) == 1
    assert next_section(SECTIONS, 10, max_level=1) == 3
    assert next_section(SECTIONS, 60) is None
    assert previous_section(SECTIONS, 60) == 2
    assert previous_section(SECTIONS, 60, max_level=1) == 0
    assert previous_section(SECTIONS, 10) is None


def test_the_parent_is_one_level_up() -> None:
    assert parent_section(SECTIONS, 2) == 0
    assert parent_section(SECTIONS, 3) is None


def test_an_article_is_found_by_any_offset_in_it() -> None:
    articles = (Article(start=0, end=9, headline="甲"), Article(start=10, end=20, headline="乙"))
    assert find_article(articles, 9) is None
    assert find_article(articles, 12) == 1
