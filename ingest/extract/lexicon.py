"""Every name that the gazetteer knows, with the type and reference id of what it names."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.extract import lexicon_places
from ingest.extract.lexicon_bodies import BODIES
from ingest.extract.lexicon_companies import COMPANIES, NOT_COMPANIES
from ingest.extract.lexicon_instruments import INSTRUMENTS

_REFERENCE = Path(__file__).parents[2] / "ontology" / "reference"

WEAK = frozenset(
    """Arm Crusoe Runway Reka Upstage Scale Block Square Target Shell Sky Gap Thinking SSI Higon Yitu
    Iluvatar Reliance NEC ASE NIO UMC RTX SAP NTT Box ICE WHO ISO IEC ERC PIF CPC MPS MSS DEA IRS NPC PLA
    Diet Regulator Constitution EAR DSA DMA CCL ROC ED Parliament Senate Emirates Korea Georgia Jordan
    CSA DPC CMA OPC PCPD MIIT COPPA Garante eSafety IIA Notion Slack Zoom Stripe Figma Cursor Rumble
    Snap Workday Uber Axon Canva""".split()
)
"""Names that are ordinary words or initials of much else: they need support in the document."""

_DROPPED = frozenset(
    """State Commerce Treasury Council Commission COM MIC MOST PPC AU WA AP EC EP ED DOC DOT OIS CRD DFS
    MFA ITA IIA MITI moda WA JD HF LG TEL MAI FAIR OCI Seed Ling Step Ring Motif Lambda Writer
    Epoch Stability Moonshot Together Huali Huada Muxi Langchao Sophon Cadence Pegasus Kling
    Azure Bedrock Microsoft Azure LongCat Kunlunxin MITRE BRICS ASEAN IndiaAI""".split()
) | {"National Intelligence", "Trade Representative", "Thinking Machines", "Outbound Investment Security Program",
     "Wassenaar Arrangement", "Hiroshima AI Process", "Microsoft Azure", "Volcano Engine", "Qwen team",
     "MITRE ATLAS", "Federal government", "X AI", "IndiaAI Mission", "Ling team"}
_NO_FIRMS = ("think tank", "university", "industry body", "nonprofit", "FFRDC")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one thing; `key` groups the spellings that name the same thing."""

    text: str
    type: str
    key: str
    ref: str | None = None
    weak: bool = False


@cache
def names() -> tuple[Name, ...]:
    """All names, each spelling once; the earlier source wins."""
    found: dict[str, Name] = {}
    for name in _all_names():
        if name.type in {"Agency", "Jurisdiction"} and name.text[:4].lower() == "the ":
            continue
        found.setdefault(name.text, name)
    return tuple(found.values())


def _all_names() -> Iterator[Name]:
    yield from _listed(BODIES, "Agency")
    yield from _listed(INSTRUMENTS, "Instrument")
    yield from _listed(COMPANIES, "Company")
    for text in NOT_COMPANIES:
        yield Name(text, "", "-")
    for place, code in lexicon_places.names().items():
        yield Name(place, "Jurisdiction", f"jurisdiction:{code}", f"jurisdiction:{code}")
    yield from _agencies()
    yield from _companies()


def _listed(table: str, kind: str) -> Iterator[Name]:
    for line in table.strip().splitlines():
        spellings, _, ref = line.partition(" = ")
        for text in spellings.split("; "):
            if ref == "-":
                yield Name(text, "", "-")
            else:
                yield Name(text, kind, ref, ref, weak=text in WEAK)


def _agencies() -> Iterator[Name]:
    for row in _rows("agencies.csv"):
        plain = re.sub(r"\s*\(.*\)", "", row["name"])
        key = f"agency:{_slug(row['acronym'] or row['name'])}-{row['jurisdiction'].lower()}"
        prefix = {"US": ("U.S. ", "US ", "United States "), "GB": ("UK ", "U.K ")}
        for text in _spellings(plain, row["acronym"], row["aliases"]):
            yield Name(text, "Agency", key, weak=text in WEAK)
            for nation in prefix.get(row["jurisdiction"], ()):
                yield Name(nation + text, "Agency", key)
            if head := re.fullmatch(r"Department of (?:the )?(.+)", text):
                for nation in ("", "U.S. ", "US "):
                    yield Name(f"{nation}{head[1]} Department", "Agency", key)


def _companies() -> Iterator[Name]:
    rows = list(_rows("organisations.csv"))
    own = {row["canonical_name"] for row in rows}
    for row in rows:
        skipped = row["type"] in _NO_FIRMS
        key = f"company:{_slug(row['canonical_name'])}"
        for text in _spellings(row["canonical_name"], "", row["aliases"]):
            if text in own and text != row["canonical_name"]:
                continue
            if skipped:
                yield Name(text, "", "-")
            else:
                yield Name(text, "Company", key, key, weak=text in WEAK)


def _spellings(*fields: str) -> Iterator[str]:
    for field in fields:
        for text in field.split(" | "):
            if text and text not in _DROPPED:
                yield text


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (_REFERENCE / table).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
