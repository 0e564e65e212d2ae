"""One run of the command line: words in, exit code out, every error told in one place."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

from reportreader.cli.arguments import UsageError, parse
from reportreader.cli.commands import COMMANDS, load_command
from reportreader.cli.diagnostics import Diagnostics
from reportreader.cli.output import Output
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import GLOBAL_ARGUMENTS
from reportreader.errors import ExitCode, InputError, ReportReaderError
from reportreader.settings.messages import Language, Messages, guess_language
from reportreader.settings.paths import config_path, log_path

BROKEN_PIPE = 141
"""128 + SIGPIPE, as a shell reports a program that a closed pipe ended."""
_VALUED = frozenset(a.name for a in GLOBAL_ARGUMENTS if not a.is_switch)


def run(words: Sequence[str]) -> int:
    """Run one command line on the standard streams and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_characters(stream)
    language, config_error = _choose_language(words, os.environ)
    messages = Messages(language)
    diagnostics = Diagnostics(sys.stderr, messages)
    output = Output(sys.stdout)
    try:
        if config_error:
            diagnostics.error(config_error)
        code = _run(words, messages, output, diagnostics)
        output.flush()
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        diagnostics.note("cli.interrupted")
        return ExitCode.INTERRUPTED
    except ReportReaderError as error:
        _drop_output_if_it_fails(output)
        diagnostics.error(error)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the one place where a bug is turned into words
        diagnostics.crash(error, log_path())
        return ExitCode.FAILURE
    return code


def _run(
    words: Sequence[str], messages: Messages, output: Output, diagnostics: Diagnostics
) -> ExitCode:
    before, name, after = split_words(words)
    options = parse(GLOBAL_ARGUMENTS, before)
    if options.flag("--version"):
        from reportreader import __version__

        output.line(f"reportreader {__version__}")
        return ExitCode.OK
    if options.flag("--help"):
        from reportreader.cli.help_text import program_help

        output.text(program_help(messages))
        return ExitCode.OK
    path, rest = _find_command(name, after)
    command = load_command(path)
    gc.freeze()
    gc.enable()
    if _asks_for_help(rest):
        from reportreader.cli.help_text import command_help

        output.text(command_help(path, command, messages))
        return ExitCode.OK
    options = parse((*command.ARGUMENTS, *GLOBAL_ARGUMENTS), [*before, *rest])
    session = Session(
        environment=os.environ,
        messages=messages,
        output=output,
        diagnostics=diagnostics,
        source=sys.stdin.buffer,
        library_argument=options.text("--library"),
    )
    return command.run(session, options)


def split_words(words: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """Global options, the command's name (empty if there is none), and what follows it."""
    before: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if not word.startswith("-") or word == "-":
            return before, word, list(waiting)
        before.append(word)
        if word in _VALUED:
            before.extend(value for value in [next(waiting, None)] if value is not None)
    return before, "", []


def _find_command(name: str, after: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The command's path and the words for it; a word that is no command is a file to open."""
    entry = COMMANDS.get(name)
    if entry is None:
        return _find_open(name, after)
    if isinstance(entry, dict) and after and after[0] in entry:
        return (name, after[0]), list(after[1:])
    return (name,), list(after)


def _find_open(name: str, after: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    if name and not (os.sep in name or "." in name or os.path.exists(name)):  # noqa: PTH110
        from difflib import get_close_matches

        near = get_close_matches(name, COMMANDS, n=3)
        if not near:
            raise UsageError("word_unknown", word=name)
        raise UsageError("command_unknown", command=name, near=", ".join(near))
    return ("open",), [*([name] if name else []), *after]


def _asks_for_help(words: Sequence[str]) -> bool:
    options = words[: words.index("--")] if "--" in words else words
    return "--help" in options or "-h" in options


def _choose_language(
    words: Sequence[str], environment: Mapping[str, str]
) -> tuple[Language, InputError | None]:
    """By `--lang`, else by the setting, else by the locale; and what is wrong with the settings."""
    wished = ""
    for position, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--lang":
            wished = value or "".join(words[position + 1 : position + 2])
    error = None
    if not wished:
        try:
            wished = _configured_language(environment)
        except InputError as found:
            error = found
    if wished in tuple(Language):
        return Language(wished), error
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    return guess_language(names), error


def _configured_language(environment: Mapping[str, str]) -> str:
    path = config_path(environment)
    try:
        path.stat()
    except OSError:
        return ""
    from reportreader.settings.loading import load_settings

    return load_settings(path).language


def _never_fail_on_characters(stream: TextIO) -> None:
    """Show what the stream's encoding cannot say as `?` rather than stop."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush finds no pipe."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def _drop_output_if_it_fails(output: Output) -> None:
    try:
        output.flush()
    except (ReportReaderError, BrokenPipeError):
        _drop_output()
