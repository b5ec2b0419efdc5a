"""Answers kept on disk, so that the same question is paid for once."""

from pathlib import Path

from kg.errors import InvalidInputError


class AnswerCache:
    """A folder with a file for each answer, named by the hash of everything that was asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """The kept answer, or None."""
        try:
            return self._path(key).read_text("utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from error

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; a reader never sees half of it."""
        path = self._path(key)
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(answer, "utf-8")
            unfinished.replace(path)
        except OSError as error:
            raise self._unusable(error) from error

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _unusable(self, error: OSError) -> InvalidInputError:
        return InvalidInputError(f"{self._folder} cannot keep answers: {error}")
