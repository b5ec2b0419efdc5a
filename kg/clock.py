"""The second clock, recorded time: moments in one form, so that texts compare as moments do."""

from datetime import UTC, datetime

from kg.errors import InvalidInputError


def stamp(moment: datetime | str) -> str:
    """A moment as UTC text of fixed width, such as `2026-11-24T12:00:00.000000Z`.

    InvalidInputError for a text that is no ISO 8601 moment, or has no time zone.
    """
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError as error:
            raise InvalidInputError(f"{moment!r} is not a moment such as {EXAMPLE}") from error
    if moment.tzinfo is None:
        raise InvalidInputError(f"{moment.isoformat()} names no time zone: write {EXAMPLE}")
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z")


EXAMPLE = "2026-11-24T12:00:00Z"


def now() -> str:
    return stamp(datetime.now(UTC))
