"""Runs `kg` inside the test process, as its entry point would."""

import sys
from dataclasses import dataclass

import pytest

from api.cli.main import main


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


class Kg:
    """`kg("stats", "--store", url)` gives status, standard output and standard error."""

    def __init__(
        self, capsysbinary: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch
    ) -> None:
        self._capture = capsysbinary
        self._patch = patch

    def __call__(self, *arguments: str) -> Ended:
        self._patch.setattr(sys, "argv", ["kg", *arguments])
        self._capture.readouterr()
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self._capture.readouterr()
        return Ended(status, out.decode(), err.decode())
