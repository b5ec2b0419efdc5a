"""Finding the noun phrases that a rule hangs on: its subject, its object, whom it cuts off."""

import itertools
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from ingest.extract.parties import Cast, is_party, parties
from ingest.extract.result import Party, Span
from ingest.extract.wordset import word_set

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_TOWARDS = frozenset({"to", "for", "from", "against", "with", "within", "into", "among"})
_MADE_BY = frozenset({"manufacture", "make", "produce", "develop", "own", "control", "supply"})
_GIVE = frozenset({"supply", "provide", "furnish", "equip"})
_EXAMPLES = frozenset({"like", "including", "as", "among"})
_ANYBODY = frozenset({"everyone", "everybody", "people", "person"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def tokens(doc: Doc, span: Span) -> list[Token]:
    """The tokens that lie in a character span."""
    if span[0] >= span[1]:
        return []
    found = doc.char_span(span[0], span[1], alignment_mode="expand")
    return [] if found is None else [t for t in found if not t.is_space]


def subject_before(doc: Doc, unit: Span, offset: int, cast: Cast) -> Token | None:
    """The head of the subject of the modal verb at `offset`, by parse, else by position."""
    at = tokens(doc, (offset, offset + 1))
    if not at:
        return None
    verb = at[0].head if at[0].dep_ in {"aux", "auxpass", "neg"} else at[0]
    for child in verb.lefts:
        if child.dep_ in _SUBJECTS and unit[0] <= child.idx < offset and child.pos_ in _NOMINAL:
            return child
    return _nearest_nominal(tokens(doc, (unit[0], offset)), cast)


def antecedent(pronoun: Token, cast: Cast) -> Token | None:
    """The party that "they" takes up: the subject of its sentence or of the one before."""
    sentence = pronoun.sent
    for _ in range(2):
        for token in sentence.root.lefts:
            if token.dep_ in _SUBJECTS and token.i < pronoun.i and is_party(token, cast):
                return token
        if sentence.start == 0:
            return None
        sentence = pronoun.doc[sentence.start - 1].sent
    return None


def _nearest_nominal(before: list[Token], cast: Cast) -> Token | None:
    """The likely subject where the parse has none: the first party after the last comma."""
    commas = [place for place, token in enumerate(before) if token.text in {",", ";"}]
    last_clause = before[commas[-1] + 1 :] if commas else before
    for words in (last_clause, before):
        heads = [t for t in words if t.pos_ in _NOMINAL and t.dep_ != "compound"]
        party = next((t for t in heads if is_party(t, cast)), None)
        if party is not None or heads:
            return party if party is not None else heads[0]
    return None


def objects(verb: Token) -> Iterator[Token]:
    """The direct objects of a verb and their conjuncts."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "attr", "oprd", "nsubjpass"}:
            yield child


def cut_off(doc: Doc, scope: Span, cast: Cast) -> tuple[Party, ...]:
    """The parties that a ban keeps something from: "… to X", "supply X with …", "… made by X"."""
    found: list[Party] = []
    given: set[int] = set()
    for token in tokens(doc, scope):
        if token.dep_ == "dobj" and (thing := _given_with(token)) and is_party(token, cast):
            found.extend(parties(token, cast, scope))
            given |= {one.i for one in thing.subtree}
        if (
            token.i in given
            or token.dep_ != "pobj"
            or token.lower_ in _ANYBODY
            or not is_party(token, cast)
        ):
            continue
        word = token.head.lower_
        inside = any(p.span and p.span[0] <= token.idx < p.span[1] for p in found)
        if inside and word not in _EXAMPLES:
            continue
        if word in _TOWARDS or (word == "by" and token.head.head.lemma_ in _MADE_BY):
            found.extend(parties(token, cast, scope))
    return _outermost(dict.fromkeys(found))[:_MOST]


def _given_with(receiver: Token) -> Token | None:
    """The "with" that says what a receiver is supplied with."""
    verb = receiver.head
    if verb.lemma_.lower() not in _GIVE:
        return None
    return next((t for t in (*verb.rights, *receiver.rights) if t.lower_ == "with"), None)


def clauses(doc: Doc, scope: Span) -> list[Span]:
    """The coordinated duties of "shall test X, keep records, and report to Y", one span each."""
    words = tokens(doc, scope)
    known = {t.i for t in words}
    first = next((t for t in words if t.pos_ == "VERB" and t.dep_ not in {"amod", "acl"}), None)
    if first is None:
        return [scope]
    later = [
        t.idx
        for t in words
        if t.dep_ == "conj"
        and t.pos_ in {"VERB", "AUX"}
        and t.head.i in known
        and _coordinates(t, first)
    ]
    bounds = [scope[0], *later, scope[1]]
    return [(a, b) for a, b in itertools.pairwise(bounds) if b > a]


def _coordinates(verb: Token, first: Token) -> bool:
    head = verb.head
    while head.dep_ == "conj" and head != first:
        head = head.head
    return head == first


def _outermost(found: Iterable[Party]) -> tuple[Party, ...]:
    """Without descriptions inside a longer one: "the army" in "firms tied to the army"."""
    spans = [p.span for p in found if p.span]
    return tuple(
        p
        for p in found
        if p.span is None
        or not any(s != p.span and s[0] <= p.span[0] and p.span[1] <= s[1] for s in spans)
    )


_MOST = 6


def recipients(doc: Doc, scope: Span, cast: Cast) -> tuple[Party, ...]:
    """Whom a report goes to: "to the Bureau", "notify the Commission", "with the Secretary"."""
    for token in tokens(doc, scope):
        entity = cast.at(token)
        official = entity is not None and entity.type in {"Agency", "Jurisdiction"}
        if not official and token.lemma_.lower() not in _OFFICES:
            continue
        if token.dep_ == "pobj" and token.head.lower_ in {"to", "with"}:
            return parties(token, cast, scope)
        if token.dep_ == "dobj" and token.head.lemma_.lower() in {"notify", "inform", "provide"}:
            return parties(token, cast, scope)
    return ()


_OFFICES = word_set(
    """authority regulator agency department ministry commission bureau secretary government
    office commissioner administrator council board director division"""
)
