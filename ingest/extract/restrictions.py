"""The restrictions component: sets `doc._.restrictions`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.actors import Actor, Actors
from ingest.extract.bound import addressees
from ingest.extract.dates import Validity, in_force_from, validity
from ingest.extract.definitions import Definitions
from ingest.extract.genre import Genre, genre
from ingest.extract.issuing import issuing_parties
from ingest.extract.merging import merged, without_repeats
from ingest.extract.norm import Norm
from ingest.extract.parties import Cast
from ingest.extract.phrases import cut_off, recipients
from ingest.extract.provisions import provisions
from ingest.extract.restriction_types import FALLBACK, classify, main_type
from ingest.extract.result import Assertion, Party, Restriction, Span
from ingest.extract.stances import claimant, is_hedged
from ingest.extract.statements import statements
from ingest.extract.status import status_of

_MIN_POINTS = 3.0
_CLEAR_POINTS = 8.0
"""A further duty of the same sentence must name its type outright."""

_HEAD = 120
"""The first words after the trigger say most about what is limited."""

_SERVICE = re.compile(r"\b(?:models?|services?|tools?|apis?|accounts?|chatbots?)\b", re.IGNORECASE)
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
        return merged((_restriction(cast, n, document) for n in told if n is not None), items)
    issuer = actors.issuer()
    issuer = replace(issuer, parties=issuing_parties(cast, document) or issuer.parties)
    users = addressees(cast) if document.kind == "terms" else ()
    norms = list(provisions(doc._.units, cast, document))
    defined = Definitions(doc, doc._.units, cast)
    found = [_completed(n, cast, issuer, document, defined, users) for n in norms]
    if document.kind == "digest":
        topic = Topic(cast)
        found += [_typed(n, document, cast, topic) for n in _left(doc, cast, actors, norms)]
    start = in_force_from(cast.text)
    return without_repeats(
        _dated(_restriction(cast, n, document), start) for n in found if n is not None
    )


def _dated(restriction: Restriction, whole: Validity) -> Restriction:
    """A provision holds from when its document does, where its own sentence says nothing else."""
    own = restriction.valid_from or restriction.valid_to
    if own or whole.start is None or restriction.status not in {"in_force", "adopted"}:
        return restriction
    return replace(restriction, valid_from=whole.start, precision=whole.precision)


def _left(doc: Doc, cast: Cast, actors: Actors, read: Sequence[Norm]) -> Iterator[Norm]:
    """What a digest tells as a report does, in the units where no provision was read."""
    covered = [n.evidence for n in read]
    units = [
        u
        for u in doc._.units
        if not any(a < u.end and u.start < b for a, b in covered)
        and not cast.text[u.start : u.end].endswith(":")
    ]
    return statements(units, cast, actors)


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


_LICENCE = re.compile(r"\blicen[cs]es?\b", re.IGNORECASE)
_UNLICENSED = re.compile(r"\bwithout (?:an? )?(?:[\w-]+ ){0,2}licen[cs]es?\b", re.IGNORECASE)
"""What a licence is needed for tells the type of the rule."""

_KINDS = {"AIModel": "AI model", "Agency": "agency"}


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


def _typed(norm: Norm, document: Genre, cast: Cast, topic: Topic | None = None) -> Norm | None:
    """The norm with its type; None where nothing tells what it is about."""
    if norm.type is not None:
        return norm
    duty = norm.modality == "obligation" and document.kind != "prose"
    scope = _with_kinds_named(norm.scope, cast, bodies=duty)
    scope = (_LICENCE if norm.modality == "prohibition" else _UNLICENSED).sub("", scope)
    makers = {cast.entities[p.entity].type for p in norm.imposers if p.entity}
    weighted = [(0.7, scope[:_HEAD]), (1.0, scope)]
    weighted += [(0.3, cast.text[slice(*span)]) for span in norm.context]
    refused = makers == {"Company"} and norm.rule in {"refusal", "shut_out"}
    kind, points = classify(weighted, modality=norm.modality, in_terms=document.kind == "terms")
    if refused and kind not in _CUTS_OFF:
        return replace(norm, type=_refused(topic))
    if points < (_CLEAR_POINTS if norm.rule == "clause" else _MIN_POINTS):
        if document.kind == "prose":
            told = topic.type() if topic and norm.modality == "prohibition" else None
            vague = norm.rule == "shut_out" or _VAGUE.search(cast.text, *norm.scope)
            if told and vague:
                return replace(norm, type=told)
            if makers == {"Company"} and _SERVICE.search(scope):
                return replace(norm, type="model_access")
            return replace(norm, type="market_access") if _bans_name(norm) else None
        if norm.modality == "obligation":
            stated = topic is None and document.kind != "terms" and norm.rule in {"modal", "item"}
            if not stated or not norm.bearers:
                return None
            kind = FALLBACK
        else:
            kind = "licensing" if norm.rule == "licence" else "prohibited_practice"
    if (
        document.kind == "prose"
        and makers == {"Company"}
        and kind in _OWN_PRODUCT
        and norm.modality == "prohibition"
    ):
        kind = "model_access"
    return replace(norm, type=_exported(kind, norm, scope, cast, told=document.kind == "prose"))


def _refused(topic: Topic | None) -> str:
    """What a firm refuses to those that it no longer serves: what its report is about."""
    told = topic.type() if topic else None
    return told if told in {"cloud_access", "chip_export"} else "model_access"


def _exported(kind: str, norm: Norm, scope: str, cast: Cast, *, told: bool) -> str:
    """What bare "export controls" and licences are about where the document speaks of chips."""
    kit = _EQUIPMENT.search(scope) or (told and _GOODS.search(scope))
    bare = kind == "equipment_export" and not kit
    licence = norm.rule == "licence" and kind == "licensing" and "xport" in cast.text
    if kind == "chip_export" and _MACHINES.search(scope) and not _CHIPS.search(scope):
        return "equipment_export"
    if not bare and not licence:
        return kind
    if len(_CHIPS.findall(cast.text)) >= _SPEAKS:
        return "chip_export"
    return "equipment_export"


_EQUIPMENT = re.compile(
    r"\b(?:equipment|tools?|lithograph\w*|software|machines?|full-stack|packages)\b", re.IGNORECASE
)
_GOODS = re.compile(r"\b(?:items|goods|technolog(?:y|ies))\b", re.IGNORECASE)
_CHIPS = re.compile(
    r"\b(?:chips?|gpus?|semiconductors?|circuits?|accelerators?|3a090|4a090)\b", re.IGNORECASE
)
_MACHINES = re.compile(
    r"\b(?:chip-?making (?:equipment|tools|machines|gear)|lithograph\w*)\b", re.IGNORECASE
)
_SPEAKS = 2


def _bans_name(norm: Norm) -> bool:
    """Whether a ban that says no more is one of a named firm or product."""
    named = [p for p in (*norm.restricted, *norm.assets) if p.entity]
    return norm.rule in {"ban", "noun"} and bool(named) and bool(norm.imposers)


def _completed(
    norm: Norm,
    cast: Cast,
    issuer: Actor,
    document: Genre,
    defined: Definitions,
    users: tuple[Party, ...],
) -> Norm | None:
    """A provision with its type, its issuer, and whom it cuts off or owes a report."""
    typed = _typed(norm, document, cast)
    if typed is None:
        return None
    typed = replace(
        typed,
        bearers=typed.bearers or users,
        imposers=typed.imposers or issuer.parties,
        instrument=typed.instrument or issuer.instrument,
    )
    if typed.modality == "prohibition" and typed.type in _CUTS_OFF:
        cut = cut_off(cast.doc, norm.scope, cast)
        members = [m for party in cut for m in defined.members(party)]
        typed = replace(typed, restricted=tuple(dict.fromkeys([*typed.restricted, *cut, *members])))
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
    source = claimant(cast, norm.evidence) if is_hedged(sentence) else None
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
        claimant=source.id if source else None,
        assertion=_assertion(sentence, document),
        valid_from=stated.start,
        valid_to=stated.end,
        precision=stated.precision,
        confidence=norm.confidence,
        rule=norm.rule,
    )


def _assertion(sentence: str, document: Genre) -> Assertion:
    if document.kind != "prose":
        return "official"
    return "alleged" if is_hedged(sentence) else "reported"


def _numbered(found: Iterable[Restriction]) -> Iterator[Restriction]:
    for place, restriction in enumerate(found, start=1):
        yield replace(restriction, id=f"r{place}")
