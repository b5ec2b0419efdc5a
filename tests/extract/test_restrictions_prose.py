"""Rules told in news, fact sheets and press releases."""

import pytest

from tests.extract.told import Names, read, rules, who

NEWS: dict[str, tuple[str, Names, tuple[str, str, str], dict[str, list[str]]]] = {
    "chips for a country": (
        "The U.S. government has barred Nvidia from selling its H20 chips to China, the "
        "company said on Tuesday.",
        {"Jurisdiction": ["U.S.|U.S. government", "China"], "Company": ["Nvidia"]},
        ("chip_export", "prohibition", "in_force"),
        {"imposers": ["U.S."], "bearers": ["Nvidia"], "restricted": ["China"]},
    ),
    "listing": (
        "The Commerce Department added Inspur Group to the Entity List in March over its "
        "work on military supercomputers.",
        {
            "Agency": ["Commerce Department"],
            "Company": ["Inspur Group"],
            "Instrument": ["Entity List"],
        },
        ("entity_listing", "prohibition", "in_force"),
        {"imposers": ["Commerce Department"], "restricted": ["Inspur Group"]},
    ),
    "passive listing": (
        "Zhipu was placed on the Entity List by the Commerce Department in January 2025.",
        {"Agency": ["Commerce Department"], "Company": ["Zhipu"], "Instrument": ["Entity List"]},
        ("entity_listing", "prohibition", "in_force"),
        {"imposers": ["Commerce Department"], "restricted": ["Zhipu"]},
    ),
    "app ban": (
        "Italy's data protection authority, the Garante, blocked DeepSeek's chatbot in the "
        "country on Thursday.",
        {"Jurisdiction": ["Italy"], "Agency": ["Garante"], "Company": ["DeepSeek"]},
        ("market_access", "prohibition", "in_force"),
        {},
    ),
    "government devices": (
        "Australia banned DeepSeek from all government devices, citing security concerns "
        "about the chatbot.",
        {"Jurisdiction": ["Australia"], "Company": ["DeepSeek"]},
        ("procurement", "prohibition", "in_force"),
        {"imposers": ["Australia"], "restricted": ["DeepSeek"]},
    ),
    "proposed duty": (
        "The proposed law would require developers of large AI models to report safety "
        "incidents to the attorney general.",
        {"Jurisdiction": ["California"]},
        ("reporting", "obligation", "proposed"),
        {"bearers": ["developers of large AI models"]},
    ),
    "terms of a firm": (
        "Anthropic's terms of service prohibit companies owned by Chinese entities from "
        "using Claude.",
        {"Company": ["Anthropic"], "AIModel": ["Claude"]},
        ("model_access", "prohibition", "in_force"),
        {"imposers": ["Anthropic"]},
    ),
    "tariff": (
        "The White House imposed a 25% tariff on imported semiconductors in January.",
        {"Agency": ["White House"]},
        ("tariff", "prohibition", "in_force"),
        {"imposers": ["White House"]},
    ),
    "outbound investment": (
        "The Treasury Department prohibits U.S. investors from putting money into Chinese "
        "companies that develop AI for the military.",
        {"Agency": ["Treasury Department"], "Jurisdiction": ["U.S."]},
        ("investment", "prohibition", "in_force"),
        {"imposers": ["Treasury Department"]},
    ),
    "signed labelling law": (
        "The law, which Illinois passed in May, requires companies to label AI-generated "
        "video and to publish a detection tool.",
        {"Jurisdiction": ["Illinois"]},
        ("transparency", "obligation", "in_force"),
        {"bearers": ["companies"]},
    ),
    "cloud access": (
        "The bill would bar cloud providers from renting advanced chips to Chinese companies.",
        {"Jurisdiction": ["United States"]},
        ("cloud_access", "prohibition", "proposed"),
        {"bearers": ["cloud providers"], "restricted": ["Chinese companies"]},
    ),
    "suspended": (
        "A federal judge on Friday enjoined the Colorado law that requires developers to "
        "conduct impact assessments of AI systems.",
        {"Jurisdiction": ["Colorado"]},
        ("risk_management", "obligation", "suspended"),
        {"bearers": ["developers"]},
    ),
    "controls by noun": (
        "Washington's export controls on advanced AI chips have kept China from buying "
        "Nvidia's best processors.",
        {"Jurisdiction": ["Washington", "China"], "Company": ["Nvidia"]},
        ("chip_export", "prohibition", "in_force"),
        {"imposers": ["Washington"]},
    ),
    "copyright": (
        "Denmark's new law prohibits firms from training AI on copyrighted works without the "
        "consent of the rights holders.",
        {"Jurisdiction": ["Denmark"]},
        ("ip_protection", "prohibition", "in_force"),
        {"imposers": ["Denmark"], "bearers": ["firms"]},
    ),
}

NOTHING: dict[str, tuple[str, Names]] = {
    "product news": (
        "Mistral today released Mistral Large 3, a model with open weights. It must be one "
        "of the fastest of its class, and "
        "developers can run it in the cloud without limits. The company banned nothing from "
        "its benchmark but said users should "
        "test the model first. Customers have to pay $2 per million tokens.",
        {"Company": ["Mistral"], "AIModel": ["Mistral Large 3"]},
    ),
    "funding": (
        "The Department of Energy announced $50 million for AI research at national "
        "laboratories. Applicants must submit proposals "
        "by June, and the programme will support data centres and compute for open science.",
        {"Agency": ["Department of Energy"]},
    ),
    "opinion": (
        "Governments should ban facial recognition, campaigners argued on Monday, and they "
        "urged Congress to require warrants. "
        "We need to limit the power of AI companies before it is too late. Export controls "
        "alone will not stop China.",
        {"Agency": ["Congress"], "Jurisdiction": ["China"]},
    ),
    "lawsuit": (
        "The newspaper sued OpenAI, alleging that its models copied articles. A court will "
        "hear whether training on the articles is "
        "fair use. Regulators in Spain opened an investigation into the chatbot.",
        {"Company": ["OpenAI"], "Jurisdiction": ["Spain"]},
    ),
    "press release": (
        "DataGuard, a provider of compliance software, today announced a course that helps "
        "employees to understand the EU AI Act. "
        "The course covers the obligations of deployers, export controls and data privacy. "
        "The platform limits access to "
        "authorised staff and blocks unwanted content.",
        {"Company": ["DataGuard"], "Instrument": ["EU AI Act"]},
    ),
    "strategy": (
        "Japan's strategy aims to make the country the most AI-friendly in the world. The "
        "ministry will support start-ups, promote "
        "data sharing and hold talks with partners on common rules. Companies are encouraged "
        "to share test results.",
        {"Jurisdiction": ["Japan"]},
    ),
    "voluntary": (
        "Seven firms, among them Google, made voluntary commitments to test models before "
        "release and to watermark content. "
        "The companies pledged to report vulnerabilities.",
        {"Company": ["Google"]},
    ),
}


@pytest.mark.parametrize("case", NEWS)
def test_a_report_tells_one_rule(case: str) -> None:
    text, names, expected, parties = NEWS[case]
    found = rules(read(text, names))
    assert [(r.type, r.modality, r.status) for r in found] == [expected]
    for role, members in parties.items():
        assert who(getattr(found[0], role)) == members


@pytest.mark.parametrize("case", NOTHING)
def test_texts_without_a_rule_give_none(case: str) -> None:
    text, names = NOTHING[case]
    assert [(r.type, text[slice(*r.evidence)]) for r in rules(read(text, names))] == []


def test_the_same_ban_told_twice_is_one_entry() -> None:
    text = (
        "Italy temporarily banned ChatGPT in March. "
        "The ban of Italy on ChatGPT, a model by OpenAI, surprised users."
    )
    doc = read(text, {"Jurisdiction": ["Italy"], "AIModel": ["ChatGPT"], "Company": ["OpenAI"]})
    assert [r.type for r in rules(doc)] == ["market_access"]


def test_list_items_under_a_plan_are_proposed_rules() -> None:
    text = (
        "Washington plans a joint front with its allies. The goal is to agree on common "
        "measures.\n"
        "- Putting limits on cloud computing access for firms tied to the army.\n"
        "- Requiring US chip makers to report suspicious orders to the Commerce Department.\n"
    )
    doc = read(text, {"Jurisdiction": ["Washington|US"], "Agency": ["Commerce Department"]})
    cloud, report = rules(doc)
    assert (cloud.type, cloud.modality, cloud.status) == ("cloud_access", "prohibition", "proposed")
    assert who(cloud.restricted)[0] == "firms tied to the army"
    assert (report.type, report.modality, report.status) == ("reporting", "obligation", "proposed")
    assert who(report.bearers) == ["US chip makers"]
    assert who(report.owed_to) == ["Commerce Department"]
    assert text[slice(*report.evidence)].startswith("Requiring US chip makers")
