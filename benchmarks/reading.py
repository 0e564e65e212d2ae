"""The page: what a page turn, a caret step and ten thousand annotations cost, in one run.

    python benchmarks/reading.py [--megabytes 1] [--rounds 30]

Prints medians in ms and ratios: a page of ours beside a page of a bare `ScrollView` with as many
lines, both through the compositor; the same with 10,000 annotations; a jump to the end beside one
near the start; the bytes that a caret step and a page write. Aims: a page at most 3 times the bare
one in CPU, with annotations at most 1.6 times one without, 10,000 annotations made ready within
30 ms, a caret step within 1 KB. Latencies as a reader feels them are measured from outside, with a
pty: `apps/bare_scroll.py` beside the program.
"""

import argparse
import asyncio
import random
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult

from apps.bare_scroll import BareScrollApp
from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
    Placement,
    PlacementState,
    ReportId,
    VersionId,
)
from reportreader.tui.reading.annotations import AnnotationLayer, annotation_layer
from reportreader.tui.reading.caret import move, move_rows, toggle_visual
from reportreader.tui.reading.overlays import Overlays
from reportreader.tui.reading.prose import Prose
from reportreader.tui.reading.scrolling import scrolled, settled, to_place
from reportreader.tui.reading.selection import Unit
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.theme import DARK, make_theme
from reportreader.tui.widgets.report_view import ReportView
from reportreader.typography.style import LayoutStyle
from wrapping import make_paragraphs

SIZE = (100, 40)
ANNOTATIONS = 10_000


class PageApp(App[None]):
    """Nothing but the page."""

    CSS_PATH = "../src/reportreader/tui/styles/reading.tcss"

    def __init__(self, view: ReportView) -> None:
        super().__init__()
        self.view = view
        self.register_theme(make_theme(DARK))
        self.theme = DARK

    def compose(self) -> ComposeResult:
        yield self.view


def make_annotations(rng: random.Random, length: int) -> list[PlacedAnnotation]:
    colours = tuple(Colour)
    made = []
    for number in range(ANNOTATIONS):
        start = rng.randrange(max(1, length - 60))
        end = start + rng.randrange(4, 60)
        annotation_id = AnnotationId(f"{number:026}")
        made.append(
            PlacedAnnotation(
                annotation=Annotation(
                    annotation_id=annotation_id,
                    report_id=ReportId(1),
                    version_id=VersionId(1),
                    kind=AnnotationKind.HIGHLIGHT,
                    start=start,
                    end=end,
                    quote="",
                    colour=colours[number % len(colours)],
                ),
                placement=Placement(
                    annotation_id=annotation_id,
                    version_id=VersionId(1),
                    start=start,
                    end=end,
                    state=PlacementState.EXACT,
                ),
            )
        )
    return made


def measure(act: Callable[[], object], rounds: int) -> float:
    """Median CPU of a call in ms."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def paint(app: App[Any]) -> str:
    """What the compositor would write for the regions that are dirty now."""
    for widget in list(app.screen._dirty_widgets):  # noqa: SLF001 - as the screen's own timer does
        app.screen._compositor.update_widgets({widget})  # noqa: SLF001
    update = app.screen._compositor.render_update()  # noqa: SLF001
    app.screen._dirty_widgets.clear()  # noqa: SLF001
    return update.render_segments(app.console) if isinstance(update, CompositorUpdate) else ""


def paint_regions(app: App[Any], view: ReportView) -> str:
    """The same after the view has asked for regions."""
    app.screen._compositor.update_widgets({view})  # noqa: SLF001
    return paint(app)


async def measure_bare(rounds: int) -> float:
    app = BareScrollApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        view = app.screen.query_one("Lines")

        def page() -> None:
            view.scroll_to(y=view.scroll_offset.y + SIZE[1] - 1, animate=False)
            paint_regions(app, view)  # type: ignore[arg-type]

        return measure(page, rounds)


async def measure_ours(document: Document, rounds: int, bare: float) -> None:
    prose = Prose(document)
    view = ReportView(prose, LayoutStyle(), ReadingState())
    app = PageApp(view)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        state = settled(ReadingState(), view.page)

        def become(new: ReadingState) -> str:
            nonlocal state
            state = new
            view.show_state(state)
            return paint_regions(app, view)

        def page() -> None:
            become(scrolled(state, view.page, SIZE[1] - 1))

        plain = measure(page, rounds)
        print(f"page: ours {plain:.2f} ms, bare {bare:.2f} ms, ratio {plain / bare:.2f}")
        print(f"page: {len(become(scrolled(state, view.page, SIZE[1] - 1)).encode()):,} bytes")
        layer = report_annotations(document, rounds)
        view.show_overlays(Overlays(annotations=layer))
        marked = measure(page, rounds)
        print(f"page with {ANNOTATIONS:,} annotations: {marked:.2f} ms, ratio {marked / plain:.2f}")
        last = len(document.text) - 2000
        far = measure(lambda: become(to_place(state, view.page, last)), 1)
        near = measure(lambda: become(to_place(state, view.page, 2000)), 1)
        print(f"jump: to the end {far:.2f} ms, near the start {near:.2f} ms")
        become(toggle_visual(state, prose, view.page, Unit.CHARACTER))
        report_steps(become, lambda name: move(state, prose, view.page, name))
        down = become(move_rows(state, prose, view.page, 1))
        print(f"caret a row down: {len(down.encode()):,} bytes")


def report_annotations(document: Document, rounds: int) -> AnnotationLayer:
    made = make_annotations(random.Random(2), len(document.text))
    ready = measure(lambda: annotation_layer(made), max(3, rounds // 5))
    print(f"{ANNOTATIONS:,} annotations made ready: {ready:.1f} ms")
    return annotation_layer(made)


def report_steps(
    become: Callable[[ReadingState], str], step: Callable[[str], ReadingState]
) -> None:
    for name in ("right", "right", "word_forward"):
        written = become(step(name)._replace(goal_cell=None))
        print(f"caret {name}: {len(written.encode()):,} bytes")


async def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=30)
    chosen = parser.parse_args()
    text = "\n".join(make_paragraphs(random.Random(1), int(chosen.megabytes * 1_000_000)))
    document = Document(text=text, blocks=Blocks.from_lines(text))
    bare = await measure_bare(chosen.rounds)
    await measure_ours(document, chosen.rounds, bare)


if __name__ == "__main__":
    asyncio.run(main())
