"""Which actions apply in a state; the others are not offered, and their keys fall through."""

from reportreader.tui.actions.reading import CARET, OUTLINE, PAGER, PANES, SPLIT
from reportreader.tui.reading.state import Mode, ReadingState, SidePanel

_CARET = frozenset(action.id for action in CARET)
_PAGER = frozenset(action.id for action in PAGER) - {"toggle_outline"}
_PANES = frozenset(action.id for action in PANES) - {"group_figures"}
_OUTLINE = frozenset(action.id for action in OUTLINE)
_OUTLINE_ONLY = frozenset(("fold_section", "unfold_section", "filter_outline"))
_NOT_IN_OUTLINE = frozenset(("search_report", "delete_annotation"))
_SPLIT = frozenset(action.id for action in SPLIT)
_SPLITS = "open_beside"
_NEED_SELECTION = frozenset(("highlight", "copy_passage", "make_heading"))
_SECTIONS = frozenset(
    ("next_section", "previous_section", "next_part", "previous_part", "parent_section")
)


def applies(
    action: str,
    state: ReadingState,
    *,
    in_text: bool,
    in_list: bool,
    in_outline: bool,
    has_sections: bool,
    is_split: bool = False,
) -> bool:
    """Whether `action` has something to work on, with the focus where it is."""
    under_caret = state.mode is not Mode.READING
    if action in _CARET:
        return under_caret and in_text
    if action in _PAGER:
        return not under_caret and (has_sections or action not in _SECTIONS)
    if action in _PANES:
        return in_outline if action in _OUTLINE_ONLY else in_list
    if action in _OUTLINE:
        return in_outline and has_sections
    if action in _NOT_IN_OUTLINE:
        return not in_outline
    if action in _SECTIONS:
        return has_sections
    if action in _NEED_SELECTION:
        return in_text and state.selection is not None
    return is_split != (action == _SPLITS) if action in _SPLIT else _applies_here(action, state)


def _applies_here(action: str, state: ReadingState) -> bool:
    if action == "toggle_outline":
        return state.mode is Mode.READING
    if action == "jump_back":
        return bool(state.jumps.behind)
    if action == "group_figures":
        return state.side is SidePanel.FIGURES and state.mode is Mode.READING
    if action == "jump_forward":
        return bool(state.jumps.ahead)
    if action == "list_hits":
        return bool(state.search.hits) or state.side is not None
    return True
