"""How long `kg --help` takes, as a process."""

import subprocess
import sys
from pathlib import Path

from tests.bench.figures import median, show

RUNS = 7


def main() -> None:
    kg = Path(sys.executable).with_name("kg")
    taken = median(lambda: subprocess.run([kg, "--help"], check=True, capture_output=True), RUNS)
    show("kg --help", taken * 1000, "ms", f"median of {RUNS}")


if __name__ == "__main__":
    main()
