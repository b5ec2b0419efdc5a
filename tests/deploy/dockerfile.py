"""The Dockerfile, read far enough to ask what its image contains and runs."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: its name in capitals, and the rest of its line as it is written."""

    name: str
    text: str

    def command(self) -> list[str]:
        """The words of an instruction in exec form; after ``CMD`` for a health check."""
        words: list[str] = json.loads(self.text[self.text.index("[") :])
        return words


@dataclass(frozen=True, slots=True)
class Stage:
    """A build stage: the image that it starts from, and its instructions in order."""

    image: str
    instructions: tuple[Instruction, ...]

    def all(self, name: str) -> list[Instruction]:
        """The instructions of one name, in order."""
        return [each for each in self.instructions if each.name == name]

    def last(self, name: str) -> Instruction:
        """The instruction of this name that counts: the last one."""
        return self.all(name)[-1]

    def environment(self) -> dict[str, str]:
        """What the stage's ENV instructions set."""
        words = [word for each in self.all("ENV") for word in shlex.split(each.text)]
        return dict(word.split("=", 1) for word in words)


def read_stages() -> list[Stage]:
    """The stages of the project's Dockerfile; the last one is the image."""
    stages: list[Stage] = []
    for instruction in _instructions((ROOT / "Dockerfile").read_text()):
        if instruction.name == "FROM":
            stages.append(Stage(instruction.text.split()[0], ()))
        else:
            stage = stages.pop()
            stages.append(Stage(stage.image, (*stage.instructions, instruction)))
    return stages


def _instructions(text: str) -> list[Instruction]:
    without_comments = re.sub(r"(?m)^\s*#.*\n", "", text)
    lines = re.sub(r"\\\n\s*", "", without_comments).splitlines()
    parts = (line.split(maxsplit=1) for line in lines if line.strip())
    return [Instruction(name.upper(), rest) for name, rest in parts]
