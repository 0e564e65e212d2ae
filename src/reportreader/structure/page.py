"""The page as matter: roles of columns, headlines and bylines, and the metadata of its first story."""

from collections.abc import Sequence

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.articles import PageArticle
from reportreader.structure.credits import iter_credits
from reportreader.structure.line import Unit
from reportreader.structure.roles import Matter, Role


def read_page(
    text: str, view: str, units: Sequence[Unit], page: Sequence[PageArticle], *, titled: bool
) -> Matter:
    """Roles of the units that open articles; if `titled`, the page is named by its first one."""
    roles: dict[int, Role] = {}
    for article in page:
        roles.update(dict.fromkeys(range(article.first, article.last + 1), Role.HEADLINE))
        if article.column >= 0:
            roles[article.column] = Role.COLUMN
        if article.byline >= 0:
            roles.update(dict.fromkeys(range(article.last + 1, article.byline), Role.SUBTITLE))
            roles[article.byline] = Role.BYLINE
        elif article.photo[0] >= 0:
            for number in range(article.last + 1, min(article.last + 4, len(units))):
                if units[number].start == article.photo[0]:
                    roles[number] = Role.BYLINE
    first = page[0]
    start, end = units[first.first].start, units[first.last].end
    items = [
        MetadataItem(
            field=MetadataField.TITLE, value=" ".join(text[start:end].split()), start=start, end=end
        )
    ]
    if not titled:
        items.clear()
    if first.byline >= 0:
        line = units[first.byline]
        items.extend(
            MetadataItem(
                field=credit.field,
                value=text[credit.start : credit.end],
                start=credit.start,
                end=credit.end,
            )
            for credit in iter_credits(view, line.start, line.end)
        )
    return Matter(roles=roles, items=tuple(items))
