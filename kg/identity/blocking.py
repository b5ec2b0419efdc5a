"""Which pairs are worth comparing: records that share a key, never all with all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from kg.identity.evidence import ORGANISATIONS
from kg.identity.names import NameForm, Role, bones, sounded
from kg.identity.rarity import Rarity
from kg.identity.records import Record

# A key that more records share says too little by itself.
LARGEST = 25
_PIECE = 6
# Whole names and identifiers; and keys that are not shared but answered: an acronym by initials,
# consonants by a word.
_SURE = frozenset({"n", "i"})
_ASKED = frozenset({"a", "b"})


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions, sorted; `skipped` counts the keys that too many records share."""

    pairs: tuple[tuple[int, int], ...]
    skipped: int


def candidates(
    records: Sequence[Record], forms: Sequence[Sequence[NameForm]], rarity: Rarity
) -> Candidates:
    """Pairs that share a rare word, two words, a spelling, an acronym, a name or a number.

    Of records with one whole name, however many, each is paired with the next.
    """
    blocks: dict[str, list[int]] = {}
    answering: dict[str, list[int]] = {}
    for index, (record, names) in enumerate(zip(records, forms, strict=True)):
        family = "o" if record.kind in ORGANISATIONS else record.kind.value
        found = {key for form in names for key in _keys(form, rarity)}
        found.update(f"i {i.scheme} {i.value}" for i in record.identifiers)
        for key in found:
            blocks.setdefault(f"{family} {key}", []).append(index)
        for key in {key for form in names for key in _answers(form)}:
            answering.setdefault(f"{family} {key}", []).append(index)
    pairs: set[tuple[int, int]] = set()
    skipped = 0
    for key, members in blocks.items():
        others = answering.get(key, [])
        if len(members) > LARGEST or len(others) > LARGEST:
            skipped += 1
            if _sort(key) in _SURE:
                pairs.update(pairwise(members))
        elif _sort(key) in _ASKED:
            pairs.update((min(i, j), max(i, j)) for i, j in product(members, others) if i != j)
        else:
            pairs.update(combinations(members, 2))
    return Candidates(tuple(sorted(pairs)), skipped)


def _sort(key: str) -> str:
    """Which sort of key it is: "o w lotus" is a word of an organisation."""
    return key.split(" ", 2)[1]


def _answers(form: NameForm) -> Iterator[str]:
    yield from (f"a {short}" for short in form.initials if len(short) > 2)
    for word in form.content:
        if word.role is Role.PLAIN and word.vowels and len(word.text) > 2:
            yield f"b {bones(word.text)}"


def _keys(form: NameForm, rarity: Rarity) -> Iterator[str]:
    yield "n " + " ".join(sorted(word.key for word in form.content))
    if len(form.glued) > 4:
        yield f"g {form.glued}"
    plain = [word for word in form.content if word.role is Role.PLAIN]
    for word in plain:
        if len(word.key) > 1:
            yield f"w {word.key}"
        if not word.vowels:
            yield f"b {bones(word.text)}"
    if plain:
        rarest = min(plain, key=lambda word: (rarity.owners((word,)), word.key))
        sound = sounded(rarest.text)
        if len(sound) > _PIECE:
            yield f"p {sound[:_PIECE]}"
            yield f"e {sound[-_PIECE:]}"
    telling = sorted({word.key for word in form.content})
    if len(telling) < 8:
        own = {word.key for word in plain}
        pairs = combinations(telling, 2)
        yield from (f"2 {a} {b}" for a, b in pairs if a in own or b in own)
    if form.is_short:
        yield f"a {form.glued}"
