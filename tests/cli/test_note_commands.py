"""Annotations, bookmarks and tags from the command line."""

from tests.cli.running import REPORT, Run

QUOTE = "三万两千名群众"


def add_note(run: Run, *words: str) -> str:
    result = run("notes", "add", "1", "--quote", QUOTE, *words)
    assert result.code == 0
    return result.out.strip()


def test_a_passage_is_annotated_by_its_words(filled: Run) -> None:
    note_id = add_note(filled, "--note", "可引用", "--tag", "民生/饮水", "--colour", "green")
    (note,) = filled("notes", "list", "--json").json
    start = REPORT.index(QUOTE)
    assert note["id"] == note_id
    assert (note["start"], note["end"]) == (start, start + len(QUOTE))
    assert (note["quote"], note["body"], note["colour"]) == (QUOTE, "可引用", "green")
    assert (note["tags"], note["state"], note["kind"]) == (["民生/饮水"], "exact", "highlight")
    assert (note["report"], note["section"]) == ("1", ["一、建设情况"])


def test_notes_are_listed_one_a_line(filled: Run) -> None:
    note_id = add_note(filled, "--note", "可引用\n第二行", "--tag", "民生")
    start = REPORT.index(QUOTE)
    assert filled("notes").out == (
        f"{note_id[-6:]}\t1#{start}\t未变\t黄\t#民生\t{QUOTE}\t可引用 第二行\n"
    )


def test_a_passage_is_annotated_by_its_offsets(filled: Run) -> None:
    assert filled("notes", "add", "1", "--start", "0", "--end", "3").code == 0
    assert filled("notes", "--json").json[0]["quote"] == REPORT[:3]


def test_a_note_on_the_whole_report(filled: Run) -> None:
    assert filled("notes", "add", "1", "--note", "数字要核对").code == 0
    (note,) = filled("notes", "--json").json
    assert (note["kind"], note["body"]) == ("report-note", "数字要核对")


def test_a_passage_must_occur_exactly_once(filled: Run) -> None:
    missing = filled("notes", "add", "1", "--quote", "不在文中")
    assert (missing.code, missing.out) == (3, "")
    assert "不在文中" in missing.err
    twice = filled("notes", "add", "1", "--quote", "放心水")
    assert twice.code == 3
    assert "2 次" in twice.err
    assert filled("notes").out == ""


def test_offsets_outside_the_text_are_refused(filled: Run) -> None:
    result = filled("notes", "add", "1", "--start", "5", "--end", "99999")
    assert result.code == 4
    assert filled("notes").out == ""


def test_a_note_without_passage_and_words_is_a_wrong_command_line(filled: Run) -> None:
    assert filled("notes", "add", "1").code == 2
    assert filled("notes", "add", "1", "--start", "5").code == 2


def test_editing_changes_only_what_is_given(filled: Run) -> None:
    note_id = add_note(filled, "--note", "旧", "--tag", "民生")
    assert filled("notes", "edit", note_id, "--note", "新").code == 0
    (note,) = filled("notes", "--json").json
    assert (note["body"], note["tags"], note["revision"]) == ("新", ["民生"], 2)
    assert filled("notes", "edit", note_id[-6:].lower(), "--no-tags", "--colour", "red").code == 0
    (note,) = filled("notes", "--json").json
    assert (note["body"], note["tags"], note["colour"]) == ("新", [], "red")
    assert filled("notes", "edit", note_id).code == 2


def test_a_note_can_be_emptied(filled: Run) -> None:
    note_id = add_note(filled, "--note", "旧")
    assert filled("notes", "edit", note_id, "--note", "").code == 0
    assert filled("notes", "--json").json[0]["body"] == ""


def test_delete_restore_and_undo(filled: Run) -> None:
    note_id = add_note(filled)
    assert filled("notes", "delete", note_id).code == 0
    assert filled("notes").out == ""
    assert note_id[-6:] in filled("notes", "--trash").out
    assert filled("notes", "restore", note_id).code == 0
    assert note_id[-6:] in filled("notes").out
    filled("notes", "delete", note_id)
    assert filled("undo").code == 0
    assert note_id[-6:] in filled("notes").out


def test_an_unknown_note_is_told(filled: Run) -> None:
    result = filled("notes", "delete", "01HZZZZZZZZZZZZZZZZZZZZZZZ")
    assert result.code == 3
    assert "01HZZZZZZZZZZZZZZZZZZZZZZZ" in result.err


def test_filters_of_the_list(filled: Run) -> None:
    add_note(filled, "--note", "可引用", "--tag", "民生/饮水", "--colour", "blue")
    filled("notes", "add", "2", "--quote", "村道三十公里", "--tag", "交通")
    assert len(filled("notes").out.splitlines()) == 2
    for words in (
        ["--tag", "民生"],
        ["--text", "可引用"],
        ["--text", "群众"],
        ["--colour", "blue"],
        ["--report", "1"],
    ):
        (note,) = filled("notes", *words, "--json").json
        assert note["report"] == "1"
    assert filled("notes", "--state", "lost", "--json").json == []
    assert filled("notes", "--since", "2999-01-01", "--json").json == []


def test_tags_are_counted_given_and_taken(filled: Run) -> None:
    note_id = add_note(filled, "--tag", "民生")
    assert filled("tags", "add", "民生/饮水", note_id).code == 0
    assert filled("tags").out == "1\t民生\t\t\n1\t民生/饮水\t\t\n"
    assert filled("tags", "remove", "民生", note_id).code == 0
    assert [(tag["name"], tag["count"]) for tag in filled("tags", "--json").json] == [
        ("民生", 0),
        ("民生/饮水", 1),
    ]


def test_bookmarks_have_a_place_and_a_label(filled: Run) -> None:
    bookmark_id = filled("bookmarks", "add", "1", "33", "数据出处").out.strip()
    assert filled("bookmarks").out == (
        f"{bookmark_id[-6:]}\t1#33\t数据出处\t青石县上半年水务工作情况的报告\n"
    )
    assert filled("bookmarks", "2").out == ""
    assert filled("bookmarks", "1", "--json").json[0]["kind"] == "bookmark"
    assert filled("notes").out == ""


def test_the_history_of_a_note_tells_what_it_said_before(filled: Run) -> None:
    note_id = filled("notes", "add", "1", "--quote", "三万两千名群众", "--note", "旧").out.strip()
    filled("notes", "edit", note_id, "--note", "新")
    filled("notes", "delete", note_id)
    filled("undo")
    history = filled("notes", "history", note_id, "--json").json
    assert [(one["change"], one["undone"], one["body_before"]) for one in history] == [
        ("annotation_deleted", True, None),
        ("annotation_edited", False, "旧"),
        ("highlight_added", False, None),
    ]
    assert "已撤销" in filled("notes", "history", note_id).out.splitlines()[0]
    assert filled("notes", "history", "没有").code == 3
