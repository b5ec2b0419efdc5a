"""Orders to one firm that a report tells of: "told X, a start-up, to stop …", "ordered it to …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.norm import Norm
from ingest.extract.parties import named
from ingest.extract.phrases import cut_off, tokens
from ingest.extract.result import Entity
from ingest.extract.sentence import Sentence

_ORDERED = re.compile(
    r"\b(?P<verb>told|orders|ordered|instructed|directed|obliged|compelled)\s+"
    r"(?P<who>(?:it|them)\b|(?:the\s+)?[A-Z](?:(?!\bthat\b)[^.;:]){0,140}?),?\s+to\s+"
    r"(?P<no>(?:stop|cease|halt|suspend|block|keep\s+out|shut\s+out|refrain|withdraw|pull)\b|not\b)?"
)


def orders(s: Sentence) -> Iterator[Norm]:
    """The order that a sentence tells of, where no verb of it was read as one."""
    match = _ORDERED.search(s.text)
    if match is None or s.dismissed(s.unit.start + match.start()):
        return
    firm = _addressee(s, match)
    if firm is None:
        return
    verb = tokens(s.doc, (s.unit.start + match.start("verb"), s.unit.start + match.end("verb")))
    actor = s.actors.of_verb(verb[0], s.span) if verb else None
    if actor is None or not actor.parties:
        actor = s.standing(s.unit.start + match.start())
    scope = (s.unit.start + match.end("who"), s.span[1])
    norm = s.made("prohibition" if match["no"] else "obligation", "order", scope, actor, 0.6)
    yield replace(norm, bearers=named([firm]), restricted=cut_off(s.doc, scope, s.cast))


def _addressee(s: Sentence, match: re.Match[str]) -> Entity | None:
    """The firm told: the one named after the verb, or the one that "it" takes up."""
    start = s.unit.start + match.start("who")
    if match["who"] in {"it", "them"}:
        return s.cast.before(start, ("Company",))
    first = next(iter(s.cast.mentions((start, s.unit.start + match.end("who")))), None)
    opens = first is not None and first[0] - start <= _ARTICLE and first[2].type == "Company"
    return first[2] if first is not None and opens else None


_ARTICLE = 4
