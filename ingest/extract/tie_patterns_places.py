"""The words that tie firms and bodies to their country."""

from ingest.extract.tie_patterns import BODIES, FIRMS, pattern

PLACES = (
    pattern(
        "located_in",
        "Jurisdiction",
        "Agency",
        r",\s+(?:the\s+)?(?:country['\u2019]s?\s+)?",
        0.65,
        reverse=True,
        before=r"^(?:[^.;,]*\b)?[Ii]n\s+$",
    ),
    pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        r",\s+(?:the\s+)?home\s+(?:of|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}",
        0.8,
        reverse=True,
    ),
    pattern(
        "located_in",
        "Company",
        "Jurisdiction",
        r",\s+",
        0.75,
        after=rf"^['\u2019]s?\s+(?:[\w-]+\s+){{0,4}}(?:foundry|{FIRMS})\b",
    ),
    pattern(
        "located_in", "Company Agency", "Jurisdiction", r"\s+\((?:[\w-]+,\s+)?(?:the\s+)?", 0.65
    ),
    pattern("located_in", "Jurisdiction", "Company", r"\s+\((?:e\.g\.,?\s+)?", 0.65, reverse=True),
    pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"['\u2019]s?\s+(?:(?:[\w-]+\s+){{0,4}}{FIRMS},?\s+)?(?:(?:like|such\s+as|including)\s+)?",
        0.75,
        reverse=True,
    ),
    pattern(
        "located_in",
        "Jurisdiction",
        "Agency",
        rf"['\u2019]s?\s+(?:(?:[\w-]+\s+){{0,4}}{BODIES},?\s+(?:the\s+)?|(?-i:[a-z-]+\s+){{0,3}})",
        0.65,
        reverse=True,
    ),
    pattern(
        "located_in",
        "Agency",
        "Jurisdiction",
        r",\s+",
        0.75,
        after=rf"^['\u2019]s?\s+(?:[\w-]+\s+){{0,4}}{BODIES}\b",
    ),
    pattern("located_in", "Agency", "Jurisdiction", r"\s+in\s+(?:the\s+)?", 0.6),
    pattern(
        "located_in",
        "Agency",
        "Jurisdiction",
        r",\s+",
        0.65,
        before=r"^\W*$",
        after=r"^\W*$",
    ),
    pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"(?:-based)?\s+(?:[\w-]+\s+){{0,4}}{FIRMS},?\s+(?:(?:such as|like|including|"
        rf"led by)\s+)?",
        0.75,
        reverse=True,
    ),
    pattern(
        "located_in", "Jurisdiction", "Company", r"-based\s+(?:[\w-]+\s+){0,3}", 0.8, reverse=True
    ),
    pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        r"\s+(?:has\s+)?(?:unveil|launch|establish|creat|set up)\w*\s+",
        0.65,
        reverse=True,
    ),
    pattern(
        "located_in",
        "Company Agency",
        "Jurisdiction",
        r",?\s+(?:an?\s+[\w\s-]{0,30})?(?:which\s+)?(?:is\s+)?(?:based|headquartered|incorporated|"
        r"registered|located)\s+in\s+(?:[\w-]+,\s+)?(?:the\s+)?",
        0.85,
    ),
    pattern(
        "located_in",
        "Company",
        "Jurisdiction",
        rf",?\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{FIRMS}\s+(?:in|from|of)\s+"
        r"(?:[\w-]+,\s+)?(?:the\s+)?",
        0.75,
    ),
)
