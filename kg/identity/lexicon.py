"""Words of other scripts and languages put into English ones, so that names of firms compare.

`lexicon.csv` holds (word, meaning): the meaning is English, `@cn-js` for a town (the territory
that it lies in), or empty for a legal form. Han words are found within a run of characters.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from icu import Transliterator  # type: ignore[import-untyped]  # ships no types
from rigour.text.translit import ascii_text

TABLE = Path(__file__).parent / "lexicon.csv"
LONGEST = 8
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}\u30a0-\u30ff]+")
_NUMERAL = "〇零一二三四五六七八九十百"
_ORDINAL = re.compile(rf"第?([{_NUMERAL}]+|\d+)(?=[研院厂所号部局工分])|第([{_NUMERAL}]+)")
_ARABIC = re.compile(r"[\u0600-\u06ff]+")
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_SIMPLER = Transliterator.createInstance("Hant-Hans")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` gives meanings, `towns` the territory code of a town."""

    words: dict[str, str]
    towns: dict[str, str]
    english_words: frozenset[str]

    def english(self, name: str) -> str:
        """The name with Han and Arabic words that are known put into English."""
        if name.isascii():
            return name
        if _RUN.search(name):
            name = self._of_han(name)
        return _ARABIC.sub(lambda match: self._of_arabic(match[0]), name)

    def _of_han(self, name: str) -> str:
        counted = _ORDINAL.sub(lambda match: f" {_number(match[1] or match[2])} ", name)
        plain = _SIMPLER.transliterate(counted)
        return _RUN.sub(lambda match: f" {' '.join(self._segments(match[0]))} ", plain)

    def _segments(self, run: str) -> list[str]:
        """Known words by longest match; what lies between them is read out as one word."""
        found: list[str] = []
        unknown, at = "", 0
        while at < len(run):
            length = next((n for n in range(LONGEST, 0, -1) if run[at : at + n] in self.words), 0)
            if length == 0:
                unknown += run[at]
                at += 1
                continue
            found += [_spoken(unknown), self.words[run[at : at + length]]]
            unknown, at = "", at + length
        return [word for word in (*found, _spoken(unknown)) if word]

    def _of_arabic(self, word: str) -> str:
        if word in self.words:
            return self.words[word]
        bare = word.removeprefix("ال")
        return self.words.get(bare, word)


@cache
def load() -> Lexicon:
    """The project's lexicon."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = [(row["word"], row["meaning"]) for row in csv.DictReader(stream, strict=True)]
    words = {word: meaning for word, meaning in rows if not meaning.startswith("@")}
    towns = {word: meaning[1:] for word, meaning in rows if meaning.startswith("@")}
    return Lexicon(words, towns, frozenset(w for m in words.values() for w in m.split()))


def _spoken(run: str) -> str:
    return ascii_text(run).replace(" ", "")


def _number(numeral: str) -> int:
    """The value of a Chinese numeral below 1,000, or of digits."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    if not set(numeral) & set("十百"):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
