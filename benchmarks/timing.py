"""Times of calls in a table, for the benchmarks of the library."""

import statistics
import time
from collections.abc import Callable


def timed(act: Callable[[], object], rounds: int = 9) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.95))]


def show(name: str, median: float, p95: float, note: str = "") -> None:
    print(f"{name:44} {median:9.2f} ms  p95 {p95:9.2f}  {note}")
