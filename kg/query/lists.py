"""The long lists that questions begin with or follow from a node, and how they are narrowed."""

from kg.query.clocks import either, held, known, live, stood, tie
from kg.query.facing import legal_statuses, restriction_types
from kg.query.nodes import STATUS
from kg.query.patterns import Connection, Filter, Key, Variant, always, same
from ontology.vocabulary import Predicate

BY_KEY = (Key("<new>.key"),)
NEWEST_FIRST = (Key("<new>.sort", descending=True),)
BEST_FIRST = (Key("<score>", descending=True), Key("<new>.sort"))

ENTITIES = Connection(
    "MATCH (<new>:Entity)",
    filters=(
        always("known", known("<new>")),
        same("kind", "<new>.kind = $kind"),
        same("country", "<new>.country = $country"),
    ),
    variants=(
        Variant("search", "WITH node AS <new>, score AS <score>", BEST_FIRST, text_search=True),
    ),
)

# A norm of which no claim stands any longer is none.
STANDING = either(
    "NOT coalesce(<new>.withdrawn, false)",
    f"EXISTS {{ MATCH (<new>)<-[:CLAIM_SUBJECT]-(<w>:Claim) WHERE {stood('<w>')} }}",
)
RESTRICTION_FILTERS = (
    always("standing", STANDING),
    Filter("types", "<new>.type IN $types", restriction_types),
    Filter("statuses", f"{STATUS.replace('<it>', '<new>')} IN $statuses", legal_statuses),
    same("modality", "<new>.modality = $modality"),
    same(
        "imposedBy",
        f"EXISTS {{ MATCH (<new>)-[<e>:{tie(Predicate.IMPOSED_BY)}]->(<i>:Entity) "
        f"WHERE <i>.id = $imposedBy AND {held('<e>')} }}",
    ),
    same(
        "instrument",
        f"EXISTS {{ MATCH (<new>)<-[<f>:{tie(Predicate.ESTABLISHES)}]-(<j>:Entity) "
        f"WHERE <j>.id = $instrument AND {held('<f>')} }}",
    ),
)
RESTRICTIONS = Connection("MATCH (<new>:Restriction)", filters=RESTRICTION_FILTERS)
IMPOSED = Connection(
    f"MATCH (<it>)<-[<t>:{tie(Predicate.IMPOSED_BY)}]-(<new>:Restriction) WHERE {held('<t>')}",
    filters=RESTRICTION_FILTERS,
)
ESTABLISHED = Connection(
    f"MATCH (<it>)-[<t>:{tie(Predicate.ESTABLISHES)}]->(<new>:Restriction) WHERE {held('<t>')}",
    filters=RESTRICTION_FILTERS,
)

DOCUMENTS = Connection(
    "MATCH (<new>:Document)",
    NEWEST_FIRST,
    filters=(
        always("known", known("<new>")),
        same("search", "toLower(<new>.title) CONTAINS toLower($search)"),
        same("publishedFrom", "<new>.published >= $publishedFrom"),
        same("publishedTo", "<new>.published <= $publishedTo"),
    ),
)

CLAIM_FILTERS = (
    always("live", live("<new>")),
    same("predicate", "<new>.predicate = $predicate"),
    same("status", "<new>.status = $status"),
)
CLAIMS = Connection(
    "MATCH (<new>:Claim)",
    BY_KEY,
    (
        *CLAIM_FILTERS,
        same("object", "<new>.object = $object"),
        same("subject", "<s>.id = $subject"),
    ),
    (Variant("subject", "MATCH (<s>:Entity)<-[:CLAIM_SUBJECT]-(<new>:Claim)", BY_KEY),),
)
CLAIMS_ABOUT = Connection(
    # A claim of a thing about itself is found along both edges, and listed once.
    "MATCH (<it>)<-[<c>:CLAIM_SUBJECT|CLAIM_OBJECT]-(<new>:Claim) "
    "WHERE (type(<c>) = 'CLAIM_SUBJECT' OR <new>.subject <> <new>.object)",
    BY_KEY,
    CLAIM_FILTERS,
)
ALLEGATIONS = Connection(
    "MATCH (<it>)<-[:CLAIM_SUBJECT]-(<new>:Claim) WHERE <new>.status = 'alleged' "
    f"AND {live('<new>')}",
    BY_KEY,
)

IN_DOCUMENT = "MATCH (<it>)<-[:IN_DOCUMENT]-(<p>:Passage)<-[:EVIDENCE]-"
PASSAGES = Connection(
    "MATCH (<it>)<-[:IN_DOCUMENT]-(<new>:Passage) "
    f"WHERE EXISTS {{ MATCH (<new>)<-[:EVIDENCE]-(<c>:Claim) WHERE {live('<c>')} }}",
    (Key("<new>.start"), Key("<new>.end")),
)
CLAIMS_IN = Connection(f"{IN_DOCUMENT}(<new>:Claim)", BY_KEY, CLAIM_FILTERS, distinct=True)
RESTRICTIONS_IN = Connection(
    f"{IN_DOCUMENT}(<c>:Claim)-[:CLAIM_SUBJECT]->(<new>:Restriction) WHERE {live('<c>')}",
    filters=RESTRICTION_FILTERS,
    distinct=True,
)

REGULATING = Connection(
    f"MATCH (<it>)<-[<t>:{tie(Predicate.REGULATED_ASSET)}]-(<new>:Restriction) WHERE {held('<t>')}",
    filters=RESTRICTION_FILTERS,
)
