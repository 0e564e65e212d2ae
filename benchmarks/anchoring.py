"""How well annotations find their passages again after an edit, beside two other methods.

python benchmarks/anchoring.py [--text FILE …] [--rounds N] [--seed N] [--time]

Every character of an edited text knows which character of the old text it was, so the truth needs
no guessing. A passage is alive if at least 60 % of its characters survive together, dead if fewer
than 20 % do. Of the living: `right` place, `asked` (only suggested), `wrong` place, `lost`; of the
dead: `false`, put somewhere all the same. The others are the quote with its context word for word
(apache/incubator-annotator) and the method of hypothesis/client, restated from its
`match-quote.ts`. `--time` measures a megabyte instead, edited, reversed and of ten letters.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from reportreader.notes.anchoring import Anchor, make_anchor, resolve_for_bench
from reportreader.notes.similarity import ApproximateMatch, find_approximate

Character = tuple[str, int]
"""A character and its offset in the old text, -1 if it is new."""
Traced = list[Character]
Place = tuple[int, int, str]
Resolver = Callable[[str, str, Sequence[Anchor]], Sequence[Place | None]]

CORPUS = Path(__file__).parents[1] / "corpus"
MISPRINTS = "的地得在再做作已以和合级及"
FILLER = "与会人员还就下一阶段的安排交换了意见，"
HALF_WIDTH = str.maketrans("，。；：？！（）", ",.;:?!()")


def exact_context(_old: str, new: str, anchors: Sequence[Anchor]) -> list[Place | None]:
    found: list[Place | None] = []
    for anchor in anchors:
        passage = anchor.prefix[-32:] + anchor.exact + anchor.suffix[:32]
        at = new.find(passage)
        start = at + len(anchor.prefix[-32:])
        found.append((start, start + len(anchor.exact), "exact") if at >= 0 else None)
    return found


def match_quote(_old: str, new: str, anchors: Sequence[Anchor]) -> list[Place | None]:
    """Best of the least wrong matches by quote, prefix, suffix and position (50, 20, 20, 2)."""
    return [_match_quote(new, anchor) for anchor in anchors]


def _match_quote(new: str, anchor: Anchor) -> Place | None:
    if new[anchor.start : anchor.end] == anchor.exact:
        return anchor.start, anchor.end, "exact"
    best: tuple[float, int, int] | None = None
    for match in _matches(new, anchor.exact, min(256, len(anchor.exact) // 2)):
        prefix, suffix = anchor.prefix[-32:], anchor.suffix[:32]
        score = (
            50 * (1 - match.errors / len(anchor.exact))
            + 20 * _likeness(new[max(0, match.start - len(prefix)) : match.start], prefix)
            + 20 * _likeness(new[match.end : match.end + len(suffix)], suffix)
            + 2 * (1 - abs(match.start - anchor.start) / len(new))
        )
        if best is None or score > best[0]:
            best = (score, match.start, match.end)
    return (best[1], best[2], "changed") if best else None


def _matches(text: str, pattern: str, max_errors: int) -> list[ApproximateMatch]:
    exact = [
        ApproximateMatch(found.start(), found.start() + len(pattern), 0)
        for found in re.finditer(f"(?={re.escape(pattern)})", text)
    ]
    return exact or find_approximate(text, pattern, max_errors)


def _likeness(text: str, wanted: str) -> float:
    if not wanted:
        return 1.0
    found = _matches(text, wanted, len(wanted)) if text else []
    return 1 - found[0].errors / len(wanted) if found else 0.0


RESOLVERS: dict[str, Resolver] = {
    "ours": resolve_for_bench,
    "match-quote": match_quote,
    "exact context": exact_context,
}


def units(traced: Traced, pattern: str) -> list[Traced]:
    text = "".join(character for character, _ in traced)
    return [traced[found.start() : found.end()] for found in re.finditer(pattern, text)]


def sentences(traced: Traced) -> list[Traced]:
    return units(traced, r"[^。！？；\n]*[。！？；]+[”）]*|[^。！？；\n]+|\n+")


def joined(parts: Sequence[Traced]) -> Traced:
    return [character for part in parts for character in part]


def misprint(traced: Traced, rng: random.Random) -> Traced:
    edited: Traced = []
    for character, origin in traced:
        luck = rng.random()
        if character == "\n" or luck > 0.02:
            edited.append((character, origin))
        elif luck > 0.01:
            edited.append((rng.choice(MISPRINTS), -1))
        elif luck > 0.005:
            edited += [(character, origin), (rng.choice(MISPRINTS), -1)]
    return edited


def wrap(traced: Traced, _rng: random.Random) -> Traced:
    edited: Traced = []
    for number, (character, origin) in enumerate(traced):
        edited.append((character.translate(HALF_WIDTH), origin))
        if number % 38 == 37:
            edited.append(("\n", -1))
    return edited


def insert(traced: Traced, rng: random.Random) -> Traced:
    filler = [(character, -1) for character in FILLER]
    return joined([part + filler * (rng.random() < 0.1) for part in sentences(traced)])


def delete(traced: Traced, rng: random.Random) -> Traced:
    return joined([part for part in sentences(traced) if rng.random() > 0.1])


def reorder(traced: Traced, rng: random.Random) -> Traced:
    parts = units(traced, r"[^\n]*\n+|[^\n]+$")
    chosen = sorted(rng.sample(range(len(parts)), len(parts) * 2 // 5))
    shuffled = rng.sample(chosen, len(chosen))
    moved = dict(zip(chosen, shuffled, strict=True))
    return joined([parts[moved.get(number, number)] for number in range(len(parts))])


def reorder_with_misprints(traced: Traced, rng: random.Random) -> Traced:
    return misprint(reorder(traced, rng), rng)


EDITS = (misprint, wrap, insert, delete, reorder, reorder_with_misprints)
ANOTHER_REPORT = "another_report"


def make_anchors(text: str, rng: random.Random, count: int) -> list[Anchor]:
    anchors: list[Anchor] = []
    while len(anchors) < count:
        length = rng.choice((5, 12, 30, 80, 200))
        start = rng.randrange(max(1, len(text) - length))
        if text[start : start + length].strip():
            anchors.append(make_anchor(text, start, start + length))
    return anchors


def judge(old: str, anchor: Anchor, targets: dict[int, int], place: Place | None) -> str:
    """What became of one anchor.

    Spaces and line breaks do not count. Of what is neither alive nor dead nothing is asked but that
    it be not settled at another place.
    """
    printed = [at for at in range(anchor.start, anchor.end) if not old[at].isspace()]
    survivors = sorted(targets[at] for at in printed if at in targets)
    max_gap = max(20, len(anchor.exact) // 2)
    runs: list[list[int]] = []
    for target in survivors:
        if runs and target - runs[-1][-1] <= max_gap:
            runs[-1].append(target)
        else:
            runs.append([target])
    run = max(runs, key=len, default=[])
    share = len(run) / len(printed)
    is_settled = place is not None and place[2] != "doubtful"
    is_there = place is not None and bool(run) and place[0] <= run[-1] and run[0] < place[1]
    if share < 0.2:
        return "false" if is_settled and not is_there else "kept"
    if share < 0.6:
        return "wrong" if is_settled and not is_there else "grey"
    if place is None:
        return "lost"
    if not is_there:
        return "wrong" if is_settled else "lost"
    return "right" if is_settled else "asked"


def compare(texts: Sequence[str], rounds: int, seed: int) -> None:
    names = [*(edit.__name__ for edit in EDITS), ANOTHER_REPORT]
    totals = {name: {edit: Counter[str]() for edit in names} for name in RESOLVERS}
    for number, text in enumerate(texts):
        traced = [(character, at) for at, character in enumerate(text)]
        stranger = [(character, -1) for character in texts[number - 1]]
        for turn in range(rounds):
            rng = random.Random(f"{seed}/{number}/{turn}")
            anchors = make_anchors(text, rng, 40)
            edited = {edit.__name__: edit(traced, rng) for edit in EDITS}
            for edit_name, result in {**edited, ANOTHER_REPORT: stranger}.items():
                targets = {origin: at for at, (_, origin) in enumerate(result) if origin >= 0}
                new = "".join(character for character, _ in result)
                for name, resolver in RESOLVERS.items():
                    for anchor, place in zip(anchors, resolver(text, new, anchors), strict=True):
                        totals[name][edit_name][judge(text, anchor, targets, place)] += 1
    for name, by_edit in totals.items():
        print(name)
        for edit_name, counts in [*by_edit.items(), ("all", sum(by_edit.values(), Counter()))]:
            print(f"  {edit_name:24}{_shares(counts)}")


def _shares(counts: Counter[str]) -> str:
    living = sum(counts[name] for name in ("right", "asked", "wrong", "lost"))
    dead = counts["kept"] + counts["false"]
    shares = [(name, counts[name], living) for name in ("right", "asked", "wrong", "lost")]
    shares.append(("false", counts["false"], dead))
    return "  ".join(
        f"{name} {100 * count / of:6.2f}%" if of else f"{name}       -"
        for name, count, of in shares
    )


def measure(texts: Sequence[str], seed: int) -> None:
    """Seconds of processor time for a hundred anchors in a megabyte."""
    rng = random.Random(seed)
    parts = [part for text in texts for part in re.findall(r"[^。\n]+[。\n]", text)]
    text = ""
    while len(text.encode()) < 1_000_000:
        part = rng.choice(parts)
        cut = rng.randrange(len(part))
        text += part[:cut] + str(rng.randrange(10_000)) + part[cut:] + rng.choice(parts)[:9]
    noise = "".join(rng.choice("abcdefghij") for _ in range(1_000_000))
    traced = [(character, at) for at, character in enumerate(text)]
    edited = "".join(character for character, _ in reorder_with_misprints(traced, rng))
    for name, old, new in (
        ("edited", text, edited),
        ("reversed", text, text[::-1]),
        ("ten letters, reversed", noise, noise[::-1]),
    ):
        anchors = make_anchors(old, rng, 100)
        begin = time.process_time()
        resolve_for_bench(old, new, anchors)
        print(f"{name:24}{time.process_time() - begin:6.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--text", type=Path, nargs="*", default=sorted(CORPUS.iterdir()))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time", action="store_true")
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.text]
    if arguments.time:
        measure(texts, arguments.seed)
    else:
        compare(texts, arguments.rounds, arguments.seed)


if __name__ == "__main__":
    main()
