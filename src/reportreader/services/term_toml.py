"""Term groups as a TOML file that people share."""

import json
from collections.abc import Iterable
from typing import Any

from reportreader.analysis.terms import Term, TermGroup, TermScope
from reportreader.errors import InputError
from reportreader.notes.annotation import Colour

COLOURS = tuple(colour.value for colour in Colour)


def write_terms(groups: Iterable[TermGroup]) -> str:
    """The groups as TOML, one table each."""
    return "\n".join(_table(group) for group in groups)


def parse_terms(source: str, *, path: str) -> tuple[TermGroup, ...]:
    """The groups of a TOML file; raises InputError, naming `path` and what is wrong."""
    import tomllib

    try:
        tables = tomllib.loads(source).get("group", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError("terms_not_toml", path=path, reason=str(error)) from error
    if not isinstance(tables, list):
        raise InputError("terms_malformed", path=path, group=1)
    return tuple(_parse(table, number, path) for number, table in enumerate(tables, 1))


def parse_term(word: str) -> Term:
    """A term and its aliases, written `饮水=饮用水=喝水`."""
    text, *aliases = (piece.strip() for piece in word.split("="))
    return Term(text=text, aliases=tuple(alias for alias in aliases if alias))


def term_word(term: Term) -> str:
    """A term as `parse_term` reads it."""
    return "=".join(term.spellings)


def _table(group: TermGroup) -> str:
    lines = [
        "[[group]]",
        f"name = {_quoted(group.name)}",
        f"colour = {_quoted(group.colour)}",
        f"terms = [{', '.join(_quoted(term_word(term)) for term in group.terms)}]",
    ]
    if group.patterns:
        lines.append(f"patterns = [{', '.join(map(_quoted, group.patterns))}]")
    if group.scope is not TermScope.EVERYWHERE:
        lines.append(f"scope = {_quoted(group.scope.value)}")
        lines.append(f"scope_value = {_quoted(group.scope_value)}")
    if not group.enabled:
        lines.append("enabled = false")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _parse(table: Any, number: int, path: str) -> TermGroup:
    if not isinstance(table, dict) or not _is_sound(table):
        raise InputError("terms_malformed", path=path, group=number)
    return TermGroup(
        name=table["name"],
        colour=table.get("colour", COLOURS[0]),
        terms=tuple(parse_term(word) for word in table.get("terms", [])),
        patterns=tuple(table.get("patterns", [])),
        scope=TermScope(table.get("scope", TermScope.EVERYWHERE)),
        scope_value=table.get("scope_value", ""),
        enabled=table.get("enabled", True),
    )


def _is_sound(table: dict[str, Any]) -> bool:
    name = table.get("name")
    return (
        isinstance(name, str)
        and bool(name.strip())
        and table.get("colour", COLOURS[0]) in COLOURS
        and table.get("scope", TermScope.EVERYWHERE) in tuple(TermScope)
        and isinstance(table.get("scope_value", ""), str)
        and isinstance(table.get("enabled", True), bool)
        and _is_list_of_words(table.get("terms", []))
        and _is_list_of_words(table.get("patterns", []))
    )


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
