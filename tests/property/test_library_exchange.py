"""Two libraries, changed at random on both machines, are equal once each has imported the other."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportreader.errors import NotFoundError
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.notes.webreading import parse_web_annotations
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    restore_annotations,
    tag_annotations,
    undo,
)
from reportreader.services.browsing import list_reports
from reportreader.services.codebook import merge_tag, rename_tag
from reportreader.services.exchanging import ExchangeFormat, export_exchange
from reportreader.services.import_steps import count_outcomes
from reportreader.services.importing import import_annotations
from reportreader.services.maintaining import check_library
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.settings.messages import Language

TEXT = "".join(f"第{number}条　整修水渠{number * 3}里，村民满意。\n" for number in range(1, 30))
TAGS = ("水利", "水利/渠道", "民生", "待查")
States = dict[AnnotationId, tuple[str, Colour, tuple[str, ...], str, str]]


@contextmanager
def two_libraries() -> Iterator[tuple[Library, Library]]:
    """Two libraries with the same report, whose clocks never show the same time."""
    ticks = iter(range(1_000_000))
    begin = datetime(2024, 5, 17, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "渠.txt").write_text(f"水渠整修情况\n\n{TEXT}", encoding="utf-8")
        paths = (folder / "one.sqlite", folder / "two.sqlite")

        def clock() -> datetime:
            return begin + timedelta(milliseconds=next(ticks))

        with open_library(paths[0], clock=clock) as one, open_library(paths[1], clock=clock) as two:
            for library in (one, two):
                add_paths(library, [folder / "渠.txt"])
            yield one, two


def states(library: Library) -> States:
    found = [
        listed.placed.annotation
        for is_away in (False, True)
        for listed in list_annotations(library, AnnotationFilter(in_trash=is_away))
    ]
    return {
        note.annotation_id: (note.body, note.colour, note.tags, note.deleted, note.changed)
        for note in found
    }


def carry(source: Library, target: Library) -> set[str]:
    text = export_exchange(
        source,
        AnnotationFilter(),
        ExchangeFormat.JSON,
        language=Language.CHINESE,
        with_trash=True,
    )
    steps = import_annotations(target, parse_web_annotations(text))
    return {outcome.value for outcome, count in count_outcomes(steps).items() if count}


def act(library: Library, rng: random.Random) -> None:
    """One change that a reader makes."""
    known = states(library)
    live = [key for key, state in known.items() if not state[3]]
    away = [key for key, state in known.items() if state[3]]
    action = rng.randrange(9)
    if action < 2 or not live:
        start = rng.randrange(len(TEXT))
        tags = tuple(rng.sample(TAGS, rng.randrange(3)))
        kind = AnnotationKind.HIGHLIGHT
        draft = AnnotationDraft(kind=kind, start=start, end=start + 9, body="初", tags=tags)
        add_annotation(library, open_report(library, first_report(library)), draft)
    elif action == 2:
        edit_body(library, rng.choice(live), rng.choice(["", "甲", "乙"]))
    elif action == 3:
        tag_annotations(library, [rng.choice(live)], rng.choice(TAGS), remove=rng.random() < 0.5)
    elif action == 4:
        delete_annotations(library, [rng.choice(live)])
    elif action == 5 and away:
        restore_annotations(library, [rng.choice(away)])
    elif action == 6:
        undo(library)
    else:
        old, new = rng.sample(TAGS, 2)
        rename_or_merge(library, old, new, is_merge=action == 8)


def rename_or_merge(library: Library, old: str, new: str, *, is_merge: bool) -> None:
    try:
        if is_merge:
            merge_tag(library, [old], new)
        else:
            rename_tag(library, old, new)
    except NotFoundError:
        return


def edit_body(library: Library, key: AnnotationId, body: str) -> None:
    filters = AnnotationFilter()
    (placed,) = [
        one.placed
        for one in list_annotations(library, filters)
        if one.placed.annotation.annotation_id == key
    ]
    revision = placed.annotation.revision
    colour = Colour.RED if body else Colour.BLUE
    edit_annotation(library, key, expected_revision=revision, body=body, colour=colour)


def first_report(library: Library) -> ReportId:
    return list_reports(library)[0].report_id


@pytest.mark.parametrize("seed", range(6))
def test_two_libraries_end_equal(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a seed that can be repeated
    with two_libraries() as (one, two):
        for _ in range(3):
            for _ in range(12):
                act(rng.choice((one, two)), rng)
            carry(one, two)
            carry(two, one)
            assert states(one) == states(two)
            assert carry(one, two) <= {"unchanged"}
            assert carry(two, one) <= {"unchanged"}
        assert check_library(one).is_whole
        assert check_library(two).is_whole
