"""What became of the questions to a model: what was refused, what failed, and what it cost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

TOKENS_PER_PRICE = 1_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that a model said of a document and that was not taken over.

    `what` names it ("evidence of a cloud_access restriction"), `said` quotes the model.
    """

    doc: str
    what: str
    said: str
    reason: str

    def __str__(self) -> str:
        return f"{self.doc}: {self.what} refused, {self.reason}: {self.said!r}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that no usable answer could be had for."""

    doc: str
    reason: str

    def __str__(self) -> str:
        return f"{self.doc}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Prices:
    """Money for a million tokens read and a million tokens written, in any one currency."""

    read: float
    written: float


@dataclass(slots=True)
class ModelReport:
    """The account of a run; tokens of unusable answers count, since they are paid for too."""

    answers: int = 0
    from_cache: int = 0
    tokens_read: int = 0
    tokens_written: int = 0
    refused: list[Refusal] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def cost(self, prices: Prices) -> float:
        """What the tokens cost, in the currency of the prices."""
        paid = self.tokens_read * prices.read + self.tokens_written * prices.written
        return paid / TOKENS_PER_PRICE

    def lines(self, prices: Prices | None) -> Iterator[str]:
        """The account for people: every refusal and failure, then the sums."""
        yield from map(str, self.refused)
        yield from (f"left out {failure}" for failure in self.failed)
        cost = f", cost {self.cost(prices):.4f}" if prices else ""
        yield (
            f"model: {self.answers} answers, {self.from_cache} from the cache; "
            f"{self.tokens_read:,} tokens read, {self.tokens_written:,} written{cost}; "
            f"{len(self.refused)} statements refused, {len(self.failed)} documents left out"
        )
