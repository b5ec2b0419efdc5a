"""Offices whose capitalised title stands for them, and administrations named for their head."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate
from ingest.extract.wordlists import alternation

_HOLDER = (
    r"(?:(?:U\.S\.|US|UK|Chinese|Prime|Deputy|Under|Assistant|Acting)\s)*(?:Secretary|Minister|"
    r"Commissioner|Administrator|Comptroller|Chancellor|Superintendent|Registrar)"
)
_FIELD = rf"(?:{alternation('policy fields')})"
_ORGANISATION = (
    r"(?:[A-Z]{3,6}|(?:Office|Bureau|National|Federal|Central|Cybersecurity|United\sStates|Defense|"
    r"Centers)(?:\s(?:of\s(?:the\s)?|for\s(?:the\s)?|and\s)?[A-Z][\w-]+)+)"
)
_OFFICES = (
    # The possessive quantifiers keep `Secretary of State Jane Doe` from being cut to the office.
    rf"{_HOLDER}\s(?:General\s)?(?:of|for)\s(?:the\s)?[A-Z][\w-]++"
    rf"(?:(?:,\s{_FIELD})+,?\sand\s{_FIELD}|\s(?:and|of|for)\s{_FIELD}|\s{_FIELD})*+(?!\w)"
    r"(?!\s[A-Z][a-z]+\s[A-Z])",
    r"(?:Assistant|Adviser|Advisor)\sto\sthe\sPresident\sfor\s[A-Z]\w+(?:,?\s(?:and\s)?[A-Z]\w+){0,3}",
    rf"(?:Director|Administrator|Chair)\sof\s(?:the\s)?{_ORGANISATION}(?!\w)",
    r"(?:(?:[A-Z]\w+|U\.S\.)\s)?(?:Attorney|Inspector|Surgeon|Solicitor|Comptroller|Advocate)s?\s"
    r"General(?!\w)",
    r"State\s(?:Auditor|Treasurer|Controller|Comptroller|Superintendent)(?!\w)(?!\s[A-Z])",
    r"(?:[A-Z][\w-]+\s){1,4}Commissioner(?!\w|['\u2019])",
    r"(?:Treasury|Commerce|Defense|Defence|Energy|Home|Foreign|State|Technology|Business)\sSecretary"
    r"(?!\w)(?!\s[A-Z])",
)
_OFFICE = re.compile(rf"(?<!\w)(?:{'|'.join(_OFFICES)})")
_LEAD = re.compile(r"(?:The|In|By|And|But|When|While)\s")
_ADMINISTRATION = re.compile(
    rf"(?<!\w)(?:{alternation('administrations')})(?:[-\u2013][A-Z]\w+)?\s[Aa]dministration(?!\w)"
)


def offices(text: str) -> Iterator[Candidate]:
    """Candidates for offices and administrations."""
    for match in _OFFICE.finditer(text):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        yield Candidate(start, match.end(), "Agency", "office", 2)
    for match in _ADMINISTRATION.finditer(text):
        yield Candidate(*match.span(), "Agency", "administration", 3)
