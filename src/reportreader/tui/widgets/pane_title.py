"""The line over one of two panes: which report it shows and where; it says which pane has the keys."""

from reportreader.tui.widgets.bar import Bar, Part

ACTIVE_CLASS = "-active"


class PaneTitle(Bar):
    """Title of the report, then the section in view; a hint at the right."""

    def show_title(self, title: str, section: str, hint: str, *, is_active: bool) -> None:
        """Draw these from now on."""
        self.set_class(is_active, ACTIVE_CLASS)
        left = [Part(title, "strong" if is_active else "")]
        if section and section != title:
            left.append(Part(f"  {section}"))
        self.show_parts(left, [Part(hint)] if hint else [])
