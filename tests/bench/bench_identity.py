"""Identity: how well the rules decide on lists of names, and how long 100,000 names take.

    python -m tests.bench.bench_identity --names FOLDER_OR_FILE

The lists are the user's: CSV with a name column (aliases parted by ";" or " | "), the screening
list's CSV, OFAC's legacy files, followthemoney lines, or JSON with `entities`.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from kg.identity.matcher import Matcher
from kg.identity.records import Record
from kg.identity.rules import Verdict
from ontology.vocabulary import EntityKind
from tests.bench.figures import peak_megabytes, seconds, show
from tests.identity.lists import Entry, read
from tests.identity.quality import SETTINGS, Judged, Setting, held_back, judged, quality

NAMES = 100_000
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, help="a folder or file of lists")
    parser.add_argument("--quality-only", action="store_true")
    options = parser.parse_args()
    if options.names:
        show_quality(options.names)
    if not options.quality_only:
        show_speed()


def show_quality(path: Path) -> None:
    lists, unread = read(path)
    for name, entries in lists.items():
        several = sum(len(entry.names) > 1 for entry in entries)
        print(f"{name}: {len(entries):,} entries, {several:,} with several names")
    print(f"not read, no layout known: {len(unread)}", *unread, sep="\n  ")
    for setting in SETTINGS:
        for half, label in ((False, "tuned on"), (True, "held back")):
            pairs = [p for entries in lists.values() for p in _half(entries, setting, held=half)]
            found = quality(pairs)
            print(
                f"\n{setting.name}, half {label}: precision {found.precision:.4f}, "
                f"recall {found.recall:.4f}, of pairs with anything in common "
                f"{found.recall_reachable:.4f} ({found.same:,} same, {found.different:,} different)"
            )
            _show_curve(pairs)
        for name, entries in lists.items():
            found = quality(_half(entries, setting, held=True))
            if found.same:
                print(
                    f"  {name} (held back): precision {found.precision:.3f}, recall "
                    f"{found.recall:.3f}, in common {found.recall_reachable:.3f}, {found.same} same"
                )


def _half(entries: list[Entry], setting: Setting, *, held: bool) -> list[Judged]:
    return judged([entry for entry in entries if held_back(entry) is held], setting)


def _show_curve(pairs: list[Judged]) -> None:
    print("  score >=  precision  recall")
    for threshold in THRESHOLDS:
        found = quality(pairs, threshold)
        print(f"  {threshold:8.2f}  {found.precision:9.4f}  {found.recall:6.4f}")


def show_speed() -> None:
    records = list(_made_up(NAMES, random.Random(7)))
    counts = dict.fromkeys(Verdict, 0)

    def work() -> None:
        for match in Matcher(records).matches():
            counts[match.verdict] += 1

    taken = seconds(work)
    note = ", ".join(f"{count:,} {verdict.value}" for verdict, count in counts.items())
    show("identity, 100,000 names deduplicated", taken, "s", note)
    show("identity, peak memory", peak_megabytes(), "MB")


_CONSONANTS = ("b", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "zh", "")
_VOWELS = ("a", "e", "i", "o", "u", "ang", "en", "ing", "ou")
_TRADES = ("Technology", "Electronics", "Semiconductor", "Aviation", "Trading", "Industries")
_TOWNS = ("Shanghai", "Beijing", "Shenzhen", "Moscow", "Tehran", "Istanbul", "Wuhan", "Dubai")
_FORMS = ("Co., Ltd.", "LLC", "JSC", "Inc.", "GmbH", "Limited", "")


def _made_up(count: int, rng: random.Random) -> Iterator[Record]:
    """Names of firms, one in five another spelling of the one before."""
    stem = ""
    for number in range(count):
        if number % 5:
            brand = "".join(_syllable(rng) for _ in range(rng.randint(2, 4))).title()
            town = f"{rng.choice(_TOWNS)} " if rng.random() < 0.5 else ""
            second = f" {rng.choice(_TRADES)}" if rng.random() < 0.3 else ""
            stem = f"{town}{brand} {rng.choice(_TRADES)}{second}"
        else:
            stem = stem.upper()
        name = f"{stem} {rng.choice(_FORMS)}".strip()
        yield Record(f"company:{number:06}", EntityKind.COMPANY, (name,), frozenset({"cn"}))


def _syllable(rng: random.Random) -> str:
    return rng.choice(_CONSONANTS) + rng.choice(_VOWELS)


if __name__ == "__main__":
    main()
