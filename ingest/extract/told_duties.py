"""Duties and limits that a report states by a verb, a modal or a quantity."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor
from ingest.extract.norm import Modality, Norm
from ingest.extract.parties import is_party, parties
from ingest.extract.phrases import (
    antecedent,
    cut_off,
    objects,
    recipients,
    subject_before,
    tokens,
)
from ingest.extract.result import Party, Span
from ingest.extract.sentence import Sentence
from ingest.extract.told_bans import is_passive, owner


def requirement(s: Sentence, verb: Token) -> Norm | None:
    """A duty that a verb such as "require" lays on somebody."""
    actor = s.actors.of_verb(verb, s.span)
    if actor is None and s.talks and (is_passive(verb) or _goes_on(verb)):
        actor = s.standing(verb.idx)
    if actor is None and not s.leads_item(verb):
        return None
    if verb.lemma_ == "tell" and not any(
        c.dep_ in {"xcomp", "ccomp"} and _to(c) for c in verb.rights
    ):
        return None
    scope = (verb.idx + len(verb), s.clause_end(verb))
    who = _obliged(s, verb)
    action = [c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"}]
    if who is None and not action and not any(objects(verb)):
        return None
    forbids = any(_negated(c) for c in action)
    directs = who is not None and s.is_official(who) and not forbids
    if directs and not w.BUYS.search(s.words(scope)):
        return None
    if verb.lemma_ in w.COMMANDS and (not action or who is None):
        return None
    if _demands_licence(verb):
        norm = s.made("prohibition", "licence", s.span, actor, 0.7)
        bound = parties(who, s.cast, s.span) if who is not None else ()
        cut = cut_off(s.doc, (verb.idx, s.span[1]), s.cast)
        return replace(norm, bearers=bound, restricted=tuple(p for p in cut if p not in bound))
    people = parties(who, s.cast, s.span) if who is not None else ()
    stops = forbids or bool(_STOPS.search(s.words(scope)))
    norm = s.made("prohibition" if stops else "obligation", "require", scope, actor, 0.7)
    bought = _stops_buying(action) if stops else None
    if bought is not None:
        return replace(norm, bearers=people, restricted=owner(s, bought))
    handles = _HANDLES.search(s.words(scope))
    if stops and not handles and _firms(s, people) and not _firms(s, norm.imposers):
        return replace(norm, restricted=people)
    owed = recipients(s.doc, scope, s.cast)
    return replace(norm, bearers=people, owed_to=owed)


_STOPS = re.compile(
    r"\bto (?:\w+ly )?(?:stop|cease|halt|suspend|block|remove|withdraw|take down|pull|refrain)\b"
)


_HANDLES = re.compile(
    r"\bto (?:\w+ly )?(?:stop|cease|halt|suspend|refrain from) (?:\w+ly )?"
    r"(?:send|transferr?|collect|process|train|shar|scrap|stor|pass|feed|harvest)ing\b"
)
"""What a firm must stop doing with data while its service goes on."""


def _stops_buying(action: list[Token]) -> Token | None:
    """The verb of "to stop buying Nvidia's chips", whose subject is not the one cut off."""
    doing = [t for c in action for t in (c, *c.children) if t.lemma_.lower() in w.ACQUIRING]
    return next((t for t in doing if t.pos_ == "VERB"), None)


def _negated(action: Token) -> bool:
    return any(c.dep_ == "neg" for c in action.children)


def _firms(s: Sentence, who: tuple[Party, ...]) -> bool:
    """Whether parties are firms: a ruling that stops a firm's own service cuts the firm off."""
    entities = [s.cast.entities[p.entity] for p in who if p.entity]
    return bool(entities) and all(e.type == "Company" for e in entities)


def _demands_licence(verb: Token) -> bool:
    """Reads "requires a licence for …", "requires ASML to apply for a licence to ship …"."""
    for child in verb.rights:
        if child.dep_ == "dobj" and w.LICENCE.search(child.text):
            return True
        if child.dep_ in {"xcomp", "ccomp"} and child.lemma_.lower() in _OBTAINS:
            return any(
                w.LICENCE.search(t.text) for t in child.subtree if t.dep_ in {"dobj", "pobj"}
            )
    return False


_OBTAINS = frozenset({"get", "obtain", "apply", "seek", "hold", "have", "secure", "request"})


def _goes_on(verb: Token) -> bool:
    """Whether the subject takes up a rule told before: "It obliges …"."""
    return any(c.dep_ == "nsubj" and c.lower_ in {"it", "that", "which"} for c in verb.lefts)


def _to(action: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in action.lefts)


def _obliged(s: Sentence, verb: Token) -> Token | None:
    """Whom a requirement binds: the first party among the words after the verb."""
    if is_passive(verb):
        return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}:
            stands_for = token.lower_ in {"it", "them"}
            return token if stands_for or is_party(token, s.cast) else None
    return None


def modals(s: Sentence) -> Iterator[Norm]:
    """Modals count where a rule or a ruling speaks, not where a writer judges."""
    spoken = bool(w.RULING.search(s.text) or w.SOURCE.search(s.text)) or s.in_fact_sheet()
    for match in w.MODAL.finditer(s.text):
        at = s.unit.start + match.start()
        bare = match[0].lower() in {"must", "shall", "has to", "have to", "had to", "cannot"}
        imagined = s.dismissed(at) and not (w.SOURCE.match(s.text) and s.talks)
        if imagined or (bare and not spoken and not s.talks):
            continue
        licence = match["no"] and w.LICENCE.search(match[0])
        if s.talks and not licence and s.opines(at, at + len(match[0])):
            continue
        norm = _modal(s, match, at, bare=bare)
        if norm is not None:
            yield norm


def _modal(s: Sentence, match: re.Match[str], at: int, *, bare: bool) -> Norm | None:
    told = _content(s, at)
    subject = _nobody(s, match) or subject_before(s.doc, told, at, s.cast)
    if subject is not None and subject.lower_ in {"they", "it"}:
        subject = _told(subject, s) or antecedent(subject, s.cast) or subject
    actor = _modal_actor(s, match, subject, at, bare=bare)
    if subject is None or actor is None or (match["yes"] and s.is_official(subject)):
        return None
    modality: Modality = "prohibition" if match["no"] else "obligation"
    agent = None if is_party(subject, s.cast) else _agent(s, at)
    doer = agent if agent is not None else subject
    limit = s.span if s.span[0] <= doer.idx < s.span[1] else (doer.left_edge.idx, s.span[0])
    who = parties(doer, s.cast, limit) if is_party(doer, s.cast) else ()
    scope = (at if who and agent is None else subject.left_edge.idx, s.span[1])
    scope = (max(scope[0], s.span[0]), scope[1])
    norm = s.made(modality, "modal", scope, actor, 0.55)
    if modality == "prohibition":
        return _forbidden(s, norm, who, at)
    return replace(norm, bearers=who, owed_to=recipients(s.doc, scope, s.cast))


def _content(s: Sentence, at: int) -> Span:
    """What a sentence says that somebody ruled: the words after "ruled that"."""
    ruling = w.RULING.search(s.text)
    start = s.unit.start + ruling.end() if ruling else s.unit.start
    return (start, s.span[1]) if start < at else s.span


def _told(pronoun: Token, s: Sentence) -> Token | None:
    """Who is told in "told Nvidia that it needs …": the pronoun takes up the hearer."""
    clause = pronoun.head
    while clause.dep_ in {"aux", "auxpass", "conj"}:
        clause = clause.head
    if clause.dep_ not in {"ccomp", "xcomp"}:
        return None
    hearers = (c for c in clause.head.rights if c.dep_ in {"dobj", "dative"})
    return next((c for c in hearers if is_party(c, s.cast)), None)


def _forbidden(s: Sentence, norm: Norm, who: tuple[Party, ...], at: int) -> Norm:
    """Who gets nothing any more is cut off; who gives nothing any more must refrain."""
    verb = next((t for t in tokens(s.doc, (at, norm.scope[1])) if t.pos_ == "VERB"), None)
    if w.LICENCE.search(s.words((at, min(at + 40, s.span[1])))):
        norm = replace(norm, rule="licence", scope=s.span)
    if verb is not None and verb.lemma_.lower() in w.RECEIVING:
        return replace(norm, restricted=who)
    return replace(norm, bearers=who, restricted=cut_off(s.doc, norm.scope, s.cast))


def _nobody(s: Sentence, match: re.Match[str]) -> Token | None:
    """The subject inside "nobody may", "no provider could"."""
    if not match[0].lower().startswith("no"):
        return None
    inside = tokens(s.doc, s.at(match))
    return next((t for t in reversed(inside) if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _agent(s: Sentence, at: int) -> Token | None:
    """Who must do what "must be reported by developers" tells of."""
    for token in tokens(s.doc, (at, s.span[1])):
        if token.dep_ == "pobj" and token.head.dep_ == "agent" and is_party(token, s.cast):
            return token
    return None


def _modal_actor(
    s: Sentence, match: re.Match[str], subject: Token | None, at: int, *, bare: bool
) -> Actor | None:
    actor = _speaker(s, at) or _fact_sheet_actor(s)
    if actor is None and not bare and not s.talks:
        actor = s.actors.of_rule_before(s.unit.start)
    if actor is None and match["no"] and not bare and subject is not None:
        actor = s.actors.of_owner(subject)
    if actor is None and s.talks and (spoken_place := s.actors.of_place(s.span)) is not None:
        actor = spoken_place
    if actor is None and (s.talks or (match["no"] and not bare)):
        actor = s.standing(at) if s.talks else s.actors.of_context(s.unit.start)
    return actor


def _fact_sheet_actor(s: Sentence) -> Actor | None:
    if not s.in_fact_sheet():
        return None
    return s.actors.of_head() or s.actors.of_context(s.unit.start)


def _speaker(s: Sentence, at: int) -> Actor | None:
    """Whose rule a modal verb states: who ruled so, or the law it is said to be under."""
    source = w.SOURCE.search(s.text)
    if source:
        found = s.actors.of_span((s.unit.start + source.start(), s.unit.start + source.end()))
        if found:
            return found
        return s.actors.told(at) or s.actors.of_rule_before(at) or s.actors.of_context(at)
    ruling = w.RULING.search(s.text)
    if ruling and s.unit.start + ruling.start() < at:
        verbs = tokens(s.doc, (s.unit.start + ruling.start(), s.unit.start + ruling.end()))
        return s.actors.of_verb(verbs[0], s.span) if verbs else None
    return None


def caps(s: Sentence) -> Iterator[Norm]:
    """Quantities and safeguards that an official summary tells of as its rule's content."""
    cap = w.CAP.search(s.text)
    safeguard = w.SAFEGUARD.search(s.text) if cap is None else None
    match = cap or safeguard
    if (
        match is None
        or not w.ORDER.search(s.cast.text)
        or s.dismissed(s.unit.start + match.start())
    ):
        return
    at = s.unit.start + match.start()
    modality: Modality = "prohibition" if cap or match["no"] else "obligation"
    actor = s.actors.of_context(s.unit.start)
    norm = s.made(modality, "cap", s.span, actor, 0.5)
    subject = subject_before(s.doc, s.span, at, s.cast) if cap else None
    if subject is not None and is_party(subject, s.cast):
        norm = replace(norm, restricted=parties(subject, s.cast, s.span))
    yield norm


def law_change(s: Sentence) -> Iterator[Norm]:
    """A plan to extend a law: "to amend the rules to include …"."""
    match = w.LAW_CHANGE.search(s.text)
    if match:
        scope = (s.unit.start + match.start(), s.unit.end)
        actor = s.actors.of_lead(s.unit)
        norm = s.made("obligation", "law_change", scope, actor, 0.6)
        thing = next(
            (
                t
                for t in tokens(s.doc, (s.unit.start + match.end(), s.unit.end))
                if t.dep_ == "dobj"
            ),
            None,
        )
        yield replace(
            norm,
            status="proposed",
            assets=parties(thing, s.cast, s.span) if thing else (),
        )


def misread(s: Sentence) -> Iterator[Norm]:
    """Reads "The firm's terms prohibit …", where the parser takes the verb for a noun."""
    match = w.RULE_SAYS.search(s.text)
    if match is None or s.dismissed(s.unit.start + match.start("verb")):
        return
    at = s.unit.start + match.start("verb")
    actor = s.actors.of_span((s.unit.start, at)) or s.actors.of_rule_before(at)
    if actor is None:
        return
    people = [t for t in tokens(s.doc, (at + len(match["verb"]), s.span[1])) if is_party(t, s.cast)]
    bound = parties(people[0], s.cast, s.span) if people else ()
    norm = s.made(
        "obligation" if w.OBLIGES.match(match["verb"]) else "prohibition",
        "misread",
        (at, s.span[1]),
        actor,
        0.5,
    )
    yield (
        replace(norm, bearers=bound)
        if norm.modality == "obligation"
        else replace(norm, restricted=bound)
    )
