"""What an export looks like: the shipped layouts, or a template of the reader's."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.notes.exported import ExportedReport, Grouping
from reportreader.notes.markdown import export_citations, export_markdown
from reportreader.notes.vault import export_vault_file
from reportreader.services.templating import fill_template
from reportreader.settings.messages import Language, Messages


class Layout(StrEnum):
    """The layouts that are shipped."""

    SECTION = "section"
    TAG = "tag"
    COLOUR = "colour"
    FLAT = "flat"
    VAULT = "obsidian"
    """One file a report, for an Obsidian vault."""
    CITATIONS = "citations"
    """The reports only, as a list of references."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A layout, or the text of a template that is used instead of it."""

    layout: Layout = Layout.SECTION
    template: str = ""


def render_reports(reports: Sequence[ExportedReport], recipe: Recipe, language: Language) -> str:
    """The text of one file with all of these reports. Raises InputError for a template."""
    words = Messages(language).text
    if recipe.template:
        return fill_template(recipe.template, reports, words)
    if recipe.layout is Layout.CITATIONS:
        return export_citations(reports, words=words)
    if recipe.layout is Layout.VAULT:
        return "\n".join(export_vault_file(report, words=words) for report in reports)
    return export_markdown(reports, words=words, grouping=Grouping(recipe.layout.value))
