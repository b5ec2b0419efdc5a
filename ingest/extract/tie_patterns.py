"""What a pattern of words between two names is."""

import re
from dataclasses import dataclass

FIRMS = (
    r"(?:firm|compan(?:y|ies)|giants?|start-?ups?|labs?|\w*makers?|group|developer|champion|"
    r"provider|unit|hyperscaler|conglomerate|network|operator|vendor|contractor|foundry|retailer|"
    r"manufacturer|supplier|reseller|publisher|carrier|bank|champion|utility|studio)s?"
)
BODIES = (
    r"(?:regulator|watchdog|authority|ministry|agency|parliament|court|legislature|commission|"
    r"senate|commissioner|bureau|tribunal|ombudsman|government\s+department)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words between a left and a right name that tie them.

    `reverse` says that the right name is the subject; `before` must stand left of the first name,
    `after` right of the second; `far` lets other names of the subject's kind stand between.
    """

    type: str
    left: frozenset[str]
    right: frozenset[str]
    between: re.Pattern[str]
    confidence: float
    reverse: bool = False
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    far: bool = False


def pattern(
    kind: str,
    left: str,
    right: str,
    between: str,
    confidence: float = 0.8,
    *,
    reverse: bool = False,
    after: str | None = None,
    before: str | None = None,
    far: bool = False,
) -> Pattern:
    return Pattern(
        kind,
        frozenset(left.split()),
        frozenset(right.split()),
        re.compile(between, re.IGNORECASE),
        confidence,
        reverse,
        re.compile(after, re.IGNORECASE) if after else None,
        re.compile(before, re.IGNORECASE) if before else None,
        far,
    )
