"""Instruments that texts name by a short form, and the words that make an instrument's title."""

INSTRUMENTS = """
Entity List; BIS Entity List; U.S. Entity List; US Entity List = list:us-entity-list
Unverified List = list:us-unverified-list
Military End User List; Military End-User List; MEU List = list:us-meu-list
Section 1260H List; 1260H List; 1260H list; Section 1260H list; Chinese Military Companies List = list:us-1260h
SDN List; Specially Designated Nationals List; Specially Designated Nationals and Blocked Persons List = list:us-sdn
NS-CMIC List = list:us-ns-cmic
Commerce Control List; CCL = list:us-ccl
FCC Covered List; Covered List = list:us-fcc-covered
Unreliable Entity List; Unreliable Entities List = list:cn-unreliable
Export Administration Regulations; EAR = instrument:us-ear
International Traffic in Arms Regulations; ITAR = instrument:us-itar
Export Control Reform Act; Export Control Reform Act of 2018; ECRA = instrument:us-ecra
International Emergency Economic Powers Act; IEEPA = instrument:us-ieepa
Defense Production Act = instrument:us-dpa
Foreign Direct Product Rule; FDPR; foreign direct product rule = instrument:us-fdpr
AI Diffusion Rule; Framework for Artificial Intelligence Diffusion; AI Diffusion Framework; Diffusion Rule; AI diffusion rule; Diffusion Framework; AI diffusion framework = instrument:us-ai-diffusion-rule
CHIPS and Science Act; CHIPS Act; Chips Act; CHIPS and Science Act of 2022 = instrument:us-chips-act
EU Chips Act; European Chips Act = instrument:eu-chips-act
EU AI Act; AI Act; European AI Act; EU Artificial Intelligence Act; Artificial Intelligence Act; EU's AI Act; E.U. AI Act = instrument:eu-ai-act
General Data Protection Regulation; GDPR; EU GDPR = instrument:eu-gdpr
Digital Services Act; DSA = instrument:eu-dsa
Digital Markets Act; DMA = instrument:eu-dma
Data Act = instrument:eu-data-act
Data Governance Act = instrument:eu-dga
Cyber Resilience Act = instrument:eu-cra
Product Liability Directive = instrument:eu-pld
AI Liability Directive = instrument:eu-aild
Online Safety Act = instrument:gb-osa
Children's Online Privacy Protection Act; COPPA = instrument:us-coppa
California Consumer Privacy Act; CCPA = instrument:us-ca-ccpa
Health Insurance Portability and Accountability Act; HIPAA = instrument:us-hipaa
Digital Millennium Copyright Act; DMCA = instrument:us-dmca
Personal Information Protection Law; PIPL = instrument:cn-pipl
Data Security Law = instrument:cn-dsl
Cybersecurity Law = instrument:cn-csl
Remote Access Security Act = instrument:us-remote-access-security-act
GAIN AI Act = instrument:us-gain-ai-act
Chip Security Act = instrument:us-chip-security-act
RAISE Act = instrument:us-ny-raise-act
TRAIGA = instrument:us-tx-traiga
Take It Down Act; TAKE IT DOWN Act = instrument:us-take-it-down-act
NO FAKES Act = instrument:us-no-fakes-act
Privacy Act; Privacy Act of 1974 = instrument:us-privacy-act
First Amendment = instrument:us-first-amendment
Fourth Amendment = instrument:us-fourth-amendment
Section 230 = instrument:us-section-230
National Defense Authorization Act; NDAA = instrument:us-ndaa
AI Bill of Rights; Blueprint for an AI Bill of Rights = instrument:us-ai-bill-of-rights
AI Risk Management Framework; NIST AI Risk Management Framework; AI RMF; NIST AI RMF = instrument:us-nist-ai-rmf
AI Action Plan; America's AI Action Plan; U.S. AI Action Plan; US AI Action Plan = instrument:us-ai-action-plan
Bletchley Declaration = instrument:bletchley-declaration
Constitution; U.S. Constitution; US Constitution = instrument:us-constitution
Wassenaar Arrangement = instrument:wassenaar-arrangement
FedRAMP = -
"""
"""Names = reference id (`-` for a name that looks like an instrument and is none)."""

TITLE_HEADS = frozenset(
    """Act Bill Law Rule Rules Regulation Regulations Order Directive Code Constitution Treaty
    Convention Agreement Framework Strategy Accord Accords Protocol Decree Ordinance Statute
    Proclamation Memorandum Pact Charter Principles Blueprint Declaration Resolution Amendment
    Amendments Measures Provisions Guidelines Standard Standards List Plan Policy Policies Terms
    License Licence Roadmap Guidance Arrangement Decision Ordinances Acts Regime Recommendation""".split()
)
"""Last words of a title, or its first before a complement (`Law on …`, `Measures for …`)."""

LEGAL_HEADS = frozenset(
    """Act Bill Law Regulation Regulations Directive Code Constitution Treaty Convention Decree
    Ordinance Statute Proclamation Charter Amendment Declaration Accord Accords Pact Rule""".split()
)
"""Those that make a title with any capitalised modifier; the others need a legal one."""

COMPLEMENT_HEADS = frozenset(
    """Law Regulation Regulations Measures Provisions Guidelines Framework Convention Treaty
    Agreement Strategy Declaration Memorandum Code Blueprint Principles Recommendation Directive
    Decision Act Rules Order Resolution Charter Ordinance Guidance Protocol Standards Policy""".split()
)
