"""The denials component: sets `doc._.denials`."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Denial, Entity, Relation
from ingest.extract.stances import denial, speaker

Doc.set_extension("denials", default=())


@Language.component("denials")
def find_denials(doc: Doc) -> Doc:
    """Set `doc._.denials`: needs `doc._.units`, `doc._.entities` and `doc._.relations`."""
    doc._.denials = tuple(_denials(doc)) if doc._.relations else ()
    return doc


def _denials(doc: Doc) -> Iterator[Denial]:
    cast = Cast(doc)
    seen: set[str] = set()
    for unit in doc._.units:
        match = denial(cast.text[unit.start : unit.end])
        if match is None:
            continue
        who = speaker(cast, (unit.start, unit.start + match.start()))
        disputed = _disputed(who, doc._.relations, cast) if who else ()
        if who is not None and disputed and who.id not in seen:
            seen.add(who.id)
            yield Denial(who.id, (unit.start, unit.end), disputed)


def _disputed(who: Entity, relations: Sequence[Relation], cast: Cast) -> tuple[int, ...]:
    """The alleged ties of the denier, or of the firms of its country; failing that, all of them."""
    alleged = [i for i, r in enumerate(relations) if r.status == "alleged"]
    own = [
        i
        for i in alleged
        if relations[i].subject == who.id or _belongs(relations[i].subject, who, relations)
    ]
    return tuple(own or [i for i in alleged if relations[i].claimant != who.id])


def _belongs(subject: str, who: Entity, relations: Sequence[Relation]) -> bool:
    homes = {r.object for r in relations if r.type == "located_in" and r.subject == subject}
    return who.type == "Jurisdiction" and who.id in homes
