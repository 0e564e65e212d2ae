from hypothesis import given
from hypothesis import strategies as st
from tests.notes.exporting import WORDS, make_note, make_report

from reportreader.notes.annotation import AnnotationKind
from reportreader.notes.exported import ExportedNote
from reportreader.notes.markdown import export_markdown
from reportreader.notes.merging import MergedExport, merge_export, merge_sequences, written_bodies
from reportreader.notes.vault import export_vault_file
from reportreader.notes.verifying import parse_export


def _export(*notes: ExportedNote) -> str:
    return export_markdown([make_report(*notes)], words=WORDS)


def _merge(current: str, fresh: str, last_written: str = "") -> MergedExport:
    return merge_export(current, fresh, words=WORDS, written=written_bodies(last_written))


A = make_note(1, "甲的原文", start=10, body="甲的批注")
B = make_note(2, "乙的原文", start=20, body="乙的批注")
C = make_note(3, "丙的原文", start=30, body="丙的批注", path=("二、抓机井",))


def test_an_untouched_file_becomes_the_fresh_export() -> None:
    changed = make_note(2, "乙的原文", start=20, body="乙的新批注", revision=2)

    assert _merge(_export(A, B), _export(A, B)).text == _export(A, B)
    assert _merge(_export(A, B), _export(A, changed, C)).text == _export(A, changed, C)


def test_what_the_reader_wrote_stays_while_the_rest_is_brought_up_to_date() -> None:
    edited = _export(A, B).replace("甲的批注", "甲的批注，我又补了一句")
    edited = edited.replace(
        "## 一、抓清淤", "开头我自己写的一段。\n\n## 一、抓清淤\n\n标题下的话。"
    )
    changed = make_note(2, "乙的原文", start=20, body="乙的新批注", revision=2)

    merged = _merge(edited, _export(A, changed))

    assert "甲的批注，我又补了一句" in merged.text
    assert "开头我自己写的一段。" in merged.text
    assert "标题下的话。" in merged.text
    assert "乙的新批注" in merged.text
    assert "乙的批注" not in merged.text
    assert merged.kept == (A.annotation.annotation_id,)
    assert not merged.conflicts
    assert _merge(merged.text, _export(A, changed)).text == merged.text


def test_a_new_note_is_put_in_its_reading_place() -> None:
    edited = _export(A, C).replace("甲的批注", "甲的批注（已改）")

    merged = _merge(edited, _export(A, B, C))

    assert [one.quote for one in parse_export(merged.text)] == ["甲的原文", "乙的原文", "丙的原文"]
    assert merged.text.count("## 一、抓清淤") == 1
    assert merged.text.index("乙的原文") < merged.text.index("## 二、抓机井")


def test_a_note_in_a_new_section_brings_its_heading() -> None:
    edited = _export(A).replace("甲的批注", "甲的批注（已改）") + "\n最后我写的话。\n"

    merged = _merge(edited, _export(A, B, C))

    assert merged.text.index("乙的原文") < merged.text.index("## 二、抓机井")
    assert merged.text.index("## 二、抓机井") < merged.text.index("丙的原文")
    assert "最后我写的话。" in merged.text


def test_a_note_cut_out_of_the_file_stays_out() -> None:
    full = _export(A, B)
    start = full.index("<!-- rr:note " + B.annotation.annotation_id)
    cut = full[:start] + full[full.index("<!-- rr:written") :]

    merged = _merge(cut, _export(A, B, C))
    again = _merge(merged.text, _export(A, B, C))
    restored = merge_export(again.text, _export(A, B, C), words=WORDS, restore_deleted=True)

    assert merged.left_out == (B.annotation.annotation_id,)
    assert "乙的原文" not in again.text
    assert "丙的原文" in again.text
    assert "乙的原文" in restored.text


def test_changes_to_different_lines_of_a_note_are_merged() -> None:
    last = _export(make_note(1, body="第一行\n\n中间\n\n第三行"))
    edited = last.replace("第三行", "第三行，我改的")
    fresh = _export(make_note(1, body="第一行，库里改的\n\n中间\n\n第三行", revision=2))

    merged = _merge(edited, fresh, last)

    assert "第一行，库里改的" in merged.text
    assert "第三行，我改的" in merged.text
    assert merged.merged == (A.annotation.annotation_id,)
    assert not merged.conflicts


def test_changes_to_the_same_line_both_stand_in_the_file_and_are_reported_once() -> None:
    last = _export(A)
    edited = last.replace("甲的批注", "文件里改的")
    fresh = _export(make_note(1, "甲的原文", start=10, body="库里改的", revision=2))

    for last_written in (last, ""):
        merged = _merge(edited, fresh, last_written)

        assert merged.conflicts == (A.annotation.annotation_id,)
        assert "文件里改的" in merged.text
        assert "库里改的" in merged.text
        assert "**这条批注在文件里和在书库里都改过" in merged.text
        assert _merge(merged.text, fresh, merged.text).text == merged.text


def test_a_note_gone_from_the_library_leaves_only_if_untouched() -> None:
    edited = _export(A, B).replace("甲的批注", "我在文件里改过")

    merged = _merge(edited, _export())

    assert merged.gone == (A.annotation.annotation_id,)
    assert "我在文件里改过" in merged.text
    assert "乙的原文" not in merged.text
    assert _merge(merged.text, _export()).text == merged.text


def test_a_note_that_lost_its_end_marker_is_still_kept() -> None:
    edited = _export(A, B).replace("<!-- /rr -->", "", 2).replace("甲的批注", "甲改")

    merged = _merge(edited, _export(A, B))

    assert "甲改" in merged.text
    assert "乙的批注" in merged.text


def test_a_file_of_somebody_else_keeps_every_word() -> None:
    merged = _merge("# 我的读书笔记\n\n一段话。\n", _export(A))

    assert merged.text.startswith("# 我的读书笔记\n\n一段话。\n")
    assert "甲的批注" in merged.text


def test_report_notes_and_headings_survive_a_second_export() -> None:
    whole = make_note(9, "", body="总评", kind=AnnotationKind.REPORT_NOTE, path=())

    once = _merge(_export(A), _export(A, whole)).text

    assert once == _merge(once, _export(A, whole)).text
    assert "总评" in once


LINES = st.lists(st.sampled_from(["甲", "乙", "丙", "", "丁"]), max_size=8)


@given(LINES, LINES)
def test_a_side_that_changed_nothing_yields_to_the_other(base: list[str], other: list[str]) -> None:
    assert merge_sequences(base, base, other) == other
    assert merge_sequences(base, other, base) == other


@given(LINES, LINES)
def test_the_same_change_on_both_sides_is_one_change(base: list[str], other: list[str]) -> None:
    assert merge_sequences(base, other, other) == other


def test_changes_to_different_clauses_of_one_line_are_merged() -> None:
    last = _export(make_note(1, body="先核对数字，再问水务局，最后写进材料。"))
    edited = last.replace("最后写进材料", "最后写进年度材料")
    fresh = _export(make_note(1, body="先核对三处数字，再问水务局，最后写进材料。", revision=2))

    merged = _merge(edited, fresh, last)

    assert "先核对三处数字，再问水务局，最后写进年度材料。" in merged.text
    assert merged.merged == (A.annotation.annotation_id,)
    assert not merged.conflicts
    assert "最后写进年度材料" in _merge(merged.text, fresh, fresh).text


def test_front_matter_is_renewed_until_somebody_edits_it() -> None:
    def vault(*notes: ExportedNote) -> str:
        return export_vault_file(make_report(*notes), words=WORDS)

    last, fresh = vault(A), vault(make_note(1, tags=("新标签",), revision=2))
    assert '"新标签"' in _merge(last, fresh, last).text
    edited = last.replace("---\n", "---\nmine: 1\n", 1)
    merged = _merge(edited, fresh, last)
    assert "mine: 1" in merged.text
    assert '"新标签"' not in merged.text.split("---")[1]
