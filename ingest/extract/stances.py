"""How a sentence stands behind what it says: reported, alleged by somebody, or denied."""

import re

from ingest.extract.demonyms import country_of
from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span

_ALLEGES = re.compile(
    r"\b(?:alleg(?:e|es|ed|edly|ing|ation|ations)|accus(?:e|es|ed|ing|ation|ations)|claim(?:s|"
    r"ed|ing)?|argu(?:e|es|ed|ing)|"
    r"suspect(?:s|ed)?|suspicio(?:n|us)|reportedly|purported(?:ly)?|(?:sources?|officials|"
    r"people|researchers)"
    r"(?:\s+\w+){0,6}\s+(?:report|said|say|believe|familiar)|according to (?:sources|"
    r"officials|people|a person|reports)|believed to|"
    r"appears? to have|may have|evidence that|complain(?:s|ed|t)|blam(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|is said to|are said to|"
    r"according to (?:sources|people|a person|reports))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing|"
    r"e)|rebut(?:s|ted)?|"
    r"disput(?:es|ed|ing|e)|rebuff(?:s|ed)?|repudiat(?:es|ed|e)|"
    r"called (?:the )?(?:\w+ )?(?:claims?|accusations?|allegations?) "
    r"(?:\w+ )?(?:false|baseless|groundless|unfounded))\b",
    re.IGNORECASE,
)
_CHARGES = re.compile(
    r"\b(?:accusations?|allegations?|claims?|charges?|reports?|assertions?|suggestions?|"
    r"complaints?|wrongdoing|it|"
    r"having|using|that|training|distilling|copying|stealing|any)\b",
    re.IGNORECASE,
)
_CLAIMANTS = ("Agency", "Jurisdiction", "Company")


def is_hedged(sentence: str) -> bool:
    """Whether a report itself does not vouch for the rule that it tells of."""
    return bool(_HEDGES.search(sentence))


def is_alleged(sentence: str) -> bool:
    """Whether a sentence attributes its content to an accuser or hedges it."""
    return bool(_ALLEGES.search(sentence))


def denial(sentence: str) -> re.Match[str] | None:
    """The verb by which a sentence rejects a charge; None if it rejects something else."""
    match = _DENIES.search(sentence)
    return match if match and _CHARGES.search(sentence, match.end(), match.end() + 60) else None


def claimant(cast: Cast, span: Span) -> Entity | None:
    """Who makes the allegation of a sentence: the first actor named before its cue."""
    cue = _ALLEGES.search(cast.text, *span)
    if cue is None:
        return None
    before = [e for e in cast.within((span[0], cue.end())) if e.type in _CLAIMANTS]
    return before[0] if before else None


def speaker(cast: Cast, span: Span) -> Entity | None:
    """Who speaks before a verb of denial: the entity named last, or the country of an adjective."""
    named = [e for e in cast.within(span) if e.type in _CLAIMANTS]
    if named:
        return named[-1]
    for word in reversed(re.findall(r"\w+", cast.text[slice(*span)])):
        if country_of(word):
            return cast.country(word)
    return None
