"""Who takes part in a rule: noun phrases of a sentence turned into named or described parties."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.extract.demonyms import country_of
from ingest.extract.result import Entity, Party, Span
from ingest.extract.wordset import word_set

_PARTY_WORDS = word_set(
    """account administrator agency airline anyone applicant association authority bank broker
    business buyer carrier citizen city client company conglomerate consumer contractor
    corporation country creator customer deployer developer distributor employee employer
    enterprise entity exporter facility firm foundry giant government group holder hospital
    hyperscaler importer individual industry infrastructure-provider insurer institution
    investor lab laboratory landlord lender licensee manufacturer maker member military
    nation national office officer official operator organisation organization owner
    participant party people person personnel platform police producer professional provider
    publisher purchaser recipient registrant rightsholder school seller service startup
    start-up state student subsidiary supplier support team tenant trader transmitter
    university user vendor visitor website worker department bureau committee minor child
    resident researcher engineer everyone nobody army laboratory undertaking representative
    distillers competitor adversary subscriber teacher tech-firm venture board court
    municipality ministry staff reseller store guardian therapist patient american sailor farmer
    singer artist author judge lawyer physician nurse candidate journalist advertiser retailer
    merchant bidder grantee borrower intermediary middleman forwarder foreigner parent affiliate
    partner auditor destination"""
)
_SKIP = frozenset({"det", "predet", "poss", "punct", "cc", "case"})
_POSTMODIFIERS = frozenset({"acl", "relcl", "prep"})
_MAX_WORDS = 16
_PRONOUNS = frozenset({"it", "they", "he", "she", "them", "its", "their", "who", "which", "that"})
_WHO = ("Company", "Jurisdiction", "Agency")
_SUCH_AS = re.compile(r"\b(?:such as|like|including|namely|among them)\b|[:(]")


class Cast:
    """The named entities of one document, found by position."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy joins the tokens anew at every `doc.text`
        self.entities: dict[str, Entity] = {e.id: e for e in doc._.entities}
        places = sorted(
            (start, end, e.id) for e in self.entities.values() for start, end in e.mentions
        )
        self._places: list[tuple[int, int, str]] = places
        self._starts = [start for start, _, _ in places]
        self._countries: dict[str, Entity | None] = {}
        self._by_ref = {e.ref: e for e in reversed(self.entities.values()) if e.ref}

    def within(self, span: Span) -> tuple[Entity, ...]:
        """The entities with a mention inside `span`, in text order, each once."""
        found: dict[str, Entity] = {}
        for _, end, key in self._from(span[0]):
            if _ >= span[1]:
                break
            if end <= span[1]:
                found.setdefault(key, self.entities[key])
        return tuple(found.values())

    def mentions(self, span: Span) -> Iterator[tuple[int, int, Entity]]:
        """The mentions inside `span`, in text order."""
        for start, end, key in self._from(span[0]):
            if start >= span[1]:
                break
            if end <= span[1]:
                yield start, end, self.entities[key]

    def at(self, token: Token) -> Entity | None:
        """The entity whose mention covers `token`."""
        place = bisect_left(self._starts, token.idx + 1) - 1
        if place < 0:
            return None
        start, end, key = self._places[place]
        return self.entities[key] if start <= token.idx < end else None

    def before(self, offset: int, types: Sequence[str]) -> Entity | None:
        """The entity of one of `types` that is named last before `offset`."""
        place = bisect_left(self._starts, offset) - 1
        while place >= 0:
            entity = self.entities[self._places[place][2]]
            if entity.type in types:
                return entity
            place -= 1
        return None

    def most_named(self, types: Sequence[str]) -> Entity | None:
        """The entity of one of `types` with most mentions; the first named wins a tie."""
        candidates = [e for e in self.entities.values() if e.type in types and e.mentions]
        return min(candidates, key=lambda e: (-len(e.mentions), e.mentions[0]), default=None)

    def known(self, ref: str) -> Entity | None:
        """The entity of the document that a reference id means."""
        return self._by_ref.get(ref)

    def country(self, word: str) -> Entity | None:
        """The document's jurisdiction that an adjective such as "Chinese" belongs to."""
        country = country_of(word)
        if country is None:
            return None
        if word not in self._countries:
            self._countries[word] = next(
                (
                    e
                    for e in self.entities.values()
                    if e.type == "Jurisdiction" and country & {e.name, *e.aliases}
                ),
                None,
            )
        return self._countries[word]

    def _from(self, offset: int) -> Iterator[tuple[int, int, str]]:
        return iter(self._places[bisect_left(self._starts, offset) :])


def is_party(token: Token, cast: Cast) -> bool:
    """Whether a noun names somebody that a rule can bind or cut off, not a thing."""
    entity = cast.at(token)
    if entity is not None:
        return entity.type in {"Company", "Agency", "Jurisdiction"}
    word = token.lemma_.lower()
    stem = word.removesuffix("s")
    return word in _PARTY_WORDS or stem in _PARTY_WORDS or stem.endswith("maker")


def parties(head: Token, cast: Cast, limit: Span) -> tuple[Party, ...]:
    """The parties that the noun phrase of `head` names, kept inside `limit`."""
    entity = cast.at(head)
    if entity is not None and head.dep_ != "compound":
        return _with_conjuncts(head, entity, cast, limit)
    if head.lower_ in _PRONOUNS:
        return _antecedent(head, cast)
    span = phrase(head, limit)
    joined = named(e for t in head.conjuncts if (e := cast.at(t)) is not None and e.type in _WHO)
    return tuple(dict.fromkeys((described(cast, span), *_examples(span, cast), *joined)))


def described(cast: Cast, span: Span) -> Party:
    """A party in the text's own words."""
    return Party(text=cast.text[span[0] : span[1]], span=span)


def named(entities: Iterable[Entity | None]) -> tuple[Party, ...]:
    """Parties for entities, without gaps and repetitions."""
    return tuple(dict.fromkeys(Party(entity=e.id) for e in entities if e is not None))


def phrase(head: Token, limit: Span) -> Span:
    """The span of a noun phrase: its words before the head, and short modifiers after it."""
    words = [head]
    for child in head.lefts:
        if child.dep_ not in _SKIP:
            words.extend(child.subtree)
    for child in head.rights:
        if (child.dep_ == "conj" and child.i - head.i <= 4) or (
            child.dep_ in _POSTMODIFIERS and child.left_edge.i - words[-1].i <= 2
        ):
            words.extend(child.subtree)
    chosen = sorted({w.i for w in words if limit[0] <= w.idx < limit[1]})
    run = _contiguous(chosen, head.i)
    start = max([run[0], *(t.i + 1 for t in head.doc[run[0] : head.i] if "—" in t.text)])
    while start < head.i and (
        head.doc[start].is_punct or head.doc[start].is_space or head.doc[start].lower_ == "no"
    ):
        start += 1
    end = min(run[-1], start + _MAX_WORDS)
    while end > head.i and _is_edge(head.doc[end]):
        end -= 1
    return head.doc[start].idx, head.doc[end].idx + len(head.doc[end])


def _is_edge(token: Token) -> bool:
    return token.is_punct or token.is_space or token.dep_ in {"cc", "mark"} or token.tag_ == "TO"


def _contiguous(places: list[int], around: int) -> list[int]:
    run = [around]
    known = set(places)
    while run[0] - 1 in known:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in known or run[-1] + 2 in known:
        run.append(run[-1] + 1)
    return run


def _with_conjuncts(head: Token, entity: Entity, cast: Cast, limit: Span) -> tuple[Party, ...]:
    """A named party and those joined to it, named or described: "Macau and other countries"."""
    found = [*named([entity])]
    for other in head.conjuncts:
        joined = cast.at(other)
        if joined is not None:
            found.extend(named([joined]))
        elif limit[0] <= other.idx < limit[1] and is_party(other, cast):
            found.append(described(cast, phrase(other, limit)))
    return tuple(dict.fromkeys(found))


def _antecedent(pronoun: Token, cast: Cast) -> tuple[Party, ...]:
    found = cast.before(pronoun.idx, ("Company", "Agency", "Jurisdiction"))
    return named([found])


def _examples(span: Span, cast: Cast) -> tuple[Party, ...]:
    """Named members of a described group: "countries like China"."""
    text = cast.text[span[0] : span[1]]
    marker = _SUCH_AS.search(text)
    if marker is None:
        return ()
    inside = cast.within((span[0] + marker.end(), span[1]))
    return named(e for e in inside if e.type in _WHO)
