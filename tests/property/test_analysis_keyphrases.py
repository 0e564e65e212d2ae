"""Keyphrases stand in the text, once each, best first, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.analysis.keyphrases import find_keyphrases
from reportreader.analysis.words import Segmenter
from reportreader.document.block import Blocks
from reportreader.document.document import Document

_SEGMENTER = Segmenter(None)
pieces = st.sampled_from(
    ["社区", "护河联盟", "茶园", "建设", "的", "“七个一”", "，", "。", "\n", "党支部书记林海生说", "N95", "2021年",
     "青石镇", "一网统管", " ", "《", "》", "是", "自然课堂", "-", "\t"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.lists(pieces, max_size=40).map("".join), st.text(max_size=60)))
def test_keyphrases_stand_in_the_text(text: str) -> None:
    document = Document(text=text, blocks=Blocks.from_lines(text))
    found = find_keyphrases(document, _SEGMENTER)
    assert len({keyphrase.phrase for keyphrase in found}) == len(found) <= 30
    assert [keyphrase.score for keyphrase in found] == sorted(
        (keyphrase.score for keyphrase in found), reverse=True
    )
    assert all(keyphrase.count >= 1 and keyphrase.phrase in text for keyphrase in found)
