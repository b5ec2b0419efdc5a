"""Cursors give back the keys that they were made of, and nothing else is one."""

from hypothesis import given
from hypothesis import strategies as st

from kg.query import BadCursorError, cursors

KEYS = st.lists(st.text() | st.integers(0, 2**53) | st.floats(0, 1), min_size=1, max_size=3)


@given(KEYS)
def test_keys_survive(keys: list[str | int | float]) -> None:
    assert cursors.decode(cursors.encode(keys), len(keys)) == keys


@given(st.text(), st.integers(1, 3))
def test_any_text_is_a_cursor_or_a_bad_one(text: str, size: int) -> None:
    try:
        keys = cursors.decode(text, size)
    except BadCursorError:
        return
    assert len(keys) == size
