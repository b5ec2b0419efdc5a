"""Names that their context gives away."""

import pytest

from ingest.extract import pipeline


def surfaces(text: str, type_: str) -> set[str]:
    found = pipeline.load().extract(text, "d").entities
    return {text[a:b] for e in found if e.type == type_ for a, b in e.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The start-up Quibbleworks has raised money in March.", "Quibbleworks"),
        ("Vexalon, a Toronto-based chip maker, denied the report.", "Vexalon"),
        ("The spokesperson spoke with Mirelle Labs, as the CEO of Brontide said.", "Brontide"),
    ],
)
def test_unknown_firms(text: str, name: str) -> None:
    assert name in surfaces(text, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that the University of Ruritania hired a professor.",
        "However, a company must register.",
        "Generative AI, a technology of many providers, is new.",
    ],
)
def test_outlets_universities_and_words_are_no_firms(text: str) -> None:
    assert surfaces(text, "Company") == set()


def test_governments_and_capitals_that_act() -> None:
    text = (
        "The Chinese government replied. Washington\u2019s rule hurts trade. "
        "She lives in Washington."
    )
    found = pipeline.load().extract(text, "d").entities
    mentions = {e.ref: [text[a:b] for a, b in e.mentions] for e in found}
    assert mentions == {
        "jurisdiction:cn": ["Chinese government"],
        "jurisdiction:us": ["Washington"],
    }


def test_adjectives_persons_and_universities_are_no_places() -> None:
    text = "Chinese firms met Jordan Smith of the University of California."
    assert surfaces(text, "Jurisdiction") == set()


def test_the_president_is_an_office_in_a_bill_only() -> None:
    bill = "The President shall submit a plan. The agency shall comply. Nobody shall object."
    assert surfaces(bill, "Agency") == {"President"}
    assert surfaces("On Monday the President smiled at reporters.", "Agency") == set()


def test_a_platform_counts_only_where_it_acts() -> None:
    assert surfaces("Follow the ministry on YouTube and Reddit.", "Company") == set()
    assert surfaces("YouTube must label synthetic videos.", "Company") == {"YouTube"}
