"""Names that no list knows, told apart by what the whole text says of them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from ingest.extract.candidates import Candidate, Strength
from ingest.extract.lexicon_places import adjectives
from ingest.extract.name_cues import BODY, FIRM, MODEL, OTHER, cues
from ingest.extract.wordlists import alternation, words

_WORD = (
    r"(?:[A-Z\u00c0-\u00de]|[a-z](?=[A-Z]))[\w&]*"
    r"(?:-(?=[A-Z0-9\u00c0-\u00de])\w+|\.(?=[A-Za-z0-9])\w+)*"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?[BbMT]?)(?![\w%,]|\.\d|\s(?:percent|million|billion|years))"
_NAME = re.compile(
    rf"(?<![\w@/#.$\u20ac-]){_WORD}(?:[ \u00a0](?:&[ \u00a0])?(?:{_WORD}|{_NUMBER}))*"
)
_LONGEST = 4
_ENDING = re.compile(rf"[ \u00a0](?:{alternation('firm endings')})$|\w\.(?:ai|AI|io)$|[a-z]AI$")
_STRONG_ENDING = re.compile(rf"[ \u00a0](?:{alternation('strong firm endings')})$")
_VARIANT = re.compile(r"^\w+-(?:[VvRrMKkx]?\d{1,2}(?:\.\d{1,2})?|[A-Z])$")
_MODEL_FORM = re.compile(r"\w{2,}(?:LM|LLM|GPT|Chat|Coder)$|\w-(?:Chat|Coder|VL|Instruct)$")
_VERSIONED = re.compile(r"[A-Za-z]{3,}[- ][VvRrMKkx]?\d{1,2}(?:\.\d{1,2})?$")
_SIZED = re.compile(r"[A-Za-z\d][- ]\d{1,4}(?:\.\d)?[Bb]$")
_OF_MODELS = re.compile(
    r"\b(?:models?|chatbots?|LLMs?|assistants?|weights|outputs?|trained|training|fine-tun\w+|distil\w+|"
    r"parameters|open-source[sd]?|benchmarks?)\b"
)
_NEAR = 80
_NO_FIRM = re.compile(rf"\b(?:{alternation('no firm words')})\b", re.IGNORECASE)
_NO_NAME = re.compile(rf"(?:{alternation('legal forms')}|{'|'.join(sorted(words('calendar')))})\b")
_KIND_OF_AI = re.compile(rf"(?:{alternation('kinds of AI')})(?:-\w+)?\s?AI$")
_ROLE = re.compile(
    r"[ \u00a0](?:CEO|CTO|CFO|COO|Chief|President|Chairman|Chair|Director|Senator|Secretary|"
    r"Founder|Vice|Executive|Minister)(?![\w-])"
)
_STOPPED = words("no firms") | words("function words")
_JOINT = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?|,\s|/")
_OWNS = re.compile(r"['\u2019]s?\s\w")
_OPENING = re.compile(r"(?:^|[.!?:;\u2022]|\n)[\s\"\u201c\u2018'(*\u2013\u2014-]*$")
_DEFINED = re.compile(r"[ \u00a0][a-z][^\"\u201d\n]{0,60}[\"\u201d]")
_COMPOUND = re.compile(r"-(?!(?:backed|owned|funded|made|developed|built|operated)\b)[a-z]")
_ADVOCATE = re.compile(r"(?:^|\s)AGs?$")
_SCHOOL = re.compile(
    r"\b(?:University|Institute|College|School|Bank|Church|Republic|City)\sof\s(?:the\s)?$"
)
_NUMBERED = words("numbered things")
_PERSON = 3
_ENOUGH = 2
_SURE = 3
_LABELLED = {"PERSON": (OTHER, 1), "GPE": (OTHER, 1), "LOC": (OTHER, 1), "ORG": (FIRM, 1)}


@dataclass(slots=True)
class _Name:
    """One spelling with its places and the weight of what speaks for each kind."""

    places: list[tuple[int, int]] = field(default_factory=list)
    weights: Counter[str] = field(default_factory=Counter)
    kind: str | None = None


def unknown(doc: Doc) -> Iterator[Candidate]:
    """Candidates for firms, models and bodies among the names that the text itself explains."""
    known = doc._.candidates
    names = _names(doc, _Known(known))
    if not names:
        return
    _weigh(doc, names)
    for surface, name in names.items():
        name.kind = _decided(surface, name.weights)
    _share(doc.text, names, known)
    references = {(c.start, c.end): c for c in known if c.strength == 1}
    for surface, name in names.items():
        if name.kind:
            yield from _candidates(surface, name, references)


def _candidates(
    surface: str, name: _Name, references: Mapping[tuple[int, int], Candidate]
) -> Iterator[Candidate]:
    rule = {FIRM: "name.firm", MODEL: "model.name", BODY: "name.body"}[name.kind or FIRM]
    strength: Strength = 3 if name.weights[name.kind or FIRM] >= _SURE else 2
    for place in name.places:
        weak = references.get(place)
        same = weak is not None and weak.type == name.kind
        ref, key = (weak.ref, weak.key) if weak is not None and same else (None, None)
        yield Candidate(*place, name.kind or FIRM, rule, strength, ref, key)


class _Known:
    """The certain names, which no unknown name may run into."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._spans = sorted((c.start, c.end) for c in candidates if c.strength == 3)
        self._starts = [start for start, _ in self._spans]
        self._ends = [0]
        for _, end in self._spans:
            self._ends.append(max(self._ends[-1], end))

    def covers(self, start: int, end: int) -> bool:
        """Whether a certain name shares characters with the span."""
        return self._ends[bisect_right(self._starts, end - 1)] > start


def _names(doc: Doc, known: _Known) -> dict[str, _Name]:
    text = doc.text
    tags = {token.idx: str(token.pos_) for token in doc}
    names: dict[str, _Name] = defaultdict(_Name)
    for match in _NAME.finditer(text):
        for start, end in _trimmed(text, match.start(), match.end(), tags):
            surface = text[start:end]
            free = not known.covers(start, end) or _VARIANT.match(surface)
            if free and _possible(surface):
                names[" ".join(surface.split())].places.append((start, end))
    _drop_openers(text, names)
    return names


def _drop_openers(text: str, names: dict[str, _Name]) -> None:
    """Takes the first word of a sentence off a name that the text elsewhere has without it."""
    for surface in [s for s in names if " " in s]:
        first, _, rest = surface.partition(" ")
        places = names[surface].places
        if rest in names and all(_OPENING.search(text, max(0, a - 6), a) for a, _ in places):
            names[rest].places += [(start + len(first) + 1, end) for start, end in places]
            names[rest].places.sort()
            del names[surface]


def _trimmed(text: str, start: int, end: int, tags: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """A run of capitalised words without what opens the sentence, cut before a person's role."""
    if role := _ROLE.search(text, start, end):
        end = role.start()
    if _SCHOOL.search(text, max(0, start - 24), start):
        return
    if _COMPOUND.match(text, end) or (
        text[start - 1 : start] in {'"', "\u201c"} and _DEFINED.match(text, end)
    ):
        return
    opens = bool(_OPENING.search(text, max(0, start - 6), start))
    for word in re.finditer(r"\S+", text[start:end]):
        at = start + word.start()
        ordinary = opens and tags.get(at) not in {"PROPN", "X", None} and "-" not in word[0]
        if word[0] in _STOPPED or (ordinary and not re.search(r"\w[A-Z\d]", word[0])):
            opens = False
            continue
        if text.count(" ", at, end) < _LONGEST:
            yield at, end
        return


def _possible(surface: str) -> bool:
    first = surface.split()[0]
    if len(surface) < 3 or first in adjectives() or first in _NUMBERED or _NO_NAME.match(surface):
        return False
    return not (_NO_FIRM.search(surface) or _KIND_OF_AI.match(surface))


def _weigh(doc: Doc, names: Mapping[str, _Name]) -> None:
    text = doc.text
    labels = {ent.start_char: ent.label_ for ent in doc.ents}
    for surface, name in names.items():
        weights = name.weights
        for start, end in name.places:
            for kind, weight in cues(text, start, end):
                weights[kind] = max(weights[kind], weight) if weight > 1 else weights[kind] + 1
            kind, weight = _LABELLED.get(labels.get(start, ""), (OTHER, 0))
            weights[f"ner {kind}"] = max(weights[f"ner {kind}"], weight)
            if labels.get(start) == "PERSON" and " " in surface:
                weights["person"] += 1
        _shape(text, surface, name)
    surnames = {ent.text.split()[-1] for ent in doc.ents if _is_person(ent)}
    surnames |= {s.split()[-1] for s, n in names.items() if " " in s and _speaks_for_person(n)}
    for surface, name in names.items():
        if surface in surnames:
            name.weights[OTHER] += _PERSON


def _is_person(entity: Span) -> bool:
    return entity.label_ == "PERSON" and " " in entity.text


def _speaks_for_person(name: _Name) -> bool:
    return name.weights[OTHER] >= _PERSON and not name.weights["ending"]


def _shape(text: str, surface: str, name: _Name) -> None:
    """Adds what the form of the name itself says."""
    if _ENDING.search(surface):
        name.weights[FIRM] += 2 if _STRONG_ENDING.search(surface) else 1
        name.weights["ending"] += 1
    if _SIZED.search(surface) or _MODEL_FORM.search(surface) or _is_version(text, surface, name):
        name.weights[MODEL] += 2


def _is_version(text: str, surface: str, name: _Name) -> bool:
    """Whether a name with a number stands near words about models."""
    if not (_VERSIONED.search(surface) or _VARIANT.match(surface)):
        return False
    return any(_OF_MODELS.search(text, max(0, a - _NEAR), b + _NEAR) for a, b in name.places)


def _decided(surface: str, weights: Mapping[str, int]) -> str | None:
    """The kind that enough speaks for, and more than for any other."""
    firm, model, body = weights[FIRM], weights[MODEL], weights[BODY]
    if firm and weights["ending"]:
        firm += weights[f"ner {FIRM}"]
    against = weights[OTHER] + (weights[f"ner {OTHER}"] if max(firm, model, body) < 3 else 0)
    if weights["person"] and not weights["ending"]:
        against += 1
    best, kind = max((model, MODEL), (firm, FIRM), (body, BODY), key=lambda item: item[0])
    if best < _ENOUGH or best <= against:
        return None
    return None if kind == FIRM and _ADVOCATE.search(surface) else kind


def _share(text: str, names: Mapping[str, _Name], known: Sequence[Candidate]) -> None:
    """Names of one list are of one kind: the undecided follow the decided beside them."""
    owner = {place: name for name in names.values() for place in name.places}
    kinds = {(c.start, c.end): c.type for c in known if c.strength == 3 and c.type in {FIRM, MODEL}}
    for listing in _lists(text, sorted({*kinds, *owner})):
        members = [owner[place] for place in listing if place in owner]
        given = {kinds[place] for place in listing if place in kinds and place not in owner}
        given |= {name.kind for name in members if name.kind}
        if len(given) != 1 or not given <= {FIRM, MODEL}:
            continue
        kind = given.pop()
        for name in members:
            if not name.kind and not _stands_apart(text, name):
                name.kind = kind


def _stands_apart(text: str, name: _Name) -> bool:
    """Whether something speaks against following a list: a person, or whose thing is listed."""
    person = name.weights["person"] and not name.weights["ending"]
    owns = any(_OWNS.match(text, end) for _, end in name.places)
    return bool(name.weights[OTHER] or person or owns)


def _lists(text: str, places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Runs of names that commas and one conjunction join."""
    run: list[tuple[int, int]] = []
    closed = False
    for place in places:
        joint = _JOINT.fullmatch(text, run[-1][1], place[0]) if run else None
        if run and joint is None:
            if closed:
                yield run
            run, closed = [], False
        closed = closed or (joint is not None and joint[0] != ", ")
        run.append(place)
    if closed:
        yield run
