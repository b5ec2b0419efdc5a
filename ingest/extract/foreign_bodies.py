"""Public bodies under the names of their own languages (`Autorité de …`, `Bundesamt für …`)."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate
from ingest.extract.wordlists import alternation

_LINK = (
    r"(?:de\sl[ao]s?|de\sl['\u2019]|des?|du|d['\u2019]|dos?|das?|del|della|dello|dei|delle|degli|"
    r"di|per\sl[ae']?|per|para\s[ao]s?|para\sla|para|f\u00fcr|f\u00f6r|for|der|die|den|dem|das|van|"
    r"voor|von|zum|zur|in|im|en|et|und|e|y|i|og|och|l['\u2019]|la|le|les|los|al|alla|\u00e0|au|aux|"
    r"sur|na|nad|ds\.|ochrony|dla|w|z)"
)
_WORD = r"[A-Z\u00c0-\u017d][\w\u2019'-]*"
_HEAD = rf"(?:{alternation('foreign body heads')})"
_BODY = re.compile(
    rf"(?<![\w-])(?:{_WORD}\s){{0,2}}{_HEAD}"
    rf"(?:\s(?:{_LINK}\s){{0,2}}(?:l['\u2019]|d['\u2019])?{_WORD}){{1,7}}"
)
_COMPOUND = re.compile(rf"(?<![\w-])(?:{alternation('foreign body words')})(?![\w-])")
_OPENS = re.compile(r"(?:The|In|By|At|For|And|But|When|While|With|From|Under|Then|As)\s")


def foreign_bodies(text: str) -> Iterator[Candidate]:
    """Candidates for bodies whose head word is not English."""
    for match in _BODY.finditer(text):
        start, name = match.start(), match[0]
        if opening := _OPENS.match(name):
            start, name = start + opening.end(), name[opening.end() :]
        yield Candidate(start, start + len(name), "Agency", "body.foreign", 2)
    for match in _COMPOUND.finditer(text):
        yield Candidate(*match.span(), "Agency", "body.foreign", 2)
