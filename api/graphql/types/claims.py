"""Claims, the passages that are their evidence, and the documents that these stand in."""

import strawberry

from api.graphql.arguments import CLAIM_ARGUMENTS, RESTRICTION_ARGUMENTS
from api.graphql.declare import ended, listed, reached, stored
from api.graphql.types.nodes import Node
from api.graphql.types.pages import ClaimPage, EvidencePage, RestrictionPage
from api.graphql.types.refs import AClaim, ADocument, AnEntity, AnEvidence
from api.graphql.vocabulary import described
from kg.query import Key, lists, nodes
from kg.query.clocks import live
from ontology.vocabulary import AssertionStatus, Predicate

CLAIM_ORDER = (Key("<new>.key"),)


@strawberry.type(description=described("Document"))
class Document(Node):
    id: strawberry.ID = stored("id", "The id, made from the text.")
    sha256: str = stored("sha256", "The hash of the text, in hexadecimal digits.")
    title: str = stored("title", "The title, or the file's name if it has none.")
    url: str | None = stored("url", "Where it was published.")
    publisher: str | None = stored("publisher", "Who published it.")
    published: str | None = stored("published", "The day of publication, as an ISO date.")
    media_type: str = stored("mediaType", "The format in which it was read.")
    recorded_at: str = stored("recordedAt", "When the graph learned of it (UTC).")
    text: str = stored("text", "The text in which all offsets count, in Unicode code points.")
    passages: EvidencePage = listed(
        lists.PASSAGES, "The sentences that serve as evidence, as they follow each other."
    )
    claims: ClaimPage = listed(lists.CLAIMS_IN, "The claims that rest on it.", *CLAIM_ARGUMENTS)
    restrictions: RestrictionPage = listed(
        lists.RESTRICTIONS_IN, "The norms that it speaks of.", *RESTRICTION_ARGUMENTS
    )


@strawberry.type(description="A passage of a document that says what a claim asserts.")
class Evidence(Node):
    id: strawberry.ID = stored("id", "The id: the document's, and the offsets.")
    quote: str = stored("exact", "The words themselves: `text[start:end]` of the document.")
    start: int = stored("start", "The offset of the first character.")
    end: int = stored("end", "The offset after the last character.")
    document: ADocument = ended(
        "MATCH (<it>)-[:IN_DOCUMENT]->(<new>:Document)", "The document that it stands in."
    )
    claims: list[AClaim] = reached(
        f"MATCH (<it>)<-[:EVIDENCE]-(<new>:Claim) WHERE {live('<new>')}",
        "The claims that it is evidence of.",
        order=CLAIM_ORDER,
    )


@strawberry.type(description=described("Claim"))
class Claim(Node):
    id: strawberry.ID = stored("key", "The id, made from the content.")
    predicate: Predicate = stored("predicate", "What it asserts of its subject.")
    subject: AnEntity = ended("MATCH (<it>)-[:CLAIM_SUBJECT]->(<new>:Entity)", "What it is about.")
    object: AnEntity | None = reached(
        "MATCH (<it>)-[:CLAIM_OBJECT]->(<new>:Entity)",
        "What the subject is related to, if the claim relates two things.",
        many=False,
    )
    value: str | None = stored("value", "The value, if the claim gives one, such as `proposed`.")
    status: AssertionStatus = stored("status", "How its source stands to it.")
    claimant: AnEntity | None = reached(
        "MATCH (<it>)-[:CLAIMED_BY]->(<new>:Entity)",
        "Whom the source names as saying so.",
        many=False,
    )
    disputes: list[AClaim] = reached(
        f"MATCH (<it>)-[:DISPUTES]->(<new>:Claim) WHERE {live('<new>')}",
        "The claims that it denies.",
        order=CLAIM_ORDER,
    )
    disputed_by: list[AClaim] = reached(
        f"MATCH (<it>)<-[:DISPUTES]-(<new>:Claim) WHERE {live('<new>')}",
        "The claims that deny it.",
        order=CLAIM_ORDER,
    )
    valid_from: str | None = stored("validFrom", "Since when it holds, as an ISO date.")
    valid_to: str | None = stored("validTo", "The day from which it no longer holds.")
    confidence: float = stored("confidence", "How sure the extraction is, from 0 to 1.")
    recorded_at: str = stored("recordedAt", "When the graph learned it (UTC).")
    superseded_at: str | None = stored(
        nodes.SUPERSEDED,
        "When the graph learned that it stands no longer: its source was corrected, or it was "
        "retracted (UTC).",
    )
    evidence: list[AnEvidence] = reached(
        f"MATCH (<it>){nodes.QUOTED}", "The passages that say so.", order=nodes.BY_PLACE
    )


@strawberry.type(
    description="What the live claims of one kind about two things add up to, with its standing."
)
class Relation:
    source: AnEntity = ended("WITH *, startNode(<it>) AS <new>", "The thing of which it is said.")
    target: AnEntity = ended(
        "WITH *, endNode(<it>) AS <new>", "The thing that it is said to be related to."
    )
    status: AssertionStatus = stored("status", "The strongest standing that any claim gives it.")
    disputed: bool = stored("coalesce(<it>.disputed, false)", "Whether somebody denies it.")
    confidence: float = stored("confidence", "How sure the surest extraction is, from 0 to 1.")
    valid_from: str | None = stored("validFrom", "Since when it holds, as an ISO date.")
    valid_to: str | None = stored("validTo", "The day from which it no longer holds.")
    claims: list[AClaim] = reached(
        nodes.OF_CLAIMS.replace("<c>", "<new>"), "The claims behind it.", order=CLAIM_ORDER
    )
    evidence: list[AnEvidence] = reached(
        f"{nodes.OF_CLAIMS}{nodes.QUOTED}",
        "The passages that say so.",
        order=nodes.BY_PLACE,
        distinct=True,
    )
