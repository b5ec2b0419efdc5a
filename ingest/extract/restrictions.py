"""The restrictions component: sets `doc._.restrictions`."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.actors import Actor, Actors
from ingest.extract.dates import validity
from ingest.extract.definitions import Definitions
from ingest.extract.genre import Genre, genre
from ingest.extract.norm import Norm
from ingest.extract.parties import Cast
from ingest.extract.phrases import cut_off, recipients
from ingest.extract.provisions import provisions
from ingest.extract.restriction_types import FALLBACK, classify, main_type
from ingest.extract.result import Restriction, Span
from ingest.extract.statements import statements
from ingest.extract.status import status_of

_MIN_POINTS = 3.0
_CLEAR_POINTS = 8.0
"""A further duty of the same sentence must name its type outright."""

_HEAD = 120
"""The first words after the trigger say most about what is limited."""

_VAGUE = re.compile(
    r"\b(?:the|such|this|these|that|those|its)\s+(?:technolog|software|tool|system|service|"
    r"product|"
    r"practice|app|model|chip|device)|\bmoratorium\b",
    re.IGNORECASE,
)
_OWN_PRODUCT = frozenset({"market_access", "prohibited_practice"})
"""What a firm bans in a report is the use of its own product."""

_CUTS_OFF = frozenset(
    {
        "chip_export",
        "equipment_export",
        "model_weights",
        "cloud_access",
        "model_access",
        "investment",
        "procurement",
        "financial_sanction",
        "talent",
    }
)

Doc.set_extension("restrictions", default=())


@Language.component("restrictions")
def find_restrictions(doc: Doc) -> Doc:
    """Set `doc._.restrictions`: needs `doc._.units` and `doc._.entities`."""
    doc._.restrictions = tuple(_numbered(_restrictions(doc)))
    return doc


def _restrictions(doc: Doc) -> list[Restriction]:
    cast = Cast(doc)
    document = genre(cast.text)
    actors = Actors(doc, cast, document)
    if document.kind == "prose":
        topic = Topic(cast)
        told = (_typed(n, document, cast, topic) for n in statements(doc._.units, cast, actors))
        items = frozenset((u.start, u.end) for u in doc._.units if u.kind == "item")
        return _merged((_restriction(cast, n, document) for n in told if n is not None), items)
    issuer = actors.issuer()
    norms = provisions(doc._.units, cast, document)
    defined = Definitions(doc, doc._.units, cast)
    found = (_completed(n, cast, issuer, document, defined) for n in norms)
    return _without_repeats(_restriction(cast, n, document) for n in found if n is not None)


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


def _with_models_named(span: Span, cast: Cast) -> str:
    """The words of `span` with each model's name read as "AI model", which the lexicon knows."""
    text, at, parts = cast.text, span[0], []
    for start, end, entity in cast.mentions(span):
        if entity.type == "AIModel" and start >= at:
            parts += [text[at:start], "AI model"]
            at = end
    return "".join([*parts, text[at : span[1]]])


def _typed(norm: Norm, document: Genre, cast: Cast, topic: Topic | None = None) -> Norm | None:
    """The norm with its type; None where nothing tells what it is about."""
    if norm.type is not None:
        return norm
    scope = _with_models_named(norm.scope, cast)
    weighted = [(0.7, scope[:_HEAD]), (1.0, scope)]
    weighted += [(0.3, cast.text[slice(*span)]) for span in norm.context]
    kind, points = classify(weighted, modality=norm.modality, in_terms=document.kind == "terms")
    if points < (_CLEAR_POINTS if norm.rule == "clause" else _MIN_POINTS):
        if document.kind == "prose":
            told = topic.type() if topic and norm.modality == "prohibition" else None
            vague = norm.rule == "shut_out" or _VAGUE.search(cast.text, *norm.scope)
            if told and vague:
                return replace(norm, type=told)
            return replace(norm, type="market_access") if _bans_name(norm) else None
        if norm.modality == "obligation":
            return None
        kind = "prohibited_practice"
    makers = {cast.entities[p.entity].type for p in norm.imposers if p.entity}
    if (
        document.kind == "prose"
        and makers == {"Company"}
        and kind in _OWN_PRODUCT
        and norm.modality == "prohibition"
    ):
        kind = "model_access"
    return replace(norm, type=kind)


def _bans_name(norm: Norm) -> bool:
    """Whether a ban that says no more is one of a named firm or product."""
    named = [p for p in (*norm.restricted, *norm.assets) if p.entity]
    return norm.rule in {"ban", "noun"} and bool(named) and bool(norm.imposers)


def _completed(
    norm: Norm, cast: Cast, issuer: Actor, document: Genre, defined: Definitions
) -> Norm | None:
    """A provision with its type, its issuer, and whom it cuts off or owes a report."""
    typed = _typed(norm, document, cast)
    if typed is None:
        return None
    if not typed.imposers:
        typed = replace(typed, imposers=issuer.parties)
    if typed.modality == "prohibition" and typed.type in _CUTS_OFF:
        cut = cut_off(cast.doc, norm.scope, cast)
        members = [m for party in cut for m in defined.members(party)]
        typed = replace(typed, restricted=tuple(dict.fromkeys([*cut, *members])))
    if typed.type == "reporting":
        typed = replace(typed, owed_to=recipients(cast.doc, norm.scope, cast))
    return typed


def _clause(cast: Cast, norm: Norm) -> str:
    """The part of a sentence that speaks of this rule: what follows "while" is another one."""
    start, end = norm.evidence
    for cut in _CONTRAST.finditer(cast.text, start, end):
        if cut.end() <= norm.scope[0]:
            start = cut.end()
        elif cut.start() > norm.scope[0]:
            end = cut.start()
            break
    return cast.text[start:end]


_CONTRAST = re.compile(r",\s+(?:while|whereas)\b|;")


def _restriction(cast: Cast, norm: Norm, document: Genre) -> Restriction:
    sentence = cast.text[slice(*norm.evidence)]
    stated = validity(sentence)
    return Restriction(
        id="",
        type=norm.type or FALLBACK,
        modality=norm.modality,
        status=norm.status or status_of(_clause(cast, norm), document),
        evidence=norm.evidence,
        imposers=norm.imposers,
        bearers=norm.bearers,
        restricted=norm.restricted,
        owed_to=norm.owed_to,
        assets=norm.assets,
        instrument=norm.instrument,
        claimant=None,
        assertion="reported" if document.kind == "prose" else "official",
        valid_from=stated.start,
        valid_to=stated.end,
        precision=stated.precision,
        confidence=norm.confidence,
        rule=norm.rule,
    )


def _without_repeats(found: Iterable[Restriction]) -> list[Restriction]:
    """One entry per type and sentence."""
    kept: dict[tuple[str, int, int], Restriction] = {}
    for restriction in found:
        kept.setdefault((restriction.type, *restriction.evidence), restriction)
    return list(kept.values())


def _merged(found: Iterable[Restriction], items: Set[Span]) -> list[Restriction]:
    """One entry per rule: reports come back to the same ban, the clearest sentence stays.

    Two list items are never the same rule.
    """
    kept: list[Restriction] = []
    for restriction in found:
        place = next(
            (
                i
                for i, other in enumerate(kept)
                if _same_rule(other, restriction)
                and not {other.evidence, restriction.evidence} <= items
            ),
            None,
        )
        if place is None:
            kept.append(restriction)
        else:
            kept[place] = _joined(kept[place], restriction)
    return kept


def _same_rule(one: Restriction, other: Restriction) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    return (
        _compatible(one.imposers, other.imposers)
        and _compatible(one.restricted, other.restricted)
        and _compatible(one.bearers, other.bearers)
    )


def _compatible(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _joined(one: Restriction, other: Restriction) -> Restriction:
    clearer, weaker = (other, one) if _clarity(other) > _clarity(one) else (one, other)
    over = {one.status, other.status} & {"ended", "suspended"}
    return replace(
        clearer,
        status=min(over) if over else clearer.status,
        imposers=clearer.imposers or weaker.imposers,
        restricted=clearer.restricted or weaker.restricted,
        bearers=clearer.bearers or weaker.bearers,
        assets=clearer.assets or weaker.assets,
    )


def _clarity(restriction: Restriction) -> float:
    filled = sum(
        bool(field) for field in (restriction.imposers, restriction.restricted, restriction.assets)
    )
    return filled + restriction.confidence - 0.5 * (restriction.status == "ended")


def _numbered(found: Iterable[Restriction]) -> Iterator[Restriction]:
    for place, restriction in enumerate(found, start=1):
        yield replace(restriction, id=f"r{place}")
