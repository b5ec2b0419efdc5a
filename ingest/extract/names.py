"""Names that only their context gives away: unknown firms, the President of a law, places that act."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from ingest.extract.candidates import Candidate, Strength
from ingest.extract.lexicon_places import adjectives
from ingest.extract.places import governments
from ingest.extract.wordlists import words

_NAME = r"[A-Z][\w&-]*(?:\.(?:ai|AI|com|io))?(?:[ \u00a0][A-Z][\w&-]*(?:\.(?:ai|AI|com|io))?){0,3}"
_FIRM_NOUN = (
    r"(?:compan(?:y|ies)|start-?ups?|firms?|(?:chip|car|drone|phone|toy)?-?makers?|manufacturers?|developers?|providers?|"
    r"labs?|laborator(?:y|ies)|giants?|chipmakers?|suppliers?|foundr(?:y|ies)|operators?|subsidiar(?:y|ies)|unit|"
    r"conglomerates?|vendors?|designers?|retailers?|banks?|carriers?|automakers?|contractors?|unicorns?|"
    r"hyperscalers?|leaders?|insurers?|publishers?|corporations?|brands?|businesses)"
)
_LED = re.compile(
    rf"\b(?:(?P<plural>compan|firm|start)\w*\s(?:like|such\sas|including)|{_FIRM_NOUN})\s(?P<name>{_NAME})"
    r"(?=[,.;:)]|['\u2019]s?\b|\s(?:and|or|has|have|is|was|were|will|said|says|to|for|in|by|from|which|that|on|with)\b)"
)
_APPOSED = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME}),\s(?:a|an|the|one\sof\sthe|its|another)\s(?:[\w\u2019'-]+,?\s){{0,7}}?{_FIRM_NOUN}\b"
)
_OFFICER = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME})(?:['\u2019]s?)?\s(?:CEO|CTO|CFO|COO|chief\s(?:executive|technology|product|scientist)|"
    r"co-?founder|spokes(?:person|man|woman)|executives?|shares|stock|engineers|employees)\b"
    rf"|\b(?:CEO|CTO|CFO|COO|(?:co-?)?founder|chief\sexecutive(?:\sofficer)?|subsidiary|shares|customers?)\s(?:of|at)\s(?P<name2>{_NAME})"
)
_ISSUER = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME})\s\((?:NASDAQ|Nasdaq|NYSE|LSE|TSX|HKEX|TSE|SSE|AIM|OTC)\w*:"
    rf"|\bAbout\s(?P<name2>{_NAME})(?=\s*\n)"
    rf"|(?<![\w.-])(?P<name3>{_NAME})(?:,\s[^.\n]{{3,90}},)?\s(?:today\s|has\s)?announced\b"
)
_FIRM_WORD = re.compile(
    r"(?:\s(?:Technologies|Technology|Labs|Systems|Robotics|Semiconductors?|Capital|Ventures|Electronics|"
    r"Networks|Software|Motors|Pharmaceuticals|Microelectronics|Microsystems|Computing|Devices|Solutions|"
    r"Semi|Holdings|Industries|Instruments|Telecom|Interactive|Studios|Entertainment|"
    r"Materials|Optoelectronics|Biotech|Therapeutics|Analytics|AI)|\.ai|\.AI|AI|Soft|Tech)$"
)
_NO_FIRM = re.compile(
    r"(?i)\b(?:universit\w*|college|institute|foundation|association|union|news|times|post|journal|school|society|"
    r"alliance|coalition|forum|center|centre|council|committee|initiative|project|party|church|museum|"
    r"office|bureau|security|county|city|act|bill|law|rule|order|regulation|framework|treaty|agreement|department|ministry|agency|commission|"
    r"government|congress|senate|court|summit|conference|program(?:me)?|report|index|award|prize|"
    r"magazine|press|media|campaign|team|model|models|section|article|annex|appendix|chapter|part|"
    r"republicans?|democrats?|lawmakers|house|state|states|nations?|world|internet|chatbot|api|gpus?|"
    r"cybersecurity|intelligence|sciences?|day|week|policy|plan|strategy|standards?)\b"
)
_STOPPED = words("no firms")
_ADJECTIVE_AI = re.compile(
    r"^(?:Gen|Generative|Agentic|Responsible|Trustworthy|Sovereign|Frontier|Physical|Ethical|Explainable|Conversational|"
    r"Enterprise|Safe|Secure|High-?[Rr]isk|Advanced|Artificial|Global|General|Industrial|Applied|Narrow|Military|"
    r"Medical|Clinical|Legal|Public|Edge|Embodied|Prohibited|Limited|Human|Modern|Powerful|Woke|Open)(?:-\w+)?\s?AI$"
)
_BROKEN = re.compile(r"[\u2019']s?\s|\w{4,}ly$")
_DOES = re.compile(
    r"\s(?:has\s|have\s|also\s|will\s|recently\s|today\s)?(?:acquires?|acquired|raised|launch(?:es|ed)?|unveil(?:s|ed)?|deploy(?:s|ed)?|"
    r"rolled\sout|ships?|shipped|open-sourced|partnered|released?|manufactures?|sells?|sold|develops?|developed|"
    r"trained|hired|uses|adopted|offers?|builds|built|operates|competes|supplies|supplied|makes)\b"
)
_DEALT = re.compile(
    r"\b(?:partner(?:ship|ed|s)?\swith|backed\sby|owned\sby|invest(?:ed|ment|ments|s)?\sin|acqui(?:red|sition\sof|re)|"
    r"deal\swith|developed\sby|made\sby|built\sby|created\sby|supplied\sby|manufactured\sby|competitors?|rivals?|"
    r"contract\swith|customers?|trained\sby|released\sby|sued)\s(?:the\s)?$"
)
_JOINT = re.compile(r",?\s(?:and|or|&)\s|,\s")
_JOINT_BEFORE = re.compile(r"(?:,?\s(?:and|or|&)\s|,\s)$")
_LEGAL = re.compile(r"\bshall\b")
_UNION_LAW = re.compile(r"\bMember\sStates?\b|\bRegulation\s\(EU\)|\bUnion\s(?:law|market|level)|\bthe\sCommission\sshall")
_UNION_SIGNS = 3
_UNION = re.compile(r"(?<=\bthe\s)(?:Commission|Union)(?![\w-]|\s[A-Z])|\bUnion(?=\s(?:law|market|level|harmonisation|legislation)\b)")
_PRESIDENT = re.compile(
    r"\bas\s(President)(?=\sby\sthe\b)|\b[Tt]he\s(President(?:\sof\sthe\sUnited\sStates)?)(?![\w\u2019'-]|\s[A-Z])|\b[Bb]y\sthe\s(President)\b(?!\s[A-Z])"
)


@Language.component("names")
def names(doc: Doc) -> Doc:
    """Add the candidates that their context gives to `doc._.candidates`."""
    text = doc.text
    found = [
        *governments(doc),
        *_firms(text),
        *_organisations(doc),
        *_president(text),
        *_union(text),
    ]
    doc._.candidates = (*doc._.candidates, *found)
    return doc


def _firms(text: str) -> Iterator[Candidate]:
    """Firms by the words next to them."""
    rules: tuple[tuple[re.Pattern[str], str, Strength], ...] = (
        (_LED, "led", 2),
        (_APPOSED, "apposition", 2),
        (_OFFICER, "officer", 2),
        (_ISSUER, "issuer", 2),
    )
    for pattern, rule, strength in rules:
        for match in pattern.finditer(text):
            for group, value in match.groupdict().items():
                if group.startswith("name") and value:
                    yield from _firm(text, *match.span(group), f"firm.{rule}", strength)


def _firm(text: str, start: int, end: int, rule: str, strength: Strength) -> Iterator[Candidate]:
    name = text[start:end]
    while name and name.split()[0] in _STOPPED and " " in name:
        cut = len(name.split()[0])
        start += cut + len(name[cut:]) - len(name[cut:].lstrip())
        name = text[start:end]
    if name and name not in _STOPPED and name.split()[0] not in adjectives() and not _NO_FIRM.search(name) and not _BROKEN.search(name) and not _ADJECTIVE_AI.match(name):
        yield Candidate(start, end, "Company", rule, strength)


def _organisations(doc: Doc) -> Iterator[Candidate]:
    """Firms among the organisations that the language model marks."""
    text = doc.text
    known = [c for c in doc._.candidates if c.type == "Company" and c.strength == 3]
    starts, ends = {c.start for c in known}, {c.end for c in known}
    spans = [_clean(text, entity) for entity in doc.ents if entity.label_ == "ORG"]
    for start, end in spans:
        name = text[start:end]
        if re.match(r"[A-Z0-9]", name) and "\n" not in name:
            if _FIRM_WORD.search(name):
                yield from _firm(text, start, end, "firm.ner", 2)
            elif not re.fullmatch(_NAME, name) or name.lower() in text:
                continue
            elif _acts_as_firm(text, start, end) or _listed(text, start, end, starts, ends):
                yield from _firm(text, start, end, "firm.ner.context", 2)


def _acts_as_firm(text: str, start: int, end: int) -> bool:
    """Whether the words around an organisation are those of business."""
    return bool(_DOES.match(text, end) or _DEALT.search(text[max(0, start - 30) : start]))


def _listed(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    """Whether an organisation stands in a list beside a known firm."""
    after = _JOINT.match(text, end)
    before = _JOINT_BEFORE.search(text, max(0, start - 8), start)
    return bool((after and after.end() in starts) or (before and before.start() in ends))


def _clean(text: str, entity: Span) -> tuple[int, int]:
    """The span of a marked organisation without its article and possessive."""
    start, end = entity.start_char, entity.end_char
    if article := re.match(r"(?:[Tt]he|[Aa]n?)\s+", text[start:end]):
        start += article.end()
    if possessive := re.search(r"['\u2019]s?$", text[start:end]):
        end = start + possessive.start()
    return start, end


def _union(text: str) -> Iterator[Candidate]:
    """The Commission and the Union, as the law of the European Union calls them."""
    if len(_UNION_LAW.findall(text)) < _UNION_SIGNS:
        return
    for match in _UNION.finditer(text):
        if match[0] == "Commission":
            yield Candidate(*match.span(), "Agency", "union", 3, None, "agency:ec-eu")
        else:
            ref = "jurisdiction:eu"
            yield Candidate(*match.span(), "Jurisdiction", "union", 3, ref, ref)


def _president(text: str) -> Iterator[Candidate]:
    """The office of President, in a law, bill or order."""
    if len(_LEGAL.findall(text)) * 250 < len(text.split()):
        return
    for match in _PRESIDENT.finditer(text):
        yield Candidate(*match.span(match.lastindex or 0), "Agency", "president", 2, None, "agency:president")
