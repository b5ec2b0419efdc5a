"""Legal citations in running text: codes, statutes, registers, bills, regulations and orders."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate

# A space stands for any white space.
_CODE_OF_REGULATIONS = (
    r"\d+ (?:CFR|C\. ?F\. ?R\.)(?: (?:[Pp]arts?|[Ss]ections?|ch(?:apter|\.)))?(?: ?§+)? ?"
    r"\d(?:[\w.\-\u2013]*\w)?(?:\(\w+\))*"
)
_UNITED_STATES_CODE = (
    r"\d+ (?:U\. ?S\. ?C\.|USC)(?: (?:[Ss]ections?|[Cc]hapter))?(?: ?§+)? ?"
    r"\d+[\w\-\u2013]*(?:\(\w+\))*(?: et seq\.?| note)?"
)
_REGISTER = r"\d+ (?:FR|F\.R\.|Fed\. Reg\.|Stat\.) \d[\d,]*\d"
_PUBLIC_LAW = r"(?:Pub\. ?L\.|Public Law)(?: No\.)? \d+[-\u2010\u2011\u2013]\d+"
_UNION_ACT = (
    r"(?:(?:Council|Commission|Delegated|Implementing) ){0,3}"
    r"(?:Regulations?|Directives?|Decisions?|Recommendations?) "
    r"(?:\((?:EU, Euratom|EU|EC|EEC|CFSP|Euratom)\) )?(?:No\.? )?\d+/\d+"
    r"(?:/(?:EU|EC|EEC|JHA|CFSP))?"
)
_ORDER = (
    r"(?:Executive Orders?|E\. ?O\.|EO|(?:Presidential )?Proclamation)(?: (?:No\.|Number))? "
    r"\d{4,5}(?!\d)"
    r"|(?:National Security (?:Memorandum|Decision Directive|Presidential Memorandum)|NSM)[- ]\d+"
    r"|Presidential (?:Memorandum|Determination|Directive|Decree) (?:No\. )?\d[\d-]*"
    r"(?: of [A-Z]\w+ \d+, \d{4})?"
)
_BILL = (
    r"(?:(?:California|Texas|Colorado|New York|Utah|Illinois|Virginia) )?(?:Senate|Assembly|House) "
    r"(?:Joint Resolution|Resolution|Bill|File)(?: (?:No\.|Number))? \d+(?:-\d+)?[A-Z]?\b"
    r"|(?:S\.?B\.?|A\.?B\.?|H\.?B\.?|H\.?R\.?|[HS]\.?J\.? ?Res\.?|[HS]\.?F\.?|L\.?B\.?)[ \-]"
    r"(?:\d\d-)?\d{1,5}[A-Z]?(?![\w%])"
    r"|(?<![A-Z.] )S\. \d{1,4}(?![\w%])"
    r"|Local Law \d+|Bill (?:No\. )?(?:[A-Z]-)?\d+(?:/\d+)?|Prop(?:\.|osition) \d+"
)
# Sections so well known that they stand for themselves.
_SECTION = (
    r"[Ss]ection (?:201|230|232|301|337|702|889|1260H|5949)(?:\(\w+\))*"
    r"(?! (?:of (?:this|the Act)|is ))(?!\.?\w)"
)
_STANDARD = (
    r"(?:ISO/IEC|ISO|IEC|IEEE|NIST|EN|ETSI)(?: (?:AI|SP|TS|TR|EN|Special Publication))? "
    r"\d{3,5}(?:-\d+)*(?::\d{4})?"
)
# Numbered acts of an authority; the number tells them from the bare word.
_NUMBERED = (
    r"(?:Order|Decree|Ordinance|Circular|Announcement|Notice|Directive|Resolution|Recommendation|"
    r"Opinion|Proclamation|Guideline|Advisory|Bulletin)s? "
    r"(?:(?:No\.|Nos\.|Number|no\.) ?\d[\w/\-\u2013]*(?: of (?:19|20)\d\d)?|"
    r"\d+ of (?:19|20)\d\d|(?:19|20)\d\d-\d+|\d+/(?:19|20)\d\d)"
    r"|(?:Guidance Note|GUIDANCE NOTE|Practice Note|Policy Statement|Legislative Decree|Law|Act|"
    r"Bill) (?:(?:No\.|Number|no\.) ?\d[\d/\-]*(?: of (?:19|20)\d\d|/(?:19|20)\d\d)?|"
    r"[A-Z]{2,6}/\d+/(?:19|20)\d\d|\d+/(?:19|20)\d\d)"
    r"|[Cc]hapter \d+[\d.A-Z]* (?:RCW|ORS|NRS)|RCW \d+[\d.A-Z]*"
)
_ALL = (
    _CODE_OF_REGULATIONS,
    _UNITED_STATES_CODE,
    _REGISTER,
    _PUBLIC_LAW,
    _UNION_ACT,
    _ORDER,
    _BILL,
    _SECTION,
    _STANDARD,
    _NUMBERED,
)
_CITATION = re.compile(r"(?<![\w$\u20ac/.-])(?:" + "|".join(_ALL).replace(" ", r"\s") + ")")
_PUBLISHED = re.compile(_REGISTER.replace(" ", r"\s"))


def citations(text: str) -> Iterator[Candidate]:
    """Candidates for cited instruments; references inside the same act are left out."""
    for match in _CITATION.finditer(text):
        # Where an order was published, behind the order itself, is no instrument of its own.
        if _PUBLISHED.match(match[0]) and text.endswith(", ", 0, match.start()):
            continue
        yield Candidate(*match.span(), "Instrument", "citation", 3)
