"""The words by which reports tell of bans, duties, listings and controls."""

import re

from ingest.extract.wordset import word_set

BANS = word_set(
    """ban prohibit bar forbid outlaw block restrict limit curb blacklist sanction freeze
    disallow suspend halt criminalize criminalise cap disable terminate exclude remove close
    deny revoke withhold keep stop prevent"""
)
NEEDS_ACTOR = word_set(
    """block restrict limit curb suspend halt cap disable terminate freeze exclude remove close deny
    revoke withhold keep stop prevent"""
)
KEEPS_FROM = word_set("keep stop prevent")
"""Verbs that ban only with "from" and what is kept from happening."""

ENDS = word_set("close exclude remove revoke withhold deny")
"""Verbs that ban only what `ENDED` names: an account, an access, a licence, an app."""

ENDED = word_set(
    """account access app chatbot service download licence license permit use product website
    system tool user firm company model right traffic use"""
)
SHUT_DOWN = word_set("app chatbot account access download licence license permit")
"""What a verb of `ENDS` bans by itself, whatever the document is about."""

USES = word_set("use usage download installation purchase import deployment adoption")
DEVICES = word_set("device phone computer network system laptop tablet")
RULES = word_set(
    """law act bill rule order regulation legislation decree
    ordinance statute policy ruling decision government ministry state regulator watchdog"""
)
REQUIRES = word_set(
    """require oblige obligate mandate compel order force direct instruct tell demand bind"""
)
COMMANDS = word_set("order force direct instruct tell demand")
HALTS = word_set("stop cease halt end pause suspend")
LICENCE = re.compile(r"\b(?:licen[cs]es?|permits?|authori[sz]ation)\b")
BUYS = re.compile(r"\bprocure|\bpurchas|\bbuy|\bcontract|devices?\b|\bacquir")
LISTS = word_set("add place put designate include name list")
TIGHTENS = word_set(
    """impose introduce announce adopt issue enact tighten expand extend propose implement pass
    unveil establish set apply join respond follow write publish enforce maintain lift
    ease drop repeal rescind revoke
    scrap consider plan approve declare sign have face float back suspend delay use relax
    dismantle end reverse remove create put place strengthen broaden mull draft seek finalize
    finalise order reimpose"""
)
NOUN = re.compile(
    r"\b(?P<head>(?:outright |blanket |effective |temporary |total |full )?bans?|"
    r"prohibitions?|moratori(?:um|a)|"
    r"embargo(?:es)?|restrictions?|curbs?|caps?|limits?|(?:export |technology |chip |"
    r"hardware )?controls?|"
    r"sanctions|tariffs?|(?:terms of use)|blacklist|halt|freeze)\s+"
    r"(?P<prep>on|of|against|over|for|to|in)\b"
    r"|\b(?P<compound>(?:[\w-]+\s+)?(?:export|chip|semiconductor|investment|trade|visa|AI)\s+"
    r"(?:controls?|restrictions?|curbs?|bans?|limits?|licen[cs]ing)|licen[cs](?:e|"
    r"ing) requirements?|"
    r"(?:facial recognition|recognition|app|chatbot|\w+) (?:ban|moratorium)(?: legislation|"
    r" law)?)\b"
    r"|\b(?P<duty>(?:reporting|disclosure|transparency|labell?ing|registration|licen[cs]ing|"
    r"notification|"
    r"due diligence|know-your-customer|watermarking|testing)\s+(?:requirements?|obligations?|"
    r"rules?|dut(?:y|ies)))\b",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\b(?:under|according to|by)\s+(?:the |a |an |its |their |new |current |these |those )*"
    r"(?:[\w\u2019'.&-]+\s+){0,7}?(?:rules?|law|act|regulation|GDPR|legislation|framework|"
    r"directive|order|bill|"
    r"ordinance|policy|policies|terms|code|provisions?|measures?|decree|statute)\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"(?P<no>\b(?:is|are|was|were|be|been|being)\s+(?:now\s+|also\s+|still\s+|therefore\s+)?"
    r"(?:not\s+(?:permitted|allowed)|no\s+longer\s+(?:permitted|allowed)|off[ -]limits|"
    r"prohibited|forbidden|banned|barred|illegal|unlawful|outlawed)\b|"
    r"\b(?:[Nn]o(?:body| one)|[Nn]o(?: [\w-]+){1,5}?)\s+"
    r"(?:may|can|could|shall|must|is allowed to)\b|"
    r"\b(?:can|may|could|must)\s+only\b|\b(?:may|can)\b[^.;,]{1,60}\bonly\s+(?:with|if|after)\b|"
    r"\bmak(?:es?|ing)\s+it\s+(?:illegal|unlawful|"
    r"a\s+crime)\b|\bmade\s+it\s+(?:illegal|unlawful|a\s+crime)\b|\b(?:must|shall)\s+not\b|"
    r"\bmay\s+not\b(?!\s+(?:be\s+\w+ing|have|know|want|need|matter|always|even|yet))|\bcannot\b|"
    r"\bcan['\u2019]t\s+(?:let|allow|use|sell|supply|export|serve|give|offer|share|send|host|rent|train)\b|"
    r"\b(?:can|may|could)\s+no\s+longer\b|\blicen[cs]es?\s+(?:is|are|will\s+be)\s+required\b|"
    r"\b(?:(?:will\s+)?needs?\s+to|ha(?:s|ve|d)\s+to|must(?:\s+first)?|required\s+to)\s+"
    r"(?:apply\s+for|get|obtain|seek|have|hold|secure)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:licen[cs]es?|permits?|approvals?|permission|authori[sz]ations?)\b|"
    r"\b(?:needs?|requires?|required|subject to|without)\s+(?:first\s+)?"
    r"(?:an?\s+|the\s+|such\s+a\s+)?(?:[\w-]+\s+){0,2}?(?:licen[cs](?:es?|ing)|permits?|"
    r"authori[sz]ations?|permission|approval)\b|"
    r"\bpresumption\s+of\s+denial\b)"
    r"|(?P<yes>\b(?:is|are|was|were|be)\s+(?:now\s+|also\s+)?(?:required|obliged|obligated|"
    r"compelled|mandated|bound|supposed)\s+to\b|"
    r"\b(?:is|are)\s+(?:required|mandatory|compulsory|obligatory)\b|"
    r"\b(?:has|have|had|is\s+under|are\s+under|owes?)\s+(?:a|an|the)\s+(?:\w+\s+)?"
    r"(?:duty|obligation)\b|"
    r"\bmak(?:e|es|ing)\b[^.;,]{1,60}\b(?:mandatory|compulsory)\b|"
    r"\bneeds?\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:assessment|audit|test|label|mark)\b|"
    r"\b(?:must|shall)\b|\b(?:has|have|had)\s+to\b)",
    re.IGNORECASE,
)
RULING = re.compile(
    r"\b(?:rul(?:ed|es|ing)|stat(?:es|ed)|decided|decreed|provides?|stipulates?|specif(?:y|"
    r"ies|ied)|"
    r"order(?:ed|s)|announced|said|says|added|told|warned|requires?|instructed|"
    r"clarified)\b(?:\s+\w+)?\s+that\b",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s+(?:on|for|to)|agree(?:s|d)?\s+to(?!\s+(?:restrict|ban|limit|curb|block|impose|tighten|bar))|pledg\w+|promis\w+|vow(?:s|"
    r"ed)?|volunt\w+|a\s+call\s+for|urg(?:es|ed|ing|e)|advocat\w+|recommend\w*|"
    r"oppos(?:es|ed|ing|e)|support(?:s|ed|ing)?\s+(?:the\s+idea|for|of|a|an)|petition\w*|"
    r"lobb(?:y|ied|ying)|demand(?:s|ed|ing)?\s+(?:for|from)|"
    r"should|critici[sz]\w+|push(?:es|ed|ing)?\s+for|ask(?:s|ed|ing)?\s+(?:for|if|whether)|"
    r"argu(?:es|ed|ing)|hope|"
    r"debate|question(?:s|ed)?\s+whether|warn(?:s|ed)?\s+(?:against|that)|reject(?:s|"
    r"ed)?\s+(?:calls|claims)|"
    r"risk(?:s|ed)?\s+(?:of|that)|presum\w+\s+that|fear|lawsuit|sued|su(?:es|ing)|complaint|investigat\w+|"
    r"evasion|evad\w+)\b",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"\bAI\b|artificial intelligence|\bchip(?:s|-?mak\w+)?\b|semiconductor|\bGPUs?\b|accelerator|"
    r"\bmodels?\b|\bdata\b|algorithm|"
    r"facial|recognition|\bcloud\b|comput(?:e|ing)|chatbot|technolog|software|\bexport|deepfake|"
    r"Entity List|social media|\bapps?\b|LLMs?\b|machine learning|biometric|copyright|"
    r"lithograph|\baccounts?\b|"
    r"propert(?:y|ies) and interests|surveillance|generative|\bAPIs?\b|synthetic|devices?",
    re.IGNORECASE,
)
AI = re.compile(r"\bAI\b|artificial intelligence|machine learning|\balgorithm", re.IGNORECASE)
BLOCKS = re.compile(
    r"\b(?:ban|block|bar(?:s|red)?\b|blacklist|prohibit|sanction|outlaw|list\b)", re.IGNORECASE
)
LAW_SAYS = re.compile(
    r"\b(?:law|bill|act|rule|order|regulation|measure|legislation|ordinance)s?\b[^.;]{0,60}\b"
    r"(?:requir|prohibit|ban|oblig|mandat|forbid|bar|restrict|limit)\w*",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|never|no|without|n['\u2019]t|nor|neither|hardly|isn['\u2019]t|aren['\u2019]t|"
    r"won['\u2019]t)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(
    r"\b(?:could|might|may|should|can|if|whether|needs?\s+to|ought\s+to|must)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
RULE_SAYS = re.compile(
    r"\b(?:terms(?: of (?:use|service))?|polic(?:y|ies)|rules?|laws?|bills?|act|order|"
    r"regulations?|ordinance|"
    r"guidelines|controls?|framework|legislation|licen[cs]e|[A-Z]{2} ?\d+)\s+(?:also |now |"
    r"would |will |explicitly |expressly |"
    r"generally )*(?P<verb>prohibits?|bans?|bars?|forbids?|requires?|restricts?|limits?|"
    r"outlaws?|demands?|obliges?|mandates?|orders?|compels?|forces?|binds?)\s"
)
AIM = re.compile(
    r"\b(?:goal|aim|objective|plan|intention|purpose|idea|proposal)s?\s+(?:is|are|was|"
    r"were)\s+to\b"
)
EXPORTS = re.compile(
    r"\b(?:export|chip|semiconductor)\s+(?:controls?|restrictions?|curbs?|bans?)", re.IGNORECASE
)
AGAINST = re.compile(r"\b(?:on|against|over)\b")
CAP = re.compile(
    r"\b(?:can|may)\b[^.;]{0,120}\b(?:up to|no more than|at most|"
    r"only)\b[^.;]{0,80}\b(?:chips?|gpus?|comput\w+|percent|capacity)\b"
    r"|\b(?:caps?|quotas?|limits?) of\b",
    re.IGNORECASE,
)
SAFEGUARD = re.compile(
    r"\bensur\w+ (?:that )?[^.;]{0,80}\b(?:is|are) (?P<no>not|never) (?:used|sold|exported|"
    r"transferred|diverted|accessed)\b"
    r"|\b(?:sets?|setting|establish(?:es|ing)?|impos(?:es|ing))\s+(?:\w+\s+){0,3}"
    r"(?:standards?|requirements?|conditions?|safeguards?)\s+(?:to|for|on)\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[,;:—.](?:\s|$)")
ORDER = re.compile(r"\b(?:Executive Order|the Order|final rule|the rule|the bill|the Act)\b")
LIST_NAME = re.compile(
    r"\b(?:blacklist|(?:[Ee]ntity|[Uu]nverified|[Ss]anctions?|[Cc]ontrol|[Tt]rade|[Rr]estricted|SDN|"
    r"[Mm]ilitary(?: [Ee]nd[- ][Uu]ser)?|1260H|[Cc]overed|"
    r"[Dd]enied [Pp]ersons?|[Ee]xport(?: control)?|"
    r"companies) [Ll]ist"
    r"|[Ll]ists? of (?:[\w-]+ ){0,3}(?:compan(?:y|ies)|firms|entit(?:y|ies)|persons|nationals))\b"
)
CONTROLLED = re.compile(
    r"\b(?:under|subject\s+to)\s+(?:\w+\s+){0,2}(?:controls?|licen[cs](?:e|es|ing)|restrictions?)\b"
    r"|\boff[ -]limits\b|\blists? of (?:\w+ )?(?:controlled|restricted|banned|prohibited)\b"
    r"|\b(?:control|export control) list\b",
    re.IGNORECASE,
)
"""Where a verb such as "put" brings a thing when it bans it."""

FOR_WHOM = re.compile(r"\b(?:for|to|with|from|against|of)\s*:?\s*$", re.IGNORECASE)
APPROVES = re.compile(
    r"\b(?:approved|preferred|trusted|vendors?|suppliers?|award|shortlist)\b", re.IGNORECASE
)
LAW_CHANGE = re.compile(
    r"\b(?:harmoni[sz]|extend|amend|updat|chang|expand|revis|"
    r"broaden)\w*\s+(?:[\w\u2019'-]+\s+){0,4}"
    r"(?:laws?|rules?|controls?|regulations?|legislation)\s+to\s+(?:include|cover|protect|"
    r"apply)\b",
    re.IGNORECASE,
)
PREFILTER = re.compile(
    r"\b(?:ban|prohibit|bar(?:s|red|ring)?\b|forbid|outlaw|block|restrict|limit|curb|"
    r"blacklist|sanction|freez|froze|"
    r"disallow|suspend|halt|criminali|cap(?:s|ped|ping)?\b|disabl|terminat|requir|oblig|"
    r"mandat|compel|order|forc(?:e|ed|es|ing)\b|"
    r"list|moratori|embargo|control|tariff|licen[cs]|must|shall|ha(?:s|ve|d) to|illegal|"
    r"unlawful|cannot|can['\u2019]t|owe|"
    r"terms of use|disclos|label|harmoni|designat|den(?:y|ied|ies)|exclud|shut|lock|"
    r"stop|ceas|prevent|end(?:s|ed|ing)?\b|paus|cut|can|"
    r"may|ensur|standards|duty|duties|right to|no longer|no new|not let|off|under|put|plac|demand|"
    r"tell|told|instruct|direct(?:s|ed|ing)\b|remov|clos|needs?\b|keep|kept|subject to|"
    r"presumption)",
    re.IGNORECASE,
)
ACQUIRING = word_set(
    """buy access use import obtain purchase download acquire enter work receive get open join hire
    rent invest study"""
)
SELLING = word_set(
    """sell export ship supply provide offer transfer release share license lease rent serve
    deploy operate launch market distribute give invest use develop train collect process"""
)
PLANS = re.compile(
    r"\b(?:goal|aims?|plans?|propos\w+|seeks?|would|intends?|bill|draft|consider\w*|"
    r"includes? the creation|put forward)\b"
)
EMPTY = word_set("it them this that nothing none himself themselves itself")
OFFICIALS = word_set(
    "agency department secretary office bureau commission regulator official court member"
)
SHUTS: dict[str, frozenset[str]] = {
    "cut": frozenset({"off"}),
    "shut": frozenset({"out"}),
    "lock": frozenset({"out"}),
    "deny": frozenset({"access"}),
    "exclude": frozenset({"from"}),
}
TALK = re.compile(
    r"\b(?:laws?|legislation|bills?|acts?|rules?|regulat\w+|ban(?:s|ned)?|prohibit\w*|"
    r"licen[cs]\w+|restrict\w*|controls?|requirements?|dut(?:y|ies)|obligations?|comply|"
    r"compliance|measures?|provisions?|terms of (?:use|service)|polic(?:y|ies)|directive|order|"
    r"treaty|framework|Entity List|sanctions?|forbid\w*|forbade|block(?:s|ed|ing)?|"
    r"bar(?:s|red|ring)?|suspended|suspension|off limits|denied|shut out|excluded|"
    r"listed|listing|export curbs?)\b",
    re.IGNORECASE,
)
"""Words that a text uses again and again when it tells what rules say."""

OPINION = re.compile(
    r"\b(?:critics|experts?|analysts?|campaigners?|advocates?|activists?|s?ceptics?|skeptics?|"
    r"economists?|researchers?|lawyers?|executives?|investors?|groups?|unions?|authors?|"
    r"scientists?|observers|supporters|opponents|he|she|I|we|you|some|others|many)\b"
    r"[^.;]{0,60}\b(?:sa(?:y|ys|id)|argu\w+|warn\w*|believ\w+|think\w*|wr(?:ite|ites|ote)|"
    r"add(?:s|ed)|want\w*|hop\w+|fear\w*|insist\w*)\b|\b(?:I|[Ww]e|[Yy]ou|[Ii]t)\s+$"
    r"|\b(?:if|whether|unless|in case|because|until|once)\s+(?:[\w-]+\s+){0,6}$"
)
"""What makes a modal verb a judgement or a condition; it stands before the verb."""

AFTERTHOUGHT = re.compile(
    r",\s+(?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?)\s+(?:said|says|wrote|argued)\b"
)
GUESS = re.compile(
    r"\s+(?:have\s+(?:been|had)|be\s+(?:said|noted|seen|remembered|careful|faster|ready|able|"
    r"true|right|possible)|know|learn|wait|hope|move\s+faster|find\s+new|compete|win|pay|"
    r"do\s+(?:with|so)|ask\s+(?:why|whether|how))\b",
    re.IGNORECASE,
)
TO_WHOM = re.compile(
    r"\b(?:to|with|against|notify|inform|tell|send|warn|ask|from|way\s+of|is|are|was|were)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the name of somebody who is told or met, and does not rule."""

NO_MORE = word_set("sell offer supply serve provide ship export accept take open let allow permit")
"""What a firm or a government "no longer" does, or "does not" do, when it cuts somebody off."""

LISTED_BELOW = re.compile(
    r"\b(?:add(?:s|ed|ing)?|plac(?:es|ed|ing)|list(?:s|ed|ing)?|designat\w+|put|nam(?:es|ed|ing)|"
    r"includ(?:es|ed|ing)?|blacklist\w*)\b",
    re.IGNORECASE,
)
GERUND = re.compile(
    r"^(?P<no>Barring|Banning|Prohibiting|Forbidding|Blocking|Stopping|Restricting|Limiting|"
    r"Preventing|Denying|Excluding|Cutting off|Ban|Bar|Prohibit|Forbid|Block|Restrict|Limit|Deny)"
    r"\b|^(?P<yes>Requiring|Obliging|Compelling|Mandating|Forcing|Ordering|Making|Counting|"
    r"Treating|Demanding|Oblige|Require|Compel|Mandate)\b"
)
WOULD = re.compile(r"\b(?:would|could|propos\w+|plan\w*|put forward|consider\w*|draft\w*|bill)\b")
RECEIVING = word_set("receive get obtain buy purchase acquire access import download")
"""What those do who are cut off by a ban on their doing it."""
REASON = re.compile(r"\b(?:for|over|because|after|citing|said|accus\w+|whose|who|which)\b")
JOINS = re.compile(r"(?:,|\band|&|\bor|\bincluding|such as|\blike|:|\bnamely)\s+(?:the\s+)?$")
OBLIGES = re.compile(r"require|demand|oblige|mandate|order|compel|force|bind")
ADVOCACY = re.compile(r"\b(?:should|recommend\w*|ought|urge[sd]?|we|our|us)\b")
"""Words of those who say what rules there should be, not what rules there are."""
THE_APP = re.compile(
    r"\b(?:the|this|its|new)\s+(?:app|chatbot|service|tool|platform|website|downloads?)\b|\bit\s+off\b",
    re.IGNORECASE,
)
EXAMPLES = re.compile(r"\b(?:including|such as|among them|like|namely|notably)\s+(?:the\s+)?")
