"""Who is said to have trained on the output of whose model."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation, Span
from ingest.extract.stances import claimant, is_alleged

_DISTILS = re.compile(
    r"\bdistill?(?:s|ed|ing|ation)?\b|\btrain(?:s|ed|"
    r"ing)?\b[^.;]{0,60}\bon (?:the )?(?:outputs?|answers|responses|data from)|"
    r"\b(?:us(?:e|es|ed|ing)|copy\w*|extract\w*|steal\w*|"
    r"harvest\w*)\b[^.;]{0,40}\b(?:outputs?|responses)\b[^.;]{0,120}\btrain|"
    r"\boutputs? of\b[^.;]{0,120}\bto train\b",
    re.IGNORECASE,
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
    """The models whose output is used: those behind "of", "from" or "outputs"."""
    found: dict[str, Entity] = {}
    for start, _, entity in cast.mentions(span):
        before = text[span[0] : start][-110:]
        if entity.type == "AIModel" and _FROM.search(before) and not _INTO.search(before):
            found.setdefault(entity.id, entity)
    return tuple(found.values())


def _students(
    inside: Sequence[Entity], teachers: Sequence[Entity], cast: Cast, span: Span
) -> list[Entity]:
    """The firms or models that learn: not the teachers, not their owners, not the accuser."""
    owners = _owners(cast, span)
    taught = {t.id for t in teachers}
    accuser = claimant(cast, span)
    named = [e for e in inside if e.id not in taught | owners and e != accuser]
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
