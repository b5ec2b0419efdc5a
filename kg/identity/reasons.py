"""What speaks for and against two records being one, in words for the person who looks at them."""

from collections.abc import Iterable, Iterator

from kg.identity.alignment import How
from kg.identity.evidence import Accord, Evidence
from kg.identity.likeness import Likeness, Relation
from kg.identity.names import Role, Word

_RELATIONS = {
    Relation.SAME: "are one name",
    Relation.REORDERED: "are one name in another order",
    Relation.RESPELLED: "are one name in another spelling or language",
    Relation.OVERLAPPING: "have words in common",
    Relation.UNLIKE: "have no word in common",
}
_HOWS = {
    How.TRANSLATED: "means the same as",
    How.JOINED: "is written apart or together as",
    How.SOUNDED: "sounds like",
    How.INITIALS: "is the initials or the full form of",
    How.SPELLED: "is spelled almost like",
    How.UNVOWELLED: "has the consonants of",
    How.RELATED: "is close in sense to",
}


def reasons(evidence: Evidence) -> tuple[str, ...]:
    """One sentence a feature, the names first."""
    return (*_of_names(evidence.best), *_of_records(evidence))


def _of_names(best: Likeness) -> Iterator[str]:
    yield _related(best)
    for answer in best.alignment.answers:
        if answer.how is not How.EQUAL:
            yield f"{_quoted(answer.left)} {_HOWS[answer.how]} {_quoted(answer.right)}"
    if best.relation is Relation.ACRONYM:
        return
    if best.numbers_differ:
        yield f"the numbers differ: {_sides(best)}"
    elif best.places_differ:
        yield f"the places differ: {_sides(best)}"
    elif best.extra and best.alignment.answers:
        yield f"only one of the names has {_quoted(best.extra)}"
    forms = [{w.key for w in form.words if w.role is Role.LEGAL} for form in (best.a, best.b)]
    if forms[0] and forms[1] and not forms[0] & forms[1]:
        yield "the legal forms differ"


def _related(best: Likeness) -> str:
    a, b = f'"{best.a.original}"', f'"{best.b.original}"'
    short = best.a if best.a.is_short else best.b
    match best.relation:
        case Relation.ACRONYM:
            return f'"{short.original}" is the acronym of {b if short is best.a else a}'
        case Relation.SHORTENED:
            short = best.shorter
            return f'"{short.original}" is part of {b if short is best.a else a}'
    return f"{a} and {b} {_RELATIONS[best.relation]}"


def _of_records(e: Evidence) -> Iterator[str]:
    if e.equal_names > 1:
        yield f"{e.equal_names} names in common"
    if e.core_is_theirs:
        yield "no other entity known has these words"
    if not e.kinds_agree:
        yield f"the kinds differ: {e.a.kind.value} and {e.b.kind.value}"
    match e.countries:
        case Accord.AGREE:
            yield f"same country: {_listed(e.a.countries & e.b.countries)}"
        case Accord.DIFFER:
            yield f"other country: {_listed(e.a.countries)} and {_listed(e.b.countries)}"
    for identifier in e.shared:
        yield f"same {identifier.scheme}: {identifier.value}"
    for scheme in e.conflicting:
        yield f"other {scheme}"
    if e.related:
        yield "one is the parent of the other"
    elif e.parents is Accord.AGREE:
        yield f"same parent: {', '.join(sorted(e.a.parents & e.b.parents))}"
    if e.same_address:
        yield "same address"


def _sides(best: Likeness) -> str:
    return f"{_quoted(best.alignment.left)} and {_quoted(best.alignment.right)}"


def _quoted(words: Iterable[Word]) -> str:
    return f'"{" ".join(word.text for word in words)}"'


def _listed(countries: Iterable[str]) -> str:
    return ", ".join(sorted(country.upper() for country in countries))
