"""The phrases of a comparison as rows, and their orders."""

from collections.abc import Sequence
from enum import StrEnum

from reportreader.analysis.concordance import Keyness, rate
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.keyness import Comparison
from reportreader.settings.messages import Messages
from reportreader.tui.widgets.keyness_list import KeynessRow


class KeynessOrder(StrEnum):
    """What phrases are sorted by."""

    SCORE = "score"
    LEFT = "left"
    RIGHT = "right"
    PHRASE = "phrase"


def ordered(phrases: Sequence[Keyness], order: KeynessOrder) -> tuple[Keyness, ...]:
    """Phrases in an order; by difference, whichever set it favours, the greatest come first."""
    match order:
        case KeynessOrder.LEFT:
            return tuple(sorted(phrases, key=lambda one: (-one.count, one.phrase)))
        case KeynessOrder.RIGHT:
            return tuple(sorted(phrases, key=lambda one: (-one.other_count, one.phrase)))
        case KeynessOrder.PHRASE:
            return tuple(sorted(phrases, key=lambda one: one.phrase))
    return tuple(sorted(phrases, key=lambda one: (-abs(one.score), one.phrase)))


def keyness_rows(
    phrases: Sequence[Keyness], compared: Comparison, messages: Messages
) -> list[KeynessRow]:
    """A row for each phrase; the greatest difference fills the room of the bar."""
    most = max((abs(one.score) for one in phrases), default=1.0)
    sides = messages.text("keyness.left"), messages.text("keyness.right")
    return [
        KeynessRow(
            phrase=sanitise_line(one.phrase),
            side=sides[one.score < 0],
            left=f"{one.count:,}",
            left_rate=f"{rate(one.count, compared.left.characters):,.2f}",
            right=f"{one.other_count:,}",
            right_rate=f"{rate(one.other_count, compared.right.characters):,.2f}",
            score=f"{abs(one.score):,.1f}",
            value=abs(one.score),
            most=most,
        )
        for one in phrases
    ]


def keyness_heads(messages: Messages) -> KeynessRow:
    """The names of the columns."""
    return KeynessRow(
        phrase=messages.text("keyness.column_phrase"),
        side=messages.text("keyness.column_side"),
        left=messages.text("keyness.column_left"),
        left_rate=messages.text("keyness.column_left_rate"),
        right=messages.text("keyness.column_right"),
        right_rate=messages.text("keyness.column_right_rate"),
        score=messages.text("keyness.column_score"),
    )
