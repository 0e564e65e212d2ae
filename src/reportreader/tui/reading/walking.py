"""Where `n` and `N` lead along the layers that are not a search."""

from bisect import bisect_left, bisect_right

from reportreader.tui.reading.overlays import Overlays
from reportreader.tui.reading.state import Walked


def walk(overlays: Overlays, walked: Walked, place: int, *, backwards: bool) -> int | None:
    """Start of the next thing of a layer behind `place`, of the last one before it if backwards.

    None at the end of the text and for a layer that holds nothing.
    """
    if walked is Walked.ANNOTATIONS:
        starts = [span[0] for span in overlays.annotations.spans]
        index = bisect_left(starts, place) - 1 if backwards else bisect_right(starts, place)
        return starts[index] if 0 <= index < len(starts) else None
    if walked is Walked.FIGURES:
        figures = overlays.figures
        return None if figures is None else figures.step(place, backwards=backwards)
    layer = {Walked.TERMS: overlays.terms, Walked.KEYPHRASES: overlays.keyphrases}.get(walked)
    return None if layer is None else layer.step(place, backwards=backwards)
