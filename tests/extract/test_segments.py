"""Sentences, list items and provisions, and the lead-ins they hang from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.segments import Unit, units


def shown(text: str) -> list[str]:
    return [text[u.start : u.end] for u in units(text)]


def leads(text: str, unit: Unit) -> list[str]:
    return [text[start:end] for start, end in unit.chapeau]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
        (
            "Acme Co. Ltd. sells chips. Nobody objects.",
            ["Acme Co. Ltd. sells chips.", "Nobody objects."],
        ),
        ("He left the U.S. The ban stays.", ["He left the U.S.", "The ban stays."]),
        ("See Sec. 5 and No. 7. Art. 3 applies.", ["See Sec. 5 and No. 7.", "Art. 3 applies."]),
        ("GPT-5. 2 is out. It is fast.", ["GPT-5. 2 is out.", "It is fast."]),
        ("“Stop.” She left.", ["“Stop.”", "She left."]),
    ],
)
def test_sentences_spare_abbreviations(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "A provider of a cloud service shall verify every foreign\ncustomer before access is given."
    )
    assert shown(text) == [text]


def test_bullets_hang_from_their_open_lead_in() -> None:
    text = "Providers must:\n- keep logs; and\n- report incidents.\n\nOthers are free."
    lead, first, second, last = units(text)
    assert [text[u.start : u.end] for u in (first, second)] == ["keep logs", "report incidents."]
    assert leads(text, first) == leads(text, second) == ["Providers must:"]
    assert (first.kind, first.label, last.kind, last.chapeau) == ("item", "-", "sentence", ())
    assert lead.kind == "sentence"


def test_nested_numbers_keep_the_whole_chain() -> None:
    text = (
        "Sec. 2. Duties. A developer shall:\n(a) publish:\n(i) a plan; and\n(ii) a test; and\n"
        "(b) report."
    )
    by_text = {text[u.start : u.end]: u for u in units(text)}
    assert leads(text, by_text["a test"]) == ["A developer shall:", "publish:"]
    assert leads(text, by_text["report."]) == ["A developer shall:"]


def test_a_letter_after_its_predecessor_is_no_roman_number() -> None:
    text = "No one may:\n(g) sell;\n(h) lend; or\n(i) give chips."
    assert leads(text, units(text)[-1]) == ["No one may:"]


def test_items_inside_a_line_are_split() -> None:
    text = "The rule covers: (1) chips; (2) servers; and (3) model weights."
    assert shown(text)[1:] == ["chips", "servers", "model weights."]


def test_headings_are_kept_apart() -> None:
    text = "Prohibited Practices\n\nArticle 5: Scoring people is prohibited."
    heading, rule = units(text)
    assert (heading.kind, rule.label) == ("heading", "Article 5:")
    assert rule.heading == (heading.start, heading.end)


def test_a_wrapped_cross_reference_is_no_provision() -> None:
    lines = [
        "A person who sells a covered chip shall keep a record of it.",
        "Nothing in this rule limits the duties that are set out by",
        "Section 5 of the charter of users, which the council keeps.",
        "A record is kept for as long as the council says, and longer",
        "where a court of the state asks for it.",
    ]
    text = "\n".join(lines)
    assert shown(text)[1] == "\n".join(lines[1:3])


@given(st.text(alphabet="aB1.;:()-•\n\r\t \u00a0é\u2029“”", max_size=80))
def test_units_are_in_order_and_trimmed(text: str) -> None:
    end = 0
    for unit in units(text):
        quote = text[unit.start : unit.end]
        assert quote == quote.strip() != ""
        assert unit.start >= end
        end = unit.end
