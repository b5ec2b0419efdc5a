"""Which firm develops which model, as the text words it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span
from ingest.extract.topic import Mention, Topic, asides_of
from ontology import reference

_OWNS = re.compile(r"['\u2019]s?\s+(?:[\w-]+\s+){0,6}$")
_MAKER_BEFORE = re.compile(
    r"^[\s-]*(?:maker|developer|creator|owner|parent|"
    r"builder)s?(?:\s+company)?,?\s+$",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^(?:\s\([^()]*\))?,\s+whose\s+(?:[\w-]+\s+){0,4}$")
_BEHIND = re.compile(
    r"^,?\s[^.;]{0,60}\b(?:behind|(?:mak|develop|creat|own)ers?\sof|which\s(?:makes|develops|runs|"
    r"trains|built|operates|owns|created))\s(?:the\s|its\s)?(?:[\w-]+\s){0,5}$"
)
_ITS = re.compile(r"^[^;]{0,200}\b(?:its|their)\s(?:own\s)?(?:[\w-]+,?\s){0,4}$")
_TAKEN_UP = re.compile(
    r"\b(?:[Ii]ts|[Tt]he\s(?:company|firm|start-?up|lab)['\u2019]s)\s(?:[\w-]+,?\s){0,4}$"
)
_OUR = re.compile(r"\b[Oo]ur\s(?:[\w-]+,?\s){0,4}$")
_MADE_BY = re.compile(
    r"^[^.;]{0,60}?\b(?:developed|built|created|made|released|launched|trained|designed|owned|"
    r"operated|"
    r"unveiled|introduced|published)\s+(?:and\s+\w+\s+)?by\s+(?:[\w-]+\s+){0,4}$"
)
_MAKES = re.compile(
    r"^[^.;]{0,40}?\b(?:releas|launch|unveil|introduc|announc|develop|built|build|creat|"
    r"ships?|shipped|debut|"
    r"took the wraps off|offers?|offering|published|open-sourced|"
    r"trained|upgraded|touting|"
    r"presented|showed off|makes?\b|made\b)\w*\s+(?:[\w\u2019'“”\"\d$-]+,?\s+){0,8}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^,?\s+(?:a\s+|the\s+)?(?:[\w-]+\s+){0,4}from\s+$")
_APPOSED = re.compile(r"^,\s+$")
_PRODUCT = re.compile(
    r"['\u2019]s?\s+(?:[\w-]+\s+){0,3}(?:assistant|model|chatbot|family|system|answer|bot|agent|llm)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^\s*(?:,|and|or|&|,\s*and)\s+(?:(?:its|the|their)\s+)?(?:[a-z]+\s+)?$")
_OTHERS_WORK = re.compile(
    r"\b(?:partner|pact|deal|integrat|licen[cs]|support for|access to|based on|powered by|"
    r"using|uses|"
    r"on answers|on outputs?|answers from|outputs? of|responses|copies of|data from|"
    r"with|compet|rival|against|beat|banned|ban on|investigat)\w*\b",
    re.IGNORECASE,
)
_LOOSE = frozenset({"launch", "adjacent", "pronoun", "its", "from"})
_IT = re.compile(r"\b(?:it|they|the company|the firm)\s")
_IT_MAKES = re.compile(
    rf"\b(?:[Ii]t|[Tt]hey|[Tt]he (?:company|firm|lab|"
    rf"start-?up)){_MAKES.pattern.removeprefix('^')}",
    re.IGNORECASE,
)
_DOMINANT = 2
_DIGIT = re.compile(r"\d")
_STEM = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Tie:
    """A model and a firm with the sentence that ties them, and the pattern's name."""

    model: Entity
    company: Entity
    evidence: Span
    rule: str
    confidence: float


def developers(doc: Doc, cast: Cast) -> dict[str, str]:
    """The developing firm of each model, by entity ids."""
    return {tie.model.id: tie.company.id for tie in development(doc, cast)}


def development(doc: Doc, cast: Cast) -> list[Tie]:
    """One tie per model: stated in a sentence, else by the listed family that it belongs to."""
    stated: dict[str, Tie] = {}
    topic = Topic()
    for unit in doc._.units:
        span = (unit.start, unit.end)
        for tie in _in_sentence(cast.text, cast, span, topic):
            known = stated.get(tie.model.id)
            if known is None or tie.confidence > known.confidence:
                stated[tie.model.id] = tie
        topic = topic.after(cast, span)
    models = [e for e in cast.entities.values() if e.type == "AIModel" and e.id not in stated]
    relatives = [t for e in models if (t := _by_family(doc, e, stated))]
    return [*stated.values(), *relatives]


def _in_sentence(text: str, cast: Cast, span: Span, topic: Topic) -> Iterator[Tie]:
    mentions = [m for m in cast.mentions(span) if m[2].type in {"Company", "AIModel"}]
    if not any(m[2].type == "AIModel" for m in mentions):
        return
    asides = asides_of(text, mentions)
    for place, (start, end, entity) in enumerate(mentions):
        if entity.type != "AIModel":
            continue
        before = _outside(mentions[:place], asides, start)
        after = _owner_after(text, mentions[place + 1 :], end)
        stated = after if after is not None and after[1] == "made by" else None
        found = stated or _owner_before(text, before, start) or after
        found = found or _by_reference(text, cast, span, before, start, topic)
        if found is not None and not _another_made(entity, found):
            yield Tie(entity, found[0], span, found[1], found[2])


def _outside(mentions: list[Mention], asides: list[int], start: int) -> list[Mention]:
    """The names before a model, without those in an aside that is closed by then."""
    kept: list[Mention] = []
    reach = 0
    for (begin, end, entity), aside in zip(mentions, asides, strict=False):
        if begin < reach:
            continue
        closed = end < aside <= start
        reach = aside if closed else reach
        kept.append((begin, aside if closed else end, entity))
    return kept


def _another_made(model: Entity, owner: tuple[Entity, str, float]) -> bool:
    """Whether the reference tables know another maker, and the text only has them near by."""
    known = reference.load().by_id.get(model.ref or "")
    if known is None or known.developer is None or owner[1] not in _LOOSE:
        return False
    firm = reference.load().by_id.get(owner[0].ref or "")
    related = firm is not None and known.developer in {firm.id, firm.parent}
    return not related


type _Owner = tuple[Entity, str, float]
type _Mentions = list[Mention]


def _owner_before(text: str, before: _Mentions, start: int) -> _Owner | None:
    """The firm that stands before a model, through other models of a list."""
    at = start
    for begin, end, entity in reversed(before):
        between = text[end:at]
        if entity.type == "AIModel":
            if not _JOINT.match(between):
                return None
            at = begin
            continue
        if _OWNS.match(between):
            return entity, "possessive", 0.9
        if _WHOSE.match(between) or _BEHIND.match(between):
            return entity, "behind", 0.85
        if between == " ":
            return entity, "adjacent", 0.75
        if _IT.search(between):
            return None
        if _MAKES.match(between) and not _OTHERS_WORK.search(between):
            return entity, "launch", 0.75
        if _ITS.match(between):
            return entity, "its", 0.7
        return None
    return None


def _by_reference(
    text: str, cast: Cast, span: Span, before: list[Mention], start: int, topic: Topic
) -> _Owner | None:
    """The owner by "its model X", "it released X" or "our models, X": the firm spoken of."""
    for begin, end, entity in reversed(before):
        if entity.type != "AIModel" or not _JOINT.match(text[end:start]):
            break
        start = begin
    most = cast.most_named(("Company",))
    if _OUR.search(text, span[0], start) and most is not None:
        return most, "our", 0.65
    named_before = any(m[2].type == "Company" for m in before)
    if topic.firm is not None and not named_before and _TAKEN_UP.search(text, span[0], start):
        return _spoken_of(topic.firm, most), "its", 0.7
    if most is None or most.mentions[0][0] > start or not _IT_MAKES.search(text, span[0], start):
        return None
    return most, "pronoun", 0.6


def _spoken_of(last: Entity, most: Entity | None) -> Entity:
    """The firm named last, unless the whole document is about another one."""
    about = most is not None and len(most.mentions) >= _DOMINANT * len(last.mentions)
    return most if most is not None and about else last


def _owner_after(text: str, after: _Mentions, end: int) -> _Owner | None:
    for begin, stop, entity in after:
        if entity.type != "Company":
            continue
        between = text[end:begin]
        if _MAKER_BEFORE.match(between):
            return entity, "maker", 0.9
        if _MADE_BY.match(between):
            return entity, "made by", 0.9
        if _FROM.match(between):
            return entity, "from", 0.7
        if _APPOSED.match(between) and _PRODUCT.match(text, stop):
            return entity, "apposed", 0.85
        return None
    return None


def _by_family(doc: Doc, entity: Entity, stated: dict[str, Tie]) -> Tie | None:
    """GPT-5 belongs to the developer of GPT-4 where the text says who made GPT-4."""
    stem = _stem(entity)
    kin = next((t for t in stated.values() if stem and _stem(t.model) == stem), None)
    if kin is None or not _versions(entity, kin.model):
        return None
    start = entity.mentions[0][0]
    evidence = next(((u.start, u.end) for u in doc._.units if u.start <= start < u.end), None)
    return Tie(entity, kin.company, evidence, "family", 0.6) if evidence else None


def _versions(one: Entity, other: Entity) -> bool:
    """Whether two models are surely of one family: both listed, or both with a number."""
    listed = bool(one.ref and other.ref)
    return listed or all(_DIGIT.search(model.name) for model in (one, other))


def _stem(entity: Entity) -> str:
    match = _STEM.match(entity.name)
    return match[0].lower() if match else ""
