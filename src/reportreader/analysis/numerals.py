"""Numbers as Chinese texts write them: `3,117`, `16.5万`, `二十六`, `一亿二千万`, `二〇二一`."""

import re

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""Pattern of a number in digits, in folded text."""
HAN_NUMERAL = "[〇零一二两三四五六七八九十百千]"
"""Pattern of one character of a number in Han characters."""
HAN_NUMBER = f"{HAN_NUMERAL}+(?:[万亿]{HAN_NUMERAL}+)*(?:点{HAN_NUMERAL}+)?"
"""Pattern of a number in Han characters; a last 万 or 亿 is left to be its multiplier."""
_HAN_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_STEPS = {"十": 10, "百": 100, "千": 1_000}
_SCALES = {"万": 10_000, "亿": 100_000_000}
MULTIPLIERS = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}
_LONGEST = 24
"""Characters of a number that means something; longer runs are noise."""
_NEIGHBOURS = re.compile("([一两二三四五六七八])([二三四五六七八九])")
_PLAIN_HAN = re.compile("[〇零一二两三四五六七八九]+")


def parse_number(said: str) -> float | None:
    """Value of a number in digits or in Han characters, None if it is none or far too long."""
    if not said or len(said) > _LONGEST:
        return None
    if said[0].isdecimal():
        plain = said.replace(",", "")
        return float(plain) if plain.replace(".", "", 1).isdecimal() else None
    whole, point, fraction = said.partition("点")
    value = _parse_whole(whole)
    if value is None or not point:
        return value
    digits = [_HAN_DIGITS.get(character) for character in fraction]
    if not digits or None in digits:
        return None
    return value + float("0." + "".join(map(str, digits)))


def _parse_whole(said: str) -> float | None:
    if _PLAIN_HAN.fullmatch(said):
        return float("".join(str(_HAN_DIGITS[character]) for character in said))
    total = section = digit = last_scale = 0
    for character in said:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _STEPS:
            section += (digit or 1) * _STEPS[character]
            digit = 0
        elif character in _SCALES:
            scale = _SCALES[character]
            if scale < last_scale:
                total += (section + digit) * scale
            else:
                total = (total + section + digit) * scale
            last_scale = scale
            section = digit = 0
        else:
            return None
    return float(total + section + digit)


def plain_value(value: float) -> float | int:
    """`value` without the noise of binary fractions, as a whole number where it is one."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def parse_neighbours(said: str) -> tuple[float, float] | None:
    """Both values of a number that names two neighbours (七八成, 十六七件, 五六百年)."""
    found = _NEIGHBOURS.search(said)
    if found is None or (_PLAIN_HAN.fullmatch(said) and len(said) > 2):
        return None
    lower, upper = found.group(1), found.group(2)
    if _HAN_DIGITS[upper] - _HAN_DIGITS[lower] != 1:
        return None
    before, behind = said[: found.start()], said[found.end() :]
    values = (parse_number(before + lower + behind), parse_number(before + upper + behind))
    return None if None in values else (values[0] or 0.0, values[1] or 0.0)
