"""Ties between names, and who alleges or denies them."""

import pytest

from tests.extract.told import Names, read, ties

STATED: dict[str, tuple[str, Names, set[tuple[str, str, str, str]]]] = {
    "possessive": (
        "Anthropic's Claude 3 and Google's Gemini lead the table.",
        {"Company": ["Anthropic", "Google"], "AIModel": ["Claude 3", "Gemini"]},
        {
            ("developed_by", "Claude 3", "Anthropic", "reported"),
            ("developed_by", "Gemini", "Google", "reported"),
        },
    ),
    "made by, and its family": (
        "GPT-4, developed by OpenAI, was costly. Users waited for GPT-5.",
        {"Company": ["OpenAI"], "AIModel": ["GPT-4", "GPT-5"]},
        {
            ("developed_by", "GPT-4", "OpenAI", "reported"),
            ("developed_by", "GPT-5", "OpenAI", "reported"),
        },
    ),
    "its own model, and the firm behind one": (
        "Brimlo unveiled plans. Its newest model, Tessel-3, is free. Vexa, the firm behind Ondine, "
        "left.",
        {"Company": ["Brimlo", "Vexa"], "AIModel": ["Tessel-3", "Ondine"]},
        {
            ("developed_by", "Tessel-3", "Brimlo", "reported"),
            ("developed_by", "Ondine", "Vexa", "reported"),
        },
    ),
    "a round and its investors": (
        "Brimlo closed a funding round led by Ostmark, with participation from Tarn and Vexa.",
        {"Company": ["Brimlo", "Ostmark", "Tarn", "Vexa"]},
        {
            ("invested_in", "Ostmark", "Brimlo", "reported"),
            ("invested_in", "Tarn", "Brimlo", "reported"),
            ("invested_in", "Vexa", "Brimlo", "reported"),
        },
    ),
    "behind an aside": (
        "Brimlo, a unit of Ostmark, sells servers to Tarn.",
        {"Company": ["Brimlo", "Ostmark", "Tarn"]},
        {
            ("subsidiary_of", "Brimlo", "Ostmark", "reported"),
            ("supplies", "Brimlo", "Tarn", "reported"),
        },
    ),
    "the bill of the sentence before": (
        "Lawmakers sent on the Open Chips Act. Brimlo lobbied against the bill.",
        {"Company": ["Brimlo"], "Instrument": ["Open Chips Act"]},
        {("opposes", "Brimlo", "Open Chips Act", "reported")},
    ),
    "entries of a list": (
        "This rule adds two entities to the Trade List.\n\nBrimlo, 4 Dock Road, Port, Ruritania.\n",
        {"Company": ["Brimlo"], "Instrument": ["Trade List"], "Jurisdiction": ["Ruritania"]},
        {
            ("located_in", "Brimlo", "Ruritania", "reported"),
            ("listed_on", "Brimlo", "Trade List", "reported"),
        },
    ),
    "enacting words": (
        "Voice Measures\n(Promulgated on May 2, 2031 by the Bureau of Sound and the Tone Office)\n",
        {"Instrument": ["Voice Measures"], "Agency": ["Bureau of Sound", "Tone Office"]},
        {
            ("issued_by", "Voice Measures", "Bureau of Sound", "reported"),
            ("issued_by", "Voice Measures", "Tone Office", "reported"),
        },
    ),
    "maker": (
        "ChatGPT-maker OpenAI said nothing.",
        {"Company": ["OpenAI"], "AIModel": ["ChatGPT"]},
        {("developed_by", "ChatGPT", "OpenAI", "reported")},
    ),
    "offices": (
        "The Bureau of Industry and Security, an agency of the Department of Commerce, issued the "
        "Diffusion Framework.",
        {
            "Agency": ["Bureau of Industry and Security", "Department of Commerce"],
            "Instrument": ["Diffusion Framework"],
        },
        {
            (
                "part_of",
                "Bureau of Industry and Security",
                "Department of Commerce",
                "reported",
            ),
            (
                "issued_by",
                "Diffusion Framework",
                "Bureau of Industry and Security",
                "reported",
            ),
        },
    ),
    "firms of a country": (
        "Chinese firms such as Huawei and Baidu grow at home in China.",
        {"Company": ["Huawei", "Baidu"], "Jurisdiction": ["China"]},
        {
            ("located_in", "Huawei", "China", "reported"),
            ("located_in", "Baidu", "China", "reported"),
        },
    ),
    "owners and investors": (
        "Instagram, a unit of Meta, grew. SoftBank invested $30 billion in OpenAI.",
        {"Company": ["Instagram", "Meta", "SoftBank", "OpenAI"]},
        {
            ("subsidiary_of", "Instagram", "Meta", "reported"),
            ("invested_in", "SoftBank", "OpenAI", "reported"),
        },
    ),
    "buyer and supplier": (
        "Humain ordered 18,000 Nvidia chips.",
        {"Company": ["Humain", "Nvidia"]},
        {("supplies", "Nvidia", "Humain", "reported")},
    ),
    "listed": (
        "The Pentagon added Tencent to the 1260H list.",
        {"Agency": ["Pentagon"], "Company": ["Tencent"], "Instrument": ["1260H list"]},
        {("listed_on", "Tencent", "1260H list", "reported")},
    ),
    "opposes": (
        "Meta has lobbied against SB 1047.",
        {"Company": ["Meta"], "Instrument": ["SB 1047"]},
        {("opposes", "Meta", "SB 1047", "reported")},
    ),
    "amends": (
        "This Act may be cited as the Chip Act. The Export Reform Act is amended as follows.",
        {"Instrument": ["Chip Act", "Export Reform Act"]},
        {("amends", "Chip Act", "Export Reform Act", "reported")},
    ),
    "no tie": (
        "OpenAI and Disney talked about Gemini. A licence for ASML to ship tools to China lapsed "
        "when the ban came.",
        {
            "Company": ["OpenAI", "Disney", "ASML"],
            "AIModel": ["Gemini"],
            "Jurisdiction": ["China"],
        },
        set(),
    ),
}


@pytest.mark.parametrize("case", STATED)
def test_a_sentence_ties_its_names(case: str) -> None:
    text, names, expected = STATED[case]
    assert ties(read(text, names)) == expected


ACCUSED = (
    "The United States accused DeepSeek of distilling OpenAI's GPT-4o. "
    "Beijing rejected the allegations on Thursday."
)
ACCUSED_NAMES: Names = {
    "Jurisdiction": ["United States", "China|Beijing"],
    "Company": ["DeepSeek", "OpenAI"],
    "AIModel": ["GPT-4o"],
}


def test_distillation_is_alleged_by_the_accuser_and_not_by_the_owner() -> None:
    doc = read(ACCUSED, ACCUSED_NAMES)
    (found,) = [r for r in doc._.relations if r.type == "distilled_from"]
    assert (found.subject, found.object, found.status) == ("DeepSeek", "GPT-4o", "alleged")
    assert found.claimant == "United States"


def test_what_a_sentence_calls_this_technique_is_the_distillation_told_before() -> None:
    text = (
        "Officials fear that rivals feed on the output of OpenAI's GPT-4 when they train models of "
        "their own. As officials report, this technique allows firms like Baidu to catch up."
    )
    doc = read(text, {"Company": ["OpenAI", "Baidu"], "AIModel": ["GPT-4"]})
    (found,) = [r for r in doc._.relations if r.type == "distilled_from"]
    assert (found.subject, found.object, found.status) == ("Baidu", "GPT-4", "alleged")
    assert text[slice(*found.evidence)].startswith("As officials report")


def test_a_policy_against_distillation_is_no_distillation() -> None:
    text = "OpenAI's terms prohibit customers from distilling GPT-4."
    doc = read(text, {"Company": ["OpenAI"], "AIModel": ["GPT-4"]})
    assert [r for r in doc._.relations if r.type == "distilled_from"] == []


def test_who_made_the_teacher_model_neither_copied_it_nor_was_copied_by_the_accused() -> None:
    text = (
        "Staff allege that Baidu trained its system on answers from GPT-4, a model built by OpenAI."
    )
    doc = read(text, {"Company": ["OpenAI", "Baidu"], "AIModel": ["GPT-4"]})
    assert ties(doc) == {
        ("developed_by", "GPT-4", "OpenAI", "reported"),
        ("distilled_from", "Baidu", "GPT-4", "alleged"),
    }
