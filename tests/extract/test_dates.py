"""The validity that a sentence states, and nothing that it does not."""

import pytest

from ingest.extract.dates import Validity, validity


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rule is effective May 15, 2025.", Validity("2025-05-15", None, "day")),
        ("It takes effect on 1 March 2026.", Validity("2026-03-01", None, "day")),
        ("The law enters into force in August 2026.", Validity("2026-08-01", None, "month")),
        ("The ban applies from 2027.", Validity("2027-01-01", None, "year")),
        ("Sales are barred until June 30, 2026.", Validity(None, "2026-06-30", "day")),
        (
            "In force from 2 February 2025 until 2028-01-31.",
            Validity("2025-02-02", "2028-01-31", "day"),
        ),
        ("Reuters reported on May 15, 2025 that chips are barred.", Validity()),
        ("The rule takes effect in ninety days.", Validity()),
        ("Effective February 31, 2025.", Validity()),
    ],
)
def test_bounds_are_read_only_where_they_are_stated(sentence: str, expected: Validity) -> None:
    assert validity(sentence) == expected
