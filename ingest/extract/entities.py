"""One entity per thing: mentions joined by reference, acronym, short name and citation form."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.candidates import Candidate
from ingest.extract.choose import choose
from ingest.extract.gazetteer import Gazetteer
from ingest.extract.keys import canonical, short_forms
from ingest.extract.lexicon import Name, model_refs
from ingest.extract.result import Entity

Doc.set_extension("entities", default=(), force=True)

_DEFINED = re.compile(
    r"\s?[(\[](?:(?:the|collectively|hereinafter|hereafter|or|known\sas|also\sknown\sas|referred\sto\sas|together),?\s)*"
    r"[\"'\u201c\u2018]?(?P<short>[A-Z][\w&.\-/ ]{1,24}?)[\"'\u201d\u2019]?[,;)\]]"
)
# Citations of a whole act; one of a section of a code is an instrument of its own.
_WHOLE = re.compile(
    r"Pub|Public|E\.|EO|Executive|\w\.?\w?\.?\s?\d+$|Regulation|Directive|\d+\s\S+\s\d+\w*\s(?:et|note)"
)
_OPENS = re.compile(
    r"\s?[(\[](?:as\samended,?\s(?:by\s)?|the\s|or\s|hereinafter\s|also\sknown\sas\s)*[\"'\u201c\u2018]?"
)


@Language.component("entities")
def entities(doc: Doc) -> Doc:
    """Set `doc._.entities` from `doc._.candidates`."""
    doc._.entities = tuple(_entities(doc))
    return doc


def _entities(doc: Doc) -> Iterator[Entity]:
    text = doc.text
    mentions = choose(doc, doc._.candidates)
    again = list(_repeated(text, mentions))
    if again:
        mentions = choose(doc, [*(replace(m, strength=3) for m in mentions), *again])
    groups = _groups(text, mentions)
    for number, group in enumerate(groups, 1):
        yield _entity(text, f"e{number}", group)


def _repeated(text: str, mentions: list[Candidate]) -> Iterator[Candidate]:
    """Other occurrences of names that the document itself introduces, and of their short forms."""
    wanted: dict[str, Name] = {}
    for mention in mentions:
        surface = _surface(text, mention)
        key = mention.key or canonical(surface, mention.type)
        for short in _introduced(text, mention, surface):
            wanted.setdefault(short, Name(short, mention.type, key, mention.ref))
    if not wanted:
        return
    for start, end, name in Gazetteer(wanted.values()).find(text):
        yield Candidate(start, end, name.type, "repeated", 3, name.ref, name.key)


def _introduced(text: str, mention: Candidate, surface: str) -> Iterator[str]:
    if defined := _DEFINED.match(text, mention.end):
        short = defined["short"].strip()
        if _abbreviates(short, surface):
            yield short
    if mention.type == "AIModel" or mention.rule not in {
        "gazetteer",
        "government",
        "capital",
        "city",
    }:
        if mention.rule not in {"office", "citation", "president"}:
            yield surface
        yield from short_forms(surface, mention.type)


def _abbreviates(short: str, full: str) -> bool:
    """Whether a defined term shortens the name (`BIS`, `the AI Act`), not merely follows it."""
    letters = [c for c in short if c.isupper()]
    if (len(short) > 1 and short.isupper()) or (len(letters) > 1 and " " not in short):
        initials = [word[0].upper() for word in re.findall(r"[^\W_]+", full)]
        inner = {c.upper() for c in full if c.isupper()} | set(initials)
        starts = letters[0] == initials[0] and set(letters) <= inner
        return starts or set(letters) <= set(initials)
    words = short.split()
    if len(words) == 1:
        return words[0] == full.split()[0]
    return set(words) <= set(full.split())


def _groups(text: str, mentions: list[Candidate]) -> list[list[Candidate]]:
    """Mentions by the thing they name, in order of first mention."""
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for mention in mentions:
        surface = _surface(text, mention)
        key = mention.key or canonical(surface, mention.type)
        groups.setdefault((mention.type, key), []).append(mention)
    _join_same_surface(text, groups)
    _join_parallel(text, mentions, groups)
    _join_initials(text, groups)
    _join_short(text, groups)
    _join_first_names(text, groups)
    return sorted(groups.values(), key=lambda group: (group[0].start, group[0].end))


def _surface(text: str, mention: Candidate) -> str:
    return " ".join(text[mention.start : mention.end].split())


def _join_same_surface(text: str, groups: dict[tuple[str, str], list[Candidate]]) -> None:
    """The same words of the same type name the same thing, whichever rule found them."""
    owner: dict[tuple[str, str], tuple[str, str]] = {}
    for key in list(groups):
        for mention in groups[key]:
            first = owner.setdefault((key[0], canonical(_surface(text, mention), key[0])), key)
            if first != key and first in groups and key in groups:
                _merge(groups, first, key)
                break


def _join_parallel(
    text: str, mentions: list[Candidate], groups: dict[tuple[str, str], list[Candidate]]
) -> None:
    """A citation in brackets or after a comma behind a title is another form of that title."""
    where = {m: key for key, group in groups.items() for m in group}
    opened = False
    for before, after in pairwise(mentions):
        between = text[before.end : after.start]
        opened = bool(_OPENS.fullmatch(between)) or (
            opened and between.strip() in {";", ",", "and"}
        )
        first, second = where[before], where[after]
        if not opened or before.type != after.type or first == second:
            continue
        short = _surface(text, after)
        if _WHOLE.match(short) or _abbreviates(short, _surface(text, before)):
            for mention in groups[second]:
                where[mention] = first
            _merge(groups, first, second)


def _join_initials(text: str, groups: dict[tuple[str, str], list[Candidate]]) -> None:
    """An acronym that spells the initials of one longer name only (`NIST`) is that name's."""
    initials: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key, group in groups.items():
        for surface in sorted({_surface(text, m) for m in group if " " in _surface(text, m)}):
            letters = "".join(re.findall(r"\b[A-Z]", surface))
            initials.setdefault((key[0], letters), []).append(key)
    for key in list(groups):
        surfaces = {_surface(text, m) for m in groups[key]}
        acronym = min(surfaces)
        owners = {k for k in initials.get((key[0], acronym), []) if k in groups and k != key}
        if len(surfaces) == 1 and len(acronym) > 2 and len(owners) == 1:
            _merge(groups, owners.pop(), key)


def _join_short(text: str, groups: dict[tuple[str, str], list[Candidate]]) -> None:
    """A name that ends one longer name only (`Attorney General`) is short for it."""
    forms = {key: {_surface(text, m) for m in group} for key, group in groups.items()}
    for key in sorted(groups, key=lambda k: (min(map(len, forms[k])), k)):
        if key[0] not in {"Agency", "Instrument"} or any(re.search(r"\d", f) for f in forms[key]):
            continue
        longer = [
            other
            for other in groups
            if other != key and other[0] == key[0] and _ends(forms[other], forms[key])
        ]
        if len(longer) == 1:
            forms[longer[0]] |= forms[key]
            _merge(groups, longer[0], key)


def _join_first_names(text: str, groups: dict[tuple[str, str], list[Candidate]]) -> None:
    """A firm's first word alone (`Orlan` for `Orlan Compute`) is short for one unlisted firm."""
    forms = {
        key: {_surface(text, m) for m in group}
        for key, group in groups.items()
        if key[0] == "Company" and not any(m.ref for m in group)
    }
    for key, surfaces in forms.items():
        longer = [
            other
            for other, names in forms.items()
            if other != key and any(n.startswith(f"{s} ") for n in names for s in surfaces)
        ]
        if len(surfaces) == 1 and len(longer) == 1 and longer[0] in groups:
            _merge(groups, longer[0], key)


def _ends(longer: Iterable[str], shorter: Iterable[str]) -> bool:
    return any(
        a.lower().endswith(" " + b.lower())
        and not re.search(r"\b(?:of|and|for|the|&)$", a[: -len(b) - 1])
        for a in longer
        for b in shorter
    )


def _merge(
    groups: dict[tuple[str, str], list[Candidate]], into: tuple[str, str], gone: tuple[str, str]
) -> None:
    groups[into] = sorted([*groups[into], *groups.pop(gone)], key=lambda m: m.start)


def _entity(text: str, number: str, group: list[Candidate]) -> Entity:
    surfaces = Counter(_surface(text, m) for m in group)
    name = max(surfaces, key=lambda s: (len(s), surfaces[s], s))
    refs = Counter(m.ref for m in group if m.ref)
    if group[0].type == "AIModel":
        refs.update(ref for s in surfaces if (ref := model_refs().get(s)))
    return Entity(
        id=number,
        type=group[0].type,
        name=name,
        aliases=tuple(sorted(set(surfaces) - {name})),
        mentions=tuple((m.start, m.end) for m in group),
        ref=min(refs, key=lambda r: (-refs[r], r)) if refs else None,
    )
