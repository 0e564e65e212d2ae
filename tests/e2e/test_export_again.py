"""An exported file over time: edited by hand, written again with more notes, verified."""

from pathlib import Path

from .conftest import Program


def test_a_file_lives_with_its_reader(program: Program) -> None:
    report = program.json("list")[0]["id"]
    text = program.json("show", report)["text"]
    quotes = [line.strip()[:12] for line in text.split("\n") if len(line.strip()) > 40][:3]
    places = [text.index(quote) for quote in quotes]

    def annotate(number: int, note: str) -> str:
        start = str(places[number])
        end = str(places[number] + len(quotes[number]))
        words = ("notes", "add", report, "--start", start, "--end", end, "--note", note)
        return program.run(*words).stdout.strip()

    first = annotate(0, "先核对数字，再问经手人，最后写进材料。")
    second = annotate(1, "第二条")
    export = ("export", "--report", report, "-o", "摘录.md")
    assert program.run(*export).returncode == 0
    path = program.folder / "摘录.md"

    # The reader changes a clause, adds a paragraph and cuts a note out; the library changes another
    # clause and gets a third note.
    _replace(path, "最后写进材料", "最后写进年度材料")
    path.write_text(path.read_text(encoding="utf-8") + "\n我的总结。\n", encoding="utf-8")
    _cut_out(path, second)
    program.run("notes", "edit", first, "--note", "先核对三处数字，再问经手人，最后写进材料。")
    annotate(2, "第三条")
    path = path.rename(program.folder / "改名.md")
    assert program.run(*export[:-1], "改名.md").returncode == 0

    written = path.read_text(encoding="utf-8")
    assert "先核对三处数字，再问经手人，最后写进年度材料。" in written
    assert "我的总结。" in written
    assert "第三条" in written
    assert "第二条" not in written
    assert program.run("verify", "改名.md").returncode == 0

    _replace(path, f"> {quotes[2]}", f"> {quotes[2]}改")
    result = program.run("verify", "改名.md")
    assert result.returncode == 6
    assert len(result.stdout.splitlines()) == 1


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _cut_out(path: Path, key: str) -> None:
    text = path.read_text(encoding="utf-8")
    start = text.index(f"<!-- rr:note {key}")
    end = text.index("<!-- /rr -->", start) + len("<!-- /rr -->")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
