"""The words beside a name that say what it names: a firm, a model, a public body or none."""

import re
from collections.abc import Iterator

from ingest.extract.wordlists import alternation

FIRM, MODEL, BODY, OTHER = "Company", "AIModel", "Agency", ""

_FIRM = rf"(?:{alternation('firm nouns')})"
_MODEL = rf"(?:{alternation('model nouns')})(?!\s{_FIRM}|[-\s]mak)"
_BODY = rf"(?:{alternation('body nouns')})"
_OTHER = rf"(?:{alternation('other nouns')})"
_CHIEF = (
    r"(?:CEO|CTO|CFO|COO|co-?founder|policy\s(?:chief|head)|"
    r"chief\s(?:executive|technology|product|scientist|operating|financial|security)(?:\sofficer)?)"
)
_STAFF = r"(?:spokes(?:person|man|woman|people)|executives?|engineers?|employees|shares|stock)"
_OWNED = (
    r"(?:staff|investors?|shareholders?|customers?|lawyers?|founders?|board|valuation|headquarters|"
    r"servers|data\scent(?:er|re)s?|chips?|products?|platform|subsidiar(?:y|ies)|parent\scompany|"
    r"revenues?|arm|unit|cloud|API|apps?|accelerators?|GPUs?|terms\sof)"
)
_AUX = (
    r"(?:(?:has|have|had|will|would|also|recently|today|reportedly|now|is|was|to|plans\sto|"
    r"wants\sto|since|already|later|first|itself|then)\s){0,3}"
)
_TRADES = (
    r"(?:acquir(?:es?|ed)|raised|launch(?:es|ed)?|unveil(?:s|ed)?|rolled\sout|ships?|shipped|"
    r"open-sourced|partnered|manufactures?|sells?|sold|develops?|developed|hired|builds|built|"
    r"competes?|suppli(?:es|ed)|makes|trains|trained|employs|hosts|operates|rents|resells|markets|"
    r"invests|invested|headquartered|bought|buys|founded|valued|acquired|blacklisted|deployed|"
    r"offers?|releas(?:es|ed)|announced|listed|distilled|licenses|licensed|leases|leased)"
)
_SPEAKS = (
    r"(?:said|says|told|declined|denie[sd]|argue[sd]|confirmed|disputes?d?|refused|agreed|plans|"
    r"wants|called|calls|did\snot|does\snot|would\snot|could\snot|accused|faces?|must|uses?|used|"
    r"responded|appealed|rejects?|rejected|warned|complained|lobbied|opposes|opposed|adopted|"
    r"removed|cut\soff|closed|paid|owns|owned|has|will|is|was)"
)
# A noun of the apposition is its head: nothing that opens a complement stands before it.
_GAP = (
    r"(?:(?!(?:of|for|that|which|who|whose|behind|from|by|to|in|with|at|said|says)\b)"
    r"[\w\u2019'.&$-]+,?\s){0,7}?"
)
_KINDS = (
    rf"(?:(?P<other>{_OTHER})|(?P<model>{_MODEL})|(?P<body>{_BODY})|(?P<firm>{_FIRM}))"
    r"(?![\w-]|['\u2019]s|\s(?:said|says|added|told|has|is|was|will|officials?|chief)\b)"
)

AFTER_KIND = re.compile(
    rf"(?:,|\s[\u2013\u2014(]|\s\()\s?(?:an?|the|one\sof\sthe|one\sof|its|their|our|another|also\san?)\s{_GAP}{_KINDS}"
    rf"|,\sone\sof\s(?:[\w\u2019'-]+\s){{1,6}}?(?P<firm2>{_FIRM})\b"
)
"""An apposition: its head noun says what the name is."""

BEFORE_KIND = re.compile(
    rf"(?<![\w-]){_KINDS}(?P<link>,|:|,?\s(?:among\sthem|for\sexample,|notably)|\s(?:like|such\sas|including|called|named|known\sas|dubbed|codenamed|is|are|"
    r"were|was))?\s[\"\u201c\u2018']?$",
    re.IGNORECASE,
)
"""A noun right before the name, alone or with what introduces an example."""

_AFTER = (
    (
        OTHER,
        3,
        rf",\s(?:the\s)?(?:{_CHIEF}|founder|president|director|professor|analyst|chair|partner)\b"
        r"|['\u2019]s\s(?:University|newspaper)|\s(?:reported|newspaper|magazine)\b|,\s\d\d,\s|\s\((?:[RD]-|\d{4})",
    ),
    (
        MODEL,
        2,
        r"\s(?:was|is|were|are)\s(?:trained|fine-tuned|distilled|jailbroken)\b"
        r"|\s(?:outperform|scor)(?:s|ed)\b|['\u2019]s\s(?:answers|outputs?|responses|weights|training\sdata)\b"
        r"|\s(?:outputs?|weights|answers|responses)\b",
    ),
    (
        MODEL,
        2,
        r"\s(?:(?:language|reasoning|foundation|video|image|AI)\s)?(?:models?|chatbots?|assistant|LLMs?)\b(?!\s(?:mak|develop|build|provid|weights))",
    ),
    (
        MODEL,
        1,
        r"(?:,\swhich)?\s(?:was|is|were|has\sbeen|had\sbeen)\s(?:\w+ly\s)?(?:built|developed|trained|"
        r"released|unveiled|open-sourced|fine-tuned|distilled|created|made|launched)\b",
    ),
    (
        FIRM,
        2,
        rf"(?:['\u2019]s?)?\s(?:(?:[a-z][\w-]+|then)\s)?(?:{_CHIEF}|{_STAFF})\b|['\u2019]s?\s(?:[\w-]+\s){{0,3}}{_OWNED}\b",
    ),
    (
        FIRM,
        2,
        rf"['\u2019]s?\s(?:[\w-]+\s){{0,2}}(?:(?:{alternation('model nouns')})\b|[A-Z]\w+[-\s]\d)",
    ),
    (FIRM, 2, r"\s\((?:NASDAQ|Nasdaq|NYSE|LSE|TSX|HKEX|TSE|SSE|AIM|OTC)\w*:"),
    (
        FIRM,
        2,
        r",\swhose\s(?:[\w-]+\s){0,3}(?:models?|apps?|chips?|accelerators?|chatbots?|tools?|products?|"
        r"servers?|services?|software|assistants?|investors?|customers?|[A-Z]\w*-\d\w*)\b",
    ),
    (
        FIRM,
        2,
        rf",\s(?:which|that)\s{_AUX}(?:runs|owns|counts|{_TRADES})\b|,\s(?:which\sis\s)?(?:based|headquartered|backed|owned)\s(?:in|by)\b"
        rf"|,\s(?:which\sis\s)?(?:backed|owned|controlled|founded)\sby\b",
    ),
    (FIRM, 1, r"-(?:backed|owned|funded|made|developed|built|operated)\b"),
    (FIRM, 2, rf"(?:,\s[^.,\n]{{3,90}},)?\s{_AUX}{_TRADES}\b"),
    (FIRM, 1, rf"\s{_SPEAKS}\b"),
)
_BEFORE = (
    (
        OTHER,
        3,
        r"\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sen|Senator|Senators|Rep|Reps|Representative|President|Minister|"
        r"Judge|Justice|Chancellor|Secretary|Commissioner|Mayor|Gov|Governor|Sir|Lord|Lady|Dame|CEO|Chair\w*|"
        r"executive|founder|director|scientist|spokes\w+|counsel|reporter|columnist|leader|lawmaker|activist|"
        r"whistleblower|billionaire|investor)\.?\s$",
    ),
    (OTHER, 2, r"[\u201d\"]\s(?:said|says|added|asked|argued|wrote|warned)\s$"),
    (
        OTHER,
        2,
        r"\b(?:told|wrote\sin|interview\swith|reported\sby|edition\sof|issue\sof|article\sin)\s(?:the\s|The\s)?$",
    ),
    (
        MODEL,
        2,
        r"\b(?:versions?|weights|outputs?|answers|responses|checkpoints?|successor|copies)\s(?:of|to|from)\s(?:the\s)?$"
        r"|\bdistill?\w*\s(?:from|into)\s$|\bfine-tun\w+\s(?:of\s|on\s)?$|\bto\s(?:train|retrain|jailbreak|prompt)\s$|\bits\sown\s(?:model|system)\s$"
        r"|\b(?:[Ii]ts|[Tt]heir|[Oo]ur|whose|company['\u2019]s)\sapp,?\s$|\b(?:companion|chat|AI)\sapp,?\s(?:called\s|named\s)?$",
    ),
    (FIRM, 2, rf"\b(?:{_CHIEF}|founders?|president|chairman)(?:\sand\s[\w-]+)?\s(?:of|at)\s$"),
    (
        FIRM,
        2,
        r"\b(?:(?:round|financing|funding|investment|Series\s[A-G])\b[^.;]{0,40}\bled\sby|participation\s(?:from|by)|"
        r"invest(?:s|ed|ments?|ing)?\sin|stakes?\sin|shares\sin|acquisition\sof|takeover\sof|subsidiary\sof|unit\sof|"
        r"arm\sof|division\sof|rivals?|competitors?|customers\sof|engineers\s(?:at|of|from)|employees\s(?:at|of)|"
        r"policy\sat|team\sat|contract\swith|deal\swith|partner(?:ship|ed|s|ing)?\swith|tie-up\swith|merger\swith|"
        r"customers\sinclude|resellers?|bought\sfrom|buys\sfrom|ordered\sfrom|[Aa]bout|invested\sby|incorporated\sas|"
        r"(?:chips|servers|accelerators|GPUs|processors)\s(?:made\s|supplied\s)?(?:by|from|to))\s(?:the\s)?$",
    ),
    (
        FIRM,
        2,
        r"\b(?:backed|owned|acquired|controlled)\s(?:in\spart\s)?by\s(?:the\s)?$|-(?:backed|owned)\s$",
    ),
    (FIRM, 2, r"\b(?:sued|suing|fined|blacklisted|raided|sanctioned)\s$"),
    (
        FIRM,
        1,
        r"\b(?:backed|owned|acquired|funded|supplied|controlled|made|developed|built|hosted|operated|designed|"
        r"trained|released|launched|sold|provided|manufactured|created)\s(?:in\spart\s|jointly\s|mainly\s)?by\s(?:the\s)?$"
        r"|\b(?:granted|accuses?d?\s|accusing|acquire[sd]?|against|behind|"
        r"work(?:s|ed|ing)?\s(?:at|for)|researchers\sat|joined|left|from|by|warned|ordered|on\s[A-Z]\w+\sadded|added)\s$",
    ),
    (OTHER, 1, r"\b(?:in|near|across|around|outside)\s$"),
)


def _joined(cues: tuple[tuple[str, int, str], ...]) -> list[tuple[str, int, re.Pattern[str]]]:
    return [(kind, weight, re.compile(pattern)) for kind, weight, pattern in cues]


_AFTER_CUES, _BEFORE_CUES = _joined(_AFTER), _joined(_BEFORE)
_RULES = re.compile(
    r"\s(?:has\s|have\s|had\s|also\s)*(?:fined|ruled|banned|blocked|upheld|dismissed|struck\sdown|"
    r"ordered|opened\san?\s(?:[\w-]+\s){0,2}(?:investigation|inquiry|probe|case)|issued\s(?:a|an|its|guid)|"
    r"adopted|approved|passed|voted|enacted|suspended)\b"
)
"""What a public body does, where an article stands before its name."""

_NAMES = re.compile(r"\b(?:called|named|dubbed|codenamed|known)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b[Tt]he\s$")
_WINDOW = 70
_GROUPS = {"firm": FIRM, "firm2": FIRM, "model": MODEL, "body": BODY, "other": OTHER}


def cues(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What the words right before and right after a name say: (kind, weight), 3 being certain."""
    if _ARTICLE.search(text, max(0, start - 4), start) and _RULES.match(text, end):
        yield BODY, 3
        return
    yield from _after(text, end)
    yield from _before(text[max(0, start - _WINDOW) : start])


def _after(text: str, end: int) -> Iterator[tuple[str, int]]:
    if text[end : end + 1] not in {" ", ",", "'", "\u2019", "-", "\u00a0", "\n"}:
        return
    if match := AFTER_KIND.match(text, end):
        yield _GROUPS[match.lastgroup or ""], 3
        return
    for kind, weight, pattern in _AFTER_CUES:
        if pattern.match(text, end):
            yield kind, weight
            return


def _before(before: str) -> Iterator[tuple[str, int]]:
    if match := BEFORE_KIND.search(before):
        kind = next(name for name in ("firm", "model", "body", "other") if match[name])
        link = match["link"] or ""
        yield _GROUPS[kind], 3 if _NAMES.search(link) else 1 if (link, kind) == (",", "body") else 2
        return
    for kind, weight, pattern in _BEFORE_CUES:
        if pattern.search(before):
            yield kind, weight
            return
