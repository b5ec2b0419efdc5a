"""What compilation passes around: lines of Cypher and the value that they bind."""

from dataclasses import dataclass

from kg.query.shaping import Shape


@dataclass(frozen=True, slots=True)
class Block:
    """Cypher lines that bind one value per row, and how that value is shown.

    `value` is an expression over the variables that must be `carried` on to where it is used.
    """

    lines: tuple[str, ...]
    value: str
    shape: Shape | None
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Projection:
    """What an object needs: blocks to run on its variable, and the map that they fill."""

    blocks: tuple[Block, ...]
    map: str
    shape: Shape

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for block in self.blocks for line in block.lines)

    @property
    def carried(self) -> tuple[str, ...]:
        return tuple(name for block in self.blocks for name in block.carried)
