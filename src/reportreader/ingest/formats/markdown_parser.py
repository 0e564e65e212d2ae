"""markdown-it-py set up for Chinese: emphasis beside full-width punctuation, `#标题` without a blank.

CommonMark decides by blanks and punctuation whether `**` opens or closes, which fails where no
blanks are written: `**重点：**内容` stays literal. The rule here is that of the CJK-friendly
amendments (github.com/tats-u/markdown-cjk-friendly): a CJK neighbour counts like white space for a
delimiter run beside punctuation, and CJK punctuation counts as a letter.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_MAX_NESTING = 100
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_HASH_HEADING = re.compile(r"(#{1,6})([（《“〈【\u2e80-\u9fff][^#]*)#*\s*$")


class _ChineseInlineState(StateInline):
    """Inline state whose delimiter runs may stand directly beside CJK text."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        before = self.src[start - 1] if start > 0 else " "
        stop = start + scanned.length
        after = self.src[stop] if stop < self.posMax else " "
        return Scanned(
            scanned.can_open or _may_touch(inner=after, outer=before),
            scanned.can_close or _may_touch(inner=before, outer=after),
            scanned.length,
        )


def _may_touch(*, inner: str, outer: str) -> bool:
    """Whether a delimiter run can stand between `inner` (emphasised) and `outer`."""
    if isWhiteSpace(ord(inner)):
        return False
    is_cjk_inner = _CJK.match(inner) is not None
    is_punctuation = isMdAsciiPunct(ord(inner)) or isPunctChar(inner)
    if is_cjk_inner or not is_punctuation:
        return True
    return _CJK.match(outer) is not None


class _ChineseInlineParser(ParserInline):
    """The stock inline parser on `_ChineseInlineState`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _ChineseInlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def make_parser() -> MarkdownIt:
    """A CommonMark parser with tables, strike-through, footnotes, front matter, and HTML tokens."""
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    parser.inline = _ChineseInlineParser()
    parser.inline.ruler.disable(["linkify"])
    parser.enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    parser.block.ruler.after(
        "heading", "hash_heading", _hash_heading, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return parser


def _hash_heading(
    state: StateBlock,
    startLine: int,  # noqa: N803
    endLine: int,  # noqa: ARG001, N803
    silent: bool,  # noqa: FBT001
) -> bool:
    """Block rule for `#标题`, a heading whose blank was forgotten; `#话题# …` is none."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    line = state.src[start : state.eMarks[startLine]]
    match = _HASH_HEADING.match(line)
    if match is None or state.is_code_block(startLine):
        return False
    if silent:
        return True
    state.line = startLine + 1
    tag = f"h{len(match.group(1))}"
    state.push("heading_open", tag, 1).map = [startLine, state.line]
    inline = state.push("inline", "", 0)
    inline.content = match.group(2).strip()
    inline.map = [startLine, state.line]
    inline.children = []
    state.push("heading_close", tag, -1)
    return True
