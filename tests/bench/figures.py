"""How benchmarks print, and what they measure with."""

import resource
import statistics
import time
from collections.abc import Callable


def show(name: str, value: float, unit: str, note: str = "") -> None:
    print(f"{name:48} {value:12,.2f} {unit:10} {note}".rstrip(), flush=True)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], runs: int) -> float:
    return statistics.median(seconds(work) for _ in range(runs))


def peak_megabytes() -> float:
    """The largest memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
