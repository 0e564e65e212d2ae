"""The neutral format, and the words for every reason."""

from hashlib import sha256

import pytest

from reportreader.settings.messages import Language, Messages
from reportreader.structure import find_structure, neutral_outline

TEXT = """全年工作总结
2021-12-20 来源：县档案馆
各位代表：
一、收集
全年接收档案三千余卷，逐件登记，及时上架，查阅更加方便，群众普遍满意。
1
二、利用
全年接待查阅八百余人次，复制材料两千页，为修志、办证提供了大量依据。
"""


def test_values_are_plain_and_offsets_true() -> None:
    outline = neutral_outline(find_structure(TEXT), report_id="archive")
    assert outline["id"] == "archive"
    assert outline["text_sha256"] == sha256(TEXT.encode()).hexdigest()
    assert outline["metadata"]["title"] == "全年工作总结"
    assert outline["metadata"]["date"] == "2021-12-20"
    assert [entry["text"] for entry in outline["outline"]] == ["一、收集", "二、利用"]
    assert outline["paragraphs"] == 2
    assert [entry["text"] for entry in outline["stray"]] == [
        "2021-12-20 来源：县档案馆\n各位代表：",
        "1",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_its_sentence(language: Language) -> None:
    messages = Messages(language)
    for section in find_structure(TEXT).sections:
        assert messages.text(f"outline.{section.reason}")
