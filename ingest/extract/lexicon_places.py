"""Countries, states, blocs and capitals by the names that texts use for them."""

from functools import cache

from rigour.territories import get_territories

from ingest.extract.wordlists import lines, words

# Names that are more often a person, a city of the same name or an ordinary word.
_NOT_NAMES = frozenset({"Chad", "Jersey", "Guernsey", "Georgia", "Jordan", "Niger", "Washington"})
# They are countries or states all the same when nothing speaks for a person.
_PERSONAL = {"Georgia": "us-ga", "Jordan": "jo"}

GROUPS = {
    "Baltic states": "baltic-states",
    "Benelux": "benelux",
    "European Economic Area": "eea",
    "EEA": "eea",
    "Gulf Cooperation Council": "gcc",
    "Nordic countries": "nordic-countries",
}
"""Blocs that are territory rather than a body with an office."""

CITIES = words("rule cities")
"""Cities that make rules of their own; they count only where they act."""

GOVERNMENT_WORDS = r"(?:[Ff]ederal |[Cc]entral |[Nn]ational )?(?:[Gg]overnment|regime|authorities)"
"""What follows an adjective when it stands for the country's government."""


@cache
def names() -> dict[str, str]:
    """Name -> code of every country, state and bloc."""
    found: dict[str, str] = {}
    for territory in get_territories():
        if territory.is_historical or not _wanted(territory.code):
            continue
        for name in (territory.name, territory.full_name):
            if "(" in name:
                continue
            found.setdefault(name, territory.code)
    for code, own, _, _ in _rows():
        found.update(dict.fromkeys(own, code))
    found = {name: code for name, code in found.items() if name not in _NOT_NAMES}
    return found | _PERSONAL | GROUPS


@cache
def adjectives() -> dict[str, str]:
    """Adjective -> code of the country whose government it can stand for."""
    return {word: code for code, _, words, _ in _rows() for word in words}


@cache
def capitals() -> dict[str, str]:
    """Capital -> code of the country whose government it can stand for."""
    return {word: code for code, _, _, words in _rows() for word in words}


def _wanted(code: str) -> bool:
    return (len(code) == 2 or code.startswith("us-")) and code not in {"aq", "ip", "un", "zz"}


def _rows() -> list[tuple[str, list[str], list[str], list[str]]]:
    rows = []
    for line in lines("places"):
        code, own, words, seats = (part.strip() for part in line.split("|"))
        rows.append((code, _split(own, ";"), _split(words, ","), _split(seats, ",")))
    return rows


def _split(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]
