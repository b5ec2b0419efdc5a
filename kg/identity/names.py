"""A name taken apart: what each word is (a legal form, a place, a number, a known sense, or a
word of its own) and the key under which it meets its other spellings and translations."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from rigour.names import Name, NamePart, NameTypeTag, Span, SymbolCategory, analyze_names
from rigour.text.translit import ascii_text

from kg import ids
from kg.identity import lexicon


class Role(StrEnum):
    """What a word does in a name."""

    PLAIN = "plain"
    SENSE = "sense"
    PLACE = "place"
    NUMBER = "number"
    LEGAL = "legal"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is for reading (ASCII); words with equal `key` mean the same."""

    text: str
    key: str
    role: Role
    vowels: bool = True
    """False where the script leaves vowels out (Arabic), so that only consonants compare."""


@dataclass(frozen=True)
class NameForm:
    """One name taken apart; `content` is what tells names apart: no legal forms, no articles."""

    original: str
    words: tuple[Word, ...]

    @cached_property
    def content(self) -> tuple[Word, ...]:
        kept = tuple(w for w in self.words if w.role not in (Role.LEGAL, Role.STOP))
        return kept or self.words

    @cached_property
    def key(self) -> str:
        return " ".join(word.key for word in self.content)

    @cached_property
    def glued(self) -> str:
        """The name without gaps: "Great Wall" and "Greatwall" are one."""
        return "".join(word.text for word in self.content)

    @cached_property
    def initials(self) -> frozenset[str]:
        """What the name may be shortened to, with and without its small words and legal form."""
        found = set()
        for row in (self.words, tuple(w for w in self.words if w.role is not Role.STOP)):
            kept = list(row)
            while len(kept) > 1:
                found.add(_shortened(tuple(kept)))
                if kept.pop().role is not Role.LEGAL:
                    break
        found.add(_shortened(self.content))
        return frozenset(short for short in found if len(short) > 1)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(w.key for w in self.words if w.role is Role.NUMBER)

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(w.key for w in self.words if w.role is Role.PLACE)

    @cached_property
    def is_short(self) -> bool:
        """Written like an acronym: one word of up to seven letters, not written small."""
        bare = self.original.strip(" '\"\u201c\u201d\u2018\u2019.")
        return len(self.content) == 1 and 2 <= len(bare) <= 7 and bare.isupper()


_PRIORITY = (
    SymbolCategory.NUMERIC,
    SymbolCategory.LOCATION,
    SymbolCategory.ORG_CLASS,
    SymbolCategory.DOMAIN,
    SymbolCategory.SYMBOL,
)
# Senses that rigour keeps apart and that stand for each other in names of firms.
_MERGED = {
    "CORP": "CO",
    "ALLRUSSIAN": "NATL",
    "PRODUCTION": "MANUFACTURING",
    "ASSOC": "ASSOCIATION",
    "INSTITUTION": "INSTITUTE",
    "SCIENTIFIC": "RESEARCH",
    "AIRCRAFT": "AVIATION",
    "COMMERCE": "TRADE",
    "COMMERCIAL": "TRADE",
}
_LEGAL_SENSES = frozenset({"CO", "ORG"})
# Two letters that are a legal form wherever they stand; others ("RT-Avto") only as last word.
_LEADING = frozenset({"ao", "pt", "cv", "ab", "as", "tk", "sc"})
_NOISE = re.compile(
    r"(?i)[;,]? (?:and )?any (?:successor|sub-?unit|subsidiar).*$|\baffiliated entity:.*$|[*†]+$"
)
_LEGAL = re.compile(
    r"(?i)\b(?:ob\w+stvo s og?r\w*og?ranichenn?o\w* otvetstvennost\w*"
    r"|obshchestvo s \w+ otvetstvennostyu"
    r"|akts\w+ ob\w+stvo otkr\w+ tipa|nekommercheskaya organizatsiya|non-?profit organi[sz]ation"
    r"|publi[ck] joint[- ]stock company|as a private joint stock company|pbc|lll)\b"
)
_QUOTES = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a`\u00b4@]|(?<!\w)'|'(?!\w)")
_APOSTROPHE = re.compile(r"['\u2019\u02bc\u02bb]")
_GLUED = re.compile(r"(?<=[a-z]{2})(?=\d)|(?<=\d)(?=[a-z]{3})", re.IGNORECASE)
_ORDINAL = re.compile(r"(?i)\b(\d+)\s?(?:st|nd|rd|th|-?(?:y|i|go|oy|ya))\b")
_HASH = re.compile(r"(?i)(?:\bno\b\.?|№|#)\s*(?=\d)")
_SMALL = frozenset({"i", "and", "of", "the", "for", "s", "de", "del", "la", "le", "al", "no"})


@lru_cache(maxsize=1 << 18)
def parse(name: str) -> NameForm:
    """Take a name of an organisation apart."""
    known = lexicon.load()
    text = _ORDINAL.sub(r" \1 ", known.english(tidied(name)))
    found = sorted(_analysed(_GLUED.sub(" ", _HASH.sub(" ", text))), key=lambda n: n.form)
    words = tuple(_words(found[0])) if found else ()
    if not words:
        bare = ids.folded(name) or name
        words = (Word(bare, bare, Role.PLAIN),)
    return NameForm(name, words)


_BRACKETS = re.compile(r"^(.{3,}?)\s*[(\uff08]([^()\uff08\uff09]*)[)\uff09][\s.]*$")
_PARENTED = re.compile(r"(?i)^.*\bsubordinate institutions?:\s*(?=\S)")


@lru_cache(maxsize=1 << 17)
def variants(name: str) -> tuple[str, ...]:
    """A name, and apart from it the short one that ends it: "Moscow Institute (MIPT)"."""
    own = _PARENTED.sub("", name)
    ended = _BRACKETS.match(own)
    inner = ended[2].strip(" '\"\u201c\u201d\u2018\u2019") if ended else ""
    return (ended[1], inner) if ended and _is_alias(inner) else (own,)


def _is_alias(text: str) -> bool:
    """One word with several capitals, and no place or legal form."""
    if not re.fullmatch(r"[\w&-]{3,12}(?: \d{1,3})?", text) or sum(c.isupper() for c in text) < 3:
        return False
    return all(word.role in (Role.PLAIN, Role.NUMBER) for word in parse(text).words)


def tidied(name: str) -> str:
    """The name without quotation marks and the remarks that lists put behind names."""
    plain = _LEGAL.sub(" ", _NOISE.sub("", unicodedata.normalize("NFKC", name)))
    return _APOSTROPHE.sub("", _QUOTES.sub(" ", plain)).replace("_", " ")


def _analysed(text: str) -> set[Name]:
    return analyze_names(NameTypeTag.ORG, [text], phonetics=False, consolidate=False, rewrite=False)


def _words(name: Name) -> list[Word]:
    spans: dict[int, list[Span]] = {}
    for span in name.spans:
        spans.setdefault(span.parts[0].index, []).append(span)
    words: list[Word] = []
    at = 0
    while at < len(name.parts):
        best = min(spans.get(at, ()), key=_preference, default=None)
        parts = tuple(best.parts) if best is not None else (name.parts[at],)
        at += len(parts)
        words.append(_word(parts, best, last=at == len(name.parts)))
    return words


def _preference(span: Span) -> tuple[int, int, str]:
    rank = _PRIORITY.index(span.symbol.category) if span.symbol.category in _PRIORITY else 9
    return (-len(span.parts), rank, str(span.symbol.id))


def _word(parts: tuple[NamePart, ...], span: Span | None, *, last: bool) -> Word:
    form = " ".join(part.form for part in parts)
    text = ascii_text(form).casefold()
    text = re.sub(r"[^a-z0-9 ]", "", text) or ids.folded(form) or form
    town = lexicon.load().towns.get(text)
    if town:
        return Word(text, f"{town}:{text}", Role.PLACE)
    meaning = lexicon.load().words.get(text)
    if meaning:
        return replace(parse(meaning).words[0], text=text)
    if text in _SMALL and not text.isdigit():
        return Word(text, text, Role.STOP)
    if span is not None:
        known = _sense(span, text, last=last)
        if known is not None:
            return known
    vowels = not any("\u0600" <= character <= "\u06ff" for character in form)
    role = Role.NUMBER if text.isdigit() else Role.PLAIN
    return Word(text, str(int(text)) if text.isdigit() else spelled(text), role, vowels)


def _sense(span: Span, text: str, *, last: bool) -> Word | None:
    identifier = str(span.symbol.id)
    match span.symbol.category:
        case SymbolCategory.NUMERIC:
            return Word(text, identifier, Role.NUMBER)
        case SymbolCategory.LOCATION if identifier != "zz":
            return Word(text, identifier, Role.PLACE)
        case SymbolCategory.ORG_CLASS if identifier != "NGO" and (
            last or len(text) > 2 or text in _LEADING
        ):
            return Word(text, identifier, Role.LEGAL)
        case SymbolCategory.DOMAIN | SymbolCategory.SYMBOL | SymbolCategory.LOCATION:
            sense = _MERGED.get(identifier, identifier)
            return Word(text, sense, Role.LEGAL if sense in _LEGAL_SENSES else Role.SENSE)
    return None


# Spellings of one sound in the usual romanisations of Russian, Persian and Arabic; none of these
# runs together two syllables of pinyin.
_SOUNDS = (
    ("shch", "sch"), ("kh", "h"), ("ck", "k"), ("ph", "f"), ("tz", "ts"), ("x", "ks"), ("w", "v"),
    ("yo", "e"), ("ye", "e"), ("iye", "ie"), ("ij", "i"), ("iy", "i"), ("yy", "i"), ("y", "i"),
    ("j", "i"), ("q", "k"), ("ii", "i"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip


@lru_cache(maxsize=1 << 18)
def spelled(word: str) -> str:
    """The key of a word of its own: romanisations of one word meet in it."""
    if any(character.isdigit() for character in word):
        return word
    for sound, written in _SOUNDS:
        word = word.replace(sound, written)
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=1 << 18)
def sounded(word: str) -> str:
    """A looser key than `spelled`: letters of one sound in different languages."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"c(?!h)|k", "k", spelled(word)).replace("z", "s"))


def bones(word: str) -> str:
    """The consonants of a word, for scripts that write no vowels."""
    return re.sub(r"[aeiouwyh' ]", "", word)


def _shortened(words: tuple[Word, ...]) -> str:
    parts = [part for word in words for part in word.text.split()]
    return "".join(part if part.isdigit() else part[0] for part in parts)


_PLAIN_WORD = re.compile(r"[^\W\d_]+|\d+|\+")


@lru_cache(maxsize=1 << 16)
def parse_plain(name: str) -> NameForm:
    """Take apart a name in which every sign counts (a model, a law): no forms, no spellings."""
    found = _PLAIN_WORD.findall(ids.folded(name.replace("+", " plus ")))
    words = [Word(w, w, Role.NUMBER if w.isdigit() else Role.PLAIN) for w in found]
    return NameForm(name, tuple(words) or (Word(name, name, Role.PLAIN),))
