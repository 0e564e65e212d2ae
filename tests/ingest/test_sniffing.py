"""The encoding is right from eight characters on, and stays right when a byte is damaged."""

import codecs

import pytest

from reportreader.ingest.decoding import decode_text
from reportreader.ingest.sniffing import codec_name, decode_damaged, detect_encoding

SIMPLIFIED = (
    "青石县今年上半年工作情况的报告。上半年，全县上下认真贯彻上级的部署，把改善民生放在第一位，"
    "新建村级水厂十二座，让三万两千名群众喝上了放心水。县里还组织干部走进社区，听取意见一百多条，"
    "大部分问题已经得到解决。下一步，我们要继续推进道路改造，完成农村公路八十公里的建设任务，"
    "同时办好学校和医院，使城乡之间的差距进一步缩小。各乡镇要加强领导，明确责任，"
    "定期检查项目的进展，发现问题及时处理，确保全年目标如期实现。会议指出，发展是为了人民，"
    "也要依靠人民；只有从实际出发，才能把好事办好。"
)
TRADITIONAL = (
    "青石縣今年上半年工作情況的報告。上半年，全縣上下認真貫徹上級的部署，把改善民生放在第一位，"
    "新建村級水廠十二座，讓三萬兩千名群眾喝上了放心水。縣裡還組織人員走進社區，聽取意見一百多條，"
    "大部分問題已經得到解決。下一步，我們要繼續推進道路改造，完成農村公路八十公里的建設任務，"
    "同時辦好學校和醫院，使城鄉之間的差距進一步縮小。各鄉鎮要加強領導，明確責任，"
    "定期檢查項目的進展，發現問題及時處理，確保全年目標如期實現。會議指出，發展是為了人民，"
    "也要依靠人民；只有從實際出發，才能把好事辦好。"
)
SLICE_LENGTH = 8
CASES = [
    ("utf-8", SIMPLIFIED),
    ("gb18030", SIMPLIFIED),
    ("gb18030", TRADITIONAL),
    ("cp950", TRADITIONAL),
    ("utf-16-le", SIMPLIFIED),
    ("utf-16-be", SIMPLIFIED),
    ("utf-16-le", TRADITIONAL),
]


@pytest.mark.parametrize(
    ("encoding", "text"), CASES, ids=[f"{codec}-{text[2]}" for codec, text in CASES]
)
def test_eight_characters_are_enough(encoding: str, text: str) -> None:
    slices = [text[start : start + SLICE_LENGTH] for start in range(len(text) - SLICE_LENGTH)]
    right = sum(decode_text(piece.encode(encoding), name="甲").text == piece for piece in slices)
    assert right >= 0.995 * len(slices)


@pytest.mark.parametrize(
    ("bom", "encoding", "detected"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    ],
)
def test_a_byte_order_mark_decides_and_disappears(bom: bytes, encoding: str, detected: str) -> None:
    decoded = decode_text(bom + SIMPLIFIED.encode(encoding), name="甲")
    assert decoded.encoding == detected
    assert decoded.text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_long_file_is_known_by_its_beginning(encoding: str) -> None:
    assert detect_encoding((SIMPLIFIED * 200).encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("encoding", "text"), [("utf-8", SIMPLIFIED), ("gb18030", SIMPLIFIED), ("cp950", TRADITIONAL)]
)
def test_one_bad_byte_changes_no_encoding_and_is_told(encoding: str, text: str) -> None:
    data = bytearray(text.encode(encoding))
    data[len(data) // 2] = 0xFF
    decoded = decode_text(bytes(data), name="甲")
    assert decoded.encoding == encoding
    assert decoded.text[:40] == text[:40]
    assert decoded.text[-40:] == text[-40:]
    assert [notice.message_id for notice in decoded.notices] == ["ingest.bad_bytes"]
    assert decoded.notices[0].values["encoding"] == encoding


@pytest.mark.parametrize(("encoding", "text"), [("gb18030", SIMPLIFIED), ("cp950", TRADITIONAL)])
@pytest.mark.parametrize("place", [120, 121])
def test_behind_a_bad_byte_the_text_goes_on(encoding: str, text: str, place: int) -> None:
    data = bytearray(text.encode(encoding))
    data[place] = 0xFF
    found = decode_damaged(bytes(data), encoding)
    assert found.startswith(text[:60])
    assert found.endswith(text[61:])
    assert 1 <= found.count("\ufffd") <= 2


def test_a_character_cut_off_at_the_end_is_told() -> None:
    decoded = decode_text(SIMPLIFIED.encode()[:-1], name="甲")
    assert decoded.text.endswith("\ufffd")
    assert decoded.notices[0].values["count"] == 1


def test_hong_kong_characters_are_read_with_the_superset() -> None:
    decoded = decode_text((TRADITIONAL + "啲嘢").encode("big5hkscs"), name="甲")
    assert decoded.encoding == "big5hkscs"
    assert decoded.text.endswith("啲嘢")


def test_rare_characters_of_gb18030_survive() -> None:
    text = SIMPLIFIED + "𠮷㑇𬭎"
    assert decode_text(text.encode("gb18030"), name="甲").text == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("GB2312", "gb18030"),
        ("gbk", "gb18030"),
        ("Big5", "cp950"),
        (" UTF8 ", "utf-8"),
        ("base64", None),
        ("没有", None),
        ("", None),
    ],
)
def test_labels_are_read_as_people_mean_them(label: str, codec: str | None) -> None:
    assert codec_name(label) == codec


def test_a_dash_in_a_file_labelled_gb2312_stays_a_dash() -> None:
    text = "重点——“三会一课”·主题党日"
    assert decode_text(text.encode("gb18030"), name="甲", encoding="gb2312").text == text


def test_plain_english_is_no_utf_16() -> None:
    assert detect_encoding(b"The committee met on Monday and agreed on the plan") == "utf-8"
