"""The first screen, drawn before Textual is loaded; Textual's first frame takes over cell for cell.

Nine tenths of a start are the loading of modules. The page is made of what the widgets are made of
(`tui.drawing`, `tui.reading`, the words of the screens, the style sheets), so that it cannot say
anything else than they do; a test compares the two screens. Nothing here imports Textual or Rich.
"""
