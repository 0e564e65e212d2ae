"""Term groups as rows; the name of a group is its key. Writes go through the journal."""

import json

from reportreader.analysis.terms import Term, TermGroup, TermScope
from reportreader.errors import NotFoundError
from reportreader.library.journal import Recorder
from reportreader.library.library import Library


def load_term_groups(library: Library) -> tuple[TermGroup, ...]:
    """All groups in the order they were made."""
    groups = library.rows(
        """SELECT term_group_id, name, colour, scope, scope_value, is_on FROM term_group
          ORDER BY term_group_id"""
    )
    return tuple(
        TermGroup(
            name=row[1],
            colour=row[2],
            terms=_load_terms(library, row[0]),
            patterns=_load_patterns(library, row[0]),
            scope=TermScope(row[3]),
            scope_value=row[4],
            enabled=bool(row[5]),
        )
        for row in groups
    )


def put_term_group(recorder: Recorder, group: TermGroup, *, replaces: str) -> None:
    """Writes a group in the place of the one named `replaces`, or as a new one."""
    columns: dict[str, object] = {
        "name": group.name,
        "colour": group.colour,
        "scope": group.scope.value,
        "scope_value": group.scope_value,
        "is_on": int(group.enabled),
    }
    group_id = find_group_id(recorder.library, replaces)
    if group_id is None:
        group_id = recorder.insert("term_group", columns)
    else:
        _drop_terms(recorder, group_id)
        recorder.update("term_group", {"term_group_id": group_id}, columns)
    said = [(term.text, term.aliases, 0) for term in group.terms]
    said += [(pattern, (), 1) for pattern in group.patterns]
    for number, (text, aliases, is_pattern) in enumerate(said):
        recorder.insert(
            "term",
            {
                "term_group_id": group_id,
                "number": number,
                "text": text,
                "aliases": json.dumps(aliases, ensure_ascii=False),
                "is_pattern": is_pattern,
            },
        )


def drop_term_group(recorder: Recorder, name: str) -> None:
    """Removes a group and its terms; raises NotFoundError."""
    group_id = find_group_id(recorder.library, name)
    if group_id is None:
        raise NotFoundError("term_group_missing", name=name)
    _drop_terms(recorder, group_id)
    recorder.delete("term_group", {"term_group_id": group_id})


def find_group_id(library: Library, name: str) -> int | None:
    """The row of the group of that name."""
    found = library.value("SELECT term_group_id FROM term_group WHERE name = ?", (name,))
    return None if found is None else int(found)


def _drop_terms(recorder: Recorder, group_id: int) -> None:
    rows = recorder.library.rows("SELECT term_id FROM term WHERE term_group_id = ?", (group_id,))
    for row in rows:
        recorder.delete("term", {"term_id": row[0]})


def _load_terms(library: Library, group_id: int) -> tuple[Term, ...]:
    rows = library.rows(
        """SELECT text, aliases FROM term WHERE term_group_id = ? AND NOT is_pattern
          ORDER BY number""",
        (group_id,),
    )
    return tuple(Term(text=row[0], aliases=tuple(json.loads(row[1]))) for row in rows)


def _load_patterns(library: Library, group_id: int) -> tuple[str, ...]:
    rows = library.rows(
        "SELECT text FROM term WHERE term_group_id = ? AND is_pattern ORDER BY number", (group_id,)
    )
    return tuple(row[0] for row in rows)
