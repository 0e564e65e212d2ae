"""What the published schemas of REFI-QDA demand of the elements that we write.

Written down from Codebook.xsd and Project.xsd, QDA-XML version 1.0 of 18 March 2019: for every type its
children in their order with the fewest and the most (0 for any number), and its attributes with their
simple types, required ones marked. `check` is a validator for sequences, which is all they use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
SIMPLE = {
    "string": re.compile(".*", re.DOTALL),
    "guid": re.compile(rf"{_GUID}|\{{{_GUID}\}}"),
    "rgb": re.compile(r"#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})"),
    "boolean": re.compile("true|false|0|1"),
    "integer": re.compile(r"[-+]?\d+"),
    "time": re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?"),
}


@dataclass(frozen=True)
class Type:
    """Children as (name, type, fewest, most); attributes by name, `!` behind required types."""

    children: tuple[tuple[str, str, int, int], ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)


_TIMES = {
    "creatingUser": "guid",
    "creationDateTime": "time",
    "modifyingUser": "guid",
    "modifiedDateTime": "time",
}
_CODE = {"guid": "guid!", "name": "string!", "isCodable": "boolean!", "color": "rgb"}
_CODES = Type((("Code", "Code", 1, 0),))
_TEXT = Type()
_REFERENCE = Type(attributes={"targetGUID": "guid!"})
CODEBOOK = {
    "CodeBook": Type((("Codes", "Codes", 1, 1), ("Sets", "Sets", 0, 1)), {"origin": "string"}),
    "Codes": _CODES,
    "Code": Type((("Description", "Text", 0, 1), ("Code", "Code", 0, 0)), _CODE),
    "Text": _TEXT,
}
PROJECT = {
    "Project": Type(
        (
            ("Users", "Users", 0, 1),
            ("CodeBook", "CodeBook", 0, 1),
            ("Variables", "Variables", 0, 1),
            ("Cases", "Cases", 0, 1),
            ("Sources", "Sources", 0, 1),
            ("Notes", "Notes", 0, 1),
            ("Links", "Links", 0, 1),
            ("Sets", "Sets", 0, 1),
            ("Graphs", "Graphs", 0, 1),
            ("Description", "Text", 0, 1),
            ("NoteRef", "Reference", 0, 0),
        ),
        {
            "name": "string!",
            "origin": "string",
            "creatingUserGUID": "guid",
            "creationDateTime": "time",
            "modifyingUserGUID": "guid",
            "modifiedDateTime": "time",
            "basePath": "string",
        },
    ),
    "Users": Type((("User", "User", 1, 0),)),
    "User": Type(attributes={"guid": "guid!", "name": "string", "id": "string"}),
    "CodeBook": Type((("Codes", "Codes", 1, 1),)),
    "Codes": _CODES,
    "Code": Type(
        (("Description", "Text", 0, 1), ("NoteRef", "Reference", 0, 0), ("Code", "Code", 0, 0)),
        _CODE,
    ),
    "Sources": Type((("TextSource", "TextSource", 1, 0),)),
    "TextSource": Type(
        (
            ("Description", "Text", 0, 1),
            ("PlainTextContent", "Text", 0, 1),
            ("PlainTextSelection", "Selection", 0, 0),
            ("Coding", "Coding", 0, 0),
            ("NoteRef", "Reference", 0, 0),
            ("VariableValue", "VariableValue", 0, 0),
        ),
        {
            "guid": "guid!",
            "name": "string",
            "richTextPath": "string",
            "plainTextPath": "string",
            **_TIMES,
        },
    ),
    "Selection": Type(
        (("Description", "Text", 0, 1), ("Coding", "Coding", 0, 0), ("NoteRef", "Reference", 0, 0)),
        {
            "guid": "guid!",
            "name": "string",
            "startPosition": "integer!",
            "endPosition": "integer!",
            **_TIMES,
        },
    ),
    "Coding": Type(
        (("CodeRef", "Reference", 1, 1), ("NoteRef", "Reference", 0, 0)),
        {"guid": "guid!", "creatingUser": "guid", "creationDateTime": "time"},
    ),
    "Notes": Type((("Note", "TextSource", 1, 0),)),
    "Reference": _REFERENCE,
    "Text": _TEXT,
}


def check(element: ET.Element, schema: dict[str, Type], namespace: str) -> Iterator[str]:
    """Everything in which an element of its own name differs from the schema."""
    yield from _check(element, schema, _plain(element, namespace), namespace)


def _check(
    element: ET.Element, schema: dict[str, Type], type_name: str, namespace: str
) -> Iterator[str]:
    kind = schema[type_name]
    where = _plain(element, namespace)
    required = {name for name, said in kind.attributes.items() if said.endswith("!")}
    yield from (f"{where} lacks {name}" for name in required - set(element.attrib))
    for name, value in element.attrib.items():
        said = kind.attributes.get(name, "").rstrip("!")
        if not said or not SIMPLE[said].fullmatch(value):
            yield f"{where} has {name}={value!r}"
    rest = list(element)
    for name, child_type, fewest, most in kind.children:
        taken = 0
        while rest and _plain(rest[0], namespace) == name and (not most or taken < most):
            yield from _check(rest.pop(0), schema, child_type, namespace)
            taken += 1
        if taken < fewest:
            yield f"{where} lacks <{name}>"
    yield from (f"<{_plain(child, namespace)}> is out of order in {where}" for child in rest)
    if kind.children and (element.text or "").strip():
        yield f"{where} holds text"


def _plain(element: ET.Element, namespace: str) -> str:
    return element.tag.removeprefix(f"{{{namespace}}}")
