"""A file of an Obsidian vault: front matter, tags and block ids."""

import re

from tests.notes.exporting import WORDS, make_note, make_report

from reportreader.notes.exported import Grouping
from reportreader.notes.markdown import export_citations, export_markdown
from reportreader.notes.vault import block_id, export_vault_file, vault_tag
from reportreader.notes.verifying import parse_export


def test_a_file_begins_with_front_matter_that_is_json_behind_each_name() -> None:
    note = make_note(1, tags=("水利/清淤", "2026"))
    text = export_vault_file(make_report(note, title='水利"情况\n---'), words=WORDS)
    lines = text.split("\n")
    assert lines[0] == "---"
    head = lines[1 : lines.index("---", 1)]
    assert 'title: "水利\\"情况\\n---"' in head
    assert 'tags: ["2026_", "水利/清淤"]' in head
    assert 'reportreader: "7q2k"' in head
    assert all(re.match(r'[a-z]+: ["\[]', line) for line in head)


def test_every_passage_has_a_block_id_and_is_read_back() -> None:
    notes = [make_note(1, body="记"), make_note(2, "第二段", start=40)]
    text = export_vault_file(make_report(*notes), words=WORDS)
    for note in notes:
        identity = block_id(note.annotation.annotation_id)
        assert re.fullmatch(r"[a-z0-9-]+", identity)
        assert f"> {note.annotation.quote}\n\n^{identity}\n" in text
    assert [one.quote for one in parse_export(text)] == ["渠道清淤三千方", "第二段"]


def test_tags_are_such_as_obsidian_takes() -> None:
    assert vault_tag("民生/饮水 安全") == "民生/饮水-安全"
    assert vault_tag("#!") == "tag"
    assert vault_tag("2024/05") == "2024/05_"


def test_a_flat_list_has_passages_with_their_sources_and_no_sections() -> None:
    reports = [make_report(make_note(1)), make_report(make_note(2, "别的"), short_id="9")]
    text = export_markdown(reports, words=WORDS, grouping=Grouping.FLAT)
    assert [line for line in text.split("\n") if line.startswith("#")] == ["# 批注摘录"]
    assert text.count("—— 《石桥镇水利工作情况》") == 2


def test_references_are_numbered() -> None:
    reports = [make_report(make_note(1)), make_report(make_note(2), title="别的", short_id="9")]
    text = export_citations(reports, words=WORDS)
    assert "\\[1\\] 甲记者. 石桥镇水利工作情况\\[N\\]" in text
    assert "\\[2\\] 甲记者. 别的" in text
    assert "渠道清淤" not in text
