"""Settings from the environment, each with the prefix `KG_`, such as `KG_STORE`."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.graphql import limits
from ingest.read import MAX_BYTES

DEFAULT_STORE = "grafeo:///./data/kg.grafeo"


class Settings(BaseSettings):
    """Where the graph is and how it is served; unknown is an error, never a guess."""

    model_config = SettingsConfigDict(env_prefix="KG_", frozen=True)

    store: str = Field(DEFAULT_STORE, description="The URL of the store.")
    neo4j_password: SecretStr | None = Field(None, description="The password of a Neo4j store.")
    host: str = Field("127.0.0.1", description="The address to listen on.")
    port: int = Field(8000, description="The port to listen on.")
    max_depth: int = Field(limits.DEPTH, description="Levels of nesting in a query.", ge=1)
    max_cost: int = Field(limits.COST, description="Estimated cost of a query.", ge=1)
    max_page: int = Field(limits.PAGE_ROWS, description="Rows of a page.", ge=1)
    timeout: float = Field(limits.TIMEOUT, description="Seconds for a query.", gt=0)
    max_bytes: int = Field(MAX_BYTES, description="Bytes of a file to read.", ge=1)
    max_request: int = Field(limits.REQUEST_BYTES, description="Bytes of a request.", ge=1)
    llm_url: str | None = Field(None, description="Base URL of an OpenAI-compatible endpoint.")
    llm_model: str | None = Field(None, description="The name of the model to ask there.")
    llm_api_key: SecretStr | None = Field(None, description="The key that the endpoint wants.")
    llm_timeout: float = Field(120, description="Seconds for an answer of the model.", gt=0)
    llm_cache: Path = Field(Path("data/answers"), description="The folder of kept answers.")
    llm_price_read: float | None = Field(
        None, description="Price of a million tokens that the model reads.", ge=0
    )
    llm_price_written: float | None = Field(
        None, description="Price of a million tokens that the model writes.", ge=0
    )
    gliner_model: Path | None = Field(None, description="The folder of a GLiNER model.")

    @property
    def limits(self) -> limits.Limits:
        return limits.Limits(
            depth=self.max_depth,
            cost=self.max_cost,
            page_size=self.max_page,
            timeout=self.timeout,
            request_bytes=self.max_request,
        )
