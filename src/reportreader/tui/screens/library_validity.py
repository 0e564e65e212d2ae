"""Which actions of the library apply to what is listed; the others are not offered."""

_NEED_A_REPORT = frozenset(
    {
        "open_report",
        "select_report",
        "export_report_notes",
        "tag_reports",
        "show_versions",
        "merge_reports",
        "show_additions",
    }
)


def applies(
    action: str,
    *,
    has_reports: bool,
    can_continue: bool,
    in_trash: bool,
    is_adding: bool,
    selected_count: int = 0,
) -> bool:
    """Whether `action` has something to work on."""
    if action in _NEED_A_REPORT:
        return has_reports
    if action == "read_beside":
        return selected_count == 2
    if action == "continue_reading":
        return can_continue
    if action == "remove_reports":
        return has_reports and not in_trash
    if action == "restore_reports":
        return has_reports and in_trash
    if action == "stop_adding":
        return is_adding
    return True
