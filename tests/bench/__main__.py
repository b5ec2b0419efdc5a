"""Run every benchmark, each in a process of its own, and print one line a figure."""

import subprocess
import sys

NAMES = (
    "bench_start",
    "bench_extract",
    "bench_write",
    "bench_facing",
    "bench_infer",
    "bench_identity",
)


def main() -> None:
    wanted = sys.argv[1:] or NAMES
    for name in wanted:
        subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=True)


if __name__ == "__main__":
    main()
