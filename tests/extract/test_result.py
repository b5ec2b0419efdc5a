"""The exchange form of an extraction."""

from ingest.extract.result import Denial, Entity, Extraction, Party, Relation, Restriction


def test_as_json_is_plain_and_leaves_unknown_values_out() -> None:
    entity = Entity("e1", "Company", "Foo Ltd", ("Foo",), ((0, 7), (12, 15)))
    restriction = Restriction(
        "r1",
        "chip_export",
        "prohibition",
        "in_force",
        (0, 40),
        (Party(entity="e1"),),
        (),
        (Party(text="banned firms", span=(20, 32)),),
        (),
        (),
        None,
        None,
        "reported",
        None,
        None,
        None,
        0.5,
        "test",
    )
    relation = Relation("opposes", "e1", "e2", "reported", (0, 9), None, 1.0, "test")
    extraction = Extraction(
        "a", (entity,), (restriction,), (relation,), (Denial("e1", (0, 9), (0,)),)
    )

    found = extraction.as_json()

    assert found["entities"] == [
        {
            "id": "e1",
            "type": "Company",
            "name": "Foo Ltd",
            "aliases": ["Foo"],
            "mentions": [[0, 7], [12, 15]],
        }
    ]
    restrictions = found["restrictions"]
    assert isinstance(restrictions, list)
    assert restrictions[0]["imposers"] == [{"entity": "e1"}]
    assert restrictions[0]["restricted"] == [{"text": "banned firms", "span": [20, 32]}]
    assert "valid_from" not in restrictions[0]
    assert found["denials"] == [{"claimant": "e1", "evidence": [0, 9], "disputes": [0]}]
