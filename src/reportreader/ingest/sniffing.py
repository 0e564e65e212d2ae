"""Finds the encoding of Chinese text by evidence: how many of its characters are common ones.

Detectors made for web pages need hundreds of bytes and are thrown by one bad one; a report may be a
headline. The share of the 500 commonest characters tells UTF-8, GB18030, Big5 and UTF-16 apart from
four characters on, because a wrong codec yields rare characters. Knows bytes, nothing of files.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

SAMPLE_BYTES = 1 << 15

# The commonest characters of modern written Chinese, in the order of common frequency lists.
_COMMON_SIMPLIFIED = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
    "过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
    "她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间"
    "由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给"
    "世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变"
    "四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社"
    "便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北"
    "边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
    "党村镇街县省六七八九零百千元届委协责检查服组织群众项目企农村环境改革推落实际精习近群督促贯彻"
)
_SIMPLIFIED = (
    "这个们来为国说时会对着过发后里种经么学现当没动还进样开从实军无与长机关点业将两间问并应战头"
    "体见产话内给门儿东声员论处义几认条气题尔别变总电数报结务场计资许统区队决马书则听却达强难权"
    "设记类据边张该规万觉术领确传师观让识带导争运系党县协责检组织众项环际习贯彻农"
)
_TRADITIONAL = (
    "這個們來為國說時會對著過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭"
    "體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權"
    "設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運係黨縣協責檢組織眾項環際習貫徹農"
)
_COMMON_TRADITIONAL = frozenset(
    character.translate(str.maketrans(_SIMPLIFIED, _TRADITIONAL))
    for character in _COMMON_SIMPLIFIED
)
_COMMON_BOTH = _COMMON_SIMPLIFIED | _COMMON_TRADITIONAL
_PUNCTUATION = frozenset(
    "，。、；：？！“”‘’（）《》〈〉「」『』【】…—·％\u3000０１２３４５６７８９①②③④⑤"
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A label "gb2312" nearly always means its superset; Python's own codec of that name turns the
# characters — and · into others. Of the Big5 family cp950 is what Windows writes.
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "hz", "big5": "cp950"}
_NEARLY_VALID = 0.05
_DOUBLE_BYTE_CODECS = frozenset({"gb18030", "cp950", "big5hkscs"})
_RESUMING = "reportreader.resuming"
_RESUMED_BYTES = 24
_MOST_WEIGHED = 5000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Candidate:
    codec: str
    common: frozenset[str]
    prior: float


_CANDIDATES = (
    _Candidate("gb18030", _COMMON_BOTH, 0.15),
    _Candidate("cp950", _COMMON_TRADITIONAL, 0.02),
    _Candidate("big5hkscs", _COMMON_TRADITIONAL, 0.0),
    _Candidate("utf-16-le", _COMMON_BOTH, -0.3),
    _Candidate("utf-16-be", _COMMON_BOTH, -0.3),
)


def codec_name(label: str) -> str | None:
    """Python's codec for an encoding label as people and pages write it; None if there is none."""
    try:
        name = codecs.lookup(label.strip()).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _ALIASES.get(name, name)


def detect_encoding(data: bytes) -> str:
    """The most likely codec of `data`, whether or not every byte fits it.

    Looks at a BOM, then at UTF-8 (also with a few bad bytes), then scores the others on the first
    32 KB.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    sample = data[:SAMPLE_BYTES]
    is_whole = len(sample) == len(data)
    if _is_utf8(sample, is_whole=is_whole):
        return "utf-8"
    strict = _best_strict(sample, is_whole=is_whole)
    return strict or _fewest_bad(sample)


def decode_damaged(data: bytes, codec: str) -> str:
    """The text of bytes of which some are bad, each shown as U+FFFD.

    In GB18030 and Big5 a lost first byte would make the second one the first of the next
    character, and so on to the end of the line: behind a bad byte the text goes on at that of the
    next two places where its characters are commoner. Behind thousands of them it does not matter.
    """
    if codec not in _DOUBLE_BYTE_CODECS:
        return data.decode(codec, "replace")
    weighed = 0

    def resume(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        nonlocal weighed
        weighed += 1
        places = (error.start + 1, error.start + 2)
        if weighed > _MOST_WEIGHED:
            raise error
        return "\ufffd", max(places, key=lambda place: _score_from(data, place, codec))

    codecs.register_error(_RESUMING, resume)
    try:
        return data.decode(codec, _RESUMING)
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def _score_from(data: bytes, place: int, codec: str) -> float:
    text = data[place : place + _RESUMED_BYTES].decode(codec, "replace")
    return _score(text, _COMMON_BOTH)


def _is_utf8(sample: bytes, *, is_whole: bool) -> bool:
    """Whether `sample` is UTF-8, up to one sequence in twenty being damaged."""
    text = _decode(sample, "utf-8", is_whole=is_whole)
    if text is not None:
        return not (_has_utf16_zeros(sample) or _is_utf16_in_disguise(sample, text))
    replaced = sample.decode("utf-8", "replace")
    beyond_ascii = sum(not character.isascii() for character in replaced)
    return beyond_ascii >= 8 and replaced.count("\ufffd") < _NEARLY_VALID * beyond_ascii


def _has_utf16_zeros(sample: bytes) -> bool:
    """Whether zero bytes stand so regularly at odd or even places that this must be UTF-16."""
    half = max(len(sample) // 2, 1)
    evens, odds = sample[0::2].count(0), sample[1::2].count(0)
    return max(evens, odds) > 0.4 * half and min(evens, odds) < 0.1 * half


def _is_utf16_in_disguise(sample: bytes, text: str) -> bool:
    """Whether a few bytes that happen to be UTF-8 are common characters once read as UTF-16."""
    has_controls = _CONTROL.search(text) is not None
    if len(sample) > 64 or len(sample) % 2 or not (has_controls or text.isascii()):
        return False
    needed = 0.3 if has_controls else 0.5
    for codec in ("utf-16-le", "utf-16-be"):
        characters = _decode(sample, codec, is_whole=True) or ""
        known = sum(c in _COMMON_BOTH or c in _PUNCTUATION for c in characters)
        plain = sum(c.isascii() for c in characters)
        if known and known + plain > needed * len(characters):
            return True
    return False


def _best_strict(sample: bytes, *, is_whole: bool) -> str | None:
    """The best-scoring codec that decodes all of `sample`."""
    best: tuple[float, str] | None = None
    for candidate in _CANDIDATES:
        if candidate.codec.startswith("utf-16") and is_whole and len(sample) % 2:
            continue
        text = _decode(sample, candidate.codec, is_whole=is_whole)
        if text is None:
            continue
        score = _score(text, candidate.common)
        if candidate.codec.startswith("utf-16") and score < 0:
            continue
        if best is None or score + candidate.prior > best[0]:
            best = (score + candidate.prior, candidate.codec)
    return best[1] if best else None


def _fewest_bad(sample: bytes) -> str:
    """The codec with the fewest bad bytes where none decodes everything."""

    def badness(codec: str, common: frozenset[str]) -> float:
        text = decode_damaged(sample, codec)
        bad = text.count("\ufffd")
        return 20 * bad / max(len(text), 1) - _score(text.replace("\ufffd", ""), common)

    choices = {"utf-8": _COMMON_BOTH, "gb18030": _COMMON_BOTH, "cp950": _COMMON_TRADITIONAL}
    return min(choices, key=lambda codec: badness(codec, choices[codec]))


def _decode(sample: bytes, codec: str, *, is_whole: bool) -> str | None:
    """The text of `sample`, whose last character may be cut off unless it is the whole file."""
    try:
        return codecs.getincrementaldecoder(codec)("strict").decode(sample, is_whole)
    except UnicodeDecodeError:
        return None


def _score(text: str, common: frozenset[str]) -> float:
    """Mean weight of the characters beyond ASCII: 2 for common ones, down to -4 for absurd ones."""
    total = 0.0
    weighed = 0
    for character, count in Counter(text).items():
        weight = _weight(character, common)
        if weight is not None:
            total += weight * count
            weighed += count
    return total / max(weighed, 1)


def _weight(character: str, common: frozenset[str]) -> float | None:
    code = ord(character)
    if code < 0x80:
        return -4.0 if code < 0x20 and character not in "\n\r\t\f" else None
    if character in common or character in _PUNCTUATION:
        return 2.0
    if 0x4E00 <= code <= 0x9FFF:
        return 0.0
    return -4.0 if 0xE000 <= code <= 0xF8FF else -1.0
