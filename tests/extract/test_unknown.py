"""Names that no list knows: what the whole text says of them decides what they are."""

import pytest

from ingest.extract import pipeline


def named(text: str, type_: str) -> set[str]:
    found = pipeline.load().extract(text, "d").entities
    return {text[a:b] for e in found if e.type == type_ for a, b in e.mentions}


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("The order bars Velmora, a cloud reseller in Trieste.", {"Velmora"}),
        ("Brinkhaus, whose chips power the cluster, refused.", {"Brinkhaus"}),
        ("The round was led by Ostmark Ventures, a fund.", {"Ostmark Ventures"}),
        ("The watchdog fined Quellia 3 million euros in May.", {"Quellia"}),
        ("Makers of tools such as Orlanta, Brevix and Tarn Robotics came.", None),
    ],
)
def test_words_beside_a_name_make_it_a_firm(text: str, firms: set[str] | None) -> None:
    assert named(text, "Company") == (firms or {"Orlanta", "Brevix", "Tarn Robotics"})


def test_a_name_explained_once_is_the_same_thing_everywhere() -> None:
    text = "Velmora, a cloud reseller, grew. Nobody asked why. In June Velmora moved."
    assert len(pipeline.load().extract(text, "d").entities[0].mentions) == 2


def test_the_first_word_of_an_unlisted_firm_is_short_for_it() -> None:
    text = "Orlan Compute, a cloud provider, grew. Orlan, whose servers are new, denied it."
    (firm,) = pipeline.load().extract(text, "d").entities
    assert (firm.name, firm.aliases) == ("Orlan Compute", ("Orlan",))


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("A language model called Aurora Nine beat Brightmind, a new chatbot.", None),
        ("The lab trained its model on the outputs of Tessel-3.", {"Tessel-3"}),
        ("Its newest model, Ondine, was released in May.", {"Ondine"}),
        ("The weights of Varda-12B are open.", {"Varda-12B"}),
    ],
)
def test_words_beside_a_name_make_it_a_model(text: str, models: set[str] | None) -> None:
    assert named(text, "AIModel") == (models or {"Aurora Nine", "Brightmind"})


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Vartex has fined two banks.", {"Vartex"}),
        ("PRUDIG, the data watchdog, opened a case.", {"PRUDIG"}),
        ("The Ministerio de Asuntos Digitales opened a case.", {"Ministerio de Asuntos Digitales"}),
        ("The Autorit\u00e9 de la Parole wrote to it.", {"Autorit\u00e9 de la Parole"}),
    ],
)
def test_public_bodies_without_an_english_head_word(text: str, bodies: set[str]) -> None:
    assert named(text, "Agency") == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Jana Brandt, the chief executive, and Brandt said the chips were late.",
        "Netzhilfe, a civil-rights group, praised the law.",
        '"Covered system" means a model that the operator sells.',
        "She told Der Bote, a newspaper, that it was over.",
        "In Benchquest, a benchmark of 400 tasks, it failed.",
        "Circular 2 and Section 5 speak of models and weights.",
    ],
)
def test_persons_papers_and_other_bodies_are_none_of_these(text: str) -> None:
    assert named(text, "Company") | named(text, "AIModel") == set()
