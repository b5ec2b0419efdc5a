"""Who made a whole normative document, where its head or its own words say so."""

import re
from collections.abc import Iterator

from ingest.extract.genre import Genre
from ingest.extract.parties import Cast, named
from ingest.extract.result import Entity, Party, Span

_HEAD = 1500
"""How far a document's head reaches: title, issuing line, preamble."""

_LETTERHEAD = 160
"""How far the names of the issuing office reach where no register prints them."""

_ISSUED = re.compile(
    r"\b(?:issued|promulgated|published|released|made|laid\s+down|adopted|announced|drafted|"
    r"formulated|put\s+forward)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
    r"|(?P<field>\bagency\s*:\s*)|\b(?:Order|Decree|Announcement|Notice)\s+(?:No\.\s*\d+\s+)?"
    r"of\s+the\s+",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"^(?:\s+\(\w+\))?,?\s+(?:has\s+|have\s+|today\s+|jointly\s+|hereby\s+)*"
    r"(?:issued?|issues|publish\w*|promulgate\w*|adopt\w*|amend\w*|add\w*|is\s+(?:amending|issuing|"
    r"adding|proposing)|propose[sd]?|put\s+forward)\b"
)
_AND = re.compile(r"\s*(?:,|and|together\s+with|along\s+with|with|,\s*and)\s+(?:the\s+)?")
_NOT_MAKERS = re.compile(
    r"\b(?:Senate|House of|Congress|Legislature|Assembly|"
    r"Governor|Parliament|Council|President|Committee|Court)\b",
    re.I,
)
_REFERS_TO_RULE = re.compile(r"\bCFR\b|Federal Register")
_LEGISLATED = re.compile(
    r"\bA BILL\b|\bAN ACT\b|\b(?:Act|Bill|Law|Statute|Code)\b|\bREGULATION\b|\bRegulation \(E"
)


def issuing_parties(cast: Cast, document: Genre) -> tuple[Party, ...]:
    """The body that a normative document names as its maker; empty where it names none."""
    if document.kind == "terms":
        return named([_firm(cast)])
    bodies = _commander(cast) or _stated(cast) or _own_line(cast) or _interpreter(cast)
    return named(bodies)


def _firm(cast: Cast) -> Entity | None:
    """The firm whose terms these are: that of their title, else the one named most."""
    title = next((e for e in cast.within((0, 120)) if e.type == "Company"), None)
    return title or cast.most_named(("Company",))


def _stated(cast: Cast) -> tuple[Entity, ...]:
    """The bodies of "Issued by the X and the Y", "AGENCY: X" or "X has issued …"."""
    for match in _ISSUED.finditer(cast.text, 0, _HEAD):
        bodies = tuple(_joined(cast, match.end()))
        if bodies:
            return bodies[:1] if match["field"] else bodies
    for _, end, entity in cast.mentions((0, _HEAD)):
        if _is_maker(entity) and _ISSUES.match(cast.text[end : end + 60]):
            return (entity,)
    return ()


def _commander(cast: Cast) -> tuple[Entity, ...]:
    """The office by whose authority an order is given: "vested in me as President"."""
    match = _COMMANDS.search(cast.text)
    if match is None:
        return ()
    office = next((m for m in cast.mentions((match.end(), match.end() + 40))), None)
    near = office is not None and office[0] - match.end() < 5 and office[2].type == "Agency"
    return (office[2],) if office is not None and near else ()


_COMMANDS = re.compile(r"\bvested\s+in\s+me\s+as\s+(?:the\s+)?")


def _interpreter(cast: Cast) -> tuple[Entity, ...]:
    """The body that interprets its own measures, which names no other maker."""
    match = _INTERPRETS.search(cast.text)
    if match is None:
        return ()
    before = list(cast.mentions((max(0, match.start() - _SENTENCE), match.start())))
    after = list(cast.mentions((match.end(), match.end() + _SENTENCE // 2)))
    near = before[-1:] if match["by"] is None else after[:1]
    return tuple(e for _, _, e in near if e.type == "Agency")


_SENTENCE = 160
_INTERPRETS = re.compile(
    r"\b(?:(?:is|are|shall\s+be)\s+responsible\s+for\s+(?:the\s+)?(?:interpretation|interpreting)"
    r"|(?:shall\s+be|is|are)\s+interpreted\s+(?P<by>by))\b"
)


def _joined(cast: Cast, at: int) -> Iterator[Entity]:
    """The bodies named one after the other from `at` on."""
    for start, end, entity in cast.mentions((at, at + 300)):
        if start > at and not _AND.fullmatch(cast.text, at, start):
            return
        if not _is_maker(entity):
            return
        yield entity
        at = end


def _own_line(cast: Cast) -> tuple[Entity, ...]:
    """The last body that has a line of the head to itself, in a rule or a note of its own."""
    head = _HEAD if _REFERS_TO_RULE.search(cast.text) else _LETTERHEAD
    lines = [e for start, end, e in cast.mentions((0, head)) if _alone(cast.text, (start, end))]
    makers = [e for e in lines if _is_maker(e)]
    return tuple(makers[-1:])


def _alone(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span[0]) + 1 : (text + "\n").find("\n", span[1])]
    return len(line.strip(" .,[]")) <= span[1] - span[0] + 6


def _is_maker(entity: Entity) -> bool:
    return entity.type == "Agency" and not _NOT_MAKERS.search(entity.name)
