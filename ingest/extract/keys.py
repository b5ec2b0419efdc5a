"""Forms of a name: the key under which its spellings meet, and the short forms it leaves behind."""

import re
from collections.abc import Iterator

from ingest.extract import lexicon_places
from ingest.extract.wordlists import alternation, words

_FORM = re.compile(
    rf",?\s(?:\([A-Z]\w+\)\s)?(?:{alternation('legal forms')}|Holdings?|Group)\b\.?(?=$|[\s,])"
)
_FIRM_END = re.compile(rf"\s(?:{alternation('firm endings')}|Semiconductor\s\w+)$")
_COMMON = words("common first words")
_NATION = re.compile(
    r"^(?:the\s+)?(?:u\.s\.|us|united\s+states|uk|u\.k\.|united\s+kingdom)\s+(?=\w+\s)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:executive orders?|e\. ?o\.|eo)(?: no\.| number)? (\d+)")
_BILLS = (
    (re.compile(r"(?:\w+ )?(?:senate bill|s\.?b\.?)(?: no\.| number)?[ -](\d+\w*)"), "sb"),
    (re.compile(r"(?:\w+ )?(?:assembly bill|a\.?b\.?)(?: no\.| number)?[ -](\d+\w*)"), "ab"),
    (re.compile(r"(?:\w+ )?(?:house bill|h\.?b\.?)(?: no\.| number)?[ -](\d+\w*)"), "hb"),
    (re.compile(r"h\.?r\.?[ -](\d+)"), "hr"),
)
_MODEL_SUFFIX = re.compile(r"[-\s]((?:R|V|K|M)\d+(?:\.\d+)?)$")


def canonical(surface: str, kind: str) -> str:
    """The key of a name that the gazetteer does not know."""
    plain = (
        surface.replace("\u2019", "'").translate(dict.fromkeys(range(0x2010, 0x2014), "-")).lower()
    )
    if kind == "AIModel":
        return re.sub(r"[\s\u00a0-]+", "", plain)
    if kind == "Company":
        return _FORM.sub("", surface).strip(" ,.").lower()
    if kind == "Instrument":
        return _instrument(plain)
    return _NATION.sub("", plain).replace("&", "and").replace("centre", "center")


def _instrument(plain: str) -> str:
    if order := _ORDER.fullmatch(plain):
        return f"eo {order[1]}"
    for pattern, chamber in _BILLS:
        if bill := pattern.fullmatch(plain):
            return f"{chamber} {bill[1]}"
    return re.sub(r"[.\s]+", " ", plain).strip()


def short_forms(surface: str, kind: str) -> Iterator[str]:
    """Shorter names under which the text may go on (`Foo Systems Ltd` -> `Foo Systems`, `Foo`)."""
    if kind == "Company":
        bare = _FORM.sub("", surface).strip(" ,")
        if bare != surface and len(bare) > 2:
            yield bare
        first = bare.split()[0] if bare else ""
        named = bare != surface or _FIRM_END.search(bare)
        if (
            named
            and first != bare
            and len(first) > 3
            and first not in _COMMON
            and not _is_place(first)
        ):
            yield first
    elif kind == "AIModel" and (suffix := _MODEL_SUFFIX.search(surface)):
        yield suffix[1]


def _is_place(word: str) -> bool:
    return (
        word in lexicon_places.adjectives()
        or word in lexicon_places.names()
        or word in lexicon_places.CITIES
    )
