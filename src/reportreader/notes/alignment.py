"""Alignment: for every character of an old text, where it stands in the new one.

Both texts are folded first. What they share at their ends is matched at once; in between, unique
runs and lines find equal blocks, long ones before short ones; characters left over between two
blocks are compared one by one. Each character of the new text is claimed by at most one of the old,
so a repeated phrase can never be taken for its twin while the twin is still there.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportreader.notes.blocks import (
    Block,
    Region,
    common_prefix_length,
    find_blocks,
    heaviest_chain,
)
from reportreader.notes.folding import FoldedText
from reportreader.notes.line_pairs import pair_lines
from reportreader.notes.similarity import common_runs, credible_runs

LONG_SEED = 10
SHORT_SEED = 5
MIN_MOVED_BLOCK = 8
"""Folded characters; shorter runs out of order are coincidences, unless they are whole lines."""
MOVED_GAP = 40
"""Folded characters that may lie between two blocks that moved together."""
MAX_EXTENSION = 64
"""Folded characters by which a moved block may be extended on each side."""
SLACK = 8
"""Folded characters that one side of an extension may be longer than the other."""
MAX_CELLS = 16_000_000
"""Largest table of a character comparison: 4,000 by 4,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """`targets[i]` is the index in `new.text` of character i of `old.text`, -1 if it is gone.

    `in_order[i]` is 1 where the character stayed in its order rather than moved, `in_lines[i]`
    where it came along with whole lines that stand once in either text. `claimed[j]` is 1 where
    character j of the new text has come from the old one. `is_complete` is false where time ran out
    before everything was compared.
    """

    old: FoldedText
    new: FoldedText
    targets: "array[int]"
    in_order: bytearray
    in_lines: bytearray
    claimed: bytearray
    is_complete: bool


def never() -> bool:
    """A deadline that does not pass."""
    return False


def align(old: FoldedText, new: FoldedText, is_late: Callable[[], bool] = never) -> Alignment:
    """Where the characters of `old` stand in `new`; what remains once `is_late` is left open."""
    aligner = _Aligner(old, new, is_late)
    aligner.run()
    return Alignment(
        old=old,
        new=new,
        targets=aligner.targets,
        in_order=aligner.in_order,
        in_lines=aligner.in_lines,
        claimed=aligner.claimed,
        is_complete=aligner.is_complete,
    )


class _Aligner:
    """The tables of an alignment while they are being filled."""

    def __init__(self, old: FoldedText, new: FoldedText, is_late: Callable[[], bool]) -> None:
        self.old, self.new = old, new
        self.targets = array("i", [-1]) * len(old.text)
        self.in_order = bytearray(len(old.text))
        self.in_lines = bytearray(len(old.text))
        self.matched = bytearray(len(old.text))
        self.claimed = bytearray(len(new.text))
        self.moved: list[Block] = []
        self.is_late = is_late
        self.is_complete = True

    def run(self) -> None:
        a, b = self.old.text, self.new.text
        shorter = min(len(a), len(b))
        head = common_prefix_length(a, b, 0, 0, shorter)
        tail = common_prefix_length(a[::-1], b[::-1], 0, 0, shorter - head)
        first, last = self.line_torn_at(head), self.line_torn_at(len(a) - tail)
        head = first[0] if first else head
        tail = len(a) - last[1] if last else tail
        self.put(Block(0, 0, head), in_order=True)
        self.put(Block(len(a) - tail, len(b) - tail, tail), in_order=True)
        self.align_region(
            Region(head, len(a) - tail, head, len(b) - tail), LONG_SEED, in_order=True
        )
        for block in self.moved:
            if self.is_late():
                self.is_complete = False
                break
            self.extend(block)
        if self.is_complete and self.moved:
            self.align_lines()

    def align_lines(self) -> None:
        """Match the lines left over on both sides that read alike, each like no other."""
        for old_line, new_line in pair_lines(self.old, self.new, self.matched, self.claimed):
            self.align_characters(Region(*old_line, *new_line), in_order=False)

    def line_torn_at(self, index: int) -> tuple[int, int] | None:
        """The line of the old text around an index within it, if it stands whole in the new one."""
        number = bisect_left(self.old.line_starts, index)
        if not 0 < number < len(self.old.line_starts) or self.old.line_starts[number] == index:
            return None
        start, end = self.old.line_starts[number - 1], self.old.line_starts[number]
        return (start, end) if self.old.text[start:end] in self.new.text else None

    def put(self, block: Block, *, in_order: bool) -> None:
        """Match a block, as far as neither side of it is taken."""
        i, j, n = block.old_start, block.new_start, block.length
        if n <= 0:
            return
        if block.whole_lines:
            self.in_lines[i : i + n] = b"\x01" * n
        if self.matched.find(1, i, i + n) < 0 and self.claimed.find(1, j, j + n) < 0:
            self.targets[i : i + n] = array("i", range(j, j + n))
            self.matched[i : i + n] = self.claimed[j : j + n] = b"\x01" * n
            if in_order:
                self.in_order[i : i + n] = b"\x01" * n
            return
        for step in range(n):
            self.put_character(i + step, j + step, in_order=in_order)

    def put_character(self, i: int, j: int, *, in_order: bool) -> None:
        if not self.matched[i] and not self.claimed[j]:
            self.targets[i] = j
            self.matched[i] = self.claimed[j] = 1
            self.in_order[i] = in_order

    def align_region(self, region: Region, seed_length: int, *, in_order: bool) -> None:
        """Blocks of a region, then what lies between them; short seeds where long ones fail."""
        if region.is_empty:
            return
        if self.is_late():
            self.is_complete = False
            return
        is_long = seed_length == LONG_SEED
        blocks = find_blocks(self.old, self.new, region, seed_length, with_lines=is_long)
        if not blocks:
            if is_long and region.cells > 400:
                self.align_region(region, SHORT_SEED, in_order=in_order)
            else:
                self.align_characters(region, in_order=in_order)
            return
        stayed, moved = heaviest_chain(blocks)
        between = self.put_chain(stayed, region, in_order=in_order)
        self.put_moved(moved)
        for part in between:
            if is_long:
                self.align_region(part, SHORT_SEED, in_order=in_order)
            else:
                self.align_characters(part, in_order=in_order)

    def put_chain(self, chain: Sequence[Block], region: Region, *, in_order: bool) -> list[Region]:
        """Match a chain, each block less what its predecessor took; the regions between them."""
        i, j = region.old_start, region.new_start
        between = []
        for block in chain:
            cut = max(0, j - block.new_start, i - block.old_start)
            if cut >= block.length:
                continue
            rest = Block(block.old_start + cut, block.new_start + cut, block.length - cut)
            self.put(rest, in_order=in_order)
            between.append(Region(i, rest.old_start, j, rest.new_start))
            i, j = rest.old_start + rest.length, rest.new_start + rest.length
        between.append(Region(i, region.old_end, j, region.new_end))
        return between

    def put_moved(self, blocks: Sequence[Block]) -> None:
        """Match what is out of order, closing the small gaps between blocks that moved together."""
        previous: Block | None = None
        for block in blocks:
            if block.length < MIN_MOVED_BLOCK and not block.whole_lines:
                continue
            self.put(block, in_order=False)
            self.moved.append(block)
            if previous is not None:
                gap = Region(
                    previous.old_start + previous.length,
                    block.old_start,
                    previous.new_start + previous.length,
                    block.new_start,
                )
                old_gap = gap.old_end - gap.old_start
                new_gap = gap.new_end - gap.new_start
                if 0 < old_gap <= MOVED_GAP and 0 < new_gap <= MOVED_GAP:
                    self.align_characters(gap, in_order=False)
            previous = block

    def extend(self, block: Block) -> None:
        """Take along what is left free on both sides of a moved block and reads alike."""
        i, j = block.old_start, block.new_start
        old_free = i - _free_from(self.matched, i, -1)
        new_free = j - _free_from(self.claimed, j, -1)
        self.align_characters(
            Region(i - min(old_free, new_free + SLACK), i, j - min(new_free, old_free + SLACK), j),
            in_order=False,
        )
        i, j = i + block.length, j + block.length
        old_free = _free_from(self.matched, i, 1) - i
        new_free = _free_from(self.claimed, j, 1) - j
        self.align_characters(
            Region(i, i + min(old_free, new_free + SLACK), j, j + min(new_free, old_free + SLACK)),
            in_order=False,
        )

    def align_characters(self, region: Region, *, in_order: bool) -> None:
        """Compare what is still free in a region character by character."""
        if region.is_empty:
            return
        old_free = [i for i in range(region.old_start, region.old_end) if not self.matched[i]]
        new_free = [j for j in range(region.new_start, region.new_end) if not self.claimed[j]]
        if not old_free or not new_free or len(old_free) * len(new_free) > MAX_CELLS:
            return
        a = "".join([self.old.text[i] for i in old_free])
        b = "".join([self.new.text[j] for j in new_free])
        for run in credible_runs(common_runs(a, b), len(a), len(b)):
            for step in range(run.length):
                i, j = old_free[run.a_start + step], new_free[run.b_start + step]
                self.put_character(i, j, in_order=in_order)


def _free_from(taken: bytearray, at: int, step: int) -> int:
    """Where the free text on one side of the gap `at` ends, at most `MAX_EXTENSION` away."""
    if step > 0:
        end = taken.find(1, at, at + MAX_EXTENSION)
        return min(len(taken), at + MAX_EXTENSION) if end < 0 else end
    low = max(0, at - MAX_EXTENSION)
    return max(low, taken.rfind(1, low, at) + 1)
