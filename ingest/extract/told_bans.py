"""Bans, halts, exclusions and listings that a verb of a report tells of."""

import re
from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.norm import Norm
from ingest.extract.parties import is_party, named, parties
from ingest.extract.phrases import cut_off, objects
from ingest.extract.result import Entity, Party, Span
from ingest.extract.sentence import Sentence


def ban(s: Sentence, verb: Token, lemma: str) -> Norm | None:
    """A ban that a verb states, with whom it cuts off or binds."""
    if not _bans(s, verb, lemma):
        return None
    actor = s.actors.of_verb(verb, s.span)
    passive = is_passive(verb)
    target = verb.head if verb.dep_ == "amod" else _target(verb, passive)
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
        actor = s.standing(verb.idx) if s.talks else s.actors.of_context(s.unit.start)
    scope = (verb.idx, s.clause_end(verb))
    norm = s.made("prohibition", "ban", scope, actor, 0.75)
    return _of_product(s, with_product(s, _with_target(s, norm, target, verb)))


def _bans(s: Sentence, verb: Token, lemma: str) -> bool:
    """Whether a verb that often means something else tells of a ban here."""
    if lemma in w.KEEPS_FROM:
        return s.talks and bool(_FROM_DOING.search(s.words((verb.idx, s.clause_end(verb)))))
    if lemma not in w.ENDS:
        return True
    return s.talks and any(t.lemma_.lower() in w.ENDED for t in verb.subtree)


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
    target = _target(verb, is_passive(verb))
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
    if not is_party(target, s.cast):
        return replace(
            norm,
            assets=parties(target, s.cast, s.span),
            restricted=cut_off(s.doc, norm.scope, s.cast),
        )
    people = parties(target, s.cast, s.span)
    action = next(
        (t for t in verb.subtree if t.i > target.i and t.dep_ in {"pcomp", "xcomp", "ccomp"}),
        None,
    )
    if action is not None and action.lemma_.lower() in w.SELLING:
        after = (action.idx, norm.scope[1])
        return replace(norm, bearers=people, restricted=cut_off(s.doc, after, s.cast))
    if action is not None and s.cast.at(target) is None and action.lemma_ not in w.ACQUIRING:
        return replace(norm, bearers=people)
    if action is not None and s.cast.at(target) is None:
        sources = cut_off(s.doc, (action.idx, norm.scope[1]), s.cast)
        if sources:
            return replace(norm, bearers=people, restricted=sources)
    return replace(norm, restricted=people)


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
    who = _target(verb, passive) or _subject_above(verb)
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


def listing(s: Sentence, verb: Token) -> Norm | None:
    """Reads "… added X to the Entity List"."""
    rest = (verb.idx, s.clause_end(verb))
    listed = next((e for e in s.cast.within(rest) if e.type == "Instrument"), None)
    names_list = listed is not None and "list" in s.words(rest).lower()
    if verb.lemma_ == "list" and s.talks and listed is None:
        listed = list_named(s, (verb.idx, verb.idx))
        names_list = listed is not None
    if not names_list and not w.LIST_NAME.search(s.words(rest)):
        return None
    if w.APPROVES.search(s.words(rest)):
        return None
    target = _target(verb, is_passive(verb))
    if target is None or not is_party(target, s.cast):
        return None
    actor = s.actors.of_verb(verb, s.span)
    if actor is None and listed is None:
        return None
    norm = s.made("prohibition", "listing", rest, actor, 0.85)
    who = parties(target, s.cast, (s.span[0], target.idx + len(target)))
    return replace(
        norm,
        type="entity_listing",
        restricted=tuple(dict.fromkeys((*who, *_listed_with(s, verb, target)))),
        instrument=listed.id if listed else norm.instrument,
    )


def _listed_with(s: Sentence, verb: Token, target: Token) -> tuple[Party, ...]:
    """The other firms of a listing: "A, B and C", "firms including A", "and B in December"."""
    start = target.left_edge.idx if is_passive(verb) else verb.idx
    found: list[Entity] = []
    for begin, end, entity in s.cast.mentions((start, s.span[1])):
        between = s.words((start, begin))
        if entity.type != "Company" or w.REASON.search(between):
            break
        if begin > target.idx and w.JOINS.search(s.words((s.span[0], begin))):
            found.append(entity)
        start = min(start, end)
    return named(found)


def list_named(s: Sentence, span: Span) -> Entity | None:
    """The control list that a span names, else the one named last before it."""
    inside = [e for e in s.cast.within(span) if e.type == "Instrument" and _is_list(e)]
    if inside:
        return inside[0]
    last = s.cast.before(span[0], ("Instrument",))
    return last if last is not None and _is_list(last) else None


def _is_list(entity: Entity) -> bool:
    return "list" in entity.name.lower()


def controlled(s: Sentence, verb: Token) -> Norm | None:
    """Reads "Japan put 23 tools under export control", "put it off limits on state devices"."""
    scope = (verb.idx, s.clause_end(verb))
    target = _target(verb, is_passive(verb))
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
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}


def _target(verb: Token, passive: bool) -> Token | None:
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
