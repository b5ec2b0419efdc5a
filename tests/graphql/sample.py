"""A small graph on cloud access, chips and a distillation dispute, and ways to ask it."""

import asyncio
from typing import Any

import httpx

from api.app import create_app
from api.settings import Settings
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage
from kg.errors import QueryTimeoutError, StoreError
from kg.store import Store
from kg.store.base import Parameters, Row
from kg.store.writer import write
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate
from tests.graphs import NOW, RUN

CLOUD = "A proposed rule would keep cloud providers from renting chips to linked entities."
CHIPS = "Since 2022 exporters may not ship advanced chips to Inspur."
REPORT = "Labs must report large training runs to the bureau."
ALLEGED = "OpenAI says that DeepSeek trained on the output of GPT-4."
DENIED = "DeepSeek denies it."
ENDED = "The old tariff on servers ended in 2020."

COMMERCE = Entity("agency:us-commerce", EntityKind.AGENCY, "Department of Commerce")
BIS = Entity("agency:us-bis", EntityKind.AGENCY, "Bureau of Industry and Security", ("BIS",))
LINKED = Entity(
    "class:linked",
    EntityKind.PARTY_CLASS,
    "Entities linked to the military",
    (),
    {"criterion": "whoever is linked to the military"},
)
INSPUR = Entity("company:inspur", EntityKind.COMPANY, "Inspur", ("浪潮",), {"country": "CN"})
OPENAI = Entity("company:openai", EntityKind.COMPANY, "OpenAI", (), {"country": "US"})
DEEPSEEK = Entity("company:deepseek", EntityKind.COMPANY, "DeepSeek", (), {"country": "CN"})
GPT4 = Entity("model:gpt-4", EntityKind.AI_MODEL, "GPT-4")
BILL = Entity("instrument:cloud-bill", EntityKind.INSTRUMENT, "Remote Access Bill")


def norm(key: str, name: str, type_: str, modality: str = "prohibition") -> Entity:
    properties = {"type": type_, "modality": modality}
    return Entity(f"restriction:{key}", EntityKind.RESTRICTION, name, (), properties)


CLOUD_RULE = norm("cloud", "Cloud access rule", "cloud_access")
CHIP_RULE = norm("chips", "Chip rule", "chip_export")
DUTY = norm("report", "Reporting duty", "reporting", "obligation")
OLD = norm("old", "Old tariff", "tariff")


def batch(text: str, published: str, *claims: tuple[Any, ...]) -> Batch:
    """A one-sentence document; a claim is (subject, predicate, object or value, extra fields)."""
    document = Document(
        text, f"On {text[:20]}", f"https://example.org/{len(text)}", published=published
    )
    passage = Passage(document.id, 0, len(text), text)
    found, made = {}, []
    for subject, predicate, target, extra in claims:
        entity = target if isinstance(target, Entity) else None
        for one in filter(None, (subject, entity)):
            found[one.id] = one
        made.append(
            Claim(
                subject=subject.id,
                predicate=predicate,
                document=document.id,
                evidence=(passage,),
                object=entity.id if entity else None,
                value=None if entity else target,
                **{"status": AssertionStatus.REPORTED, **extra},
            )
        )
    return Batch(document, tuple(found.values()), tuple(made), RUN)


P = Predicate
SAID = batch(
    ALLEGED,
    "2026-02-01",
    (GPT4, P.DEVELOPED_BY, OPENAI, {}),
    (
        DEEPSEEK,
        P.DISTILLED_FROM,
        GPT4,
        {"status": AssertionStatus.ALLEGED, "claimant": OPENAI.id},
    ),
)
BATCHES = (
    batch(
        CLOUD,
        "2026-01-10",
        (CLOUD_RULE, P.IMPOSED_BY, BIS, {}),
        (CLOUD_RULE, P.RESTRICTED_PARTY, LINKED, {}),
        (BILL, P.ESTABLISHES, CLOUD_RULE, {}),
        (BIS, P.PART_OF, COMMERCE, {}),
        (CLOUD_RULE, P.LEGAL_STATUS, LegalStatus.PROPOSED.value, {}),
    ),
    batch(
        CHIPS,
        "2025-03-01",
        (CHIP_RULE, P.IMPOSED_BY, BIS, {}),
        (CHIP_RULE, P.RESTRICTED_PARTY, INSPUR, {"confidence": 0.5}),
        (
            CHIP_RULE,
            P.LEGAL_STATUS,
            LegalStatus.IN_FORCE.value,
            {"valid": Interval("2022-10-07")},
        ),
    ),
    batch(
        REPORT,
        "2025-05-01",
        (DUTY, P.BEARER, OPENAI, {}),
        (DUTY, P.OWED_TO, BIS, {}),
        (DUTY, P.LEGAL_STATUS, LegalStatus.FLOATED.value, {}),
    ),
    SAID,
    batch(
        DENIED,
        "2026-02-02",
        (
            DEEPSEEK,
            P.DISPUTES,
            None,
            {"status": AssertionStatus.DENIED, "disputes": (SAID.claims[1].key,)},
        ),
    ),
    batch(
        ENDED,
        "2021-01-01",
        (OLD, P.RESTRICTED_PARTY, INSPUR, {}),
        (OLD, P.LEGAL_STATUS, LegalStatus.ENDED.value, {"valid": Interval("2020-01-01")}),
    ),
)


def fill(store: Store) -> None:
    for one in BATCHES:
        write(store, [one], now=NOW)


class Ask:
    """Sends GraphQL requests to an application in this process."""

    def __init__(self, store: Store, **settings: Any) -> None:
        self.app = create_app(Settings(**settings), store)

    def __call__(self, query: str, **variables: Any) -> dict[str, Any]:
        response = self.send("POST", "/graphql", json={"query": query, "variables": variables})
        answer: dict[str, Any] = response.json()
        return answer

    def data(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = self(query, **variables)
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    def codes(self, query: str, **variables: Any) -> list[str]:
        return [error["extensions"]["code"] for error in self(query, **variables)["errors"]]

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://kg") as client:
                return await client.request(method, path, **options)

        return asyncio.run(send())


class Failing:
    """A store that cannot answer, in one of the ways in which stores cannot."""

    url = "grafeo:///nowhere"
    search = ""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def search_query(self, text: str) -> str:
        return text

    def prepare(self) -> None:
        raise self.error

    def read(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        raise self.error

    def write(self, work: Any) -> Any:
        raise self.error

    def close(self) -> None:
        """Nothing is open."""


DOWN = Failing(StoreError("grafeo:///nowhere does not answer"))
SLOW = Failing(QueryTimeoutError("no answer within 10 s"))
BROKEN = Failing(ZeroDivisionError("a defect"))
