"""Random queries against a library, compared with a matcher that knows neither index nor patterns."""

import random
import time
from dataclasses import dataclass

from reportreader.analysis.queries import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    Term,
    parse_query,
)
from reportreader.analysis.searchtext import is_spelt, search_form
from reportreader.library.documents import load_text
from reportreader.library.standing import current_version
from reportreader.services.browsing import list_reports
from reportreader.services.opening import Library
from reportreader.services.searching import search_library

HOSTILE = (
    *('"', "(", ")", "-", "*", "^", "NEAR(群众 社区)", "{title}: 群众", "title:body:群众", "标题:"),
    *("群众)", "((群众", '"群众', "群众*", "*群众", "NOT", "-群众", "OR 群众", "群众 AND", "a-b"),
    *(
        "'; DROP TABLE report; --",
        "\x00群众",
        "％",
        "，",
        "群 众",
        "群\u200b众",
        "２０２１",
        "95",
        "①",
    ),
)
_VARIANTS = str.maketrans("众党员区动", "眾黨員區動")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The searched forms of one report."""

    title: str
    body: str
    source: str


def compare_queries(library: Library, count: int) -> None:
    """Prints how many answers were missed, wrong, or had another number of hits."""
    forms = {
        one.report_id: Forms(
            title=search_form(one.title),
            body=search_form(load_text(library, current_version(library, one.report_id))),
            source=search_form(one.issuer),
        )
        for one in list_reports(library)
    }
    choices = random.Random(1)
    texts = [load_text(library, current_version(library, report_id)) for report_id in forms]
    missed = wrong = miscounted = answered = asked = 0
    start = time.perf_counter()
    for number in range(count):
        typed = HOSTILE[number] if number < len(HOSTILE) else _make_query(choices, texts, 0)
        query = parse_query(typed)
        if query is None:
            continue
        asked += 1
        expected = {report_id for report_id, form in forms.items() if _answers(query, form)}
        results = search_library(library, typed, limit=len(forms))
        found = {hit.summary.report_id for hit in results.hits}
        if expected != found:
            print(f"differs: {typed!r} {sorted(expected ^ found)[:5]}")
        missed += len(expected - found)
        wrong += len(found - expected)
        answered += bool(expected)
        if isinstance(query, Term) and query.field is None and not query.prefix:
            needle = search_form(query.text)
            miscounted += sum(
                hit.count != forms[hit.summary.report_id].body.count(needle) for hit in results.hits
            )
    print(
        f"{asked} queries over {len(forms)} reports, {answered} with answers: {missed} missed, "
        f"{wrong} wrong, {miscounted} miscounted; {time.perf_counter() - start:.0f} s"
    )


def _make_query(choices: random.Random, texts: list[str], depth: int) -> str:
    kind = choices.random()
    if depth > 2 or kind < 0.6:
        return _make_term(choices, texts)
    left, right = (_make_query(choices, texts, depth + 1) for _ in range(2))
    if kind < 0.75:
        return f"{left} {right}"
    return f"({left} OR {right})" if kind < 0.9 else f"{left} -({right})"


def _make_term(choices: random.Random, texts: list[str]) -> str:
    """A piece of a text, at times in other characters, with blanks, quoted, or in a field."""
    text = choices.choice(texts)
    length = choices.choice((1, 2, 2, 2, 3, 4, 4, 6, 12))
    at = choices.randrange(max(1, len(text) - length))
    piece = text[at : at + length]
    kind = choices.random()
    if kind < 0.15:
        piece = piece.translate(_VARIANTS)
    elif kind < 0.25:
        piece = f'"{piece[:1]} {piece[1:]}"'
    elif kind < 0.35:
        piece = f'"{piece}"'
    elif kind < 0.4:
        piece += "*"
    return choices.choice(("", "", "", "", "标题:", "正文:")) + piece


def _answers(query: Query, forms: Forms) -> bool:
    match query:
        case Term(field=field):
            texts = {
                None: (forms.title, forms.body),
                SearchField.TITLE: (forms.title,),
                SearchField.BODY: (forms.body,),
                SearchField.SOURCE: (forms.source,),
            }
            return any(_holds(text, query) for text in texts.get(field, ()))
        case And(parts=parts):
            return all(_answers(part, forms) for part in parts)
        case Or(parts=parts):
            return any(_answers(part, forms) for part in parts)
        case Not(part=part):
            return not _answers(part, forms)
        case DateRange():
            message = "no dates are asked for"
            raise ValueError(message)


def _holds(text: str, term: Term) -> bool:
    needle = search_form(term.text)
    at = text.find(needle)
    while at >= 0:
        if not (term.prefix and at and is_spelt(needle[0]) and is_spelt(text[at - 1])):
            return True
        at = text.find(needle, at + 1)
    return False
