"""Public bodies that texts name by a short or customary form, and the words that make a body."""

BODIES = """
White House; the White House = agency:us-eop
Congress; U.S. Congress; US Congress; United States Congress = agency:us-congress
Senate; U.S. Senate; US Senate; United States Senate = agency:us-senate
House of Representatives; U.S. House of Representatives; US House of Representatives; U.S. House; US House = agency:us-house
Supreme Court; U.S. Supreme Court; US Supreme Court; Supreme Court of the United States; SCOTUS = agency:us-supreme-court
Pentagon; DoD; DOD; US Department of Defense; Department of War; Defense Department = agency:us-dod
People's Liberation Army; PLA; Chinese People's Liberation Army = agency:cn-pla
Chinese Communist Party; Communist Party of China; CCP; CPC; Politburo = agency:cn-ccp
National People's Congress; NPC = agency:cn-npc
State Council = agency:cn-state-council
Ministry of Public Security; MPS = agency:cn-mps
Ministry of State Security; MSS = agency:cn-mss
European Council = agency:eu-european-council
European Central Bank; ECB = agency:eu-ecb
Europol = agency:eu-europol
Frontex = agency:eu-frontex
Eurojust = agency:eu-eurojust
Court of Justice of the European Union; European Court of Justice; CJEU; ECJ = agency:eu-cjeu
European Court of Human Rights; ECHR = agency:coe-ecthr
Interpol; INTERPOL = agency:interpol
North Atlantic Treaty Organization; North Atlantic Treaty Organisation; NATO = agency:nato
United Nations; UN; U.N. = agency:un
UN Security Council; United Nations Security Council; Security Council = agency:un-sc
UN General Assembly; United Nations General Assembly; General Assembly = agency:un-ga
World Health Organization; WHO = agency:un-who
World Bank = agency:world-bank
International Monetary Fund; IMF = agency:imf
International Organization for Standardization; ISO = agency:iso
International Electrotechnical Commission; IEC = agency:iec
Financial Action Task Force; FATF = agency:fatf
Group of Seven; G7; G-7 = agency:g7
Group of 20; Group of Twenty; G20; G-20 = agency:g20
Central Intelligence Agency; CIA = agency:us-cia
Immigration and Customs Enforcement; U.S. Immigration and Customs Enforcement; ICE = agency:us-ice
Customs and Border Protection; U.S. Customs and Border Protection; CBP = agency:us-cbp
Internal Revenue Service; IRS = agency:us-irs
Environmental Protection Agency; EPA = agency:us-epa
Federal Reserve; Federal Reserve Board = agency:us-fed
Federal Election Commission; FEC = agency:us-fec
National Labor Relations Board; NLRB = agency:us-nlrb
Drug Enforcement Administration; DEA = agency:us-dea
National Aeronautics and Space Administration; NASA = agency:us-nasa
National Institutes of Health; NIH = agency:us-nih
Department of Labor; Labor Department; DOL = agency:us-dol
Department of Agriculture; Agriculture Department; USDA = agency:us-usda
Department of the Interior; Interior Department = agency:us-doi
Department of Veterans Affairs; Veterans Affairs = agency:us-va
Department of Housing and Urban Development; HUD = agency:us-hud
Department of Government Efficiency; DOGE = agency:us-doge
Small Business Administration = agency:us-sba
Defense Innovation Unit; DIU = agency:us-diu
AI Safety Institute; U.S. AI Safety Institute; US AI Safety Institute; U.S. Artificial Intelligence Safety Institute; Artificial Intelligence Safety Institute = agency:us-caisi
UK AI Safety Institute; UK AI Security Institute; AI Security Institute; U.K. AI Safety Institute = agency:gb-aisi
End-User Review Committee; ERC = agency:us-erc
U.S. Army; US Army = agency:us-army
U.S. Navy; US Navy = agency:us-navy
U.S. Air Force; US Air Force; Air Force = agency:us-air-force
Marine Corps; U.S. Marine Corps = agency:us-marines
Coast Guard; U.S. Coast Guard = agency:us-coast-guard
U.S. Chamber of Commerce = -
House of Commons = agency:gb-commons
House of Lords = agency:gb-lords
Parliament = agency:parliament
Bundestag = agency:de-bundestag
Bundesrat = agency:de-bundesrat
Knesset = agency:il-knesset
Lok Sabha = agency:in-lok-sabha
Diet; National Diet = agency:jp-diet
Home Office = agency:gb-home-office
Cabinet Office = agency:cabinet-office
Downing Street; No 10; Number 10 = agency:gb-no10
Scotland Yard; Metropolitan Police; Met Police = agency:gb-met-police
GCHQ = agency:gb-gchq
CNIL = agency:fr-cnil
Executive Yuan = agency:tw-executive-yuan
Legislative Yuan = agency:tw-legislative-yuan
Public Investment Fund; PIF = agency:sa-pif
Bundeskartellamt; Federal Cartel Office = agency:de-bundeskartellamt
Ministry of Commerce; MOFCOM; Commerce Ministry; Chinese Commerce Ministry = agency:cn-mofcom
Ninth Circuit = agency:us-ca9
D.C. Circuit = agency:us-cadc
Federal Circuit = agency:us-cafc
Second Circuit = agency:us-ca2
Fifth Circuit = agency:us-ca5
Department for Science, Innovation and Technology; DSIT; Department for Science, Innovation & Technology = agency:gb-dsit
Revolutionary Guard; Islamic Revolutionary Guard Corps; IRGC = agency:ir-irgc
Kremlin = agency:ru-kremlin
"""
"""Names = reference id (`-` for a name that looks like a body and is none)."""

HEADS = frozenset(
    """Ministry Department Office Bureau Committee Subcommittee Commission Agency Council Court Board
    Directorate Directorate-General Administration Authority Parliament Assembly Senate Legislature
    Secretariat Commissariat Inspectorate Ombudsman Treasury Tribunal Police Army Navy Regulator
    Chancellery Cabinet Congress Duma Prosecutor Ministries Departments Centre Center Institute
    Service Services Command Corps Foundation Group Force Panel Laboratory Guard Presidency Taskforce Observatory""".split()
)
"""Nouns that a public body's name begins or ends with."""

STRONG_HEADS = frozenset(
    """Ministry Department Bureau Commission Agency Court Parliament Senate Legislature Secretariat
    Authority Committee Subcommittee Council Administration Directorate Directorate-General Assembly
    Tribunal Ombudsman Inspectorate Treasury Chancellery Duma Commissariat Regulator""".split()
)
"""Those that name a public body with any complement; the others need a public-sounding one."""

PUBLIC_WORDS = frozenset(
    """National Federal State Government Public Royal Central European Ministry Republic Defense
    Defence Security Safety Army Naval Navy Standards Intelligence Police Border Customs Revenue
    Immigration Attorney Commissioner Privacy Competition Consumer Cyber Cybersecurity Prime
    President Congressional House Senate Parliamentary District Circuit Appeals Supreme High
    Justice Trade Patent Copyright Statistics Statistical Health County City Municipal Working Task Action Advisory Expert Steering""".split()
)

SOFT_HEADS = frozenset(
    """Centre Center Institute Laboratory Foundation Group Force Panel Observatory Services Corps
    Taskforce""".split()
)
SOFT_WORDS = frozenset(
    """National Federal State Government Royal Presidential Congressional Parliamentary Safety Standards
    Cyber Cybersecurity Defense Defence Naval Army Police Governor’s Governor's President’s
    President's House Senate Joint Action Task""".split()
)
"""Heads that mostly name private bodies, and the words that make public ones of them."""

OFFICES = (
    r"(?:Deputy |Under |Assistant |Acting )*(?:Secretary|Minister|Commissioner|Administrator|"
    r"Comptroller|Chancellor|Superintendent|Registrar)"
)
"""Holders whose capitalised title with a complement stands for the office."""
