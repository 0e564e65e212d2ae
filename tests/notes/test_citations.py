import json

import pytest

from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.notes.citations import (
    Publication,
    PublicationKind,
    cite_gb7714,
    cite_short,
    describe_publication,
    to_bibtex,
    to_csl_json,
)


def _describe(title: str = "无题", **values: str | list[str]) -> Publication:
    items = [
        MetadataItem(field=MetadataField(name.replace("_", "-")), value=one)
        for name, value in values.items()
        for one in ([value] if isinstance(value, str) else value)
    ]
    return describe_publication(Metadata(items=tuple(items)), title)


NEWSPAPER = _describe(
    title="同心学史", source="石桥日报", date="2021-06-18T17:06", reporter=["甲", "乙", "丙", "丁"]
)
REPORT = _describe(title="工作情况", source="石桥镇政府", date="2022-10", subtitle="水利部分")


def test_a_newspaper_article_names_at_most_three_writers() -> None:
    assert cite_gb7714(NEWSPAPER) == "甲, 乙, 丙, 等. 同心学史[N]. 石桥日报, 2021-06-18."


def test_a_report_without_writers_stands_under_its_issuer() -> None:
    assert cite_gb7714(REPORT) == "石桥镇政府. 工作情况：水利部分[R]. 2022-10."


def test_the_section_path_is_the_locator() -> None:
    path = ("一、抓清淤", "（一）干渠")

    assert cite_gb7714(NEWSPAPER, path).endswith("石桥日报, 2021-06-18: 一、抓清淤 / （一）干渠.")
    assert cite_short(REPORT, path) == (
        "《工作情况：水利部分》（石桥镇政府，2022），一、抓清淤 / （一）干渠"
    )


def test_what_is_not_said_is_left_out() -> None:
    bare = _describe(title="一篇东西", date="--03-11")

    assert cite_gb7714(bare) == "一篇东西[R]."
    assert cite_gb7714(bare, ("一、供水",)) == "一篇东西[R]: 一、供水."
    assert cite_short(bare) == "《一篇东西》"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"source": "石桥晚报"}, PublicationKind.NEWSPAPER),
        ({"document_number": "石政发〔2021〕3号"}, PublicationKind.OTHER),
        ({"title": "石桥镇用水管理办法"}, PublicationKind.OTHER),
        ({"source": "区委统战部"}, PublicationKind.REPORT),
    ],
)
def test_the_source_tells_the_kind(values: dict[str, str], kind: PublicationKind) -> None:
    assert _describe(**{"title": "题目", **values}).kind is kind


def test_bibtex_is_escaped_and_has_a_safe_key() -> None:
    publication = _describe(title="增长5.8%的{秘密}_A&B", source="石桥日报", date="2021-06-18")

    entry = to_bibtex(publication, "7q2k，甲")

    assert entry.startswith("@article{7q2k,\n")
    assert "title = {{增长5.8\\%的\\{秘密\\}\\_A\\&B}}," in entry
    assert "year = {2021}," in entry
    assert "author" not in entry


def test_csl_json_has_types_dates_and_literal_names() -> None:
    newspaper, report = json.loads(to_csl_json((("a", NEWSPAPER), ("b", REPORT))))

    assert newspaper["type"] == "article-newspaper"
    assert newspaper["container-title"] == "石桥日报"
    assert newspaper["issued"] == {"date-parts": [[2021, 6, 18]]}
    assert newspaper["author"][0] == {"literal": "甲"}
    assert report["publisher"] == "石桥镇政府"
    assert report["issued"] == {"date-parts": [[2022, 10]]}
