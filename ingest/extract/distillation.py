"""Who is said to have trained on the output of whose model."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation, Span
from ingest.extract.stances import claimant, is_alleged

_OUTPUT = r"(?:outputs?|answers|responses|replies)"
_DISTILS = re.compile(
    r"\bdistill?(?:s|ed|ing|ation)?\b|"
    rf"\b(?:train|built?|develop|tun)\w*\b[^.;]{{0,80}}\bon (?:the )?"
    rf"(?:[\w.-]+(?:['\u2019]s)? )?(?:{_OUTPUT}|data from)|"
    r"\b(?:us(?:e|es|ed|ing)|copy\w*|extract\w*|steal\w*|harvest\w*|exploit\w*|"
    rf"(?:feed\w*|fed|draw\w*|drew|rel(?:y|ies|ied|ying)) on)\b[^.;]{{0,60}}\b{_OUTPUT}\b"
    rf"[^.;]{{0,120}}\b(?:train|build|create|develop)|\boutputs? of\b[^.;]{{0,120}}\bto train\b",
    re.IGNORECASE,
)
_STRICT = re.compile(
    rf"(?:\bdistill?\w*\s(?:\w+\s){{0,2}}(?:from\s)?|\b{_OUTPUT}\s(?:\w+\s){{0,2}}(?:of|from|by)\s)"
    r"(?:[\w-]+['\u2019]s\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_OWN_OUTPUT = re.compile(rf"(?:['\u2019]s?)?\s{_OUTPUT}\b")
_LEARNS = re.compile(
    r"\b(?:train|retrain|build|built|create|develop|improv|mak|into|tun)\w*\s(?:[\w-]+\s){0,5}$",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r",?\s(?:which\s)?(?:was|is|were|had\sbeen|has\sbeen)\s(?:\w+\s)?(?:distil|train)"
)
_ANAPHOR = re.compile(
    r"\b(?:this|the|that|such a)\s+(?:process|technique|practice|method|approach|"
    r"tactic)\b[^.;]{0,40}"
    r"\b(?:allow|enabl|help|let|us)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|of|on|outputs?|responses|distill\w*|model)\b[^.;]{0,60}$", re.IGNORECASE
)
_INTO = re.compile(
    r"\b(?:to|into) (?:train|build|create|develop|improve|make)\b[^.;]{0,30}$", re.IGNORECASE
)
_MADE_BY = re.compile(
    r"^[^.;]{0,60}\b(?:developed|built|made|created|owned|run|trained|released)\s+by\s+(?:the\s+)?$"
)
_POLICY = re.compile(
    r"\b(?:prohibit|forbid|ban|terms|policy|prevent|detect|block|restrict|not allowed|"
    r"may not)\w*\b",
    re.IGNORECASE,
)


def distillation(doc: Doc, cast: Cast) -> Iterator[Relation]:
    """The distillations that sentences speak of, from the firm or model to the teacher model."""
    teachers: tuple[Entity, ...] = ()
    for unit in doc._.units:
        span = (unit.start, unit.end)
        text = cast.text[unit.start : unit.end]
        speaks = _DISTILS.search(text)
        if not speaks and not (teachers and _ANAPHOR.search(text)):
            continue
        inside = cast.within(span)
        here = _teachers(cast.text, cast, span)
        if speaks and here:
            teachers = here
        students = _students(inside, teachers, cast, span)
        if not _POLICY.search(text):
            yield from _pairs(doc, cast, span, students, teachers)


def _teachers(text: str, cast: Cast, span: Span) -> tuple[Entity, ...]:
    """The models whose output is used: those that outputs are of, else those behind "from"."""
    strict: dict[str, Entity] = {}
    loose: dict[str, Entity] = {}
    for start, end, entity in cast.mentions(span):
        before = text[span[0] : start][-110:]
        if entity.type != "AIModel":
            continue
        if _STRICT.search(before) or _OWN_OUTPUT.match(text, end):
            strict.setdefault(entity.id, entity)
        elif _FROM.search(before) and not _INTO.search(before) and not _LEARNT.match(text, end):
            loose.setdefault(entity.id, entity)
    return tuple((strict or loose).values())


def _students(
    inside: Sequence[Entity], teachers: Sequence[Entity], cast: Cast, span: Span
) -> list[Entity]:
    """The models that learn, else the firms: no teachers, not their owners, not the accuser."""
    owners = _owners(cast, span)
    taught = {t.id for t in teachers}
    accuser = claimant(cast, span)
    named = [e for e in inside if e.id not in taught | owners and e != accuser]
    learners = {
        entity.id
        for start, end, entity in cast.mentions(span)
        if entity.type == "AIModel"
        and (_LEARNS.search(cast.text, span[0], start) or _LEARNT.match(cast.text, end))
    }
    models = [e for e in named if e.id in learners]
    if models:
        return models
    firms = [e for e in named if e.type == "Company"]
    return firms or [e for e in named if e.type == "AIModel"]


def _owners(cast: Cast, span: Span) -> set[str]:
    """Firms that own a model in the sentence: "OpenAI's GPT-4"."""
    owners: set[str] = set()
    before: tuple[int, Entity] | None = None
    for start, end, entity in cast.mentions(span):
        if entity.type == "AIModel" and before is not None:
            between = cast.text[before[0] : start]
            if before[1].type == "Company" and re.match(
                r"['\u2019]s?\s+(?:[\w-]+\s+){0,4}$|\s$", between
            ):
                owners.add(before[1].id)
        taught = before is not None and before[1].type == "AIModel"
        if before and taught and entity.type == "Company":
            made = _MADE_BY.search(cast.text[before[0] : start])
            owners.update({entity.id} if made else ())
        before = (end, entity)
    return owners


def _pairs(
    doc: Doc, cast: Cast, span: Span, students: Sequence[Entity], teachers: Sequence[Entity]
) -> Iterator[Relation]:
    text = cast.text[slice(*span)]
    accuser = claimant(cast, span)
    alleged = is_alleged(text) or bool(_ANAPHOR.search(text))
    for student in students:
        for teacher in teachers:
            yield Relation(
                "distilled_from",
                student.id,
                teacher.id,
                "alleged" if alleged else "reported",
                span,
                accuser.id if accuser and alleged else None,
                0.7 if teacher in cast.within(span) else 0.5,
                "distillation",
            )
