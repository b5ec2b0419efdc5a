"""Which candidates become mentions: unsupported ones go, then the longest wins."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from ingest.extract.candidates import Candidate
from ingest.extract.wordlists import words

_LABELS = {
    "Company": {"ORG", "PRODUCT", "PERSON", "WORK_OF_ART"},
    "Agency": {"ORG", "GPE", "LAW", "FAC"},
    "Instrument": {"ORG", "LAW", "PRODUCT"},
    "Jurisdiction": {"GPE", "LOC", "ORG", "NORP"},
    "AIModel": {"ORG", "PRODUCT", "PERSON", "GPE", "WORK_OF_ART"},
}
_POLICY = re.compile(
    r"\b(?:National|Federal|European|EU|US|U\.S\.|UK|China|Chinese|Executive|Export|Trade|Security|Privacy|Data|"
    r"AI|Artificial|Defense|Framework|Interim|Draft|Model|Final|Action|State|Cyber\w*|Investment|Tariff|Control|"
    r"Procurement|Use|Governance|Safety|Diffusion|Governance|International|Hiroshima|Bletchley|Seoul|Paris)\b"
)
_GENERIC = re.compile(
    r"^(?:(?:General\s+)?Principles\s+of\s+Regulation|United States Code|Code of Federal Regulations|(?:(?:Proposed|Implements|Improving|Final|Interim|New|Draft|Executive|Joint|Amended|Presidential|Senate|House|Assembly|Public|Private|"
    r"Federal|State|Model|General|International|Common|National|Civil|Criminal|Current|Applicable|Such|"
    r"Administrative|Court|First|Second|Third|Service|Privacy|Tax|Constitutional|Corporate|Company|Technical|Key|Core|"
    r"Industry|Quality|Basic|Guiding|Legislative|Regulatory|Memorandum\s+of)\s+)*"
    r"(?:Rules?|Law|Bill|Act|Orders?|Regulations?|Standards?|Policy|Policies|Plan|Strategy|Framework|Resolution|"
    r"Agreement|Guidance|Guidelines|Principles|List|License|Terms|Code|Amendments?|Decision|Measures|"
    r"Provisions|Directive|Understanding|Treaty|Regime|Recommendation|Memorandum|Declaration|Statute))$"
)
_NOT_PLACE_BEFORE = re.compile(
    r"\b(?:University\sof|Bank\sof|(?:North|South|Latin|Central)(?=\sAmerica)|University\sof\s\w+,|Northern|Southern)\s$"
)
_NOT_PLACE_AFTER = re.compile(r"\s(?:University|College|Times|Post|Daily|Chronicle|Tribune|Telecom)\b")
_SITE = r"(?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|Reddit|TikTok|WhatsApp|Snapchat|Threads|Telegram|Pinterest)"
_POSTED = re.compile(r"\b(?:on|via|through|to|from)\s(?:our\s)?$")
_LISTED_AFTER = re.compile(rf"(?:,|,?\s(?:and|or|&|\|))\s{_SITE}\b")
_LISTED_BEFORE = re.compile(rf"\b{_SITE}(?:,|,?\s(?:and|or|&|\|))\s$")
_PLATFORMS = frozenset(f"company:{name}" for name in words("platforms"))
_RULES = ("gazetteer", "legal form", "citation", "model", "administration", "government", "capital")


def choose(doc: Doc, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The mentions, in text order, not overlapping, each trimmed of outer white space."""
    text = doc.text
    trimmed = [c for candidate in candidates if (c := _trim(text, candidate))]
    support = Counter(c.key for c in trimmed if c.strength > 1 and c.key)
    judge = _Judge(doc, support)
    listed = {(c.start, c.end) for c in trimmed if c.rule == "gazetteer"}
    fresh = (c for c in trimmed if c.rule == "gazetteer" or (c.start, c.end) not in listed)
    kept = _unmixed([c for c in fresh if judge.accepts(c)])
    kept.sort(key=lambda c: (-(c.end - c.start), -c.strength, _rank(c), c.start, c.type, c.rule))
    chosen: list[Candidate] = []
    taken = bytearray(len(text))
    for candidate in kept:
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            chosen.append(candidate)
    return sorted((c for c in chosen if c.type), key=lambda c: c.start)


def _unmixed(candidates: list[Candidate]) -> list[Candidate]:
    """Without firms guessed from context that swallow a name of another kind."""
    certain = sorted((c.start, c.end) for c in candidates if c.type and c.strength == 3)
    starts = [start for start, _ in certain]

    def swallows(c: Candidate) -> bool:
        first = bisect_left(starts, c.start)
        inside = bisect_left(starts, c.end)
        before = certain[first - 1][1] > c.start if first else False
        return before or any((c.start, c.end) != span for span in certain[first:inside])

    titles = [(c.start, c.end) for c in candidates if c.type == "Instrument" and c.strength == 3]

    def doubtful(c: Candidate) -> bool:
        return c.strength == 1 and c.rule == "title" and any(a < c.end and c.start < b for a, b in titles)

    return [c for c in candidates if not (c.rule.startswith("firm.") and swallows(c) or doubtful(c))]


def _rank(candidate: Candidate) -> int:
    head = candidate.rule.split(".")[0]
    return _RULES.index(head) if head in _RULES else len(_RULES)


def _trim(text: str, candidate: Candidate) -> Candidate | None:
    surface = text[candidate.start : candidate.end]
    body = surface.strip()
    if not body or re.search(r"[\r\n]\s*[\r\n]", body):
        return None
    start = candidate.start + surface.index(body)
    return Candidate(
        start, start + len(body), candidate.type, candidate.rule, candidate.strength, candidate.ref, candidate.key
    )


class _Judge:
    """Whether the document supports a candidate."""

    def __init__(self, doc: Doc, support: Counter[str | None]) -> None:
        self._doc = doc
        self._text = doc.text
        self._support = support
        self._labels = {n: ent.label_ for ent in doc.ents for n in range(ent.start_char, ent.end_char)}
        self._headings = sorted((u.start, u.end) for u in doc._.units if u.kind == "heading")

    def accepts(self, candidate: Candidate) -> bool:
        """Strong names always, others as their rule demands."""
        if candidate.key in _PLATFORMS:
            return self._platform_acts(candidate)
        if not candidate.type or candidate.strength == 3:
            return not self._part_of_other(candidate)
        if candidate.rule == "gazetteer":
            return self._weak_name(candidate)
        surface = self._text[candidate.start : candidate.end]
        if candidate.rule.startswith("title"):
            return self._title(candidate, surface)
        if self._in_heading(candidate):
            return False
        return not candidate.rule.startswith("firm.") or self._is_proper(candidate)

    def _is_proper(self, candidate: Candidate) -> bool:
        """Whether the tagger reads the guessed firm as a proper name."""
        span = self._doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        return span is not None and span[0].pos_ in {"PROPN", "X", "NUM"} or candidate.start in self._labels

    def _part_of_other(self, candidate: Candidate) -> bool:
        """Whether a known name is part of something else (`Jordan Smith`, `University of …`, `SEC. 2`)."""
        before = self._text[max(0, candidate.start - 24) : candidate.start]
        after = self._text[candidate.end : candidate.end + 12]
        if candidate.type == "Jurisdiction" and candidate.rule == "gazetteer":
            if self._labels.get(candidate.start) == "PERSON" and re.match(r"\s[A-Z][a-z]+", after):
                return True
            return bool(_NOT_PLACE_BEFORE.search(before) or _NOT_PLACE_AFTER.match(after))
        return bool(re.match(r"\.?\s*\d", after)) and self._text[candidate.start : candidate.end] == "SEC"

    def _platform_acts(self, candidate: Candidate) -> bool:
        """Whether a platform is named as a firm, not as a place to post (`on X`, `X and Reddit`)."""
        before = self._text[max(0, candidate.start - 24) : candidate.start]
        after = self._text[candidate.end : candidate.end + 24]
        return not (_POSTED.search(before) or _LISTED_AFTER.match(after) or _LISTED_BEFORE.search(before))

    def _weak_name(self, candidate: Candidate) -> bool:
        if candidate.type == "Jurisdiction":
            return self._labels.get(candidate.start) != "PERSON"
        if self._support[candidate.key]:
            return True
        label = self._labels.get(candidate.start)
        surface = self._text[candidate.start : candidate.end]
        if surface.isupper() and self._line(candidate).isupper():
            return False
        return label in _LABELS[candidate.type]

    def _title(self, candidate: Candidate, surface: str) -> bool:
        flat = " ".join(surface.split())
        if _GENERIC.match(flat) or (self._in_heading(candidate) and candidate.strength < 3):
            return False
        return candidate.strength == 2 or (len(flat.split()) > 2 and bool(_POLICY.search(flat)))

    def _in_heading(self, candidate: Candidate) -> bool:
        """Whether the candidate stands in a heading set in capitals or title case."""
        for start, end in self._headings:
            if start <= candidate.start < end:
                words = re.findall(r"[A-Za-z]{4,}", self._text[start:end])
                return sum(word[0].isupper() for word in words) > 0.7 * len(words)
        return False

    def _line(self, candidate: Candidate) -> str:
        start = self._text.rfind("\n", 0, candidate.start) + 1
        end = self._text.find("\n", candidate.end)
        return self._text[start : end if end >= 0 else None]
