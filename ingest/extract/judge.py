"""Whether a document supports a candidate."""

import re
from collections import Counter

from spacy.tokens import Doc

from ingest.extract.candidates import Candidate
from ingest.extract.wordlists import alternation, words

_LABELS = {
    "Company": {"ORG", "PRODUCT", "PERSON", "WORK_OF_ART"},
    "Agency": {"ORG", "GPE", "LAW", "FAC"},
    "Instrument": {"ORG", "LAW", "PRODUCT"},
    "Jurisdiction": {"GPE", "LOC", "ORG", "NORP"},
    "AIModel": {"ORG", "PRODUCT", "PERSON", "GPE", "WORK_OF_ART"},
}
_POLICY = re.compile(rf"(?<!\w)(?:{alternation('policy words')})(?!\w)")
_KIND = rf"(?:{alternation('title heads')}|Understanding)"
_GENERIC = re.compile(
    rf"(?:{alternation('generic titles')}"
    rf"|(?:(?:{alternation('generic title words')})\s+)*{_KIND})$"
)
_NOT_PLACE_BEFORE = re.compile(
    r"\b(?:University\sof(?:\s\w+,)?|Bank\sof|North|South|Latin|Central|Northern|Southern)\s$"
    r"|\([RDI]-$"
)
_NOT_PLACE_AFTER = re.compile(
    r"\s(?:University|College|Times|Post|Daily|Chronicle|Tribune|Telecom)\b"
)
_SITE = (
    r"(?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|Reddit|TikTok|WhatsApp|Snapchat|Threads|"
    r"Telegram|Pinterest)"
)
_POSTED = re.compile(r"\b(?:on|via|through|to|from)\s(?:our\s)?$")
_LISTED_AFTER = re.compile(rf"(?:,|,?\s(?:and|or|&|\|))\s{_SITE}\b")
_LISTED_BEFORE = re.compile(rf"\b{_SITE}(?:,|,?\s(?:and|or|&|\|))\s$")
_PLATFORMS = frozenset(f"company:{name}" for name in words("platforms"))


class Judge:
    """Judges the candidates of one document; `support` counts the certain ones by key."""

    def __init__(self, doc: Doc, support: Counter[str]) -> None:
        self._doc = doc
        self._text = doc.text
        self._support = support
        self._labels = {
            n: ent.label_ for ent in doc.ents for n in range(ent.start_char, ent.end_char)
        }
        self._headings = sorted((u.start, u.end) for u in doc._.units if u.kind == "heading")

    def accepts(self, candidate: Candidate) -> bool:
        """Strong names always, others as their rule demands."""
        if candidate.key in _PLATFORMS:
            return self._platform_acts(candidate)
        if candidate.rule == "gazetteer" and self._part_of_other(candidate):
            return False
        if not candidate.type or candidate.strength == 3 or candidate.rule == "own terms":
            return True
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
        if candidate.start in self._labels:
            return True
        span = self._doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        return span is not None and str(span[0].pos_) in {"PROPN", "X", "NUM"}

    def _part_of_other(self, candidate: Candidate) -> bool:
        """Whether a known name is part of something else (`Jordan Smith`, `SEC. 2`)."""
        before = self._text[max(0, candidate.start - 24) : candidate.start]
        after = self._text[candidate.end : candidate.end + 12]
        if candidate.type == "Jurisdiction":
            if self._labels.get(candidate.start) == "PERSON" and re.match(r"\s[A-Z][a-z]+", after):
                return True
            return bool(_NOT_PLACE_BEFORE.search(before) or _NOT_PLACE_AFTER.match(after))
        surface = self._text[candidate.start : candidate.end]
        numbered = surface == "SEC" and re.match(r"\.?\s*\d", after)
        return bool(numbered or (surface[-1].isdigit() and re.match(r"\.\d", after)))

    def _platform_acts(self, candidate: Candidate) -> bool:
        """Whether a platform is named as a firm, not as a place to post (`on X`)."""
        before = self._text[max(0, candidate.start - 24) : candidate.start]
        after = self._text[candidate.end : candidate.end + 24]
        return not (
            _POSTED.search(before) or _LISTED_AFTER.match(after) or _LISTED_BEFORE.search(before)
        )

    def _weak_name(self, candidate: Candidate) -> bool:
        if candidate.type == "Jurisdiction":
            return self._labels.get(candidate.start) != "PERSON"
        if self._beside_capital(candidate):
            return False
        if candidate.key and self._support[candidate.key]:
            return True
        label = self._labels.get(candidate.start)
        surface = self._text[candidate.start : candidate.end]
        if surface.isupper() and self._line(candidate).isupper():
            return False
        return label in _LABELS[candidate.type]

    def _beside_capital(self, candidate: Candidate) -> bool:
        """Whether a short body's name is rather a part of a longer name (`Electronic Commerce`)."""
        if candidate.type != "Agency" or " " in self._text[candidate.start : candidate.end]:
            return False
        before = self._text[max(0, candidate.start - 24) : candidate.start]
        after = self._text[candidate.end : candidate.end + 3]
        return bool(
            re.search(r"[a-z,;] [A-Z][\w-]+ $|\bof (?:the )?$", before)
            or re.match(r" [A-Z]", after)
        )

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
                capitals = [word for word in words if word[0].isupper()]
                return len(capitals) > 0.7 * len(words)
        return False

    def _line(self, candidate: Candidate) -> str:
        start = self._text.rfind("\n", 0, candidate.start) + 1
        end = self._text.find("\n", candidate.end)
        return self._text[start : end if end >= 0 else None]
