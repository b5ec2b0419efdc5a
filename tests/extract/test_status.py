"""Legal status from a sentence or, in a law, from the document."""

import pytest

from ingest.extract.genre import Genre, genre
from ingest.extract.status import status_of

REPORT = Genre("prose", "in_force")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Italy bans the chatbot.", "in_force"),
        ("The bill would ban the chatbot.", "proposed"),
        ("The Commission is considering a ban.", "proposed"),
        ("Italy lifted its ban on the chatbot.", "ended"),
        ("The ministry proposed a moratorium but backed away from it.", "ended"),
        ("A judge enjoined the law that bans deepfakes.", "suspended"),
        ("The governor signed a law that bans deepfakes.", "adopted"),
        ("Chips will be barred from June.", "adopted"),
    ],
)
def test_a_report_gives_the_status_by_its_verbs(sentence: str, status: str) -> None:
    assert status_of(sentence, REPORT) == status


def test_the_kind_of_a_document_gives_its_rules_their_status() -> None:
    clause = "SEC. 2. A provider shall test its model. SEC. 3. A provider shall keep records."
    law = f"{clause}\nSEC. 4. This Act shall come into force at once."
    bill = f"A BILL\n{clause}"
    assert genre(law) == Genre("law", "in_force")
    assert genre(bill) == Genre("law", "proposed")
    assert status_of("A provider shall test its model.", genre(bill)) == "proposed"


def test_terms_of_use_and_news_are_told_apart() -> None:
    terms = "Terms of Use. You agree to this. You may not resell the services. Do not share keys."
    news = "The firm said that you may like it. A law must follow, critics say."
    assert genre(terms).kind == "terms"
    assert genre(news).kind == "prose"
