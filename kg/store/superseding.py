"""Which claims no longer stand once new documents, versions and runs are there.

A claim falls when another version of its document does not repeat it, when a later run of the
same extractor no longer finds it in the document, or when it is retracted.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from kg.claims import Batch
from kg.projection import Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Texts, Transaction


def outdated(
    tx: Transaction, batches: Sequence[Batch], *, standing: Set[str], changed: Set[str]
) -> dict[str, Said]:
    """The live claims in the store that these documents put an end to, but for those `standing`.

    `changed` are the documents that say something new: one that is merely read again is no newer
    version of anything.
    """
    earlier: list[Texts] = []
    for batch in batches:
        document = batch.document
        source = document.source or document.url
        if source and document.id in changed:
            earlier += [(row["id"],) for row in _versions(tx, source, document.id)]
    again = [(b.document.id, b.run.id, b.run.extractor) for b in batches]
    found = (
        *tx.each(cypher.CLAIMS_OF_DOCUMENT, earlier),
        *tx.each(cypher.CLAIMS_OF_EARLIER_RUNS, again),
    )
    return {row["key"]: rows.said(row) for row in found if row["key"] not in standing}


def _versions(tx: Transaction, source: str, document: str) -> Iterable[Mapping[str, str]]:
    return tx.each(cypher.OTHER_VERSIONS, [(source, document)])


class Keys:
    """Under which key each content stands: a claim that comes back after it fell gets a new one."""

    def __init__(self, tx: Transaction, contents: Iterable[str]) -> None:
        """Look up `contents`, keys as `Claim.key` gives them."""
        self._keys: dict[str, str] = {}
        self._live: set[str] = set()
        pending = {content: content for content in contents}
        generation = 1
        while pending:
            found = tx.each(cypher.KNOWN_CLAIMS, [(key,) for key in pending.values()])
            live = {row["id"]: row["live"] for row in found}
            generation += 1
            fallen = {}
            for content, key in pending.items():
                if live.get(key, True):
                    self._keys[content] = key
                    self._live |= {content} if key in live else set()
                else:
                    fallen[content] = f"{content}.{generation}"
            pending = fallen

    def __getitem__(self, content: str) -> str:
        return self._keys[content]

    def is_live(self, content: str) -> bool:
        return content in self._live
