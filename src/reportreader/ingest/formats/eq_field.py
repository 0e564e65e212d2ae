r"""The field in which Word 97 and RTF files keep ruby: `EQ \* jc2 \o\ad(\s\up 9(shuǐ),水)`."""

import re

_RUBY = re.compile(r"\s*EQ\b.*?\\o.*?\(\s*\\s\s*\\up\s*\d+\s*\((.*?)\)\s*[,;](.*)\)\s*", re.DOTALL)


def ruby_base(field_code: str) -> str:
    """The characters over which the readings of a field stand; empty for any other field."""
    match = _RUBY.fullmatch(field_code) if len(field_code) < 1000 else None
    return match.group(2) if match else ""
