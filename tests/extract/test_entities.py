"""One entity for each thing, with all its mentions."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import pipeline
from ingest.extract.result import Entity


def extracted(text: str) -> tuple[Entity, ...]:
    return pipeline.load().extract(text, "d").entities


def only(text: str, type_: str) -> Entity:
    (entity,) = (e for e in extracted(text) if e.type == type_)
    return entity


@pytest.mark.parametrize(
    ("text", "type_", "name", "aliases"),
    [
        (
            "Zetachip Holdings Co., Ltd. (“Zetachip”) grew. Zetachip sells chips.",
            "Company",
            "Zetachip Holdings Co., Ltd.",
            ("Zetachip",),
        ),
        (
            "The Ruritanian Chip Export Authority (RCEA) ruled. RCEA was clear.",
            "Agency",
            "Ruritanian Chip Export Authority",
            ("RCEA",),
        ),
        (
            "The Texas Attorney General sued. The Attorney General won.",
            "Agency",
            "Texas Attorney General",
            ("Attorney General",),
        ),
        (
            "E.O. 14110 was signed; Executive Order 14110 is gone.",
            "Instrument",
            "Executive Order 14110",
            ("E.O. 14110",),
        ),
        (
            "The Fair Machines Act of 2025 (Public Law 119-99) holds.",
            "Instrument",
            "Fair Machines Act of 2025",
            ("Public Law 119-99",),
        ),
    ],
)
def test_forms_of_one_thing_meet(
    text: str, type_: str, name: str, aliases: tuple[str, ...]
) -> None:
    entity = only(text, type_)
    assert (entity.name, entity.aliases) == (name, aliases)


def test_forms_of_a_country_meet_under_its_reference() -> None:
    text = "The United States and the U.S. are one; so is America, and the US."
    entity = only(text, "Jurisdiction")
    assert entity.ref == "jurisdiction:us"
    assert [text[a:b] for a, b in entity.mentions] == ["United States", "U.S.", "America", "US"]


def test_versions_of_a_model_are_apart() -> None:
    names = {e.name for e in extracted("GPT-4 and GPT-4o and GPT-5 differ; GPT 5 is the latest.")}
    assert names == {"GPT-4", "GPT-4o", "GPT-5"}


def test_a_longer_name_hides_the_shorter_inside() -> None:
    text = "The Chinese unit of the US Department of Justice read the EU AI Act."
    found = [(e.type, e.name) for e in extracted(text)]
    assert found == [("Agency", "US Department of Justice"), ("Instrument", "EU AI Act")]


def test_articles_and_possessives_stay_outside() -> None:
    text = "The European Commission's plan and OpenAI\u2019s reply."
    assert [e.name for e in extracted(text)] == ["European Commission", "OpenAI"]


PIECES = st.sampled_from(
    [
        "OpenAI",
        "the U.S. Department of Commerce",
        "Zetachip Co., Ltd.",
        "GPT-5.2",
        "Fair Machines Act",
        "China\u2019s",
        "(BIS)",
        "Bureau of Industry and Security",
        "15 CFR part 744",
        "bans",
        "\r\n",
        "\n\n",
        "\t",
        "\u00a0",
        "🙂",
        "é",
        "\u2028",
        "- ",
        "(a) ",
        ". ",
        ", ",
        "“",
        "\U0001f1fa\U0001f1f8",
        "İ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25), st.sampled_from(["", " "]))
def test_mentions_are_exact_trimmed_apart_and_sorted(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    entities = extracted(text)
    spans = sorted(span for e in entities for span in e.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for entity in entities:
        quotes = [text[start:end] for start, end in entity.mentions]
        assert all(quote == quote.strip() != "" for quote in quotes)
        assert list(entity.mentions) == sorted(entity.mentions)
        forms = {" ".join(quote.split()) for quote in quotes}
        assert forms == {entity.name, *entity.aliases}
    assert extracted(text) == entities
