"""The restrictions component: sets `doc._.restrictions`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.actors import Actor, Actors
from ingest.extract.aftermath import with_aftermath
from ingest.extract.bound import addressees
from ingest.extract.dates import Validity, comes_later, in_force_from, validity
from ingest.extract.definitions import Definitions
from ingest.extract.genre import Genre, genre
from ingest.extract.issuing import issuing_parties
from ingest.extract.merging import Governments, merged, without_repeats
from ingest.extract.norm import Norm
from ingest.extract.norm_types import Topic, with_type
from ingest.extract.parties import Cast, named
from ingest.extract.phrases import cut_off, recipients
from ingest.extract.provisions import provisions
from ingest.extract.restriction_types import FALLBACK
from ingest.extract.result import Assertion, Party, Restriction
from ingest.extract.stances import claimant, is_hedged
from ingest.extract.statements import statements
from ingest.extract.status import status_of
from ingest.extract.untold import untold_type

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

_ROUNDUP = 3
"""A text in which so many governments act reports on their rules; it sums up no single one."""

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
    roundup = document.kind == "digest" and actors.governments() >= _ROUNDUP
    if roundup and not issuing_parties(cast, document):
        document = Genre("prose", "in_force")
        actors = Actors(doc, cast, document)
    if document.kind == "prose":
        topic = Topic(cast)
        told = (_typed(n, document, cast, topic) for n in statements(doc._.units, cast, actors))
        items = frozenset((u.start, u.end) for u in doc._.units if u.kind == "item")
        read = (_restriction(cast, n, document) for n in told if n is not None)
        rules = merged(read, items, Governments(cast.entities.values()))
        return with_aftermath(rules, doc._.units, cast)
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
    if document.status == "in_force" and comes_later(cast.text, start):
        document = replace(document, status="adopted")
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
        cut = (*typed.restricted, *cut, *members)
        places = _places_of(cut, cast) if document.kind == "terms" else ()
        typed = replace(typed, restricted=tuple(dict.fromkeys([*cut, *places])))
    elif typed.type == "procurement":
        typed = replace(typed, restricted=typed.restricted or _removed(cast, norm))
    if typed.type == "reporting":
        typed = replace(typed, owed_to=recipients(cast.doc, norm.scope, cast))
    return typed


def _typed(norm: Norm, document: Genre, cast: Cast, topic: Topic | None = None) -> Norm | None:
    """The norm with the type that its words tell or, in a plain rule, suggest."""
    typed = with_type(norm, document, cast, topic)
    if typed is not None:
        return typed
    kind = untold_type(norm, document, cast)
    return replace(norm, type=kind) if kind else None


def _removed(cast: Cast, norm: Norm) -> tuple[Party, ...]:
    """The firms whose products a duty takes off the devices of an office."""
    if not _REMOVES.search(cast.text, *norm.scope):
        return ()
    return named(e for e in cast.within(norm.scope) if e.type == "Company")


def _places_of(cut: Iterable[Party], cast: Cast) -> tuple[Party, ...]:
    """The places whose people terms of use shut out: "persons who live in X or Y"."""
    spans = [p.span for p in cut if p.span and p.text and _PEOPLE_IN.match(p.text)]
    return named(e for span in spans for e in cast.within(span) if e.type == "Jurisdiction")


_PEOPLE_IN = re.compile(
    r"(?:any\s+)?(?:persons?|people|users?|customers?|firms?|compan(?:y|ies)|entit(?:y|ies)|anyone|"
    r"individuals?|organi[sz]ations?)\s+(?:(?:who|that)\s+)?"
    r"(?:(?:live|reside|are|is)\s+)?(?:located\s+|based\s+|resident\s+|residing\s+)?in\b",
    re.IGNORECASE,
)
_REMOVES = re.compile(r"\b(?:remove|uninstall|delete|block|discontinue|phase\s+out)\b", re.I)


def _clause(cast: Cast, norm: Norm) -> tuple[str, int]:
    """The part of a sentence that speaks of this rule, and where in it the rule is told.

    What follows "while" is another one.
    """
    start, end = norm.evidence
    for cut in _CONTRAST.finditer(cast.text, start, end):
        if cut.end() <= norm.scope[0]:
            start = cut.end()
        elif cut.start() > norm.scope[0]:
            end = cut.start()
            break
    return cast.text[start:end], max(0, norm.scope[0] - start)


_CONTRAST = re.compile(r",\s+(?:while|whereas)\b|;|\s[\u2014\u2013]\s|\u2014")


def _restriction(cast: Cast, norm: Norm, document: Genre) -> Restriction:
    sentence = cast.text[slice(*norm.evidence)]
    clause, at = _clause(cast, norm)
    stated = validity(sentence)
    source = claimant(cast, norm.evidence) if is_hedged(sentence) else None
    return Restriction(
        id="",
        type=norm.type or FALLBACK,
        modality=norm.modality,
        status=norm.status or status_of(clause, document, at),
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
