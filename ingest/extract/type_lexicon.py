"""Which words tell the type of a rule: type -> (points, pattern over lower-case text)."""

from collections.abc import Mapping

from ingest.extract.type_lexicon_conduct import CONDUCT
from ingest.extract.type_lexicon_trade import TRADE

LEXICON: Mapping[str, tuple[tuple[int, str], ...]] = {**TRADE, **CONDUCT}
"""Between types with equal points, the one that comes first is taken."""
