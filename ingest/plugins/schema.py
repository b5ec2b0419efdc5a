"""The exchange format as a model is asked for it: quotes stand where the format has offsets.

A model counts characters badly and quotes well; the offsets are computed from its quotes. Every
field is required and none is added, as strict structured output demands.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ingest.exchange import EntityType, RelationType
from ontology.vocabulary import RestrictionType


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SaidEntity(_Strict):
    """A named entity."""

    id: str = Field(description="A short id of your own, such as e1.")
    type: EntityType
    name: str = Field(description="The fullest form of the name in the text, word for word.")
    other_names: tuple[str, ...] = Field(
        description="Every other form in which the text names it, word for word."
    )


class SaidParty(_Strict):
    """A named entity by its id, or else a description by its words in the text."""

    entity: str | None = Field(description="The id of a listed entity, or null.")
    text: str | None = Field(description="The words of the description, or null.")


class SaidRestriction(_Strict):
    """A rule that limits or obliges somebody."""

    type: RestrictionType
    modality: Literal["prohibition", "obligation"]
    status: Literal["proposed", "adopted", "in_force", "suspended", "ended", "unknown"]
    evidence: str = Field(description="The one sentence or list item that states it, verbatim.")
    imposers: tuple[SaidParty, ...] = Field(description="Who makes the rule.")
    bearers: tuple[SaidParty, ...] = Field(description="Who must act or refrain.")
    restricted: tuple[SaidParty, ...] = Field(description="Who is cut off or listed.")
    assets: tuple[SaidParty, ...] = Field(description="The thing concerned.")


class SaidRelation(_Strict):
    """A tie between two listed entities that the text states."""

    type: RelationType
    subject: str = Field(description="The id of a listed entity.")
    object: str = Field(description="The id of a listed entity.")
    status: Literal["reported", "alleged", "denied"]
    evidence: str = Field(description="The one sentence that states it, verbatim.")


class Answer(_Strict):
    """All that a model finds in one document."""

    entities: tuple[SaidEntity, ...]
    restrictions: tuple[SaidRestriction, ...]
    relations: tuple[SaidRelation, ...]


def response_format() -> dict[str, object]:
    """The answer's schema, as the `response_format` of a chat completion."""
    schema = Answer.model_json_schema()
    return {
        "type": "json_schema",
        "json_schema": {"name": "extraction", "strict": True, "schema": schema},
    }
