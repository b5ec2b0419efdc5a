"""Which firm develops which model, as the text words it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span

_OWNS = re.compile(r"['\u2019]s?\s+(?:[\w-]+\s+){0,6}$")
_MAKER_BEFORE = re.compile(
    r"^[\s-]*(?:maker|developer|creator|owner|parent|"
    r"builder)s?(?:\s+company)?,?\s+$",
    re.IGNORECASE,
)
_MAKER_OF = re.compile(
    r"\b(?:maker|developer|creator|company behind|lab behind|firm behind|startup behind|"
    r"creators?)\s+(?:of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"^[^.;]{0,60}?\b(?:developed|built|created|made|released|launched|trained|designed|owned|"
    r"operated|"
    r"unveiled|introduced|published)\s+(?:and\s+\w+\s+)?by\s+(?:[\w-]+\s+){0,4}$"
)
_MAKES = re.compile(
    r"^[^.;]{0,40}?\b(?:releas|launch|unveil|introduc|announc|develop|built|build|creat|"
    r"ships?|shipped|debut|"
    r"took the wraps off|rolled out|rolling out|offers?|offering|published|open-sourced|"
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
_IT = re.compile(r"\b(?:it|they|the company|the firm)\s")
_IT_MAKES = re.compile(
    rf"\b(?:[Ii]t|[Tt]hey|[Tt]he (?:company|firm|lab|"
    rf"start-?up)){_MAKES.pattern.removeprefix('^')}",
    re.IGNORECASE,
)
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
    """One tie per model: stated in a sentence, else by the family that its name belongs to."""
    stated: dict[str, Tie] = {}
    for unit in doc._.units:
        for tie in _in_sentence(cast.text, cast, (unit.start, unit.end)):
            known = stated.get(tie.model.id)
            if known is None or tie.confidence > known.confidence:
                stated[tie.model.id] = tie
    relatives = [t for e in cast.entities.values() if (t := _by_family(doc, cast, e, stated))]
    return [*stated.values(), *relatives]


def _in_sentence(text: str, cast: Cast, span: Span) -> Iterator[Tie]:
    mentions = [m for m in cast.mentions(span) if m[2].type in {"Company", "AIModel"}]
    for place, (start, end, entity) in enumerate(mentions):
        if entity.type != "AIModel":
            continue
        before = mentions[:place]
        after = _owner_after(text, mentions[place + 1 :], end)
        stated = after if after is not None and after[1] == "made by" else None
        found = stated or _owner_before(text, before, start) or after
        found = found or _by_pronoun(text, cast, span, start)
        if found is not None:
            yield Tie(entity, found[0], span, found[1], found[2])


type _Owner = tuple[Entity, str, float]
type _Mentions = list[tuple[int, int, Entity]]


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
        if between == " ":
            return entity, "adjacent", 0.75
        if _IT.search(between):
            return None
        if _MAKES.match(between) and not _OTHERS_WORK.search(between):
            return entity, "launch", 0.75
        return None
    return None


def _by_pronoun(text: str, cast: Cast, span: Span, start: int) -> _Owner | None:
    """The owner by "… it released X": the firm that the document is about."""
    if not _IT_MAKES.search(text, span[0], start):
        return None
    firm = cast.most_named(("Company",))
    if firm is None or firm.mentions[0][0] > start:
        return None
    return firm, "pronoun", 0.6


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


def _by_family(doc: Doc, cast: Cast, entity: Entity, stated: dict[str, Tie]) -> Tie | None:
    """GPT-5 belongs to the developer of GPT-4 where the text says who made GPT-4."""
    if entity.type != "AIModel" or entity.id in stated:
        return None
    stem = _stem(entity)
    kin = next((t for t in stated.values() if stem and _stem(t.model) == stem), None)
    if kin is None:
        return None
    start = entity.mentions[0][0]
    evidence = next(((u.start, u.end) for u in doc._.units if u.start <= start < u.end), None)
    return Tie(entity, kin.company, evidence, "family", 0.6) if evidence else None


def _stem(entity: Entity) -> str:
    match = _STEM.match(entity.name)
    return match[0].lower() if match else ""
