"""The type of a rule as read: from its own words, what they hang from, and its document's topic."""

import re
from collections.abc import Mapping
from dataclasses import replace

from ingest.extract.classify import best_type, rule_score
from ingest.extract.genre import Genre
from ingest.extract.norm import Norm
from ingest.extract.parties import Cast
from ingest.extract.restriction_types import lexicon_vote, main_type, most_points
from ingest.extract.result import Span
from ingest.extract.wordset import word_set

_SENTENCE, _SCOPE, _CONTEXT = 1.0, 0.6, 0.3
"""How much the sentence, the words on what is limited, and the lead-ins say about the type."""

_CLAUSE, _CLAUSE_SENTENCE = 1.3, 0.3
_ANOTHER_CLAUSE = 15
_SHARED = 0.6
"""One of several duties of a sentence is told from its own clause."""

_LEXICON = 0.25
_HEAD = 120
"""The first words after the trigger say most about what is limited."""

_LEAST_RULE = 0.15
_LEAST_TYPE = 0.2
_LEAST_UNTOLD = {"prose": 0.65}
_LEAST_UNTOLD_ELSEWHERE = 0.45
"""Scores that a norm must reach; higher ones where the lexicon has no word for what it limits."""

_TOLD = 3
"""Points of the lexicon that name a type."""

_SERVICE = re.compile(r"\b(?:models?|services?|tools?|apis?|accounts?|chatbots?)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:the|such|this|these|that|those|its)\s+(?:technolog|software|tool|system|service|"
    r"product|practice|app|model|chip|device)|\bmoratorium\b",
    re.IGNORECASE,
)
_CUTS_OFF = word_set(
    """chip_export equipment_export model_weights cloud_access model_access investment procurement
    financial_sanction talent"""
)
_OWN_PRODUCT = frozenset({"market_access", "prohibited_practice"})
"""What a firm bans in a report is the use of its own product."""

_LICENCE = re.compile(r"\blicen[cs]es?\b", re.IGNORECASE)
_UNLICENSED = re.compile(r"\bwithout (?:an? )?(?:[\w-]+ ){0,2}licen[cs]es?\b", re.IGNORECASE)
"""What a licence is needed for tells the type of the rule."""

_ADMITTED = re.compile(
    r",?\s+(?:unless|until|before)\b[^.;]{0,120}\b(?:regist|certif|conformity|assess|fil(?:ed|ing)\b)",
    re.IGNORECASE,
)
"""A condition by which a ban comes down to a duty to be registered or assessed first."""

_KINDS = {"AIModel": "AI model", "Agency": "agency"}


class Topic:
    """The restriction type that most sentences of a document are about, found when first asked."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._type: str | None = None

    def type(self) -> str | None:
        """The main type; None where no sentence speaks clearly of one."""
        if self._type is None:
            texts = (self._cast.text[u.start : u.end] for u in self._cast.doc._.units)
            self._type = main_type(texts) or ""
        return self._type or None


def with_type(norm: Norm, document: Genre, cast: Cast, topic: Topic | None = None) -> Norm | None:
    """The norm with its type; None where its words do not tell of a rule."""
    if norm.type is not None:
        return norm
    sentence = cast.text[slice(*norm.evidence)]
    kind, score = best_type(_texts(norm, cast), norm.modality, _vote(norm, document, cast))
    told = max(most_points(sentence), most_points(cast.text[slice(*norm.scope)])) >= _TOLD
    silent = _LEAST_UNTOLD.get(document.kind, _LEAST_UNTOLD_ELSEWHERE)
    if rule_score(sentence) < _LEAST_RULE:
        return None
    if score < (_LEAST_TYPE if told else silent):
        found = _from_context(norm, cast, topic) if document.kind == "prose" else None
        return replace(norm, type=found) if found else None
    if document.kind == "prose" and norm.modality == "prohibition" and _of_firms(norm, cast):
        kind = _of_own_product(kind, norm, topic)
    return replace(norm, type=kind)


def _texts(norm: Norm, cast: Cast) -> list[tuple[float, str]]:
    """The sentence, its scope and what it hangs from, with their weights."""
    sentence, scope = cast.text[slice(*norm.evidence)], cast.text[slice(*_told_scope(norm, cast))]
    if norm.rule == "clause":
        return [(_CLAUSE_SENTENCE, sentence), (_CLAUSE, scope)]
    lead = dict.fromkeys(span for span in norm.context if span[1] <= norm.evidence[0])
    above = " ".join(cast.text[a:b] for a, b in lead)
    shared = norm.evidence[1] - norm.scope[1] > _ANOTHER_CLAUSE
    whole = _SHARED if shared and norm.modality == "obligation" else _SENTENCE
    weighted = [(whole, sentence), (_SCOPE + _SENTENCE - whole, scope), (_CONTEXT, above)]
    return [(weight, text) for weight, text in weighted if text]


def _vote(norm: Norm, document: Genre, cast: Cast) -> Mapping[str, float]:
    """What the lexicon says of the scope, names read as what they name."""
    duty = norm.modality == "obligation" and document.kind != "prose"
    scope = _with_kinds_named(_told_scope(norm, cast), cast, bodies=duty)
    scope = (_LICENCE if norm.modality == "prohibition" else _UNLICENSED).sub("", scope)
    weighted = [(0.7, scope[:_HEAD]), (1.0, scope)]
    weighted += [(0.3, cast.text[slice(*span)]) for span in norm.context]
    return lexicon_vote(weighted, norm.modality, _LEXICON)


def _told_scope(norm: Norm, cast: Cast) -> Span:
    """What is limited, with the condition of being admitted first if the limit hangs on one."""
    start, end = norm.scope
    admitted = _ADMITTED.match(cast.text, end, norm.evidence[1])
    return (start, norm.evidence[1]) if admitted else (start, end)


def _with_kinds_named(span: Span, cast: Cast, *, bodies: bool) -> str:
    """The words of `span` with names read as the kinds that the lexicon knows.

    Models become "AI model" and, where `bodies` is asked for, agencies become "agency".
    """
    text, at, parts = cast.text, span[0], []
    for start, end, entity in cast.mentions(span):
        kind = _KINDS.get(entity.type)
        if kind and start >= at and (bodies or entity.type == "AIModel"):
            parts += [text[at:start], kind]
            at = end
    return "".join([*parts, text[at : span[1]]])


def _from_context(norm: Norm, cast: Cast, topic: Topic | None) -> str | None:
    """The type of a rule that a report tells in words that say nothing of what it limits."""
    told = topic.type() if topic and norm.modality == "prohibition" else None
    if told and (norm.rule == "shut_out" or _VAGUE.search(cast.text, *norm.scope)):
        return told
    if _of_firms(norm, cast) and _SERVICE.search(cast.text, *norm.scope):
        return "model_access"
    return "market_access" if _bans_name(norm) else None


def _of_firms(norm: Norm, cast: Cast) -> bool:
    return {cast.entities[p.entity].type for p in norm.imposers if p.entity} == {"Company"}


def _of_own_product(kind: str, norm: Norm, topic: Topic | None) -> str:
    """What a firm's refusal keeps from people: its own product, unless its words say more."""
    if norm.rule in {"refusal", "shut_out"} and kind not in _CUTS_OFF:
        told = topic.type() if topic else None
        return told if told in {"cloud_access", "chip_export"} else "model_access"
    return "model_access" if kind in _OWN_PRODUCT else kind


def _bans_name(norm: Norm) -> bool:
    """Whether a ban that says no more is one of a named firm or product."""
    named = [p for p in (*norm.restricted, *norm.assets) if p.entity]
    return norm.rule in {"ban", "noun"} and bool(named) and bool(norm.imposers)
