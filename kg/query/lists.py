"""The long lists that questions begin with or follow from a node, and how they are narrowed."""

from kg.query.facing import legal_statuses, restriction_types
from kg.query.nodes import STATUS
from kg.query.patterns import Connection, Filter, Key, Variant, same

BY_KEY = (Key("<new>.key"),)
NEWEST_FIRST = (Key("<new>.sort", descending=True),)
BEST_FIRST = (Key("<score>", descending=True), Key("<new>.sort"))

ENTITIES = Connection(
    "MATCH (<new>:Entity)",
    filters=(same("kind", "<new>.kind = $kind"), same("country", "<new>.country = $country")),
    variants=(
        Variant("search", "WITH node AS <new>, score AS <score>", BEST_FIRST, text_search=True),
    ),
)

RESTRICTION_FILTERS = (
    Filter("types", "<new>.type IN $types", restriction_types),
    Filter("statuses", f"{STATUS.replace('<it>', '<new>')} IN $statuses", legal_statuses),
    same("modality", "<new>.modality = $modality"),
    same(
        "imposedBy",
        "EXISTS { MATCH (<new>)-[:IMPOSED_BY]->(<i>:Entity) WHERE <i>.id = $imposedBy }",
    ),
    same(
        "instrument",
        "EXISTS { MATCH (<new>)<-[:ESTABLISHES]-(<j>:Entity) WHERE <j>.id = $instrument }",
    ),
)
RESTRICTIONS = Connection("MATCH (<new>:Restriction)", filters=RESTRICTION_FILTERS)
IMPOSED = Connection("MATCH (<it>)<-[:IMPOSED_BY]-(<new>:Restriction)", filters=RESTRICTION_FILTERS)
ESTABLISHED = Connection(
    "MATCH (<it>)-[:ESTABLISHES]->(<new>:Restriction)", filters=RESTRICTION_FILTERS
)

DOCUMENTS = Connection(
    "MATCH (<new>:Document)",
    NEWEST_FIRST,
    filters=(
        same("search", "toLower(<new>.title) CONTAINS toLower($search)"),
        same("publishedFrom", "<new>.published >= $publishedFrom"),
        same("publishedTo", "<new>.published <= $publishedTo"),
    ),
)

CLAIM_FILTERS = (
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
    "MATCH (<it>)<-[:CLAIM_SUBJECT]-(<new>:Claim) WHERE <new>.status = 'alleged'", BY_KEY
)

IN_DOCUMENT = "MATCH (<it>)<-[:IN_DOCUMENT]-(<p>:Passage)<-[:EVIDENCE]-"
PASSAGES = Connection(
    "MATCH (<it>)<-[:IN_DOCUMENT]-(<new>:Passage)", (Key("<new>.start"), Key("<new>.end"))
)
CLAIMS_IN = Connection(f"{IN_DOCUMENT}(<new>:Claim)", BY_KEY, CLAIM_FILTERS, distinct=True)
RESTRICTIONS_IN = Connection(
    f"{IN_DOCUMENT}(<c>:Claim)-[:CLAIM_SUBJECT]->(<new>:Restriction)",
    filters=RESTRICTION_FILTERS,
    distinct=True,
)

REGULATING = Connection(
    "MATCH (<it>)<-[:REGULATED_ASSET]-(<new>:Restriction)", filters=RESTRICTION_FILTERS
)
