"""Equal blocks of two texts: found by what is unique, put in order by what weighs most.

Rare passages tell where a text went: a run of characters that stands once in either text, or a line
that does, is a seed; seeds grow to maximal equal blocks; the heaviest chain of blocks that keeps
its order is the text that stayed, the others were moved. (Patience diff, B. Cohen, on characters.)
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from reportreader.notes.folding import FoldedText

MIN_SEED_LINE = 2
"""Folded characters of a line that may be a seed as a whole."""
LONG = 50_000
"""Folded characters of a region of which not every run is looked at."""
_SAMPLE = bytes(byte % 4 == 0 for byte in range(256))
"""Whether a run may begin with a character, by its last byte."""


@dataclass(frozen=True, slots=True)
class Block:
    """`old[old_start:old_start + length]` reads the same as `new[new_start:new_start + length]`."""

    old_start: int
    new_start: int
    length: int
    whole_lines: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the old text that is to be compared with a part of the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def is_empty(self) -> bool:
        """Whether either side has nothing to compare."""
        return self.old_start >= self.old_end or self.new_start >= self.new_end

    @property
    def cells(self) -> int:
        """Size of the table that a character comparison of both sides fills."""
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


def common_prefix_length(a: str, b: str, a_start: int, b_start: int, limit: int) -> int:
    """How many characters from both starts are equal, at most `limit`."""
    length = 0
    step = 64
    while length < limit:
        size = min(step, limit - length)
        i, j = a_start + length, b_start + length
        if a[i : i + size] == b[j : j + size]:
            length += size
            step = min(step * 2, 1 << 16)
        elif size == 1:
            break
        else:
            step = max(1, size // 4)
    return length


def find_blocks(
    old: FoldedText, new: FoldedText, region: Region, seed_length: int, *, with_lines: bool
) -> list[Block]:
    """Maximal equal blocks of a region, disjoint and ascending in the old text."""
    seeds = _unique_gram_pairs(old.text, new.text, region, seed_length)
    line_seeds = _unique_line_pairs(old, new, region) if with_lines else {}
    line_starts = sorted(line_seeds)
    blocks: list[Block] = []
    done = region.old_start
    for i, j in _in_order(seeds, line_seeds):
        if i < done:
            continue
        block = _grow(old.text, new.text, region, done, i, j)
        block = _cut_before_line(block, line_seeds, line_starts)
        whole = i in line_seeds and block.length >= line_seeds[i][1]
        blocks.append(Block(block.old_start, block.new_start, block.length, whole_lines=whole))
        done = block.old_start + block.length
    return blocks


def heaviest_chain(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks that ascend in both texts and match most characters, and all the others."""
    ranks = {start: rank for rank, start in enumerate(sorted({b.new_start for b in blocks}), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for index, block in enumerate(blocks):
        rank = ranks[block.new_start]
        weight, previous = _best_below(tree, rank - 1)
        before.append(previous)
        entry = (weight + block.length, index)
        while rank < len(tree):
            if entry[0] > tree[rank][0]:
                tree[rank] = entry
            rank += rank & -rank
    chosen = set()
    index = _best_below(tree, len(ranks))[1]
    while index != -1:
        chosen.add(index)
        index = before[index]
    return (
        [block for index, block in enumerate(blocks) if index in chosen],
        [block for index, block in enumerate(blocks) if index not in chosen],
    )


def _best_below(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """Heaviest entry of a Fenwick tree at ranks up to `rank`."""
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _in_order(
    seeds: dict[int, int], line_seeds: dict[int, tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    if not line_seeds:
        return seeds.items()
    merged = seeds | {i: pair[0] for i, pair in line_seeds.items()}
    return sorted(merged.items())


def _grow(old: str, new: str, region: Region, done: int, i: int, j: int) -> Block:
    """The maximal equal block around a seed, not reaching back into what is already matched."""
    start_i, start_j = i, j
    while start_i > done and start_j > region.new_start and old[start_i - 1] == new[start_j - 1]:
        start_i -= 1
        start_j -= 1
    limit = min(region.old_end - i, region.new_end - j)
    length = common_prefix_length(old, new, i, j, limit)
    return Block(start_i, start_j, i - start_i + length)


def _cut_before_line(
    block: Block, line_seeds: dict[int, tuple[int, int]], line_starts: Sequence[int]
) -> Block:
    """A block less the beginning of a line that stands whole elsewhere, once in either text."""
    end = block.old_start + block.length
    number = bisect_left(line_starts, end) - 1
    if number < 0 or line_starts[number] <= block.old_start:
        return block
    start = line_starts[number]
    line_target, line_length = line_seeds[start]
    stays = line_target - start == block.new_start - block.old_start
    if stays or start + line_length <= end:
        return block
    return Block(block.old_start, block.new_start, start - block.old_start)


def _unique_gram_pairs(old: str, new: str, region: Region, length: int) -> dict[int, int]:
    """Old and new place of every run of `length` characters that stands once on each side.

    In a long region only the runs that begin with one of some characters are looked at, on both
    sides the same, so that what is unique among them is unique.
    """
    is_sampled = min(region.old_end - region.old_start, region.new_end - region.new_start) > LONG
    in_new = _unique_grams(
        new,
        _run_starts(new, region.new_start, region.new_end - length + 1, is_sampled=is_sampled),
        length,
    )
    in_old: dict[str, int] = {}
    for index in _run_starts(
        old, region.old_start, region.old_end - length + 1, is_sampled=is_sampled
    ):
        gram = old[index : index + length]
        if gram in in_new:
            in_old[gram] = -1 if gram in in_old else index
    return {i: j for gram, i in in_old.items() if i >= 0 and (j := in_new[gram]) >= 0}


def _run_starts(text: str, start: int, end: int, *, is_sampled: bool) -> Iterable[int]:
    """The places from `start` to `end` at which a run may begin: all, or about one in four."""
    if not is_sampled or end <= start:
        return range(start, end)
    low_bytes = text[start:end].encode("utf-32-le", "surrogatepass")[::4]
    return compress(range(start, end), low_bytes.translate(_SAMPLE))


def _unique_grams(text: str, starts: Iterable[int], length: int) -> dict[str, int]:
    """Place of every run of characters, -1 where it stands more than once."""
    places: dict[str, int] = {}
    for index in starts:
        gram = text[index : index + length]
        places[gram] = -1 if gram in places else index
    return places


def _unique_line_pairs(
    old: FoldedText, new: FoldedText, region: Region
) -> dict[int, tuple[int, int]]:
    """By old place the new place and the length of every line that stands once on each side."""
    in_new = _unique_lines(new, region.new_start, region.new_end)
    in_old = _unique_lines(old, region.old_start, region.old_end)
    return {
        i: (j, len(line))
        for line, i in in_old.items()
        if i >= 0 and (j := in_new.get(line, -1)) >= 0
    }


def _unique_lines(folded: FoldedText, start: int, end: int) -> dict[str, int]:
    places: dict[str, int] = {}
    for line_start, line_end in folded.iter_lines():
        if line_start < start or line_end > end or line_end - line_start < MIN_SEED_LINE:
            continue
        line = folded.text[line_start:line_end]
        places[line] = -1 if line in places else line_start
    return places
