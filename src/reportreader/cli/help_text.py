"""Writes the help of the program and of each command from their declarations."""

from collections.abc import Iterable, Sequence

from reportreader.cli.alignment import padded
from reportreader.cli.arguments import Argument
from reportreader.cli.command import Command
from reportreader.cli.commands import COMMANDS, help_id
from reportreader.cli.shared_arguments import GLOBAL_ARGUMENTS
from reportreader.settings.messages import Messages
from reportreader.typography.widths import NARROW

_INDENT = "  "
_WIDEST_TERM = 26


def program_help(messages: Messages) -> str:
    """What the program is, its commands with a line each, the global options and exit codes."""
    commands = [(name, messages.text(f"{help_id((name,))}_summary")) for name in COMMANDS]
    parts = [
        messages.text("cli.usage", usage="reportreader [COMMAND | FILE] [OPTION…]"),
        messages.text("cli.description"),
        _section(messages.text("cli.heading_commands"), commands),
        _section(messages.text("cli.heading_options"), _terms(GLOBAL_ARGUMENTS, messages)),
        messages.text("cli.exit_codes"),
        messages.text("cli.more"),
    ]
    return "\n\n".join(parts)


def command_help(path: Sequence[str], command: Command, messages: Messages) -> str:
    """Usage, description, arguments, subcommands and an example of one command."""
    words = [argument for argument in command.ARGUMENTS if not argument.is_option]
    options = [argument for argument in command.ARGUMENTS if argument.is_option]
    entry = COMMANDS[path[0]]
    parts = [
        messages.text("cli.usage", usage=_usage(path, command.ARGUMENTS)),
        messages.text(f"{help_id(path)}_description"),
    ]
    if isinstance(entry, dict) and len(path) == 1:
        subcommands = [
            (name, messages.text(_subcommand_summary(path[0], name))) for name in entry if name
        ]
        parts.append(_section(messages.text("cli.heading_subcommands"), subcommands))
    if words:
        parts.append(_section(messages.text("cli.heading_words"), _terms(words, messages)))
    parts.append(
        _section(
            messages.text("cli.heading_options"), _terms([*options, *GLOBAL_ARGUMENTS], messages)
        )
    )
    example = messages.text(f"{help_id(path)}_example")
    parts.append(messages.text("cli.heading_example") + "\n" + _indented(example))
    return "\n\n".join(parts)


def _subcommand_summary(name: str, subcommand: str) -> str:
    """The message for its line; that of `list` tells in the help of the program what the group does."""
    if subcommand == "list":
        return "cli.list_summary"
    return f"{help_id((name, subcommand))}_summary"


def _usage(path: Sequence[str], arguments: Iterable[Argument]) -> str:
    pieces = ["reportreader", *path]
    for argument in arguments:
        if argument.is_option:
            pieces += [_term(argument)] if argument.is_required else []
            continue
        piece = argument.name + ("…" if argument.is_many else "")
        pieces.append(piece if argument.is_required else f"[{piece}]")
    return " ".join([*pieces, "[OPTION…]"])


def _terms(arguments: Iterable[Argument], messages: Messages) -> list[tuple[str, str]]:
    return [(_term(argument), _explanation(argument, messages)) for argument in arguments]


def _term(argument: Argument) -> str:
    name = f"{argument.short}, {argument.name}" if argument.short else argument.name
    return f"{name} {argument.metavar}" if argument.metavar else name


def _explanation(argument: Argument, messages: Messages) -> str:
    text = messages.text(argument.help)
    if argument.choices:
        text += messages.text("cli.choices", choices=" | ".join(argument.choices))
    if argument.default:
        text += messages.text("cli.default", default=argument.default)
    return text


def _section(heading: str, terms: Sequence[tuple[str, str]]) -> str:
    """A heading and its terms, with the explanations under each other."""
    widest = min(max(NARROW.cells(term) for term, _ in terms), _WIDEST_TERM)
    lines = [heading]
    for term, explanation in terms:
        if NARROW.cells(term) > widest:
            lines += [_INDENT + term, _INDENT + " " * widest + _INDENT + explanation]
        else:
            lines.append(_INDENT + padded(term, widest) + _INDENT + explanation)
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(_INDENT + line for line in text.splitlines())
