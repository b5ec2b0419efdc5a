"""Offices told by their kind: "the privacy watchdog", "the commerce ministry"."""

import re
from collections.abc import Set

from ingest.extract.behind import seat
from ingest.extract.parties import Cast
from ingest.extract.result import Entity

_BODY = re.compile(
    r"Commission|Authority|Agency|Office|Administration|Garante|Council|Board|Bureau|Service|"
    r"^[A-Z\u00c0-\u00de]{3,6}$"
)
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Treasury|Office)\b")
OFFICES: dict[str, re.Pattern[str]] = {
    "regulator": _BODY,
    "watchdog": _BODY,
    "authority": _BODY,
    "agency": _BODY,
    "commission": _BODY,
    "body": _BODY,
    "ministry": _MINISTRY,
    "department": _MINISTRY,
    "court": re.compile(r"Court|Tribunal"),
    "parliament": re.compile(r"Parliament|Assembly|Congress|Diet"),
}
"""What the name of an office has in it that a text tells of by its kind alone."""

_FIELDS = (
    (
        frozenset({"privacy", "data", "protection"}),
        re.compile(r"Privacy|Data|Information|Garante|CNIL"),
    ),
    (frozenset({"internet", "cyberspace", "online", "cyber"}), re.compile(r"Cyber|Internet|CAC")),
    (frozenset({"commerce", "trade"}), re.compile(r"Commerce|Trade|MITI|METI")),
    (frozenset({"defence", "defense", "military"}), re.compile(r"Defen[cs]e")),
    (frozenset({"finance", "treasury"}), re.compile(r"Financ|Treasury")),
    (frozenset({"competition", "antitrust"}), re.compile(r"Competition|Trade|Market")),
    (frozenset({"science", "technology", "digital", "it"}), re.compile(r"Scien|Techn|Digital|ICT")),
    (frozenset({"foreign"}), re.compile(r"Foreign|State")),
    (frozenset({"communications", "media", "telecoms"}), re.compile(r"Communicat|Media|Ofcom")),
)


def office_of(land: Entity, kind: re.Pattern[str], words: Set[str], cast: Cast) -> Entity | None:
    """The office of a land that the document names, of a kind and of the field that is told."""
    fields = [names for told, names in _FIELDS if told & words]
    if not fields:
        return None
    place = seat(land)
    found = [
        e
        for e in cast.entities.values()
        if e.type == "Agency"
        and seat(e) in {None, place}
        and all(names.search(" ".join((e.name, *e.aliases))) for names in fields)
    ]
    return found[0] if len(found) == 1 and kind.search(_all_names(found[0])) else None


def _all_names(entity: Entity) -> str:
    return " ".join((entity.name, *entity.aliases))
