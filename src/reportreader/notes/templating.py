"""Templates: a reader's own form of an export, in the language of Jinja.

What a template prints of a report or a note is escaped when it is printed, whatever the template did
with it before, so that foreign text stays text. Only the filters here, which contain what they are
given, print Markdown: `quoted`, `markdown`, `yaml`, `link`, `begin` and `end`. The sandbox keeps a
template from Python; it does not keep it from running for ever, so that whoever runs a template of
unknown origin does it in a process with limits (docs/decisions/0013).
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportreader.errors import InputError
from reportreader.notes.escaping import contain_markdown, escape_line, quote_block
from reportreader.notes.markers import END

if TYPE_CHECKING:
    from jinja2 import Template, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_OUTPUT = 32_000_000
"""Code points that a template may print."""
MAX_TEMPLATE = 256_000
"""Code points of a template."""
UNSTAMPED = "0" * 12
"""Stands in a marker for the hash of a piece that is not yet whole."""

_LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029", 0x7F: "\\u007f"}
_UNSUPPORTED = ("Macro", "CallBlock", "AssignBlock", "FilterBlock", "Include", "Import")
_UNSUPPORTED_TOO = ("FromImport", "Extends", "Block", "ScopedEvalContextModifier")


class Composed(str):
    """Markdown that was put together here and is printed as it is."""

    __slots__ = ()


def render_template(template: str, context: Mapping[str, object]) -> str:
    """What a template prints of `context` (plain values: strings, numbers, lists, mappings).

    Raises InputError `template_wrong` with the line, `template_failed`, `template_too_large`.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    environment = _environment()
    try:
        compiled = _compile(environment, template)
        pieces: list[str] = []
        length = 0
        for piece in compiled.generate(dict(context)):
            length += len(piece)
            if length > MAX_OUTPUT:
                raise InputError("template_too_large", limit=MAX_OUTPUT)
            pieces.append(piece)
    except TemplateSyntaxError as error:
        raise InputError("template_wrong", line=error.lineno, reason=error.message or "") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise InputError("template_failed", reason=str(error)) from error
    except (AttributeError, RecursionError, MemoryError) as error:
        raise InputError("template_failed", reason=type(error).__name__) from error
    return "".join(pieces)


def _compile(environment: "ImmutableSandboxedEnvironment", template: str) -> "Template":
    if len(template) > MAX_TEMPLATE:
        raise InputError("template_too_large", limit=MAX_TEMPLATE)
    tree = environment.parse(template)
    _refuse_unsupported(tree)
    return environment.from_string(tree)


def _refuse_unsupported(tree: "nodes.Template") -> None:
    """Refuses what would print text a second time, and other files."""
    from jinja2 import nodes

    kinds = tuple(getattr(nodes, name) for name in (*_UNSUPPORTED, *_UNSUPPORTED_TOO))
    for node in tree.find_all(kinds):
        raise InputError("template_unsupported", line=node.lineno, name=type(node).__name__)


def _environment() -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.pop("lipsum")
    environment.globals["end"] = Composed(END)
    environment.filters.update(
        quoted=lambda text: Composed(quote_block(str(text))),
        markdown=lambda text: Composed(contain_markdown(str(text))),
        yaml=_yaml,
        link=_link,
        begin=_begin,
    )
    return environment


def _printed(value: object) -> str:
    """A value as it is printed: Markdown of ours as it is, everything else on a line, escaped."""
    from jinja2 import Undefined

    if isinstance(value, Composed):
        return value
    if isinstance(value, Undefined):
        return str(value)
    return escape_line("" if value is None else str(value))


def _yaml(value: object) -> Composed:
    """A value for YAML: JSON is a part of it, but for line breaks that JSON does not know."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return Composed(text.translate(_LINE_BREAKS))


def _link(of: Mapping[str, object], label: object) -> Composed:
    """A link that opens a report, or a note in it."""
    return Composed(f"[{escape_line(str(label))}](reportreader://open/{_word(of['place'])})")


def _begin(note: Mapping[str, object]) -> Composed:
    """The marker before a note, so that a later export can bring it up to date; `end` ends it."""
    identity, revision = _word(note["id"]), _word(note["revision"])
    return Composed(f"<!-- rr:note {identity} {revision} {UNSTAMPED} -->")


def _word(value: object) -> str:
    """A value of ours that holds neither blanks nor signs; a template may have put another there."""
    return "".join(sign for sign in str(value) if sign.isalnum() or sign in "#%-.")
