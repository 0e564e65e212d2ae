"""Reads the words of a command line by a declaration that help, documents and tests read too.

A parser of our own rather than argparse, because its words must exist in two languages, its help
must be aligned by cells, and the commonest commands must start before argparse is imported
(docs/decisions/0006). The conventions are GNU's: `--name value`, `--name=value`, `--` ends the options,
`-` is a word.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportreader.errors import ExitCode, ReportReaderError

_MOST_DIGITS = 9


class UsageError(ReportReaderError):
    """The words of a command line do not fit its command."""

    exit_code = ExitCode.USAGE


class Argument(NamedTuple):
    """One option (`--name`) or one word (`NAME`) of a command.

    `help` is a message id. An option without `metavar` is a switch. `choices` are the values it
    takes; `is_many` lets it come several times; `is_number` wants a whole number. A named tuple
    where other values are dataclasses, because every command waits for its arguments to be made.
    """

    name: str
    help: str
    metavar: str = ""
    short: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    is_many: bool = False
    is_required: bool = False
    is_number: bool = False

    @property
    def is_option(self) -> bool:
        """Whether it is introduced by its name."""
        return self.name.startswith("-")

    @property
    def is_switch(self) -> bool:
        """Whether it takes no value."""
        return self.is_option and not self.metavar


class Options:
    """What a command line said, by the names of the declaration."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, tuple[str, ...]]) -> None:
        self._values = values

    def flag(self, name: str) -> bool:
        """Whether a switch was given."""
        return name in self._values

    def text(self, name: str) -> str:
        """The last value, empty if there is none."""
        return self._values.get(name, ("",))[-1]

    def texts(self, name: str) -> tuple[str, ...]:
        """All values."""
        return self._values.get(name, ())

    def number(self, name: str) -> int | None:
        """The last value as a number, None if there is none."""
        return int(self.text(name)) if self.text(name) else None


def parse(arguments: Sequence[Argument], words: Iterable[str]) -> Options:
    """The options in `words`; raises UsageError for what the declaration does not know."""
    values: dict[str, list[str]] = {}
    options = {name: a for a in arguments if a.is_option for name in (a.name, a.short) if name}
    loose: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            loose.extend(waiting)
        elif word.startswith("-") and word != "-":
            _take_option(word, waiting, options, values)
        else:
            loose.append(word)
    _take_words([a for a in arguments if not a.is_option], loose, values)
    for argument in arguments:
        _complete(argument, values)
    return Options({name: tuple(found) for name, found in values.items()})


def _take_option(
    word: str,
    waiting: Iterable[str],
    options: Mapping[str, Argument],
    values: dict[str, list[str]],
) -> None:
    name, equals, value = word.partition("=")
    argument = options.get(name)
    if argument is None:
        raise UsageError("option_unknown", option=name)
    if argument.is_switch:
        if equals:
            raise UsageError("option_takes_no_value", option=name)
    elif not equals:
        following = next(iter(waiting), None)
        if following is None:
            raise UsageError("option_needs_value", option=name, value=argument.metavar)
        value = following
    _check_value(argument, value)
    found = values.setdefault(argument.name, [])
    if not argument.is_many:
        found.clear()
    found.append(value)


def _take_words(
    arguments: Sequence[Argument], loose: list[str], values: dict[str, list[str]]
) -> None:
    """Give the words to the arguments in their order; the one that takes many takes the rest."""
    for position, argument in enumerate(arguments):
        later = sum(a.is_required for a in arguments[position + 1 :])
        count = max(len(loose) - later, 0) if argument.is_many else min(1, len(loose))
        for word in loose[:count]:
            _check_value(argument, word)
            values.setdefault(argument.name, []).append(word)
        del loose[:count]
    if loose:
        raise UsageError("word_unexpected", word=loose[0])


def _check_value(argument: Argument, value: str) -> None:
    if argument.choices and value not in argument.choices:
        raise UsageError(
            "value_not_a_choice",
            option=argument.name,
            value=value,
            choices=" | ".join(argument.choices),
        )
    is_whole = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    if argument.is_number and not is_whole:
        raise UsageError("value_not_a_number", option=argument.name, value=value)


def _complete(argument: Argument, values: dict[str, list[str]]) -> None:
    if argument.name in values:
        return
    if argument.is_required:
        raise UsageError("word_missing", word=argument.name)
    if argument.default:
        values[argument.name] = [argument.default]
