"""What can be done while reading a report.

Two tables share the screen: in plain reading a pager's keys apply, as in `less`; `v` brings the
caret, and the keys are those of vi until Escape. Actions of the first table that make sense under
a caret too stand in `ANYWHERE`.
"""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_reading"


def _reading(
    action_id: str, *keys: str, footer: int = 0, palette: bool = True, scope: Scope = Scope.READING
) -> Action:
    return Action(
        id=action_id, scope=scope, keys=keys, topic=_TOPIC, footer=footer, palette=palette
    )


def _by_screen(action_id: str, *keys: str, footer: int = 0) -> Action:
    return Action(
        id=action_id,
        scope=Scope.READING,
        keys=keys,
        topic=_TOPIC,
        footer=footer,
        by_screen=True,
    )


def _caret(action_id: str, *keys: str, footer: int = 0) -> Action:
    return _reading(action_id, *keys, footer=footer, palette=False, scope=Scope.VISUAL)


PAGER = (
    _reading("line_down", "j", "down", palette=False),
    _reading("line_up", "k", "up", palette=False),
    _reading("page_down", "space", "f", "ctrl+f", "pagedown", palette=False),
    _reading("page_up", "b", "ctrl+b", "pageup", palette=False),
    _reading("half_down", "d", "ctrl+d", palette=False),
    _reading("half_up", "u", "ctrl+u", palette=False),
    _reading("to_top", "g", "home"),
    _reading("to_bottom", "G", "end"),
    _reading("next_part", "}"),
    _reading("previous_part", "{"),
    _reading("toggle_outline", "t", footer=4),
)
"""Only in plain reading: under the caret these keys move it."""

PANES = (
    _reading("choose_row", "enter", palette=False),
    _reading("fold_section", "h", "left", palette=False),
    _reading("unfold_section", "l", "right", palette=False),
    _reading("filter_outline", "/", palette=False),
    _reading("group_figures", "o", palette=False),
)
"""Only while the outline or the side panel is focused."""

OUTLINE = (
    _reading("section_shallower", "<"),
    _reading("section_deeper", ">"),
    _reading("not_a_heading", "x"),
    _reading("merge_sections", "J"),
    _reading("rename_section", "r"),
    _reading("explain_section", "i"),
)
"""Only while the outline is focused: what its reader knows better."""

ANYWHERE = (
    _reading("search_report", "/", footer=1),
    _reading("search_backwards", "?"),
    _reading("next_hit", "n", footer=10),
    _reading("previous_hit", "N"),
    _reading("list_hits", "&"),
    _reading("to_percent", "%"),
    _reading("next_section", "]", footer=7),
    _reading("previous_section", "["),
    _reading("parent_section", "^", "backspace"),
    _reading("switch_pane", "tab", palette=False),
    _reading("jump_back", "ctrl+o", "alt+left"),
    _reading("jump_forward", "alt+right"),
    _reading("show_notes_panel", "f2", footer=8),
    _reading("show_keywords_panel", "f3", footer=9),
    _reading("show_figures_panel", "f4"),
    _reading("switch_layer", "K"),
    _reading("add_term", "*"),
    _reading("set_mark", "m"),
    _reading("go_to_mark", "'"),
    _reading("add_bookmark", "B"),
    _reading("list_bookmarks", "M"),
    _reading("visual", "v", footer=4),
    _reading("visual_blocks", "V"),
    _reading("highlight", "enter", footer=1),
    _reading("highlight_yellow", "1"),
    _reading("highlight_green", "2"),
    _reading("highlight_blue", "3"),
    _reading("highlight_red", "4"),
    _reading("highlight_purple", "5"),
    _reading("write_note", "a", footer=3),
    _reading("tag_passage", "#", footer=3),
    _reading("delete_annotation", "x"),
    _reading("copy_passage", "y"),
    _reading("write_passage", "Y"),
    _reading("make_heading", "H"),
    _reading("correct_title", "O"),
    _reading("correct_date", "D"),
    _reading("export_reading", "E", footer=11),
    _reading("narrower", "-"),
    _reading("wider", "+", "="),
    _reading("switch_paragraphs", "I"),
    _reading("switch_hanging"),
    _reading("switch_full_width"),
    _reading("switch_words"),
    _by_screen("focus_text", "z"),
)
"""In plain reading and under the caret; each applies where it has something to work on."""

SPLIT = (
    _by_screen("open_beside", "|"),
    _by_screen("other_pane", "\\", "ctrl+w", footer=1),
    _by_screen("close_pane", "Q", footer=1),
    _by_screen("lock_scrolling", "S"),
)
"""Two reports side by side; all but the first only while there are two."""

CARET = (
    _caret("caret_left", "h", "left"),
    _caret("caret_down", "j", "down"),
    _caret("caret_up", "k", "up"),
    _caret("caret_right", "l", "right"),
    _caret("word_forward", "w"),
    _caret("word_back", "b"),
    _caret("word_end", "e"),
    _caret("sentence_back", "("),
    _caret("sentence_forward", ")"),
    _caret("block_back", "{"),
    _caret("block_forward", "}"),
    _caret("row_start", "0", "home"),
    _caret("row_end", "$", "end"),
    _caret("first_character", "g"),
    _caret("last_character", "G"),
    _caret("find_to", "f"),
    _caret("find_before", "t"),
    _caret("find_back_to", "F"),
    _caret("find_back_behind", "T"),
    _caret("find_again", ";"),
    _caret("find_reverse", ","),
    _caret("select_object", "i", footer=2),
    _caret("swap_ends", "o"),
    _caret("caret_page_down", "ctrl+f", "pagedown"),
    _caret("caret_page_up", "ctrl+b", "pageup"),
    _caret("caret_half_down", "ctrl+d"),
    _caret("caret_half_up", "ctrl+u"),
)
"""Under the caret only."""

ACTIONS: tuple[Action, ...] = (*PAGER, *ANYWHERE, *SPLIT, *PANES, *OUTLINE, *CARET)
