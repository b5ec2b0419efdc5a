"""When a rule holds, where its sentence says so."""

import re
from dataclasses import dataclass
from datetime import datetime

from ingest.extract.result import Precision

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"{_MONTH},? \d{{4}}|(?:19|20)\d{{2}}\b)"
)
_FROM = re.compile(
    r"(?:\beffective(?:\s+(?:on|from|as of|date(?:\s+(?:is|of))?))?|\b(?:takes?|took|"
    r"taking) effect"
    r"(?:\s+(?:on|in|from))?|\b(?:enters?|entered|entry|entering|comes?|came) into (?:force|"
    r"effect)(?:\s+(?:on|in))?|"
    r"\b(?:applies|apply|applicable|in force|beginning|starting|commencing)\s+(?:on|from|in|"
    r"as of)|"
    r"\b(?:from|as of|since)|\bon (?:and|or) after|\b[Bb]eginning|\b[Ss]tarting|"
    r"\boperative)\s*:?\s+(?:the )?"
    rf"(?P<date>{_DATE})"
)
_UNTIL = re.compile(
    r"\b(?:until|till|through|expir(?:es|ed|ing|e)(?: on)?|sunsets?(?: on)?|"
    r"ends? on|ended on|no later than the expiry on)\s+(?:the )?"
    rf"(?P<date>{_DATE})"
)
_FORMATS: tuple[tuple[str, Precision], ...] = (
    ("%B %d %Y", "day"),
    ("%b %d %Y", "day"),
    ("%d %B %Y", "day"),
    ("%d %b %Y", "day"),
    ("%Y-%m-%d", "day"),
    ("%B %Y", "month"),
    ("%b %Y", "month"),
    ("%Y", "year"),
)


@dataclass(frozen=True, slots=True)
class Validity:
    """The stated bounds as ISO dates; `precision` is that of the bound that is given first."""

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None


def validity(text: str) -> Validity:
    """The bounds that a sentence states ("effective 1 March 2025", "until June 2026")."""
    start = _stated(_FROM, text)
    end = _stated(_UNTIL, text)
    precision = start[1] if start else end[1] if end else None
    return Validity(start[0] if start else None, end[0] if end else None, precision)


def in_force_from(text: str) -> Validity:
    """When a whole normative document takes effect by its own words, if it says so once."""
    starts = {match["date"]: _parse(match["date"]) for match in _OWN_START.finditer(text)}
    found = [parsed for parsed in starts.values() if parsed]
    return Validity(found[0][0], None, found[0][1]) if len(found) == 1 else Validity()


def comes_later(text: str, start: Validity) -> bool:
    """Whether a text says that it was made before the day on which it takes effect."""
    match = _MADE.search(text, 0, _HEAD)
    made = _parse(match["date"]) if match else None
    return bool(made and start.start and made[1] == "day" and made[0] < start.start)


_HEAD = 1500
_MADE = re.compile(
    r"\b(?:[Pp]romulgated|[Ii]ssued|[Aa]dopted|[Ss]igned|[Aa]pproved|[Pp]assed|[Dd]one at \w+)\b"
    rf"[^.;\n]{{0,60}}?\b(?:on|of|in)?\s*(?P<date>{_DATE})"
)
_OWN_START = re.compile(
    r"(?:\b(?:[Tt]his|[Tt]hese|[Tt]he|[Ii]t|[Tt]hey|[Tt]hose)(?:\s+[\w.-]+){0,6}?\s+"
    r"(?:is\s+effective|are\s+effective|(?:shall\s+|will\s+)?(?:takes?\s+effect|"
    r"(?:come|comes|enter|enters)\s+into\s+(?:force|effect))|took\s+effect|"
    r"(?:came|entered)\s+into\s+(?:force|effect)|become\s+operative|becomes\s+effective|"
    r"(?:has|have)\s+applied(?:\s+in\s+[A-Z]\w+)?)"
    r"|\b(?:EFFECTIVE|Effective|Enforcement)(?:\s+[Dd]ate)?:)"
    rf"\s+(?:(?:on|from|since|beginning|as\s+of)\s+)?(?P<date>{_DATE})"
)


def _stated(pattern: re.Pattern[str], text: str) -> tuple[str, Precision] | None:
    match = pattern.search(text)
    return _parse(match["date"]) if match else None


def _parse(written: str) -> tuple[str, Precision] | None:
    plain = " ".join(re.sub(r"[.,]", " ", written).replace("Sept ", "Sep ").split())
    for form, precision in _FORMATS:
        try:
            day = datetime.strptime(plain, form).date()  # noqa: DTZ007  a calendar day has no zone
        except ValueError:
            continue
        return day.isoformat(), precision
    return None
