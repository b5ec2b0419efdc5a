"""Whose rule it is: the actor behind a verb, a noun or a whole document."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.extract.amendments import cited_instrument
from ingest.extract.authorship import Authorship
from ingest.extract.developers import developers
from ingest.extract.genre import Genre
from ingest.extract.incumbents import Incumbents
from ingest.extract.office_kinds import OFFICES, office_of
from ingest.extract.parties import Cast, named
from ingest.extract.phrases import tokens
from ingest.extract.result import Entity, Party, Span
from ingest.extract.rulers import Rulers
from ingest.extract.segments import Unit
from ingest.extract.wordset import word_set

_RULES = word_set(
    """rule law bill act order regulation measure framework policy legislation directive decree
    provision ordinance proposal amendment statute code treaty mandate control guideline
    draft requirement legislation executive-order guidance notice initiative package plan
    decision ruling checklist guide restriction curb ban
    executive agreement contract term licence license clause condition"""
)
_TERMS = word_set("term licence license clause contract agreement condition policy")
_OFFICIALS = word_set(
    """government administration regulator watchdog ministry department agency authority
    commission parliament congress senate lawmaker legislature state city council court
    governor official country nation bloc union minister legislator senator assembly board
    body authorities house county municipality"""
)
_FIRMS = word_set("company firm lab startup start-up giant maker developer platform")
_MAKES = word_set(
    "draft propose issue adopt pass publish introduce write sign announce unveil finalize finalise"
)
_STATUTES = word_set("law bill act legislation ordinance statute code")
_PRONOUNS = word_set("it they which that who")
_RULERS = ("Agency", "Jurisdiction")
_PASSED_ON = frozenset({"xcomp", "conj", "advcl", "acl", "pcomp", "ccomp", "relcl"})
_OF = frozenset({"of", "in", "from", "by", "at", "under", "for"})
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_ACT = re.compile(r"\b(?P<verb>signed|issued|released|published|announced|finalized|proposed)\b")
_REACH = 1000
"""How many characters back a plan's owner is looked for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The makers of a rule, and the named instrument that it is said to be in."""

    parties: tuple[Party, ...] = ()
    instrument: str | None = None


class Actors:
    """Finds actors in one document."""

    def __init__(self, doc: Doc, cast: Cast, document: Genre) -> None:
        self._doc, self._cast, self.document = doc, cast, document
        self._makers: dict[str, str] | None = None
        self._rulers = Rulers(doc, cast)
        self._authorship = Authorship(doc, cast, self._rulers)
        self._incumbents = Incumbents(cast)
        self._told: list[tuple[int, Actor]] = []

    def governments(self) -> int:
        """How many governments act in the document."""
        return self._rulers.governments()

    def issuer(self) -> Actor:
        """Who made a whole normative document: the firm of its terms, the body of its rule."""
        own = cited_instrument(self._cast)
        return Actor(self._issuing_parties(), own.id if own else None)

    def _issuing_parties(self) -> tuple[Party, ...]:
        cast = self._cast
        if self.document.kind == "terms":
            return named([cast.most_named(("Company",))])
        of_agency = re.search(r"\bCFR\b|\bBIS\b|Federal Register", cast.text)
        agency = cast.most_named(("Agency",)) if of_agency else None
        return named([agency or self._rulers.land()])

    def of_verb(self, verb: Token, within: Span) -> Actor | None:
        """The actor whose act a verb tells: its subject, its agent, or that of the verb above."""
        for child in verb.children:
            if child.dep_ == "agent":
                for token in child.rights:
                    return self._of_nominal(token, within)
        passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
        current = verb
        for _ in range(4):
            if not (passive and current is verb):
                for child in current.lefts:
                    if child.dep_ in {"nsubj", "poss"} and child.idx >= within[0]:
                        return self._of_nominal(child, within)
            if current.dep_ not in _PASSED_ON or current.head is current or passive:
                break
            by_doing = current.dep_ == "pcomp" and current.head.dep_ == "prep"
            current = current.head.head if by_doing else current.head
            if current.dep_ == "dobj" and current.head.lemma_.lower() in _MAKES:
                current = current.head
                continue
            if current.pos_ in {"NOUN", "PROPN"} and current is not verb:
                return self._of_nominal(current, within)
        return self._of_place(verb) if passive else None

    def of_noun(self, noun: Token, within: Span, verbs: frozenset[str]) -> Actor | None:
        """The actor of "X's ban on …", "US controls", "X imposed restrictions", "a ban in X"."""
        for token in noun.subtree:
            if token.i >= noun.i or token.idx < within[0]:
                break
            found = self._named_ruler(token)
            if found is not None:
                return found
        head = noun.head
        for _ in range(3):
            if head.lemma_.lower() in verbs:
                found = self.of_verb(head, within)
                if found is not None:
                    return found
            if head.head is head:
                break
            head = head.head
        return self._of_place(noun)

    def of_span(self, span: Span) -> Actor | None:
        """The actor of "under X's law": the instrument or the ruler named in the words."""
        inside = self._cast.within(span)
        instrument = next((e for e in inside if e.type == "Instrument"), None)
        ruler = next((e for e in inside if e.type in _RULERS), None)
        if instrument is not None:
            return self._behind(instrument, ruler)
        owner = ruler or next((e for e in inside if e.type == "Company"), None)
        if owner is not None:
            return Actor(named([owner]))
        for token in tokens(self._doc, span):
            country = self._cast.country(token.text)
            if country is not None:
                return Actor(named([country]))
        return None

    def of_lead(self, unit: Unit) -> Actor | None:
        """The actor of a list's lead-in or, failing that, the one named last in the lines above."""
        for start, end in reversed(unit.chapeau):
            inside = self._cast.within((start, end))
            instrument = next((e for e in inside if e.type == "Instrument"), None)
            if instrument is not None:
                return self._behind(instrument, None)
            found = next((e for e in self._cast.within((start, end)) if e.type in _RULERS), None)
            if found is not None:
                return Actor(named([found]))
        near = self._cast.within((max(0, unit.start - _REACH), unit.start))
        places = [e for e in near if e.type == "Jurisdiction"]
        main = max(places, key=lambda e: len(e.mentions), default=None)
        return Actor(named([main])) if main is not None else self.of_context(unit.start)

    def of_context(self, offset: int) -> Actor | None:
        """The ruler spoken of last before `offset`: an agency or, failing that, a jurisdiction."""
        near = self._cast.before(offset, ("Agency",)) or self._cast.most_named(_RULERS)
        return Actor(named([near])) if near is not None else None

    def of_head(self) -> Actor | None:
        """Whose act the opening of an official summary tells: who "signed an Executive Order"."""
        act = _ACT.search(self._cast.text, 0, _REACH)
        verb = next(iter(tokens(self._doc, act.span("verb"))), None) if act else None
        return self.of_verb(verb, (0, _REACH)) if verb is not None else None

    def of_owner(self, token: Token) -> Actor | None:
        """The ruler whose own offices a noun phrase names: "New York state agencies"."""
        return self._inside(token)

    def of_place(self, span: Span) -> Actor | None:
        """The jurisdiction where a sentence says that its rule holds: "in Italy"."""
        for start, _, entity in self._cast.mentions(span):
            before = self._cast.text[max(span[0], start - 12) : start].lower()
            if entity.type == "Jurisdiction" and before.endswith((" in ", " in the ", "in ")):
                return Actor(named([entity]))
        return None

    def of_rule_before(self, offset: int) -> Actor | None:
        """The maker of the instrument named last before `offset`."""
        last = self._cast.before(offset, ("Instrument",))
        return self._behind(last, None) if last is not None else None

    def remember(self, offset: int, actor: Actor) -> None:
        """Keep the maker of a rule that a sentence names, for the sentences that go on about it."""
        if actor.parties:
            self._told.append((offset, actor))

    def told(self, at: int) -> Actor | None:
        """The maker of the rule told last before `at`."""
        return next((a for offset, a in reversed(self._told) if offset < at), None)

    def other_than(self, bound: Set[str], at: int) -> Actor:
        """The maker of the rule told last that is none of those whom it binds."""
        for _, actor in reversed([told for told in self._told if told[0] < at]):
            if actor.parties and not any(p.entity in bound for p in actor.parties):
                return actor
        main = self._rulers.main()
        return Actor(named([main]) if main is not None and main.id not in bound else ())

    def standing(self, unit: Unit, at: int) -> Actor | None:
        """Whose rules a sentence goes on about that names no maker before `at`.

        The nearest of: a law or a ruler named in the paragraph, the maker of the rule told last,
        the ruler of the heading, the main ruler of the document.
        """
        paragraph = self._cast.text.rfind("\n", 0, unit.start) + 1
        for start, end in ((unit.start, at), *reversed(unit.chapeau), (paragraph, at)):
            found = self._speaking((start, end))
            if found is not None:
                return found
        near = [a for offset, a in self._told if paragraph - _REACH <= offset]
        if near:
            return near[-1]
        heading = self._speaking(unit.heading) if unit.heading else None
        main = self._rulers.main()
        return heading or (Actor(named([main])) if main is not None else None)

    def _speaking(self, span: Span) -> Actor | None:
        """The rule last told of in a span, else the law, else the ruler named there."""
        told = [a for offset, a in self._told if span[0] <= offset < span[1]]
        if told:
            return told[-1]
        instruments = [e for e in self._cast.within(span) if e.type == "Instrument"]
        if instruments:
            behind = self._behind(instruments[-1], None)
            if behind.parties:
                return behind
        ruler = self._rulers.named_in(span)
        return Actor(named([ruler])) if ruler is not None else None

    def makers(self, models: Sequence[Entity]) -> tuple[Party, ...]:
        """The firms that the text names as developers of `models`."""
        if self._makers is None:
            self._makers = developers(self._doc, self._cast)
        entities = self._cast.entities
        return named(entities[self._makers[m.id]] for m in models if m.id in self._makers)

    def _of_nominal(self, token: Token, within: Span) -> Actor | None:
        entity = self._cast.at(token)
        if entity is not None:
            return self._of_entity(entity, token)
        lemma = token.lemma_.lower()
        if lemma in _PRONOUNS:
            return self._of_pronoun(token)
        if lemma in _OFFICIALS:
            return self._of_official(token)
        if lemma in _FIRMS:
            return self._last(token, ("Company",)) if self._is_anaphor(token) else None
        if lemma in _RULES:
            return self._inside(token, (*_RULERS, "Company")) or self._of_rule(token)
        country = self._cast.country(token.text)
        if country is not None:
            return Actor(named([country]))
        return self._of_person(token) if token.pos_ == "PROPN" else None

    def _of_official(self, token: Token) -> Actor | None:
        """An office told by its kind: the one that the document names, else its government."""
        owner = self._inside(token)
        kind = OFFICES.get(token.lemma_.lower())
        if kind is None:
            return owner or self._last(token, _RULERS)
        if owner is None or owner.parties[0].entity is None:
            last = self._cast.before(token.idx, ("Agency",))
            same = last is not None and kind.search(last.name) is not None
            return Actor(named([last])) if same else self._last(token, _RULERS)
        land = self._cast.entities[owner.parties[0].entity]
        if land.type != "Jurisdiction":
            return owner
        words = {t.lower_ for t in token.subtree if t.i <= token.i}
        office = office_of(land, kind, words, self._cast)
        return Actor(named([office])) if office is not None else owner

    def _of_person(self, token: Token) -> Actor | None:
        """Whom a person acts for: "Governor Abbott", and later "Abbott" alone."""
        office = self._incumbents.office(token.text)
        if office is not None:
            return Actor(named([office]))
        titled = any(t.lemma_.lower() in _OFFICIALS for t in token.lefts)
        return self._inside(token) if titled else None

    def _of_entity(self, entity: Entity, token: Token) -> Actor | None:
        if entity.type == "Instrument":
            return self._behind(entity, None)
        if entity.type == "AIModel":
            return None
        others = (self._cast.at(t) for t in token.conjuncts)
        rulers = [entity, *(e for e in others if e is not None and e.type == entity.type)]
        return Actor(named(rulers))

    def _behind(self, instrument: Entity, ruler: Entity | None) -> Actor:
        """The ruler behind a named instrument: one that is part of its name, or named beside it."""
        owner = ruler or self._authorship.maker(instrument)
        return Actor(named([owner]), instrument.id)

    def _common_ruler(self) -> Entity | None:
        return self._rulers.main()

    def _of_rule(self, token: Token) -> Actor | None:
        """The maker of "the rule": of the instrument named last, else the main jurisdiction."""
        owner = next((c for c in token.lefts if c.lower_ in {"its", "their"}), None)
        if owner is not None and (found := self._subject_above(owner)) is not None:
            return found
        last = self._cast.before(token.idx, ("Instrument",))
        if last is not None:
            return self._behind(last, None)
        if token.lemma_.lower() in _TERMS:
            firm = self._last(token, ("Company",))
            if firm is not None:
                return firm
        kinds = ("Jurisdiction",) if token.lemma_.lower() in _STATUTES else ("Agency",)
        paragraph = self._cast.text.rfind("\n", 0, token.idx) + 1
        near = self._rulers.named_in((paragraph, token.idx))
        near = near or self._cast.before(token.idx, _RULERS) or self._cast.most_named(kinds)
        return Actor(named([near or self._common_ruler()]))

    def _of_pronoun(self, token: Token) -> Actor | None:
        if token.lower_ in {"which", "that", "who"}:
            if token.head.dep_ == "relcl" and token.head.head.i != token.i:
                return self._of_nominal(token.head.head, (0, len(self._cast.text)))
            return None
        return self._subject_above(token)

    def _subject_above(self, pronoun: Token) -> Actor | None:
        """What "it" takes up: the main subject of its sentence or of one of the two before it."""
        sentence = pronoun.sent
        for _ in range(3):
            subjects = [t for t in sentence if t.dep_ == "nsubj" and t.head.dep_ in _MAIN]
            for token in subjects:
                is_earlier = token.i < pronoun.i and token.lower_ not in _PRONOUNS
                if is_earlier:
                    found = self._of_nominal(token, (0, len(self._cast.text)))
                    if found is not None:
                        return found
            if sentence.start == 0:
                return None
            sentence = self._doc[sentence.start - 1].sent
        return None

    def _last(self, token: Token, types: tuple[str, ...]) -> Actor | None:
        found = self._cast.before(token.idx, types)
        return Actor(named([found])) if found is not None else None

    def _inside(self, token: Token, types: tuple[str, ...] = _RULERS) -> Actor | None:
        """A ruler named inside the noun phrase: "the Italian watchdog", "authorities in France"."""
        rulers: list[Entity] = []
        for part in token.subtree:
            if part.i > token.i and part.dep_ == "pobj" and part.head.lower_ not in _OF:
                continue
            entity = self._cast.at(part)
            if entity is None:
                entity = self._cast.country(part.text)
            if entity is not None and entity.type in types:
                rulers.append(entity)
            if part.i - token.i > 8:
                break
        return Actor(named(rulers)) if rulers else None

    def _named_ruler(self, token: Token) -> Actor | None:
        if token.dep_ == "poss" and token.lemma_.lower() in _OFFICIALS:
            return self._last(token, ("Jurisdiction",))
        entity = self._cast.at(token) or self._cast.country(token.text)
        if entity is None or entity.type not in {*_RULERS, "Company"}:
            return None
        return Actor(named([entity]))

    def _of_place(self, token: Token) -> Actor | None:
        """The jurisdiction of "banned in Italy" or "a ban in Italy"."""
        for part in token.subtree:
            if part.i < token.i and token.pos_ == "VERB":
                continue
            if part.dep_ == "pobj" and part.head.lower_ in {"in", "across", "throughout"}:
                entity = self._cast.at(part)
                if entity is not None and entity.type == "Jurisdiction":
                    return Actor(named([entity]))
        return None

    def _is_anaphor(self, token: Token) -> bool:
        return any(c.lower_ in {"the", "its"} for c in token.lefts)
