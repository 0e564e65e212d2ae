"""How often the encoding of a short Chinese text is found: slices of the corpus that come back exactly.

    python -m benchmarks.sniffing [SLICES]

One row an encoding, one column a length in characters; `1 bad` has a byte in the middle of 200
characters replaced by 0xFF. The traditional text is the corpus with its characters exchanged.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from random import Random

from reportreader.document.han_variants import simplified_forms
from reportreader.errors import InputError
from reportreader.ingest.decoding import decode_text

SLICES = 400
LENGTHS = (4, 8, 16, 32, 200)
_SOUND = 60
"""Characters at either end that a bad byte in the middle must leave as they are."""
_TEXT = "".join(
    path.read_text(encoding="utf-8").replace("\n", "")
    for path in sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
)
_TRADITIONAL = {
    simple: other for other, simple in simplified_forms().items() if 0x4E00 <= other < 0xA000
}
CASES = (
    ("utf-8", False),
    ("gb18030", False),
    ("gb18030", True),
    ("cp950", True),
    ("utf-16-le", False),
    ("utf-16-be", False),
)


def share(
    codec: str, text: str, length: int, slices: int, damage: Callable[[bytes], bytes]
) -> float:
    """Share of slices whose text comes back, but for the damage."""
    choices = Random(f"{codec}{length}")
    right = count = 0
    while count < slices:
        start = choices.randrange(len(text) - length)
        piece = text[start : start + length]
        try:
            data = piece.encode(codec)
        except UnicodeEncodeError:
            continue
        count += 1
        try:
            found = decode_text(damage(data), name="甲").text
        except InputError:
            continue
        is_near = found[:_SOUND] == piece[:_SOUND] and found[-_SOUND:] == piece[-_SOUND:]
        right += found == piece if damage is _whole else is_near
    return right / slices


def _whole(data: bytes) -> bytes:
    return data


def _one_bad_byte(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + b"\xff" + data[middle + 1 :]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("slices", type=int, nargs="?", default=SLICES)
    slices = parser.parse_args().slices
    print(f"{'':18}" + "".join(f"{length:>8}" for length in LENGTHS) + "   1 bad")
    for codec, is_traditional in CASES:
        text = _TEXT.translate(_TRADITIONAL) if is_traditional else _TEXT
        shares = [share(codec, text, length, slices, _whole) for length in LENGTHS]
        if not codec.startswith("utf-16"):
            shares.append(share(codec, text, 200, slices, _one_bad_byte))
        name = f"{codec} {'trad.' if is_traditional else ''}"
        print(f"{name:18}" + "".join(f"{one * 100:8.1f}" for one in shares))


if __name__ == "__main__":
    main()
