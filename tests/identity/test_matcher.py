"""The matcher finds pairs without comparing all, decides by named rules, and says why."""

import pytest

from kg.claims import Entity
from kg.identity.matcher import Matcher
from kg.identity.records import Identifier, Record
from kg.identity.rules import Verdict
from ontology.vocabulary import EntityKind


def firm(key: str, *names: str, country: str | None = "cn", **more: object) -> Record:
    countries = frozenset({country} if country else ())
    return Record(f"company:{key}", EntityKind.COMPANY, names, countries, **more)  # type: ignore[arg-type]


def model(key: str, name: str) -> Record:
    return Record(f"model:{key}", EntityKind.AI_MODEL, (name,))


LEI = frozenset({Identifier.of("lei", "5493001KJTIIGC8Y1R12")})
OTHER_LEI = frozenset({Identifier.of("lei", "549300LBI3LRIZ2V8V66")})


@pytest.mark.parametrize(
    ("a", "b", "verdict", "rule"),
    [
        (firm("1", "Aerosun Corp."), firm("2", "AEROSUN"), Verdict.SAME, "same name"),
        (
            firm("1", "Red Lotus", identifiers=LEI),
            firm("2", "Blue Crane", identifiers=LEI),
            Verdict.SAME,
            "same identifier",
        ),
        (
            firm("1", "Aerosun", identifiers=LEI),
            firm("2", "Aerosun", identifiers=OTHER_LEI),
            Verdict.DIFFERENT,
            "identifiers differ",
        ),
        (
            firm("1", "Plant 811"),
            firm("2", "Plant 813"),
            Verdict.DIFFERENT,
            "numbers or places differ",
        ),
        (
            firm("1", "Shanghai Lanhai Tech"),
            firm("2", "Beijing Lanhai Tech"),
            Verdict.DIFFERENT,
            "numbers or places differ",
        ),
        (
            firm("1", "Lanhai Optics"),
            firm("2", "Lanhai Optics Trading", country="de"),
            Verdict.DIFFERENT,
            "countries differ",
        ),
        (
            firm("1", "Lanhai"),
            firm("2", "Lanhai", parents=frozenset({"company:1"})),
            Verdict.DIFFERENT,
            "parent and part",
        ),
        (firm("1", "Lanhai"), firm("2", "Lanhai Holdings"), Verdict.UNSURE, None),
        (firm("1", "Lanhai"), firm("2", "Lanhai Cloud"), Verdict.UNSURE, None),
        (firm("1", "Lanhai"), firm("2", "Lanhai", country="de"), Verdict.UNSURE, None),
        (model("1", "GPT-4"), model("2", "GPT 4"), Verdict.SAME, "same name"),
        (model("1", "GPT-4"), model("2", "GPT-5"), Verdict.DIFFERENT, "numbers or places differ"),
        (model("1", "Lanhai"), firm("2", "Lanhai"), Verdict.DIFFERENT, "different kinds"),
    ],
)
def test_rules(a: Record, b: Record, verdict: Verdict, rule: str | None) -> None:
    match = Matcher((a, b)).score(a, b)
    assert (match.verdict, match.rule) == (verdict, rule)
    assert Matcher((b, a)).score(b, a).verdict is verdict


def test_a_short_name_that_a_third_firm_has_too_is_doubtful() -> None:
    short, long = firm("1", "Lanhai"), firm("2", "Lanhai Technology Co., Ltd.")
    third = firm("3", "Lanhai Pharmacy")
    assert Matcher((short, long)).score(short, long).verdict is Verdict.SAME
    assert Matcher((short, long, third)).score(short, long).verdict is Verdict.UNSURE


def test_reasons_are_sentences() -> None:
    a, b = firm("1", "Multicarta OOO"), firm("2", "Multikarta Cloud LLC", country="ru")
    assert Matcher((a, b)).score(a, b).reasons == (
        '"Multicarta OOO" is part of "Multikarta Cloud LLC"',
        '"multicarta" sounds like "multikarta"',
        'only one of the names has "cloud"',
        "other country: CN and RU",
    )


def test_the_score_ranks_same_above_doubtful_above_different() -> None:
    a = firm("1", "Beijing Lanhai Optics")
    names = ("Beijing Lanhai Optics Ltd", "Beijing Lanhai", "Shanghai Lanhai Optics")
    others = [firm(str(number), name) for number, name in enumerate(names, 2)]
    matcher = Matcher((a, *others))
    scores = [matcher.score(a, other).score for other in others]
    assert scores == sorted(scores, reverse=True)


def test_blocking_finds_spellings_translations_acronyms_and_numbers() -> None:
    pairs = [
        (firm("a1", "Great Wall Motor"), firm("a2", "Greatwall Motor")),
        (firm("b1", "Tekhnodinamika"), firm("b2", "Технодинамика")),
        (firm("c1", "Amazon Web Services"), firm("c2", "AWS")),
        (firm("d1", "Red Lotus", identifiers=LEI), firm("d2", "Blue Crane", identifiers=LEI)),
        (firm("e1", "华为技术有限公司"), firm("e2", "Huawei Technologies")),
    ]
    matcher = Matcher(record for pair in pairs for record in pair)
    found = {(matcher.records[i].id, matcher.records[j].id) for i, j in matcher.candidates().pairs}
    assert found == {(a.id, b.id) for a, b in pairs}


def test_many_records_of_one_name_are_chained_not_crossed() -> None:
    matcher = Matcher(firm(f"{n:03}", "Lanhai Optics") for n in range(200))
    assert len(matcher.candidates().pairs) < 1_000


def test_the_order_of_records_does_not_matter() -> None:
    records = [firm(str(n), name) for n, name in enumerate(("Lanhai", "Lanhai Ltd", "Lanhai AI"))]
    assert list(Matcher(records).matches()) == list(Matcher(records[::-1]).matches())


def test_an_entity_of_the_graph_becomes_a_record() -> None:
    entity = Entity(
        "company:x",
        EntityKind.COMPANY,
        "Lanhai",
        ("Lanhai Ltd",),
        {"country": "CN", "wikidata": "Q42", "reference": True},
    )
    record = Record.of_entity(entity, parents=("company:y",))
    assert record.names == ("Lanhai", "Lanhai Ltd")
    assert record.countries == {"cn"}
    assert record.identifiers == {Identifier("wikidata", "q42")}
    assert record.parents == {"company:y"}
    assert record.reference
