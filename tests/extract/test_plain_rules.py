"""Rules of plain codes, orders to one firm, and rules spoken by the firm that makes them."""

from ingest.extract.genre import genre
from ingest.extract.pipeline import load
from ingest.extract.result import Extraction, Restriction

POST = """Changes to our usage policy

Posted by OpenAI

We are publishing a revised Usage Policy for our models today. It applies from 1 July. We wrote it
after many talks with you, and we think that our customers will read it with ease.

What you can't do

- Feed the outputs of our models into the training of a rival model.
- Clone the voice of a living person.

What you need to do

- Tell people that they are talking to software.
"""
CODE = """CHAPTER 4. MACHINES OF THE STATE

§ 4-101. Purchases. (a) A public body of the State of Texas may not buy an automated decision
system unless it was tested for bias.

(b) A vendor shall report each failure of the system to the Attorney General.

§ 4-102. Banned uses. (a) No public body shall use face recognition in a school.
"""


def _read(text: str) -> Extraction:
    return load().extract(text, "doc")


def _makers(found: Extraction, rule: Restriction) -> set[str]:
    names = {e.id: e.name for e in found.entities}
    return {names[p.entity] for p in rule.imposers if p.entity}


def test_a_firm_that_tells_of_its_revised_policy_speaks_its_own_terms() -> None:
    assert genre(POST).kind == "terms"
    found = _read(POST)
    assert [r.modality for r in found.restrictions] == ["prohibition", "prohibition", "obligation"]
    assert all(_makers(found, r) == {"OpenAI"} for r in found.restrictions)
    assert {r.status for r in found.restrictions} == {"adopted"}


def test_an_excerpt_of_a_code_without_a_date_has_rules_of_unknown_status() -> None:
    assert {r.status for r in _read(CODE).restrictions} == {"unknown"}
    dated = CODE + "\n§ 4-103. This chapter took effect on 1 May 2019.\n"
    assert {r.status for r in _read(dated).restrictions} == {"in_force"}


def test_an_order_to_a_firm_that_is_introduced_at_length_is_read() -> None:
    told = "Italy's privacy watchdog on Monday told DeepSeek, a Hangzhou start-up little known "
    told += (
        "outside China until this winter, to stop sending personal data of users to servers abroad."
    )
    found = _read(told)
    [rule] = found.restrictions
    names = {e.id: e.name for e in found.entities}
    assert rule.modality == "prohibition"
    assert [names[p.entity] for p in rule.bearers if p.entity] == ["DeepSeek"]


def test_terms_name_the_places_whose_people_they_shut_out() -> None:
    terms = "Mistral AI Terms of Use\n\nYou must not share your key. You agree to these terms.\n\n"
    terms += "Our services are not available to persons who live in Iran or Syria.\n"
    found = _read(terms)
    names = {e.id: e.name for e in found.entities}
    shut_out = {names[p.entity] for r in found.restrictions for p in r.restricted if p.entity}
    assert {"Iran", "Syria"} <= shut_out
