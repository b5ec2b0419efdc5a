"""Words of rules on conduct: banned practices, duties, content, protected works."""

from collections.abc import Mapping

_BODY = (
    r"(?:(?<!public )authorit|regulator|agency|agencies|department|ministr|commission|bureau|"
    r"secretary|"
    r"government|office|attorney general|administrat|bis\b|council|board|law enforcement)"
)

CONDUCT: Mapping[str, tuple[tuple[int, str], ...]] = {
    "prohibited_practice": (
        (
            4,
            r"\b(?:clon\w+|imitat\w+)\b[\w\s,'\u2019-]{0,20}\b(?:voice|face|likeness)|"
            r"\bmilitary use|automated (?:decision|system)|treatment decision|social scoring",
        ),
        (4, r"social scor|predictive polic|emotion recognition"),
        (
            4,
            r"facial[- ]recognition|face recognition|social scor|deep ?-?fakes?|"
            r"predictive polic",
        ),
        (4, r"emotion recognition|subliminal|biometric (?:identif|categori|surveil)|\bmanipulat"),
        (
            4,
            r"price[- ]fixing|pricing algorithm|algorithmic pric|\bdiscriminat|self-harm|"
            r"suicide",
        ),
        (
            4,
            r"child (?:sexual|porn)|\bcsam\b|sexual\w* (?:explicit|abuse)|intimate (?:image|"
            r"visual)",
        ),
        (4, r"\bweapons?\b|autonomous weapon|\bsurveil|impersonat|non-?consensual|nudif|harass"),
        (
            3,
            r"\bfraud|\bscam|phishing|malware|deceptive|deceiv|mislead|\bexploit|"
            r"illegal activit",
        ),
        (
            3,
            r"critical infrastructure|election|political (?:campaign|lobby)|\bharm(?:s|ful|"
            r"ing)?\b",
        ),
        (
            3,
            r"(?:unlawful|illegal|criminal) (?:purpose|activit|use|act|conduct)|\bbully|"
            r"\bviolence",
        ),
        (3, r"(?:medical|legal|financial) advice|high[- ](?:stakes|risk) (?:decision|automated)"),
        (
            5,
            r"\b(?:develop|deploy|us)\w*(?: or \w+)? (?:an? |any )?(?:ai|"
            r"artificial\s+intelligence) system",
        ),
        (2, r"\buse of (?:the |an? |such )?(?:ai|artificial intelligence|technology|software)"),
    ),
    "reporting": (
        (3, rf"\bsend(?:s|ing)?\b (?:the )?(?:\w+ ){{0,3}}{_BODY}"),
        (5, rf"\b(?:send|give|hand|warn|tell|alert)\w*\b[^.;]{{0,20}}{_BODY}"),
        (
            6,
            r"\breport (?:\w+ ){0,3}(?:incidents?|transactions?|diversion|breaches|sales|"
            r"shipments|training)\b[^.;]{0,60}\bto\b",
        ),
        (
            6,
            r"\bfil(?:e|es|ing)\b (?:an?|the|its|their|all) (?:[\w-]+ ){0,3}(?:report|notice|"
            r"notification|return|certificat|summary|statement|disclosure)",
        ),
        (
            4,
            r"\breport(?:s|ed)? (?:an?|the|every) (?:[\w-]+ ){0,3}(?:theft|breach|incident|"
            r"attack|leak|acquisition|event)",
        ),
        (
            6,
            rf"\bprovid\w*\b[^.;]{{0,40}}{_BODY}[^.;]{{0,40}}\bwith\b[^.;]{{0,30}}(?:report|"
            rf"information|record|result)",
        ),
        (6, rf"\breport(?:s|ed|ing)?\b[^.;]{{0,90}}\bto\b[^.;]{{0,40}}{_BODY}"),
        (6, rf"\bnotif(?:y|ies|ied|ication)\b[^.;]{{0,60}}{_BODY}"),
        (6, rf"\bsubmit\w*\b[^.;]{{0,90}}(?:\bto\b|\bwith\b)[^.;]{{0,40}}{_BODY}"),
        (
            5,
            rf"\b(?:provid|furnish|disclos|inform|fil|"
            rf"respond)\w*\b[^.;]{{0,80}}\bto\b[^.;]{{0,20}}{_BODY}",
        ),
        (4, r"\b(?:must|shall|required to|to) (?:\w+ )?(?:report|notify)\b|report suspicious"),
        (
            4,
            r"\bmake an? (?:\w+ )?report|\breport(?:ing)? (?:any|all|each|such|serious|"
            r"suspicious|suspected|safety)",
        ),
        (4, r"\breporting (?:requirement|obligation|dut|rule)|incident report|\bfiled with\b"),
        (4, rf"\binform (?:the )?(?:\w+ ){{0,3}}{_BODY}"),
        (3, r"\bsubmit (?:an?|the) (?:\w+ ){0,3}(?:report|notification|affirmation|response)"),
        (3, r"additional responses|respond to all questions|resubmission|answer questions"),
    ),
    "transparency": (
        (
            14,
            r"(?:represent|claim|pass|present|"
            r"portray)\w*[\w\s,'\u2019-]{0,30}outputs?[\w\s,'\u2019-]{0,30}\bhuman|"
            r"outputs? [\w\s,'\u2019-]{0,30}\b(?:written|made|generated|"
            r"created) by (?:an? )?(?:human|person)|human-?(?: ?generated|made|written)",
        ),
        (
            4,
            r"\b(?:give|provide|supply)\w*\b[\w\s,'\u2019-]{0,40}\binformation (?:that )?(?:they|"
            r"it|users|developers) need",
        ),
        (
            4,
            r"\b(?:remind|tell|inform(?!ation)|warn)\w*\b[\w\s,'\u2019-]{0,40}(?:users?|minors?|"
            r"consumers?|people|clients|patients|workers|machine|not (?:a )?human)|"
            r"\bvisible mark|\bmark\w* as\b",
        ),
        (
            5,
            r"\b(?:told|tells?|inform(?:s|ed)?|says?|states?|indicates?|make clear|"
            r"discloses?)\b[^.;]{0,50}\bthat\b[^.;]{0,50}\b(?:ai\b|artificial|automated|"
            r"not (?:a )?human|machine|synthetic|generated)",
        ),
        (
            5,
            r"\bpublished (?:on|in|online)\b|\btell \w+ (?:readers|users|customers|viewers|"
            r"people)\b",
        ),
        (4, r"\bgiv\w* [^.;]{0,60}\binformation\b"),
        (
            5,
            r"watermark|\blabel(?:s|l?ed|l?ing)?\b|latent disclosure|provenance|"
            r"content credential",
        ),
        (5, r"\bdisclos(?:e|es|ed|ing|ure|ures)\b|transparen"),
        (
            4,
            r"\b(?:inform(?!ation)|notif)\w*[\w\s,]{0,30}(?:user|consumer|person|patient|"
            r"individual|"
            r"public)",
        ),
        (
            4,
            r"\bpublish(?:es|ed|ing)? (?:an?|the|on|its|their|information on)\b|"
            r"publicly available|make (?:public|available to the public)|conspicuous",
        ),
        (
            4,
            r"technical documentation|instructions for use|draw up|model cards?\b|"
            r"system cards?\b",
        ),
        (
            3,
            r"detection tool|clear(?:ly)? (?:and conspicuous|mark|stat)|\bexplanation|"
            r"\bnotices?\b",
        ),
        (
            3,
            r"(?:interacting|communicating) with (?:an? )?(?:ai|artificial|chatbot)|"
            r"\bsummary of",
        ),
    ),
    "risk_management": (
        (
            4,
            r"\bshut[\w\s]{0,12}down\b|kill switch|catastrophic risk|"
            r"\bsafety protocols?|security assessment|duty of (?:reasonable )?care|"
            r"keep (?:\w+ )?logs",
        ),
        (
            5,
            r"\bqualified (?:person|professional)|human (?:review|in the loop|control)|"
            r"\breviewed by\b|review (?:each|every|all)\b",
        ),
        (4, r"\bshut\w*[\w\s]{0,20}\bdown\b|kill[- ]switch|off[- ]switch"),
        (5, r"impact assessment|risk (?:assess|manag|mitigat)|red-?team|human oversight|\baudit"),
        (
            4,
            r"(?:safety|security) (?:framework|protocol|plan|measure|standard|test|policy|"
            r"incident)",
        ),
        (4, r"\bsafeguards?\b|information security|cyber-?security|quality management"),
        (4, r"\bassess(?:es|ed|ing|ment)?\b|\bevaluat|\btest(?:s|ed|ing)?\b|\bmitigat"),
        (
            3,
            r"\bmonitor|\bgovernance (?:program|polic)|reasonable care|accuracy|robustness|"
            r"\bbias",
        ),
    ),
    "licensing": (
        (
            7,
            r"\b(?:unless|until|before|only (?:if|when|after))\b[\w\s,'\u2019-]{0,60}"
            r"\b(?:registered|certified|conformity|assessor|filed with)\b",
        ),
        (
            4,
            r"\bfil(?:e|es|ed)\b[\w\s'\u2019-]{0,12}\balgorithm|\b(?:seek|"
            r"ask)\w*\b[\w\s,'\u2019-]{0,20}\b(?:permission|approval|clearance)",
        ),
        (
            5,
            r"\bfiles?\b[\w\s]{0,20}\b(?:algorithms?|services?|models?)\b|"
            r"record-?filing|carry out[\w\s]{0,20}conformity|(?:hold|"
            r"obtain) (?:an? )?(?:permit|registration)",
        ),
        (
            4,
            r"\blicen[cs](?:e|es|ing|ed)\b[\w\s]{0,25}\b(?:requir|appl|from|for)|"
            r"licen[cs]ing (?:req|rule)",
        ),
        (
            4,
            r"conformity assessment|\bce marking|pre-?market|\bregist(?:er|ration|ered)\b|"
            r"\bfiling\b",
        ),
        (
            4,
            r"\b(?:prior )?(?:approval|authori[sz]ation|certification)s?\b|"
            r"\b(?<!not )permits?\b(?! (?:any|users?|others|an?|the|it|them)\b)",
        ),
        (3, r"\b(?:obtain|requir)\w* (?:an? )?licen[cs]e|\baccreditation"),
    ),
    "due_diligence": (
        (3, r"\bverif(?:y|ies|ied|ying)\b"),
        (6, r"\bage (?:check|assurance|verif|estimat)\w*"),
        (
            6,
            r"(?:find out|know|check|identify|establish|ascertain) who\b|location verification|"
            r"track\w* the location",
        ),
        (
            5,
            r"\b(?:verify|vet|screen|check)\w*\b[\w\s,'\u2019-]{0,40}(?:resellers?|buyers?|"
            r"customers?|owners?|owns)",
        ),
        (
            4,
            r"\b(?:presum\w+ that|check whether|"
            r"make sure that)\b[\w\s,'\u2019-]{0,40}\b(?:chips?|customers?|resellers?|apps?|end)",
        ),
        (
            5,
            r"\bcheck(?:s|ing|ed)?\b[\w\s]{0,30}\b(?:filing|licen[cs]e|identit|registration|"
            r"customer|owner|end[- ]use)|find out who\b",
        ),
        (6, r"know[- ]your[- ]customer|\bkyc\b|customer identification|due diligence"),
        (
            6,
            r"verif(?:y|ies|ied|ying|ication)\b[\w\s,'\u2019-]{0,40}(?:identit|customer|user|"
            r"age\b|end[- ])",
        ),
        (5, r"end[- ]us(?:e|er) (?:check|statement|verif|certif)|real[- ]name|age verification"),
        (4, r"identity (?:check|verif)|face scan|\bscreen(?:ing)? (?:of )?customer"),
    ),
    "content_control": (
        (
            5,
            r"fake news|illegal (?:or|and) \w+ (?:content|information)|negative (?:content|"
            r"inform)",
        ),
        (
            5,
            r"socialist values|political direction|public opinion orientation|rumors?\b|"
            r"\bcensor",
        ),
        (
            4,
            r"content moderation|(?:review|management|filter|remov|takedown|"
            r"generation)\w* of[\w\s]{0,25}content",
        ),
        (
            4,
            r"(?:false|harmful|prohibited|unlawful|illegal|undesirable|obscene) (?:content|"
            r"information)",
        ),
        (3, r"pornograph|hate speech|misinformation|disinformation|\bnews\b|obscen"),
        (3, r"\bcontent\b[\w\s]{0,40}(?:produc|publish|transmit|disseminat|generat)"),
    ),
    "ip_protection": (
        (
            6,
            r"\b(?:infring|"
            r"misappropriat)\w*[\w\s,]{0,20}(?:[\w\u2019']+ ){0,3}(?:rights?\b(?! (?:guaranteed|"
            r"secured|under))|works?\b|property)",
        ),
        (
            6,
            r"copyright|trade secret|intellectual property|rights ?-?holder|"
            r"text and data mining",
        ),
        (
            4,
            r"\bopt-?out|royalt|\blikeness|protected (?:work|asset)|\bpatent|trademark|"
            r"proprietary",
        ),
    ),
    "other": (
        (9, r"\bretaliat|whistle-?blow"),
        (4, r"(?:keep|retain|preserv|maintain)\w* (?:\w+ ){0,2}(?:records?|logs?|books)\b"),
    ),
}
