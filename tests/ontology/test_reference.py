"""What the reference tables say, and what a table may not say."""

from pathlib import Path

import pytest

from ontology import model, reference
from ontology.derive import labels
from ontology.reference import ReferenceDataError, ReferenceTable
from ontology.vocabulary import EntityKind, Predicate

COLUMNS = {
    "company.csv": "id,name,aliases,careful,country,parent,source",
    "agency.csv": "id,name,aliases,careful,jurisdiction,parent,source",
    "model.csv": "id,name,aliases,careful,developer,source",
    "instrument.csv": "id,name,aliases,careful,issuer,date,source",
    "jurisdiction.csv": "id,name,aliases,careful,parent,source",
}


@pytest.fixture(scope="module")
def table() -> ReferenceTable:
    return reference.load()


def read(folder: Path, **rows: str) -> ReferenceTable:
    """Tables of the given rows (`company="..."`), the others empty."""
    for name, columns in COLUMNS.items():
        text = rows.get(name.removesuffix(".csv"), "")
        (folder / name).write_text(f"{columns}\n{text}", encoding="utf-8")
    return reference.read(folder)


@pytest.mark.parametrize(
    ("key", "name", "alias"),
    [
        ("company:openai", "OpenAI", "OpenAI Group PBC"),
        ("company:smic", "SMIC", "Semiconductor Manufacturing International Corporation"),
        ("agency:us-bis", "Bureau of Industry and Security", "BIS"),
        ("agency:cn-mofcom", "Ministry of Commerce of the People's Republic of China", "商务部"),
        ("model:gpt-4", "GPT-4", "GPT-4 Turbo"),
        ("instrument:eo-14110", "Executive Order 14110", "EO 14110"),
        ("instrument:eu-ai-act", "Artificial Intelligence Act", "EU AI Act"),
        ("list:us-entity-list", "Entity List", "BIS Entity List"),
        ("list:us-1260h", "Section 1260H List", "1260H List"),
        ("jurisdiction:us", "United States", "United States of America"),
    ],
)
def test_well_known_entities_keep_their_ids(
    table: ReferenceTable, key: str, name: str, alias: str
) -> None:
    entity = table.by_id[key]
    assert entity.name == name
    assert alias in entity.aliases


def test_countries_and_states_come_with_code_and_parent(table: ReferenceTable) -> None:
    california = table.by_id["jurisdiction:us-ca"]
    assert (california.name, california.iso) == ("California", "US-CA")
    assert california.parent == "jurisdiction:us"
    assert table.by_id["jurisdiction:kr"].wikidata == "Q884"
    assert "jurisdiction:suhh" not in table.by_id, "the Soviet Union is history"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("company:meta", "Meta"),
        ("company:arm", "Arm"),
        ("agency:us-state", "State"),
        ("agency:us-doc", "Commerce"),
        ("model:gemini", "Gemini"),
        ("model:phi", "Phi"),
    ],
)
def test_names_that_are_ordinary_words_are_marked(
    table: ReferenceTable, key: str, name: str
) -> None:
    assert name in table.by_id[key].careful


@pytest.mark.parametrize(
    ("subject", "predicate", "target"),
    [
        ("model:gpt-4", Predicate.DEVELOPED_BY, "company:openai"),
        ("company:amazon-web-services", Predicate.SUBSIDIARY_OF, "company:amazon"),
        ("agency:us-bis", Predicate.PART_OF, "agency:us-doc"),
        ("company:baidu", Predicate.LOCATED_IN, "jurisdiction:cn"),
        ("agency:us-ca-cppa", Predicate.LOCATED_IN, "jurisdiction:us-ca"),
        ("list:us-entity-list", Predicate.ISSUED_BY, "agency:us-bis"),
        ("jurisdiction:us-ca", Predicate.PART_OF, "jurisdiction:us"),
    ],
)
def test_facts_follow_from_the_columns(
    table: ReferenceTable, subject: str, predicate: Predicate, target: str
) -> None:
    (fact,) = (f for f in table.facts() if (f.subject, f.predicate) == (subject, predicate))
    assert fact.object == target
    assert fact.source


def test_facts_keep_to_the_domains_and_ranges_of_the_ontology(table: ReferenceTable) -> None:
    properties = model.load().properties
    for fact in table.facts():
        term = properties[fact.predicate]
        assert set(term.domain) & set(labels(EntityKind.of(fact.subject))), fact
        assert set(term.range) & set(labels(EntityKind.of(fact.object))), fact


def test_instrument_types_are_concepts_of_the_ontology(table: ReferenceTable) -> None:
    codes = {concept.notation for concept in model.load().scheme("InstrumentType").concepts}
    instruments = {
        entity.type: entity.id
        for entity in table.entities
        if entity.kind in (EntityKind.INSTRUMENT, EntityKind.DESIGNATION_LIST)
    }
    assert set(instruments) <= codes, instruments


def test_a_row_adds_to_a_country_without_repeating_its_name(tmp_path: Path) -> None:
    table = read(tmp_path, jurisdiction="jurisdiction:us,,U.S. | Washington,Washington,,mine\n")
    country = table.by_id["jurisdiction:us"]
    assert country.name == "United States"
    assert country.aliases == ("United States of America", "U.S.", "Washington")
    assert (country.iso, country.source) == ("US", "mine")


def test_a_shared_name_is_allowed_once_unmarked(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        company="company:ada,Ada,,,US,,mine\n",
        model="model:ada,Ada,,Ada,company:ada,mine\n",
    )
    assert table.by_id["company:ada"].careful == ()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            {"company": "company:a,Ada,,,US,,mine\ncompany:a,Bob,,,US,,mine\n"},
            r"company\.csv:3: company:a stands at company\.csv:2 already",
        ),
        (
            {"company": "company:a,Ada,,,US,company:b,mine\n"},
            r"company\.csv:2: unknown parent company:b",
        ),
        (
            {"company": "company:a,Ada,,,XX,,mine\n"},
            r"company\.csv:2: unknown jurisdiction jurisdiction:xx",
        ),
        (
            {"company": "company:a,Ada,,,US,,mine\n", "model": "model:a,ada,,,,mine\n"},
            r"model\.csv:2: 'ada' also names company:a \(company\.csv:2\)",
        ),
        (
            {"company": "company:a,Ada,,Eve,US,,mine\n"},
            r"company\.csv:2: careful 'Eve' is no name of company:a",
        ),
        ({"company": "firm:a,Ada,,,US,,mine\n"}, r"company\.csv:2: 'firm:a'"),
        ({"company": "company:a,Ada,,,US,,\n"}, r"company\.csv:2: company:a has no source"),
        ({"company": "company:a,Ada,,,US\n"}, r"company\.csv:2: not as many cells as columns"),
        (
            {"company": "company:a,Ada,,,US,jurisdiction:us,mine\n"},
            r"company\.csv:2: jurisdiction:us is of another kind",
        ),
        (
            {"instrument": "instrument:a,Ada,,,list:b,,mine\nlist:b,Bob,,,,,mine\n"},
            r"instrument\.csv:2: list:b cannot be the issuer",
        ),
        (
            {"instrument": "instrument:a,Ada,,,,2025-02-31,mine\n"},
            r"instrument\.csv:2: '2025-02-31' is no ISO date",
        ),
    ],
)
def test_a_contradiction_is_told_with_its_place(
    tmp_path: Path, rows: dict[str, str], message: str
) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        read(tmp_path, **rows)
