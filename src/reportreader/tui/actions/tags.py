"""What can be done with tags: in the codebook, with pairs of tags, and on a passage."""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_tags"


def _action(action_id: str, *keys: str, scope: Scope = Scope.TAGS, footer: int = 0) -> Action:
    return Action(id=action_id, scope=scope, keys=keys, topic=_TOPIC, footer=footer)


CODEBOOK = (
    _action("show_tag_passages", "enter", footer=1),
    _action("create_tag", "a", footer=2),
    _action("rename_tag", "r", footer=4),
    _action("describe_tag", "e", footer=7),
    _action("filter_tags", "/", footer=3),
    _action("merge_tags", "M", footer=6),
    _action("move_tags", "m", footer=8),
    _action("delete_tags", "x", footer=9),
    _action("show_tag_reports", "t", footer=10),
    _action("show_tag_pairs", "p", footer=11),
    _action("select_tag", "v"),
    _action("select_all_tags", "V"),
    _action("fold_tag", "left"),
    _action("unfold_tag", "right"),
    _action("fold_all_tags", "z"),
    _action("sort_tags", "o"),
    _action("colour_tag_yellow", "1"),
    _action("colour_tag_green", "2"),
    _action("colour_tag_blue", "3"),
    _action("colour_tag_red", "4"),
    _action("colour_tag_purple", "5"),
    _action("uncolour_tag", "0"),
    _action("export_codebook", "E", footer=5),
    _action("import_codebook", "i"),
)
PAIRS = (
    _action("show_pair_passages", "enter", scope=Scope.TAG_PAIRS, footer=1),
    _action("filter_pairs", "/", scope=Scope.TAG_PAIRS, footer=2),
)
READING = (_action("tag_again", ".", scope=Scope.READING),)
NOTES = (_action("tag_notes_again", ".", scope=Scope.NOTES),)

ACTIONS: tuple[Action, ...] = (*CODEBOOK, *PAIRS, *READING, *NOTES)
