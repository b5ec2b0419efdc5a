"""Extraction by a language model behind an OpenAI-compatible endpoint."""

import json
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from ingest.extract.result import Extraction
from ingest.plugins.cache import AnswerCache
from ingest.plugins.chat import Chat, where_it_breaks
from ingest.plugins.errors import RejectedQuestionError, UnusableAnswerError
from ingest.plugins.grounding import ground
from ingest.plugins.prompt import system_prompt
from ingest.plugins.report import Failure, ModelReport
from ingest.plugins.schema import Answer, response_format
from kg import ids

ATTEMPTS = 2
"""A model that answers badly once may answer well when asked again."""


class ModelExtractor:
    """Asks the model about each document and takes over what the text holds.

    `report` gathers refusals, failures and tokens. A document without a usable answer yields an
    empty extraction and a failure in the report.
    """

    def __init__(self, chat: Chat, cache: AnswerCache) -> None:
        self.name = f"model:{chat.model}"
        self.report = ModelReport()
        self._chat = chat
        self._cache = cache

    def extract(self, text: str, doc: str) -> Extraction:
        """The extraction of one text, under the document name `doc`."""
        try:
            answer = self._answer(text)
        except UnusableAnswerError as error:
            self.report.failed.append(Failure(doc, str(error)))
            return Extraction(doc)
        found, refused = ground(answer, text, doc, rule=self.name)
        self.report.refused += refused
        return found

    def extract_many(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """The extractions of (text, document name) pairs, one after the other."""
        for text, doc in documents:
            yield self.extract(text, doc)

    def _answer(self, text: str) -> Answer:
        key = self._key(text)
        kept = self._kept(key)
        if kept:
            self.report.from_cache += 1
            return kept
        answer = self._ask(text)
        self._cache.put(key, answer.model_dump_json())
        return answer

    def _kept(self, key: str) -> Answer | None:
        kept = self._cache.get(key)
        try:
            return Answer.model_validate_json(kept) if kept is not None else None
        except ValidationError:
            return None  # the file was damaged from outside; the new answer takes its place

    def _key(self, text: str) -> str:
        """Changes with everything that the answer may depend on."""
        schema = json.dumps(response_format(), sort_keys=True)
        return ids.digest(self._chat.model, system_prompt(), schema, text, length=64)

    def _ask(self, text: str) -> Answer:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._ask_once(text)
            except RejectedQuestionError:
                raise
            except UnusableAnswerError:
                continue
        return self._ask_once(text)

    def _ask_once(self, text: str) -> Answer:
        completion = self._chat.complete(system_prompt(), text, response_format())
        self.report.answers += 1
        self.report.tokens_read += completion.tokens_read
        self.report.tokens_written += completion.tokens_written
        if completion.problem:
            raise UnusableAnswerError(completion.problem)
        try:
            return Answer.model_validate_json(completion.text)
        except ValidationError as error:
            problem = f"the answer does not fit the schema: {where_it_breaks(error)}"
            raise UnusableAnswerError(problem) from error
