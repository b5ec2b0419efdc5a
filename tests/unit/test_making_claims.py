"""From what was found in a text to claims: identity, parties, evidence, and what is left out."""

from ingest.claims import ClaimMaker, Made
from ingest.extract.result import Denial, Entity, Extraction, Party, Relation, Restriction
from kg.claims import Claim, Document
from ontology import reference
from ontology.vocabulary import AssertionStatus, EntityKind, Predicate
from tests.graphs import RUN

TEXT = (
    "BIS would bar cloud firms from serving entities tied to the army. "
    "Zhubao Intelligence allegedly trained on GPT-4. China denies it."
)
MAKER = ClaimMaker(reference.load())


def span(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def named(id_: str, type_: str, name: str, ref: str | None = None) -> Entity:
    return Entity(id_, type_, name, (), (span(name),), ref)


def described(text: str) -> Party:
    return Party(text=text, span=span(text))


BIS = named("e1", "Agency", "BIS")
ZHUBAO = named("e2", "Company", "Zhubao Intelligence")
GPT4 = named("e3", "AIModel", "GPT-4", "model:gpt-4")
CHINA = named("e4", "Jurisdiction", "China")
RULE = Restriction(
    id="r1",
    type="cloud_access",
    modality="prohibition",
    status="proposed",
    evidence=span("BIS would bar cloud firms from serving entities tied to the army."),
    imposers=(Party(entity="e1"),),
    bearers=(described("cloud firms"),),
    restricted=(described("entities tied to the army"),),
    owed_to=(),
    assets=(),
    instrument=None,
    claimant=None,
    assertion="reported",
    valid_from=None,
    valid_to=None,
    precision=None,
    confidence=0.8,
    rule="test",
)
TRAINED = Relation(
    "distilled_from",
    "e2",
    "e3",
    "alleged",
    span("Zhubao Intelligence allegedly trained on GPT-4."),
    None,
    0.7,
    "test",
)


def make(text: str = TEXT, *relations: Relation, denials: tuple[Denial, ...] = ()) -> Made:
    document = Document(text, title="T", published="2026-05-01")
    found = Extraction("t", (BIS, ZHUBAO, GPT4, CHINA), (RULE,), relations, denials)
    return MAKER.make(document, found, RUN)


def claim(made: Made, predicate: Predicate) -> Claim:
    return next(c for c in made.batch.claims if c.predicate is predicate)


def test_every_quote_is_the_text_at_its_offsets() -> None:
    made = make(TEXT, TRAINED)
    assert made.batch.claims
    for one in made.batch.claims:
        for passage in one.evidence:
            assert TEXT[passage.start : passage.end] == passage.exact


def test_a_known_name_is_the_reference_entity_and_an_unknown_one_its_own() -> None:
    entities = {e.name: e for e in make().batch.entities}
    assert entities["Bureau of Industry and Security"].id == "agency:us-bis"
    assert entities["Zhubao Intelligence"].id.startswith("company:")
    again = {e.name: e for e in make(TEXT + " ").batch.entities}
    assert again["Zhubao Intelligence"].id == entities["Zhubao Intelligence"].id


def test_a_norm_has_its_parties_and_a_status_of_unknown_date() -> None:
    made = make()
    restricted = claim(made, Predicate.RESTRICTED_PARTY)
    group = next(e for e in made.batch.entities if e.id == restricted.object)
    assert (group.kind, group.name) == (EntityKind.PARTY_CLASS, "entities tied to the army")
    assert claim(made, Predicate.IMPOSED_BY).object == "agency:us-bis"
    status = claim(made, Predicate.LEGAL_STATUS)
    assert (status.value, status.valid.start) == ("proposed", None)


def test_one_norm_told_by_two_documents_is_one_node() -> None:
    norms = [claim(make(text), Predicate.LEGAL_STATUS).subject for text in (TEXT, TEXT + " ")]
    assert norms[0] == norms[1]


def test_a_denial_disputes_the_claim_and_not_the_edge_alone() -> None:
    denial = Denial("e4", span("China denies it."), (0,))
    made = make(TEXT, TRAINED, denials=(denial,))
    denied = claim(made, Predicate.DISPUTES)
    assert denied.status is AssertionStatus.DENIED
    assert denied.claimant == "jurisdiction:cn"
    assert denied.disputes == (claim(made, Predicate.DISTILLED_FROM).key,)


def test_what_the_ontology_forbids_is_left_out_and_told() -> None:
    wrong = Relation("developed_by", "e4", "e2", "reported", TRAINED.evidence, None, 1.0, "test")
    made = make(TEXT, wrong)
    assert [c for c in made.batch.claims if c.predicate is Predicate.DEVELOPED_BY] == []
    assert len(made.rejected) == 1
    assert "developedBy is said of" in made.rejected[0]
    assert "jurisdiction:cn" in made.rejected[0]


def test_a_denial_of_what_was_left_out_is_left_out_as_well() -> None:
    wrong = Relation("distilled_from", "e4", "e2", "alleged", TRAINED.evidence, None, 1.0, "test")
    made = make(TEXT, wrong, denials=(Denial("e4", span("China denies it."), (0,)),))
    assert [c for c in made.batch.claims if c.predicate is Predicate.DISPUTES] == []
    assert "disputes no stored claim" in made.rejected[-1]


def test_two_entries_of_one_firm_keep_all_its_names() -> None:
    text = "Zhubao Intelligence and Zhubao Intelligence Inc. are one firm."
    document = Document(text, title="T")
    short = Entity("e1", "Company", "Zhubao Intelligence", ("Zhubao",), ((0, 19),))
    long = Entity("e2", "Company", "Zhubao Intelligence Inc.", (), ((24, 48),))
    made = MAKER.make(document, Extraction("t", (short, long)), RUN)
    (firm,) = made.batch.entities
    assert (firm.name, firm.aliases) == (
        "Zhubao Intelligence",
        ("Zhubao", "Zhubao Intelligence Inc."),
    )
