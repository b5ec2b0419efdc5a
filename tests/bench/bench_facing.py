"""The main question over HTTP, on 100,000 entities and 50,000 norms in the embedded store.

Each norm is imposed by one agency under one instrument, has one bearer, restricts one party and has
one or two legal statuses; each of its claims rests on one sentence. The graph is written, served
and asked by a process each.
"""

import json
import multiprocessing
import random
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import batched
from multiprocessing.connection import Connection
from pathlib import Path

import httpx
import uvicorn

from api.app import create_app
from api.settings import Settings
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage
from kg.store import open_store
from kg.store.writer import write
from ontology.vocabulary import (
    AssertionStatus,
    DeonticModality,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
)
from tests.bench.figures import peak_megabytes, show
from tests.graphs import NOW, RUN

ENTITIES = 100_000
NORMS = 50_000
NORMS_PER_DOCUMENT = 10
AT_ONCE = 100
WARM_UP = 5
REQUESTS = 101
STARTUP_SECONDS = 60
KINDS = (
    (EntityKind.COMPANY, 0.7),
    (EntityKind.PARTY_CLASS, 0.1),
    (EntityKind.AGENCY, 0.1),
    (EntityKind.INSTRUMENT, 0.1),
)
PARTIES = (EntityKind.COMPANY, EntityKind.PARTY_CLASS)
LEAVES = [t for t in RestrictionType if t.value not in ("export", "access", "economic", "duty")]
QUESTION = """
query Facing($after: String) {
  facing(type: CLOUD_ACCESS, asOf: "2026-11-24", statuses: [PROPOSED, IN_FORCE], first: 50,
         after: $after) {
    totalCount
    pageInfo { endCursor hasNextPage }
    edges { cursor node {
      party { __typename ... on Company { id name } ... on PartyClass { id name } }
      restriction {
        id type modality status imposedBy { name } bearers { name } instrument { title }
      }
      evidence { quote start end document { id title url published } }
    } }
  }
}
"""


def entities() -> dict[EntityKind, list[Entity]]:
    return {
        kind: [
            Entity(f"{kind.prefix}:{i}", kind, f"{kind.value} {i * 7919 % ENTITIES}")
            for i in range(int(ENTITIES * share))
        ]
        for kind, share in KINDS
    }


def batches(rng: random.Random) -> Iterator[Batch]:
    known = entities()
    everybody = [one for some in known.values() for one in some]
    share = len(everybody) * NORMS_PER_DOCUMENT // NORMS
    for number in range(NORMS // NORMS_PER_DOCUMENT):
        mine = everybody[number * share : (number + 1) * share]
        yield one_document(number, mine, known, rng)


def one_document(
    number: int, mine: list[Entity], known: dict[EntityKind, list[Entity]], rng: random.Random
) -> Batch:
    sentences = [
        f"Rule {number}-{i} says that the parties which it names may not rent computing power "
        "from providers of cloud services without a licence. "
        for i in range(NORMS_PER_DOCUMENT)
    ]
    document = Document("".join(sentences), f"Notice {number}", published="2025-01-01")
    found: list[Entity] = list(mine)
    claims: list[Claim] = []
    for i, sentence in enumerate(sentences):
        start = sum(map(len, sentences[:i]))
        passage = Passage(document.id, start, start + len(sentence), sentence)
        norm = Entity(
            f"restriction:{number}-{i}",
            EntityKind.RESTRICTION,
            f"Rule {number}-{i}",
            (),
            {"type": rng.choice(LEAVES).value, "modality": rng.choice(MODALITIES).value},
        )
        found.append(norm)
        for subject, predicate, target in ties(norm, known, rng):
            found.extend((subject, target))
            claims.append(claim(subject, predicate, passage, target.id))
        dates = [("proposed", "2024-03-01"), ("in_force", "2025-06-01")][: rng.choice((1, 1, 2))]
        for status, day in dates:
            claims.append(
                claim(norm, Predicate.LEGAL_STATUS, passage, None, LegalStatus(status), day)
            )
    return Batch(document, tuple(found), tuple(claims), RUN)


MODALITIES = (DeonticModality.PROHIBITION, DeonticModality.OBLIGATION)


def ties(
    norm: Entity, known: dict[EntityKind, list[Entity]], rng: random.Random
) -> Iterator[tuple[Entity, Predicate, Entity]]:
    yield norm, Predicate.IMPOSED_BY, rng.choice(known[EntityKind.AGENCY])
    yield norm, Predicate.BEARER, rng.choice(known[EntityKind.COMPANY])
    yield norm, Predicate.RESTRICTED_PARTY, rng.choice(known[rng.choice(PARTIES)])
    yield rng.choice(known[EntityKind.INSTRUMENT]), Predicate.ESTABLISHES, norm


def claim(
    subject: Entity,
    predicate: Predicate,
    passage: Passage,
    target: str | None,
    value: LegalStatus | None = None,
    day: str | None = None,
) -> Claim:
    return Claim(
        subject.id,
        predicate,
        AssertionStatus.REPORTED,
        passage.document,
        (passage,),
        object=target,
        value=value.value if value else None,
        valid=Interval(day),
    )


def build(url: str) -> None:
    store = open_store(url)
    store.prepare()
    start = time.perf_counter()
    claims = 0
    for group in batched(batches(random.Random(7)), AT_ONCE):
        claims += write(store, group, now=NOW).claims
    taken = time.perf_counter() - start
    store.close()
    show("graph of the main question, writing", taken, "s", f"{claims:,} claims")


def serve(url: str, listener: socket.socket, stopping: Connection) -> None:
    """Serve the store until told to stop, then say how much memory that took."""
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(store=url)), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    stopping.recv()
    server.should_exit = True
    thread.join()
    show("main question, peak memory of the server", peak_megabytes(), "MB")


def local_socket() -> socket.socket:
    """A free port; asyncio answers without delay only on sockets that say they are TCP."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


def ask(address: str) -> None:
    taken: list[float] = []
    after = None
    with httpx.Client(timeout=STARTUP_SECONDS) as client:
        for _ in range(WARM_UP + REQUESTS):
            body = {"query": QUESTION, "variables": {"after": after}}
            start = time.perf_counter()
            response = client.post(address, json=body)
            taken.append((time.perf_counter() - start) * 1000)
            page = json.loads(response.content)["data"]["facing"]
            after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    milliseconds = sorted(taken[WARM_UP:])
    note = f"{page['totalCount']:,} matches, pages of 50"
    show("main question over HTTP, p50", statistics.median(milliseconds), "ms", note)
    show("main question over HTTP, p95", milliseconds[int(REQUESTS * 0.95)], "ms")


def main() -> None:
    processes = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        url = f"grafeo://{Path(folder) / 'kg.grafeo'}"
        builder = processes.Process(target=build, args=(url,))
        builder.start()
        builder.join()
        listener = local_socket()
        stop, stopping = processes.Pipe()
        server = processes.Process(target=serve, args=(url, listener, stopping))
        server.start()
        ask(f"http://127.0.0.1:{listener.getsockname()[1]}/graphql")
        stop.send("stop")
        server.join()


if __name__ == "__main__":
    main()
