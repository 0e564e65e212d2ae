"""Names of annotations: ULIDs, which sort by the time they were made, and short forms for people.

A ULID (github.com/ulid/spec) is 48 bits of milliseconds since 1970 followed by 80 random bits,
written as 26 characters of Crockford's base 32. People meet only the end of it, because the
beginning is the same for everything marked on one day.
"""

import secrets
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from reportreader.notes.annotation import AnnotationId

ULID_LENGTH = 26
SHORT_LENGTH = 6
"""Characters of a short form, more where two annotations share them."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_RANDOM_LIMIT = 1 << _RANDOM_BITS
_TIME_LIMIT_MS = 1 << 48
_MISTYPED = str.maketrans("ILOU", "110V")
"""Crockford reads I and L as 1 and O as 0; U stands for nothing and is taken for the V beside it."""


def read_clock_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True, kw_only=True)
class UlidMaker:
    """Makes ids that ascend strictly, also within one millisecond and when the clock goes back.

    `clock_ms` gives milliseconds since 1970, `random_bits` a number of that many random bits.
    """

    clock_ms: Callable[[], int] = read_clock_ms
    random_bits: Callable[[int], int] = secrets.randbits
    _last_ms: int = field(default=-1, init=False)
    _last_random: int = field(default=0, init=False)

    def make(self) -> AnnotationId:
        """The next id."""
        now_ms = max(0, min(self.clock_ms(), _TIME_LIMIT_MS - 1))
        if now_ms > self._last_ms:
            self._last_ms = now_ms
            self._last_random = self.random_bits(_RANDOM_BITS)
        elif self._last_random + 1 < _RANDOM_LIMIT:
            self._last_random += 1
        else:
            self._last_ms += 1
            self._last_random = 0
        return encode_ulid(self._last_ms, self._last_random)


def make_annotation_id() -> AnnotationId:
    """A new id from the clock and the system's randomness."""
    return UlidMaker().make()


def encode_ulid(time_ms: int, randomness: int) -> AnnotationId:
    """The 26 characters of a time (48 bits) and a random number (80 bits)."""
    if not (0 <= time_ms < _TIME_LIMIT_MS and 0 <= randomness < _RANDOM_LIMIT):
        message = f"out of range for a ULID: {time_ms}, {randomness}"
        raise ValueError(message)
    number = (time_ms << _RANDOM_BITS) | randomness
    digits = [_ALPHABET[(number >> (5 * place)) & 31] for place in range(ULID_LENGTH)]
    return AnnotationId("".join(reversed(digits)))


def decode_time_ms(annotation_id: str) -> int:
    """Milliseconds since 1970 at which an id was made; ValueError if it is none."""
    if not is_ulid(annotation_id):
        message = f"not a ULID: {annotation_id!r}"
        raise ValueError(message)
    number = 0
    for digit in annotation_id:
        number = number * 32 + _ALPHABET.index(digit)
    return number >> _RANDOM_BITS


def is_ulid(text: str) -> bool:
    """Whether `text` is written as our ids are: 26 upper-case digits, the first at most 7."""
    return len(text) == ULID_LENGTH and text[0] in "01234567" and set(text) <= set(_ALPHABET)


def short_forms(annotation_ids: Iterable[AnnotationId]) -> dict[AnnotationId, str]:
    """For each id its last `SHORT_LENGTH` characters, more of them where others end alike."""
    pending = list(dict.fromkeys(annotation_ids))
    found: dict[AnnotationId, str] = {}
    length = SHORT_LENGTH
    while pending:
        by_ending: dict[str, list[AnnotationId]] = {}
        for annotation_id in pending:
            by_ending.setdefault(annotation_id[-length:], []).append(annotation_id)
        pending = []
        for ending, sharing in by_ending.items():
            if len(sharing) == 1 or length >= ULID_LENGTH:
                found.update((annotation_id, ending) for annotation_id in sharing)
            else:
                pending.extend(sharing)
        length += 2
    return found


def find_by_short_form(
    annotation_ids: Collection[AnnotationId], typed: str
) -> tuple[AnnotationId, ...]:
    """The ids a person may have meant: those that end in `typed`, case and I/L/O slips forgiven."""
    ending = typed.strip().upper().translate(_MISTYPED)
    if not ending:
        return ()
    return tuple(
        annotation_id for annotation_id in annotation_ids if annotation_id.endswith(ending)
    )
