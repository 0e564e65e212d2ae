"""Our own dictionary: set terms of Chinese reports that a general dictionary cuts into pieces."""

from dataclasses import dataclass
from functools import cache

_FILE = "dictionary.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainTerm:
    """A set term and the other ways of saying it."""

    text: str
    aliases: tuple[str, ...] = ()


@cache
def domain_terms() -> tuple[DomainTerm, ...]:
    """Every term of the dictionary, in its order."""
    from importlib.resources import files

    lines = files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    return tuple(
        DomainTerm(text=said[0], aliases=tuple(said[1:]))
        for said in (line.split() for line in lines if not line.startswith("#"))
        if said
    )


@cache
def domain_words() -> frozenset[str]:
    """Terms and aliases alike."""
    return frozenset(word for term in domain_terms() for word in (term.text, *term.aliases))
