"""Bans, halts and exclusions that a verb of a report tells of."""

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor
from ingest.extract.norm import Norm
from ingest.extract.parties import is_party, named, parties
from ingest.extract.phrases import cut_off, objects
from ingest.extract.result import Party
from ingest.extract.sentence import Sentence


def ban(s: Sentence, verb: Token, lemma: str) -> Norm | None:
    """A ban that a verb states, with whom it cuts off or binds."""
    if not _bans(s, verb, lemma):
        return None
    actor = s.actors.of_verb(verb, s.span)
    passive = is_passive(verb)
    target = verb.head if verb.dep_ == "amod" else target_of(verb, passive)
    if verb.dep_ == "amod":
        actor = s.reporter() if target is not None and target.lemma_ == "account" else None
    if target is None or target.lower_ in w.EMPTY:
        return None
    if actor is None and not s.leads_item(verb):
        if verb.dep_ == "amod":
            return None
        hinted = s.talks and (bool(w.TOPIC.search(s.text)) or is_party(target, s.cast))
        if not passive or (lemma in w.NEEDS_ACTOR and "propert" not in s.text and not hinted):
            return None
        if not s.place() and s.cast.at(target) is None and not hinted:
            return None
        actor = _own_devices(s, verb)
        if actor is None:
            actor = s.standing(verb.idx) if s.talks else s.actors.of_context(s.unit.start)
    scope = (verb.idx, s.clause_end(verb))
    norm = s.made("prohibition", "ban", scope, actor, 0.75)
    return _of_product(s, with_product(s, _with_target(s, norm, target, verb)))


def _bans(s: Sentence, verb: Token, lemma: str) -> bool:
    """Whether a verb that often means something else tells of a ban here."""
    if lemma in w.KEEPS_FROM:
        rules = s.talks or _is_rule(s, verb)
        return rules and bool(_FROM_DOING.search(s.words((verb.idx, s.clause_end(verb)))))
    if lemma not in w.ENDS:
        return True
    if s.talks:
        return any(t.lemma_.lower() in w.ENDED for t in verb.subtree)
    target = target_of(verb, is_passive(verb))
    return target is not None and target.lemma_.lower() in w.SHUT_DOWN


def _own_devices(s: Sentence, verb: Token) -> Actor | None:
    """Who keeps a product off what is its own: "blocked from all Senate devices"."""
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.lemma_.lower() in w.DEVICES:
            owner = next((e for t in token.lefts if (e := s.cast.at(t)) is not None), None)
            if owner is not None and owner.type in {"Agency", "Jurisdiction"}:
                return Actor(named([owner]))
    return None


def _is_rule(s: Sentence, verb: Token) -> bool:
    """Whether a government or a law does what a verb says, not a thing or a firm."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    entity = s.cast.at(subject)
    if entity is not None:
        return entity.type in {"Agency", "Jurisdiction", "Instrument"}
    return subject.lemma_.lower() in w.RULES


_FROM_DOING = re.compile(r"\bfrom\s+(?:\w+ly\s+)?\w+ing\b|\boff\s+\w+|\bunder\b")


def no_more(verb: Token) -> bool:
    """Reads "no longer sells", "does not let", "has taken no new customers"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return verb.lemma_ in {"let", "allow", "permit", "sell", "offer", "supply", "serve"}
    if any(c.lower_ == "longer" for c in verb.children):
        return True
    return verb.lemma_ in {"take", "accept", "allow"} and any(
        d.lower_ == "no" for t in verb.rights if t.dep_ == "dobj" for d in t.lefts
    )


def refusal(s: Sentence, verb: Token) -> Norm | None:
    """A firm or a government that will not serve somebody, or not let somebody do something."""
    actor = s.actors.of_verb(verb, s.span)
    if actor is None or not actor.parties:
        return ban(s, verb, "disallow") if verb.lemma_ in {"allow", "permit"} else None
    scope = (verb.left_edge.idx, s.clause_end(verb))
    norm = s.made("prohibition", "refusal", scope, actor, 0.6)
    target = target_of(verb, is_passive(verb))
    if target is not None and is_party(target, s.cast):
        return replace(norm, restricted=parties(target, s.cast, s.span))
    things = parties(target, s.cast, s.span) if target is not None else ()
    return replace(norm, restricted=cut_off(s.doc, scope, s.cast), assets=things)


def with_product(s: Sentence, norm: Norm) -> Norm:
    """A ban on a firm's product cuts off the firm."""
    products = [p for p in norm.assets if p.entity in s.cast.entities]
    models = [s.cast.entities[p.entity] for p in products if p.entity]
    ruled_by = {s.cast.entities[p.entity].type for p in norm.imposers if p.entity}
    if not models and norm.rule == "noun" and not norm.assets and ruled_by == {"Jurisdiction"}:
        models = [e for e in s.cast.within(s.span) if e.type == "AIModel"][:1]
    models = [e for e in models if e.type == "AIModel"]
    if not models or not ruled_by or "Company" in ruled_by:
        return norm
    makers = s.actors.makers(models)
    return replace(
        norm, type="market_access", assets=named(models), restricted=norm.restricted or makers
    )


def _of_product(s: Sentence, norm: Norm) -> Norm:
    """Who is hit by a ban on "the app", "the service" or "it": the firm that was named last."""
    if norm.restricted or (norm.bearers and norm.rule != "ban") or not norm.imposers:
        return norm
    ruled_by = {s.cast.entities[p.entity].type for p in norm.imposers if p.entity}
    if not ruled_by <= {"Agency", "Jurisdiction"} or not w.THE_APP.search(s.words(norm.scope)):
        return norm
    last = s.cast.before(norm.scope[0], ("Company", "AIModel"))
    if last is None or last.type == "AIModel":
        return norm
    return replace(norm, restricted=named([last]))


def _with_target(s: Sentence, norm: Norm, target: Token, verb: Token) -> Norm:
    """Sort the object of a ban: who is cut off, who must refrain, what is banned."""
    scope = (target.left_edge.idx, norm.scope[1])
    norm = replace(norm, scope=(min(norm.scope[0], scope[0]), norm.scope[1]))
    if target.lemma_ == "access":
        owners = [t for t in target.lefts if t.dep_ == "poss"]
        who = parties(owners[0], s.cast, s.span) if owners else ()
        who = who or cut_off(s.doc, norm.scope, s.cast)
        return replace(norm, restricted=who)
    if not is_party(target, s.cast) or _is_thing_of(s, target):
        cut = cut_off(s.doc, norm.scope, s.cast)
        firm = _possessor(s, norm, target) or _of_use(s, target)
        return replace(
            norm,
            assets=parties(target, s.cast, s.span),
            bearers=_doers(s, target, verb),
            restricted=cut if any(p.entity for p in cut) else firm or cut,
        )
    people = parties(target, s.cast, s.span)
    action = _action(verb, target)
    if action is None:
        return replace(norm, restricted=people)
    after = (action.idx, norm.scope[1])
    made_by = owner(s, action) if action.lemma_.lower() in w.ACQUIRING else ()
    if made_by and Party(entity=made_by[0].entity) not in people:
        return replace(norm, bearers=people, restricted=made_by)
    if action.lemma_.lower() in w.SELLING:
        return replace(norm, bearers=people, restricted=cut_off(s.doc, after, s.cast))
    entity = s.cast.at(target)
    if entity is not None and entity.type in {"Company", "Jurisdiction"}:
        return replace(norm, restricted=people)
    if action.lemma_.lower() not in w.ACQUIRING:
        return replace(norm, bearers=people)
    return replace(norm, bearers=people, restricted=cut_off(s.doc, after, s.cast))


def _possessor(s: Sentence, norm: Norm, thing: Token) -> tuple[Party, ...]:
    """The firm that a ban on its product cuts off: "blocked Perplexity's agent"."""
    owner = next((e for t in thing.lefts if (e := s.cast.at(t)) is not None), None)
    if owner is None or owner.type != "Company" or Party(entity=owner.id) in norm.imposers:
        return ()
    return named([owner])


def _of_use(s: Sentence, noun: Token) -> tuple[Party, ...]:
    """The firm whose product is not to be used: "banned the use of DeepSeek"."""
    if noun.lemma_.lower() not in w.USES:
        return ()
    for prep in noun.rights:
        thing = next((t for t in prep.rights if t.dep_ == "pobj"), None)
        if prep.lower_ == "of" and thing is not None:
            named_there = [s.cast.at(thing), *(s.cast.at(t) for t in thing.lefts)]
            return named(e for e in named_there if e is not None and e.type == "Company")[:1]
    return ()


def _doers(s: Sentence, noun: Token, verb: Token) -> tuple[Party, ...]:
    """Who does what a noun names: "the use of facial recognition by police".

    The parser may tie "by" to the verb of the ban, which names its maker only in a passive.
    """
    for prep in (*noun.subtree, *(() if is_passive(verb) else verb.rights)):
        if prep.lower_ == "by" and prep.i > noun.i:
            who = next((t for t in prep.rights if t.dep_ == "pobj"), None)
            if who is not None and is_party(who, s.cast):
                return parties(who, s.cast, s.span)
    return ()


def _is_thing_of(s: Sentence, target: Token) -> bool:
    """Whether a word for a party means a firm's product here: "Perplexity's shopping agent"."""
    if s.cast.at(target) is not None or target.lemma_.lower() not in {"agent", "assistant"}:
        return False
    return any(t.dep_ == "poss" for t in target.lefts)


def _action(verb: Token, target: Token) -> Token | None:
    """What somebody is kept from doing: "bars developers from releasing …"."""
    for token in verb.subtree:
        if token.i <= target.i or token.dep_ not in {"pcomp", "xcomp", "ccomp"}:
            continue
        above = token.head.head if token.dep_ == "pcomp" else token.head
        if above in {verb, target} and token.dep_ == "pcomp" and token.head.lower_ == "from":
            return token
        if above == verb:
            return token
    following = list(target.doc[target.i + 1 : target.i + _FAR])
    for word, action in pairwise(following):
        if word.lower_ == "from" and action.tag_ == "VBG":
            return action
        if word.is_punct and word.text != ",":
            break
    return None


_FAR = 14


def owner(s: Sentence, action: Token) -> tuple[Party, ...]:
    """The firm whose product must not be bought or used: "from buying Nvidia's chips"."""
    thing = next(objects(action), None)
    if thing is None:
        return ()
    entity = s.cast.at(thing)
    owners = [entity, *(s.cast.at(t) for t in thing.lefts)]
    return named(e for e in owners if e is not None and e.type == "Company")[:1]


def halt(s: Sentence, verb: Token) -> Norm | None:
    """Reads "… stopped selling X to Y", "a halt of sales"."""
    action = next(
        (
            c
            for c in verb.rights
            if (c.dep_ == "xcomp" and c.lemma_.lower() in w.SELLING)
            or (c.dep_ == "dobj" and c.lemma_.lower() in {"sale", "export", "shipment", "access"})
        ),
        None,
    )
    actor = s.actors.of_verb(verb, s.span)
    if action is None or actor is None or s.dismissed(verb.idx):
        return None
    scope = (action.left_edge.idx, s.clause_end(verb))
    norm = s.made("prohibition", "halt", scope, actor, 0.6)
    return replace(norm, restricted=cut_off(s.doc, scope, s.cast))


def shut_out(s: Sentence, verb: Token) -> Norm | None:
    """Reads "… cut China off from chips", "… denied China access to chips", "X is locked out"."""
    if s.dismissed(verb.idx):
        return None
    passive = is_passive(verb) or verb.tag_ == "VBN"
    who = target_of(verb, passive) or _subject_above(verb)
    actor = s.actors.of_verb(verb, s.span)
    if passive and not s.talks:
        actor = s.actors.of_context(s.unit.start)
    if actor is None and s.talks:
        actor = s.standing(verb.idx)
    if who is None or actor is None:
        return None
    scope = (verb.idx, s.clause_end(verb))
    norm = s.made("prohibition", "shut_out", scope, actor, 0.55)
    if not is_party(who, s.cast):
        cut = cut_off(s.doc, scope, s.cast) if who.lemma_ == "access" else ()
        return replace(norm, restricted=cut) if cut else None
    return replace(norm, restricted=parties(who, s.cast, s.span))


def controlled(s: Sentence, verb: Token) -> Norm | None:
    """Reads "Japan put 23 tools under export control", "put it off limits on state devices"."""
    scope = (verb.idx, s.clause_end(verb))
    target = target_of(verb, is_passive(verb))
    if target is None or not w.CONTROLLED.search(s.words(scope)):
        return None
    actor = s.actors.of_verb(verb, s.span) or (s.standing(verb.idx) if s.talks else None)
    if actor is None:
        return None
    norm = s.made("prohibition", "controlled", scope, actor, 0.6)
    return _of_product(s, _with_target(s, norm, target, verb))


def is_passive(verb: Token) -> bool:
    """Whether a verb is told of what suffers it."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not perfect


def target_of(verb: Token, passive: bool) -> Token | None:
    """What a verb of banning or listing is aimed at: its object, or the subject of a passive."""
    if passive:
        subject = next((c for c in verb.lefts if c.dep_ in {"nsubjpass", "nsubj"}), None)
        if subject is not None or verb.dep_ == "acl":
            return subject if subject is not None else verb.head
        return _subject_above(verb) if verb.dep_ in {"conj", "xcomp"} else None
    found = next(objects(verb), None)
    if found is not None:
        return found
    return next(
        (
            t
            for c in verb.rights
            if c.dep_ in {"ccomp", "xcomp"}
            for t in c.lefts
            if t.dep_ == "nsubj"
        ),
        None,
    )


def _subject_above(verb: Token) -> Token | None:
    """The subject of the clause that a participle belongs to."""
    current = verb
    for _ in range(3):
        subject = next((c for c in current.lefts if c.dep_.startswith("nsubj")), None)
        if subject is not None:
            return subject
        current = current.head
    return None
