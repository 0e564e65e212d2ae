"""One thing to choose in a list."""

from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Option(NamedTuple, Generic[Value]):
    """What it is called, what is given back, and a hint beside it."""

    label: str
    value: Value
    hint: str = ""
    keywords: str = ""
    """Also found by these, which are not shown."""
