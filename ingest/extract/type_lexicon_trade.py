"""Words of rules on trade, access and money: export, cloud, data, investment, sanctions."""

from collections.abc import Mapping

_CHIP = (
    r"(?:chip|semiconductor|gpu|graphics processing unit|ai processor|accelerator|"
    r"integrated circuit|advanced computing (?:item|ic|commodit)|ai server|[ah]100|[ah]800|"
    r"h200|h20|mi3\d\d|blackwell|3a090|4a090)"
)
_DEAL = (
    r"(?:\bexport|re-?export|\bsale|\bsell|\bsold\b|\bship|suppl[iy]|\btransfer|\bbuy|purchas|"
    r"\bimport|"
    r"\bcaps?\b|\bquota|licen[cs]|\baccess|\bacquir|\bcurb|\bcontrols?\b|restrict|obtain|diver)"
)
_PERSONAL = (
    r"(?:personal|sensitive|biometric|genetic|genomic|health|location|user|training|private)"
    r"[\w\s-]{0,12}(?:data|information|identifier)"
)

TRADE: Mapping[str, tuple[tuple[int, str], ...]] = {
    "cloud_access": (
        (3, r"\biaas\b[\w\s-]{0,60}\b(?:suppl|serv|account|customer)"),
        (3, r"\btraining runs?\b|\bcompute (?:cluster|capacity|service|resource|time)"),
        (4, r"\bcloud[- ](?:provider|service|comput|access|infrastructure|compan|customer)"),
        (4, r"infrastructure[- ]as[- ]a[- ]service|\biaas\b"),
        (4, r"remote(?:ly)? (?:access|us)\w* (?:to |of )?[\w\s,-]{0,30}(?:comput|chip|gpu)"),
        (3, r"\brent\w* [\w\s-]{0,20}(?:comput|chip|gpu)|remote comput|compute access"),
        (2, r"data cent(?:er|re)s? (?:abroad|overseas)|\bcloud\b"),
    ),
    "chip_export": (
        (
            5,
            rf"{_DEAL}[\w\s,'\u2019“”$.-]{{0,60}}{_CHIP}|"
            rf"{_CHIP}\w*[\w\s,'\u2019“”-]{{0,40}}{_DEAL}",
        ),
        (2, rf"\b{_CHIP}"),
        (2, r"export (?:control|restriction|curb|ban|rule|licen[cs])"),
    ),
    "equipment_export": (
        (
            4,
            r"\b(?:receive|obtain|buy|sell)\w*\b[\w\s,'\u2019-]{0,40}\b(?:goods|technolog\w+|"
            r"machines?)\b",
        ),
        (5, r"(?:chip-?making|lithograph|semiconductor manufacturing|fabrication|\beda\b)"),
        (3, r"\b(?:re-?)?export\w*[\w\s,-]{0,40}(?:equipment|tool|technolog|software|item|good)"),
        (2, r"\bexport(?:s|ed|ing|er|ers)?\b|\bre-?export|in-country transfer|deemed export"),
        (1, r"export (?:control|restriction|curb)"),
    ),
    "model_weights": (
        (4, r"\b(?:the|its|their) weights\b|weight (?:files?|theft)"),
        (7, r"(?:model|closed|open|unpublished)[\s-]+[\u2018'“\"]?weights?\b|4e091|weights of\b"),
        (2, r"\bopen[- ](?:weight|source) model"),
    ),
    "model_access": (
        (7, r"\b(?:access|use) from [\w\s,]{0,40}\b(?:countr|region|territor)"),
        (
            6,
            r"\b(?:under|below|over) the age of \d|\b(?:users?|anyone|children|persons?|people|"
            r"you are|those|who are) (?:under|below) (?:1[3-9]|21)\b(?! (?:u\.|cfr|per))",
        ),
        (
            7,
            r"(?:circumvent|bypass|evad|get\w* around|work\w* around|disabl|interfer\w* with|"
            r"disrupt)\w* [\w\s,'\u2019-]{0,50}(?:rate limit|restriction|safeguard|filter|"
            r"safety (?:measure|mitigation)|protective measure|guardrail|our services?)",
        ),
        (
            7,
            r"(?:embargo\w*|sanctioned|unsupported|restricted|unlisted) (?:countr|territor|"
            r"region|place)|supported (?:countr|region)",
        ),
        (
            6,
            r"(?:lease|rent out|sell|sublicen[cs]e)\b[\w\s,]{0,20}\b(?:services?|api|access|"
            r"accounts?)\b",
        ),
        (
            4,
            r"\b(?:out of|open) (?:the )?ai model|rights to (?:its|the|"
            r"their)\b|\bstop serving\b",
        ),
        (
            5,
            r"\bapi (?:access|traffic|calls?)|\baccounts?\b[\w\s-]{0,40}\b(?:closed|suspended|"
            r"terminated|banned|removed)",
        ),
        (5, r"\b(?:1[3-9]|21) (?:years? (?:of age|old)|or (?:older|over)|and (?:older|over))"),
        (3, r"\bparental\b|\bparents\b|\ba parent (?:has|must|or|needs)|of a parent|\bguardian"),
        (
            5,
            r"(?:not|never) (?:offer|provide|sell|suppl|serve|licen[cs]e|"
            r"available)\w*[\w\s]{0,30}\b(?:model|service|api|product)s?\b",
        ),
        (6, r"not eligible|ineligible|\bresale\b|\bresell(?:s|ing)?\b"),
        (
            4,
            r"access to [\w\s,'\u2019-]{0,40}(?:\bapis?\b|chatbot|\bai (?:model|tool|service)|"
            r"model)",
        ),
        (
            5,
            r"from (?:us|access)ing [\w\s,'\u2019-]{0,30}\b(?:ai (?:model|tool|service)s?|"
            r"chatbot|apis?\b)",
        ),
        (
            4,
            r"\b(?:banned|suspend\w*|terminat\w*|clos\w*|block\w*|"
            r"disabl\w*)[\w\s-]{0,12}account",
        ),
        (4, r"\baccounts? (?:closure|suspension|ban|termination|was|were)|banned an? account"),
        (3, r"\bapis?\b|supported countr|unsupported countr|terms of (?:use|service)"),
        (3, r"(?:under|at least|younger than|over) (?:the age of )?(?:13|16|18)|\bminors?\b"),
        (3, r"(?:circumvent|bypass|evad)\w* [\w\s,-]{0,30}(?:rate limit|restriction|safeguard)"),
        (3, r"\b(?:sale|sell|selling|sold)\b[\w\s]{0,25}(?:facial|ai |model|software|technolog)"),
        (
            3,
            r"(?:share|sell|resell|transfer)\w* [\w\s]{0,20}(?:account|credential|api key|"
            r"login)",
        ),
        (3, r"provide\w* [\w\s]{0,30}services? to\b|unauthori[sz]ed access"),
        (2, r"\b(?:subscription|sign up|register for an account)"),
    ),
    "distillation": (
        (
            6,
            r"source code|(?:components?|parts|parameters|algorithms?|weights|structure) (?:of|"
            r"behind|underlying) (?:the|our|its|any) (?:\w+ )?(?:model|service|system)",
        ),
        (
            8,
            r"(?:outputs?|answers|responses|completions|"
            r"generations)\b[\w\s,'\u2019-]{0,50}\b(?:train|fine-?tun|distil|imitat|rival|compet)",
        ),
        (8, r"\bdistill"),
        (8, r"outputs?\b[\w\s,'\u2019-]{0,50}\b(?:train|develop|improve|build|compet)"),
        (
            7,
            r"(?:train|develop|build|create)\w*[\w\s,'\u2019-]{0,60}\b(?:compet\w+ (?:ai|"
            r"model|product|service|with)|models? that compet)",
        ),
        (6, r"reverse[- ]engineer|model extraction|extract\w* [\w\s]{0,20}(?:parameter|model)"),
        (5, r"decompil|disassembl|underlying (?:algorithm|source code|model)|\bcompet\w+ model"),
    ),
    "data_transfer": (
        (
            6,
            r"(?:extract|harvest|collect|copy|download)\w* [\w\s,]{0,20}(?:data|outputs?|"
            r"content)\b[\w\s,]{0,20}(?:by program|programmatic|automat|by bot|by machine)|"
            r"(?:programmatic|automatic)\w* (?:extract|collect|access|quer)",
        ),
        (4, r"\bextract\w* (?:data|outputs?|content)\b"),
        (
            5,
            r"\bprocess(?:es|ing)?\b[\w\s'\u2019]{0,20}\bdata of\b",
        ),
        (5, r"cross-?border|data transfer|transfer of[\w\s]{0,20}data|data brok|locali[sz]ation"),
        (5, r"\bscrap(?:e|es|ed|ing)\b|data harvest|web crawl|\bdata mining\b"),
        (4, rf"\b{_PERSONAL}"),
        (8, r"(?:violat|invad|infring)\w* [\w\s'\u2019]{0,25}\b(?:privacy|publicity)\b"),
        (3, r"\bprivacy\b|data protection|\bgdpr\b|data subject|\bconsent\b"),
        (2, r"\bdata\b[\w\s]{0,20}(?:abroad|overseas|collect|process|store)"),
    ),
    "investment": (
        (
            5,
            r"acquir\w+ (?:an? |any )?(?:\w+ ){0,2}(?:shares?|stakes?|interests?|equity|holding)\b",
        ),
        (
            2,
            r"(?:covered|notifiable|prohibited) (?:national security )?transaction|"
            r"\btransactions?\b",
        ),
        (
            5,
            r"\b(?:outbound|inbound|foreign) (?:direct )?invest|joint venture|"
            r"covered transaction",
        ),
        (
            4,
            r"\binvest(?:ment|ments|ing|ors?|s)?\b|\bstakes?\b|takeover|\bcfius\b|"
            r"equity interest",
        ),
        (3, r"acquisitions? (?:of|by)|\bmergers?\b|venture capital"),
    ),
    "procurement": (
        (
            5,
            r"\b(?:remov|uninstall|block|delet)\w* [\w\s-]{0,60}\b(?:devices?|networks?|"
            r"information technology)\b",
        ),
        (
            5,
            r"\bfrom (?:its|their|all|federal|government) (?:\w+ )?(?:networks?|systems?|"
            r"devices?|computers?)",
        ),
        (2, r"\b(?:buy|procure|contract for)\b"),
        (
            5,
            r"\b(?:public administration|civil service|ministries|federal (?:phones?|systems?|"
            r"networks?|computers?)|government (?:systems?|networks?|phones?|computers?|laptops?))",
        ),
        (
            5,
            r"\b(?:state|federal|government|official|public|military|navy|"
            r"army)[\w\s-]{0,12}(?:devices?|phones?|laptops?)",
        ),
        (
            4,
            r"\b(?:agencies|departments|pentagon|armed forces|"
            r"military)\b[\w\s,'\u2019-]{0,40}\b(?:from )?(?:buy(?:ing)?|purchas\w+|"
            r"procur\w+|contract\w*)\b",
        ),
        (
            6,
            r"\b(?:public|contracting|government|state|federal) (?:authorit|bod|entit|agenc|"
            r"department)\w+\b[\w\s]{0,30}\b(?:buy|purchas|acquir|procur|contract)",
        ),
        (6, r"\bprocur"),
        (5, r"(?:government|federal|state|official|agency)[- ](?:owned |issued )?devices?"),
        (
            6,
            r"\bon (?:its|their|all|any|state|government|federal|official|"
            r"work)[\w\s-]{0,20}(?:devices?|computers?|networks?|phones?)",
        ),
        (
            5,
            r"\b(?:agencies|officials|departments|civil servants|"
            r"government employees)\b[\w\s]{0,30}\bus(?:e|ing)\b",
        ),
        (5, r"federal (?:contract|agenc(?:y|ies) (?:from )?(?:us|buy|purchas))"),
        (
            4,
            r"government (?:contract|purchas|use of|agenc\w+ us)|contract(?:s|"
            r"ing)? with federal",
        ),
        (4, r"\b(?:agenc\w+|department|government)[\w\s]{0,30}\b(?:purchas|acquir|buy|contract)"),
    ),
    "market_access": (
        (4, r"\bplac\w* [\w\s-]{0,40}on the (?:\w+ )?market\b"),
        (
            4,
            r"\b(?:suspend|halt|block|stop|ban|pull|remov)\w*\b[\w\s'\u2019-]{0,20}\bdownloads?|"
            r"\bimports? of\b[\w\s'\u2019-]{0,20}\bai\b",
        ),
        (
            4,
            r"\b(?:chatbots?|services?|websites?|apps?)\b[\w\s,'\u2019-]{0,40}\b(?:are|is|was|"
            r"were|been) blocked",
        ),
        (
            4,
            r"plac(?:e|ed|ing) (?:it |them )?on the (?:union )?market|app stores?|"
            r"put into service",
        ),
        (4, r"\bban(?:s|ned|ning)? (?:on |of |the )?(?:ai model|tiktok|apps?\b|chatbot)"),
        (
            3,
            r"\b(?:block|remov|pull|suspend)\w*[\w\s,'\u2019]{0,40}(?:\bapps?\b|website|"
            r"chatbot|sites?)",
        ),
        (
            3,
            r"(?:offer|operat|launch|distribut|available|sell|"
            r"sold)\w*[\w\s,]{0,30} in the (?:eu|us)",
        ),
        (3, r"market access|withdraw\w* from the market|import ban|from downloading"),
        (2, r"\bapps?\b|downloads?\b"),
    ),
    "entity_listing": (
        (
            6,
            r"entity list|unverified list|\bsdn list|1260h|military end[- ]user list|"
            r"denied person",
        ),
        (5, r"blacklist|trade black|specially designated|chinese military compan(?:y|ies) list"),
        (
            4,
            r"(?:add|plac|put)\w*[\w\s,'\u2019.&-]{0,80}\b(?:to|on) (?:its |the |"
            r"a )?[\w\s]{0,20}\blist\b",
        ),
    ),
    "financial_sanction": (
        (6, r"(?:freez|frozen|froze)\w*[\w\s]{0,25}(?:asset|account|fund)|asset freeze"),
        (
            6,
            r"property and interests|blocked (?:property|person)|block(?:s|ed|"
            r"ing)? (?:all )?property",
        ),
        (4, r"\bsanction(?:s|ed|ing)?\b|\bfunds or economic resources"),
        (3, r"\bpayments?\b|financial (?:transaction|service)|\btransactions? with"),
    ),
    "tariff": (
        (12, r"\btariffs?\b|\bsection (?:301|232)\b|import dut(?:y|ies)|\bcustoms dut"),
        (5, r"\bdut(?:y|ies) (?:on|of \d)|\blev(?:y|ies) (?:on|of \d)"),
    ),
    "talent": (
        (6, r"\b(?:be|been|was|were) (?:hired|employed|recruited)\b|background check"),
        (6, r"\bvisas?\b|\bu\.?s\.? persons? (?:from|to|may|shall|support)|talent program"),
        (
            5,
            r"\b(?:hir(?:e|ing)|recruit\w*|employ(?:ing|ment of)?)\b[\w\s]{0,30}(?:national|"
            r"engineer)",
        ),
        (4, r"foreign (?:national|student|researcher|worker)|chinese (?:student|researcher)"),
        (3, r"\bstudents?\b|\bimmigra"),
    ),
}
