"""Every command explains itself in both languages, and in docs/cli.md."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import Run

from reportreader.cli.arguments import parse
from reportreader.cli.commands import COMMANDS, load_command
from reportreader.cli.help_text import command_help, program_help
from reportreader.cli.shared_arguments import GLOBAL_ARGUMENTS
from reportreader.settings.messages import Language, Messages

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SHOWN = ("README.md", "README.zh.md", "docs/cli.md", "docs/templates.md", "corpus/使用指南.md")
"""Documents that show command lines, in fences or indented by four blanks."""


def command_paths() -> Iterator[tuple[str, ...]]:
    for name, entry in COMMANDS.items():
        yield (name,)
        if isinstance(entry, dict):
            yield from ((name, subcommand) for subcommand in entry if subcommand)


PATHS = list(command_paths())
EACH_COMMAND = pytest.mark.parametrize("path", PATHS, ids=" ".join)


@pytest.mark.parametrize("language", Language)
@EACH_COMMAND
def test_help_names_every_argument_and_gives_an_example(
    path: tuple[str, ...], language: Language
) -> None:
    command = load_command(path)
    text = command_help(path, command, Messages(language))
    assert f"reportreader {path[0]}" in text.split("\n\n")[-1]
    for argument in (*command.ARGUMENTS, *GLOBAL_ARGUMENTS):
        assert argument.name in text


def typed(line: str) -> tuple[str, ...]:
    """The path of the command in `line`, whose words its declaration must know."""
    name, *words = shlex.split(line.partition(" > ")[0])[1:]
    entry = COMMANDS[name]
    path = (
        (name, words.pop(0))
        if isinstance(entry, dict) and words[:1] and words[0] in entry
        else (name,)
    )
    parse((*load_command(path).ARGUMENTS, *GLOBAL_ARGUMENTS), words)
    return path


@pytest.mark.parametrize("language", Language)
@EACH_COMMAND
def test_the_example_of_a_command_can_be_typed(path: tuple[str, ...], language: Language) -> None:
    example = command_help(path, load_command(path), Messages(language)).split("\n\n")[-1]
    assert [typed(line) for line in example.splitlines()[1:]]


@pytest.mark.parametrize("name", SHOWN)
def test_every_command_line_in_a_document_can_be_typed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = re.findall(r"^(?:    )?(?:\.venv/bin/)?reportreader [a-z][^…\n]*$", text, re.MULTILINE)
    assert [typed(line) for line in lines]


@pytest.mark.parametrize("language", Language)
def test_a_subcommand_that_lists_is_not_said_to_change(language: Language) -> None:
    messages = Messages(language)
    text = command_help(("terms",), load_command(("terms",)), messages)
    assert f"  list    {messages.text('cli.list_summary')}\n" in text


@pytest.mark.parametrize("language", Language)
def test_the_program_lists_every_command(language: Language) -> None:
    text = program_help(Messages(language))
    for name in COMMANDS:
        assert f"\n  {name} " in text


@EACH_COMMAND
def test_the_manual_says_of_every_command_what_its_help_says(path: tuple[str, ...]) -> None:
    named = path[:1] if path[1:] == ("list",) else path
    heading = f"\n### `{' '.join(named)}`"
    assert heading in DOCUMENT
    section = DOCUMENT.split(heading, 1)[1].split("\n### ", 1)[0]
    command = load_command(path)
    for argument in command.ARGUMENTS:
        assert f"`{argument.name}" in section
    usage, description, *_ = command_help(named, command, Messages(Language("en"))).split("\n\n")
    assert usage.removeprefix("Usage: ") in section
    assert description in section


def test_help_needs_no_library(cli: Run, library_path: Path) -> None:
    library_path.unlink()
    assert cli("--help").code == 0
    assert cli("notes", "add", "--help").code == 0
    assert cli("list", "-h").code == 0
    assert not library_path.exists()


def test_help_behind_two_dashes_is_a_word(cli: Run) -> None:
    result = cli("show", "--", "--help")
    assert result.code == 3
    assert result.out == ""


def test_the_version_is_printed(cli: Run) -> None:
    result = cli("--version")
    assert result.code == 0
    assert result.out.startswith("reportreader 0.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["lits"], "reportreader: 没有命令“lits”，也没有这个文件。相近的命令：list。\n"),
        (["--lang", "en", "lits"],
         "reportreader: There is neither a command nor a file “lits”. Near it: list.\n"),
        (["供水"],
         "reportreader: 没有命令“供水”，也没有这个文件。全部命令见 --help；打开书库里的报告：reportreader open 供水。\n"),
        (["list", "--nope"], "reportreader: 没有选项 --nope。可用的选项见 --help。\n"),
        (["--lang=en", "add"], "reportreader: PATH is missing. See --help.\n"),
        (["list", "--sort", "size"],
         "reportreader: --sort 不能是“size”。可用的值：added | opened | title | date | length | progress | notes | issuer。\n"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_one_sentence(
    cli: Run, words: list[str], expected: str
) -> None:
    result = cli(*words)
    assert (result.code, result.out, result.err) == (2, "", expected)


def test_the_language_follows_option_setting_and_locale(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "用法" in cli("list", "--help").out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "Usage" in cli("list", "--help").out
    cli("config", "set", "language", "zh")
    assert "用法" in cli("list", "--help").out
    assert "Usage" in cli("--lang", "en", "list", "--help").out


def test_a_broken_config_file_is_told_and_does_not_stop_a_listing(
    filled: Run, sealed_machine: Path
) -> None:
    path = sealed_machine / "config" / "reportreader" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("measure = \n", encoding="utf-8")
    result = filled("list")
    assert result.code == 0
    assert str(path) in result.err
    assert len(result.out.splitlines()) == 2
