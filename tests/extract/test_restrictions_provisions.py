"""Norms in laws, rules, bills, orders and terms of use."""

import pytest

from tests.extract.told import Names, read, rules, who

USAGE_POLICY = """Acceptable Use Policy

Last updated: 2 March 2025

This policy binds anyone using our Service. What you make with Orion is yours, within the bounds set here.

Stay within the law. Do not use the Service or what it returns for unlawful ends or to harm people, such as:

- Infringing a copyright, a patent or another right in somebody's work
- Violating the privacy of a person by gathering data about them
- Making nude pictures of a real person
- Sexualizing a child in words or in pictures
- Tricking people out of their money or their passwords

You may not:

- reverse engineer our models or try to learn how they are built;
- use Outputs to train a model that rivals those of Northlab;
- circumvent a limit that we set on the number of requests to the Service;
- say that a person wrote an Output when none did.

You must be 16 or older to open an account.
"""  # noqa: E501  one provision per line, as laws are published

ORDER = """Sec. 4. Safe and Reliable Systems. (a) Before the end of March, under the Defense Production Act, the Secretary of Commerce shall require:

(i) Companies that train frontier models to send the Government, every quarter, reports on how they guard the training runs against theft and sabotage; and

(ii) Companies that buy or lease more than 50,000 accelerators to report the purchase, with the address of the site.

(b) The Secretary of Commerce shall propose regulations under which United States IaaS Providers must submit a report to the Secretary whenever a customer abroad rents their machines for a frontier training run.

(c) The Director of the Office shall conduct a study on compute markets and shall report to the President.
"""  # noqa: E501  one provision per line, as laws are published

RULE = """PART 744—CONTROL POLICY: END-USER AND END-USE BASED

1. The authority citation for 15 CFR part 744 continues to read as follows:

§ 744.99 Restrictions on certain model weights.

(a) License requirement. A license is required to export, reexport, or transfer (in-country) any closed model weights described in ECCN 4E091 to any destination other than those listed in paragraph (b) of this section.

(b) Exception. Paragraph (a) of this section does not apply to exports to allied destinations.

(c) License review policy. Applications face a presumption of denial for entities headquartered in Country Group D:5. This section is effective May 15, 2025.

BIS may revise this section.
"""  # noqa: E501  one provision per line, as laws are published

BILL = """A BILL

To restrict the use of chatbots made by foreign adversaries.

SECTION 1. Short title. This Act may be cited as the Clean Devices Act.

SEC. 2. Prohibition.

(a) In general.--The head of an executive agency may not procure or use an AI system developed by a covered foreign company on a government device.

(b) Definitions.--In this section, the term "covered foreign company" means a company headquartered in China.

SEC. 3. Report. The Director shall submit to Congress a report on the implementation of this Act. The United States shall be represented.
"""  # noqa: E501  one provision per line, as laws are published

STATUTE = """Article 4: Providers of generative services shall add a label to pictures and video that they generate.

Article 5: Providers must verify the real identity of users, and must not provide services to users who refuse verification.

Article 6: Generated content must not contain false information or incite violence.

Article 7: The following practices are prohibited:
(a) social scoring of natural persons by public authorities;
(b) predictive policing based solely on profiling;
(c) untargeted scraping of facial images from the internet.

Article 8: Providers shall conduct a security assessment before offering services to the public, and report the results to the internet information department.

Article 9: These Measures shall take effect on August 15, 2024. Providers that violate Article 4 shall be fined.
"""  # noqa: E501  one provision per line, as laws are published


def _found(text: str, names: Names) -> list[tuple[str, str]]:
    return [(r.type, r.modality) for r in rules(read(text, names))]


def test_terms_of_use_forbid_item_by_item() -> None:
    doc = read(USAGE_POLICY, {"Company": ["Northlab"], "AIModel": ["Orion"]})
    items = {doc.text[slice(*r.evidence)].split(" ")[0]: r for r in rules(doc)}
    assert {w: items[w].type for w in ("Infringing", "Violating", "Making")} == {
        "Infringing": "ip_protection",
        "Violating": "data_transfer",
        "Making": "prohibited_practice",
    }
    assert items["reverse"].type == items["use"].type == "distillation"
    assert items["circumvent"].type == "model_access"
    assert all(r.modality == "prohibition" for w, r in items.items() if w != "You")
    assert {tuple(who(r.imposers)) for r in items.values()} == {("Northlab",)}
    assert {tuple(who(r.bearers)) for r in items.values()} == {("anyone using our Service",)}


def test_an_order_binds_the_companies_and_not_the_office() -> None:
    doc = read(ORDER, {"Agency": ["Secretary of Commerce"], "Jurisdiction": ["United States"]})
    found = rules(doc)
    assert [(r.type, r.modality) for r in found] == [("reporting", "obligation")] * 3
    assert all("Secretary of Commerce" in who(r.imposers) for r in found)
    assert who(found[0].bearers)[0].startswith("Companies")
    assert "IaaS Providers" in who(found[2].bearers)[0]


def test_a_licence_requirement_is_a_prohibition() -> None:
    doc = read(RULE, {"Agency": ["BIS"], "Instrument": ["15 CFR part 744"]})
    found = rules(doc)
    assert found[0].type == "model_weights"
    assert found[0].modality == "prohibition"
    assert who(found[0].imposers) == ["BIS"]
    assert not any("Exception" in doc.text[slice(*r.evidence)] for r in found)


def test_a_bill_proposes_and_its_reports_and_definitions_are_no_rules() -> None:
    doc = read(BILL, {"Jurisdiction": ["United States", "China"], "Agency": ["Congress"]})
    found = rules(doc)
    assert [(r.type, r.modality, r.status) for r in found] == [
        ("procurement", "prohibition", "proposed")
    ]
    assert "covered foreign company" in who(found[0].restricted)[0]


def test_a_statute_states_one_rule_per_clause_and_per_practice() -> None:
    assert _found(STATUTE, {}) == [
        ("transparency", "obligation"),
        ("due_diligence", "obligation"),
        ("model_access", "prohibition"),
        ("content_control", "prohibition"),
        ("prohibited_practice", "prohibition"),
        ("prohibited_practice", "prohibition"),
        ("data_transfer", "prohibition"),
        ("risk_management", "obligation"),
        ("reporting", "obligation"),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        'Section 3. In this Act, the term "model" means code that shall infer outputs.',
        "Section 3. A person who breaks section 2 shall be liable to a penalty of $10,000.",
        "Section 3. The Commission shall publish guidelines on the classification of AI systems.",
        "Section 3. This Act shall not apply to AI systems developed for research.",
        "Section 3. A provider may offer its model to hospitals under this section.",
    ],
)
def test_definitions_penalties_tasks_of_offices_and_permissions_are_no_rules(clause: str) -> None:
    text = f"Section 2. A provider shall label AI-generated images.\n\n{clause}"
    assert _found(text, {"Agency": ["Commission"]}) == [("transparency", "obligation")]


@pytest.mark.parametrize("text", ["", " \n", "You may not:\n- \n", "shall", "No person shall"])
def test_scraps_of_text_give_nothing(text: str) -> None:
    assert _found(text, {}) == []


def test_a_party_has_no_line_break_at_its_edge() -> None:
    text = (
        "Section 1. A government entity in this state\nshall not use an AI system to rank people."
        "\n\nSection 2. This Act may be cited as the Score Act. Texas enacted this Act."
    )
    doc = read(text, {"Jurisdiction": ["Texas"], "Instrument": ["Score Act"]})
    (rule,) = rules(doc)
    assert who(rule.bearers) == ["government entity in this state"]
    assert (who(rule.imposers), rule.instrument) == (["Texas"], "Score Act")
