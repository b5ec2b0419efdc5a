"""From a text to its extraction."""

from ingest.extract import pipeline

TEXT = "OpenAI released GPT-5.2. The White House objected in June."


def test_one_and_many_agree() -> None:
    extractor = pipeline.load()
    many = list(extractor.extract_many([(TEXT, "a"), ("", "b"), (TEXT, "c")]))
    assert [e.doc for e in many] == ["a", "b", "c"]
    assert many[0].as_json() == extractor.extract(TEXT, "a").as_json()
    assert many[0].entities == many[2].entities
    assert many[1].entities == ()


def test_entities_are_numbered_in_text_order() -> None:
    found = pipeline.load().extract(TEXT, "a").entities
    assert [(e.id, e.name) for e in found] == [
        ("e1", "OpenAI"),
        ("e2", "GPT-5.2"),
        ("e3", "White House"),
    ]


def test_the_pipeline_is_loaded_once() -> None:
    assert pipeline.load() is pipeline.load()
