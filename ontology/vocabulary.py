"""The closed vocabularies as Python types, written by hand and checked against the Turtle in tests.

Importing this module reads no file: only `narrower` opens the ontology, when first called.
"""

from enum import StrEnum
from functools import cache


class RestrictionType(StrEnum):
    """What a norm limits or demands; a group stands before the types that it is broader than."""

    EXPORT = "export"
    CHIP_EXPORT = "chip_export"
    EQUIPMENT_EXPORT = "equipment_export"
    MODEL_WEIGHTS = "model_weights"
    ACCESS = "access"
    CLOUD_ACCESS = "cloud_access"
    MODEL_ACCESS = "model_access"
    DATA_TRANSFER = "data_transfer"
    TALENT = "talent"
    ECONOMIC = "economic"
    INVESTMENT = "investment"
    PROCUREMENT = "procurement"
    MARKET_ACCESS = "market_access"
    TARIFF = "tariff"
    SANCTION = "sanction"
    ENTITY_LISTING = "entity_listing"
    FINANCIAL_SANCTION = "financial_sanction"
    CONDUCT = "conduct"
    PROHIBITED_PRACTICE = "prohibited_practice"
    DISTILLATION = "distillation"
    CONTENT_CONTROL = "content_control"
    DUTY = "duty"
    REPORTING = "reporting"
    TRANSPARENCY = "transparency"
    RISK_MANAGEMENT = "risk_management"
    LICENSING = "licensing"
    DUE_DILIGENCE = "due_diligence"
    PROPERTY = "property"
    IP_PROTECTION = "ip_protection"
    OTHER = "other"


class DeonticModality(StrEnum):
    """Whether a norm forbids, demands, allows, exempts or defines."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    EXEMPTION = "exemption"
    CONSTITUTIVE = "constitutive"


class AssertionStatus(StrEnum):
    """How a source stands to what it says."""

    OFFICIAL = "official"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    ANALYST = "analyst"
    INFERRED = "inferred"


class LegalStatus(StrEnum):
    """Where a norm or instrument stands in its life."""

    PROPOSED = "proposed"
    FLOATED = "floated"
    IN_CONSULTATION = "in_consultation"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    PARTLY_APPLICABLE = "partly_applicable"
    SUSPENDED = "suspended"
    ENJOINED = "enjoined"
    ENDED = "ended"
    VACATED = "vacated"
    REPEALED = "repealed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class DatePrecision(StrEnum):
    """How exactly a source gives a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class EntityKind(StrEnum):
    """The concrete classes of the world layer; the value is the class name and graph label."""

    COMPANY = "Company"
    AGENCY = "Agency"
    JURISDICTION = "Jurisdiction"
    PARTY_CLASS = "PartyClass"
    JURISDICTION_GROUP = "JurisdictionGroup"
    DESIGNATION_LIST = "DesignationList"
    AI_MODEL = "AIModel"
    ASSET_CLASS = "AssetClass"
    INSTRUMENT = "Instrument"
    RESTRICTION = "Restriction"

    @property
    def prefix(self) -> str:
        """The part of an id before its colon, as in `company:openai`."""
        return _PREFIXES[self]

    @classmethod
    def of(cls, entity_id: str) -> "EntityKind":
        """The kind that an id names; ValueError for an unknown prefix."""
        kind = _KINDS.get(entity_id.partition(":")[0])
        if kind is None:
            raise ValueError(f"{entity_id!r} does not begin with the id prefix of any kind")
        return kind


_PREFIXES = {
    EntityKind.COMPANY: "company",
    EntityKind.AGENCY: "agency",
    EntityKind.JURISDICTION: "jurisdiction",
    EntityKind.PARTY_CLASS: "class",
    EntityKind.JURISDICTION_GROUP: "group",
    EntityKind.DESIGNATION_LIST: "list",
    EntityKind.AI_MODEL: "model",
    EntityKind.ASSET_CLASS: "asset",
    EntityKind.INSTRUMENT: "instrument",
    EntityKind.RESTRICTION: "restriction",
}
_KINDS = {prefix: kind for kind, prefix in _PREFIXES.items()}


class Predicate(StrEnum):
    """What a claim can assert; the value is the property's name in the ontology."""

    IMPOSED_BY = "imposedBy"
    BEARER = "bearer"
    RESTRICTED_PARTY = "restrictedParty"
    OWED_TO = "owedTo"
    REGULATED_ASSET = "regulatedAsset"
    ESTABLISHES = "establishes"
    DEVELOPED_BY = "developedBy"
    SUBSIDIARY_OF = "subsidiaryOf"
    PART_OF = "partOf"
    LOCATED_IN = "locatedIn"
    ISSUED_BY = "issuedBy"
    LISTED_ON = "listedOn"
    INVESTED_IN = "investedIn"
    SUPPLIES = "supplies"
    DISTILLED_FROM = "distilledFrom"
    OPPOSES = "opposes"
    AMENDS = "amends"
    MEMBER_OF = "memberOf"
    SUBGROUP_OF = "subgroupOf"
    OWNS = "owns"
    AFFILIATE_OF = "affiliateOf"
    GOVERNS = "governs"
    HAS_JURISDICTION = "hasJurisdiction"
    REPEALS = "repeals"
    EXEMPT_FROM = "exemptFrom"
    ASSET_MEMBER_OF = "assetMemberOf"
    DERIVED_FROM = "derivedFrom"
    LEGAL_STATUS = "legalStatus"
    DISPUTES = "disputes"
    TRAINING_COMPUTE = "trainingCompute"
    COMPUTE_THRESHOLD = "computeThreshold"

    @property
    def edge(self) -> str:
        """The edge type in the graph, such as `IMPOSED_BY`."""
        return self.name

    @property
    def relation(self) -> str:
        """The name in the exchange format, such as `imposed_by`."""
        return self.name.lower()


SCHEMES: dict[str, type[StrEnum]] = {
    scheme.__name__: scheme
    for scheme in (RestrictionType, DeonticModality, AssertionStatus, LegalStatus, DatePrecision)
}
"""The enums of the closed concept schemes, by the scheme's name in the ontology."""


@cache
def narrower[T: StrEnum](value: T) -> frozenset[T]:
    """The concept itself and every narrower one: what a question about `value` is to match."""
    from ontology.model import load  # opens the Turtle: not paid by those who only want the names

    kind = type(value)
    return frozenset(map(kind, load().scheme(kind.__name__).concept(value.value).narrower))
