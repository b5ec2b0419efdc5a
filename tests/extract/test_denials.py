"""Rejections of what others allege."""

import pytest

from tests.extract.test_relations import ACCUSED, ACCUSED_NAMES
from tests.extract.told import read


def test_a_denial_disputes_the_alleged_relations_only() -> None:
    doc = read(ACCUSED, ACCUSED_NAMES)
    (denied,) = doc._.denials
    assert denied.claimant == "China"
    assert [doc._.relations[i].type for i in denied.disputes] == ["distilled_from"]
    assert ACCUSED[slice(*denied.evidence)] == "Beijing rejected the allegations on Thursday."


@pytest.mark.parametrize(
    "ending",
    [
        "Beijing rejected a bid for the port.",
        "Beijing said it would answer later.",
        "The allegations are serious.",
    ],
)
def test_other_rejections_and_silence_are_no_denials(ending: str) -> None:
    text = ACCUSED.partition(". ")[0] + ". " + ending
    assert read(text, ACCUSED_NAMES)._.denials == ()


def test_a_denial_without_an_allegation_is_left_out() -> None:
    text = "OpenAI denied reports that it is for sale."
    assert read(text, {"Company": ["OpenAI"]})._.denials == ()
