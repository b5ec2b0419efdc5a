"""Whom a ban cuts off, by the grammar of the sentence."""

import pytest

from ingest.extract.pipeline import load


@pytest.mark.parametrize(
    ("text", "restricted"),
    [
        ("The Treasury barred US persons from supplying Russia with cloud services.", "Russia"),
        ("The rule bars companies from providing Huawei with cloud computing power.", "Huawei"),
        ("The rule bars companies from selling cloud computing power to Huawei.", "Huawei"),
    ],
)
def test_the_receiver_is_cut_off_and_not_what_it_receives(text: str, restricted: str) -> None:
    found = load().extract(text, "ban")
    names = {entity.id: entity.name for entity in found.entities}
    cut_off = [
        names.get(party.entity or "", party.text)
        for norm in found.restrictions
        for party in norm.restricted
    ]
    assert cut_off == [restricted]
