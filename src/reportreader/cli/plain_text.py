"""A report as plain text, broken into lines as the reading screen breaks them."""

from reportreader.cli.session import Session
from reportreader.document.document import Document
from reportreader.settings.values import AmbiguousWidth, ParagraphStyle, Settings
from reportreader.typography.plain import iter_plain_rows
from reportreader.typography.style import LayoutStyle
from reportreader.typography.widths import NARROW, WIDE

_HAN_CELLS = 2
_PIPE_COLUMNS = 80


def write_text(session: Session, document: Document) -> None:
    """Write the whole text, in the measure of the settings or what the terminal has room for."""
    settings = session.settings()
    columns = session.output.columns if session.output.is_terminal else _PIPE_COLUMNS
    style = layout_style(settings, columns)
    if settings.keep_words:
        from reportreader.analysis.words import Segmenter

        style = style._replace(words=Segmenter(None).cut)
    for row in iter_plain_rows(document, style):
        session.output.line(row)


def layout_style(settings: Settings, columns: int) -> LayoutStyle:
    """The style of the reading screen without a margin to hang punctuation in."""
    has_indent = settings.paragraphs is ParagraphStyle.INDENT
    return LayoutStyle(
        measure=min(settings.measure * _HAN_CELLS, columns),
        hang_cells=0,
        indent_cells=2 * _HAN_CELLS if has_indent else 0,
        gap_rows=0 if has_indent else 1,
        full_width_punctuation=settings.full_width_punctuation,
        fold_furniture=False,
        widths=WIDE if settings.ambiguous_width is AmbiguousWidth.WIDE else NARROW,
    )
