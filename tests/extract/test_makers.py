"""Whose rule it is, whom it hits and what became of it, told by the whole document."""

import pytest

from ingest.extract.pipeline import load
from ingest.extract.result import Extraction, Party, Restriction


def _read(text: str) -> Extraction:
    return load().extract(text, "doc")


def _who(found: Extraction, parties: tuple[Party, ...]) -> list[str]:
    names = {e.id: e.name for e in found.entities}
    return [names[p.entity] if p.entity else p.text or "" for p in parties]


def _of(found: Extraction, text: str, words: str) -> Restriction:
    """The restriction whose evidence holds `words`."""
    return next(r for r in found.restrictions if words in text[slice(*r.evidence)])


TERMS = {
    "a firm that no list knows": "Lumora Usage Policy\n\nWe run Lumora for you.",
    "a firm only in the name of its terms": "The xAI Acceptable Use Policy covers you.",
    "the other side of an agreement": "Terms of Use\n\nThis is between you and Pellucid Labs.",
}


@pytest.mark.parametrize(
    ("case", "firm"), list(zip(TERMS, ("Lumora", "xAI", "Pellucid Labs"), strict=True))
)
def test_terms_are_imposed_by_the_firm_whose_they_are(case: str, firm: str) -> None:
    text = (
        f"{TERMS[case]}\n\nYou may not use outputs to train competing models. You may not share "
        "your keys. You must not resell the service.\n"
    )
    found = _read(text)
    assert _who(found, _of(found, text, "competing").imposers) == [firm]


def test_a_product_in_the_name_of_terms_is_no_firm() -> None:
    found = _read("Grok Terms of Use\n\nYou may not resell your account. You agree to this.\n")
    assert [e.name for e in found.entities if e.type == "Company"] == []


def test_a_law_is_that_of_the_land_of_its_offices_not_of_the_land_it_is_aimed_at() -> None:
    text = (
        "SEC. 2. (a) The Secretary of Defense may not buy AI chips from China or from China's "
        "army.\n(b) The Secretary of Energy shall not buy servers from China, under this section.\n"
    )
    found = _read(text)
    assert [_who(found, r.imposers) for r in found.restrictions if r.imposers] == []


def test_a_known_instrument_has_its_issuer_behind_it() -> None:
    text = (
        "Officials in Paris and in the European Union met Meta's lawyers. "
        "The AI Act requires providers of general-purpose models to publish a summary of the "
        "data that they train on."
    )
    found = _read(text)
    assert _who(found, _of(found, text, "summary").imposers) == ["European Union"]


def test_an_order_is_the_presidents() -> None:
    text = (
        "By the authority vested in me as President by the laws of the United States of America, "
        "it is hereby ordered:\nSection 1. (a) No agency shall buy an AI system made in Iran.\n"
        "(b) Each agency shall remove DeepSeek from its devices. (c) It shall keep a record.\n"
        "Sec. 2. Order 9 of 2024, under which agencies had to test AI models, is revoked.\n"
    )
    found = _read(text)
    assert {name for r in found.restrictions for name in _who(found, r.imposers)} == {"President"}
    assert _who(found, _of(found, text, "DeepSeek").restricted) == ["DeepSeek"]


def test_the_office_that_is_named_elsewhere_stands_for_its_kind() -> None:
    text = (
        "South Korea's privacy watchdog ordered DeepSeek to block its AI chatbot. "
        "The Personal Information Protection Commission had asked questions before."
    )
    found = _read(text)
    made = _who(found, _of(found, text, "ordered").imposers)
    assert made == ["Personal Information Protection Commission"]


def test_a_list_that_follows_names_those_who_are_counted() -> None:
    text = (
        "The Commerce Department adds two entities to the Entity List.\n\nCHINA\n\n"
        "Hefei Yunze Microelectronics Co., Ltd., Hefei, China.\n\n"
        "Shandong Qilin Computing Co., Ltd., Jinan, China.\n"
    )
    found = _read(text)
    assert [name.split()[0] for name in _who(found, found.restrictions[0].restricted)] == [
        "Hefei",
        "Shandong",
    ]


def test_measures_made_before_they_take_effect_are_adopted() -> None:
    text = (
        "Measures for Voice Services (Promulgated on January 20, 2026)\n"
        "Article 1. Providers shall label AI content.\nArticle 2. Providers shall not copy voices "
        "without consent.\nArticle 3. These Measures shall take effect on July 1, 2026.\n"
    )
    assert {r.status for r in _read(text).restrictions} == {"adopted"}


def test_a_person_acts_for_his_government() -> None:
    text = (
        "Texas Governor Greg Abbott prohibited the DeepSeek app on state-issued devices. "
        "Abbott also banned the Qwen chatbot from government phones."
    )
    found = _read(text)
    assert {name for r in found.restrictions for name in _who(found, r.imposers)} == {"Texas"}


def test_nobody_imposes_on_himself() -> None:
    text = (
        "The Commerce Department tightened its AI chip export controls in May. "
        "Under the law, the Defense Department will be prohibited from contracting with AI firms."
    )
    found = _read(text)
    norm = _of(found, text, "contracting")
    assert _who(found, norm.bearers) == ["Defense Department"]
    assert "Defense Department" not in _who(found, norm.imposers)


HIT = {
    "an order to stop hits the firm": (
        "Italy's data protection authority ordered DeepSeek to block its AI chatbot.",
        ["DeepSeek"],
        [],
    ),
    "those kept from using a product must refrain": (
        "India's government prohibited its employees from using DeepSeek on office computers.",
        ["DeepSeek"],
        ["employees"],
    ),
    "told not to": (
        "The Commerce Department told its employees not to use DeepSeek on government devices.",
        ["DeepSeek"],
        ["employees"],
    ),
    "told that it needs a licence": (
        "The US government has told Nvidia that it needs a licence to sell AI chips to China.",
        ["China"],
        ["Nvidia"],
    ),
    "required to apply for a licence": (
        "The Netherlands requires ASML to apply for a licence to ship chip machines to China.",
        ["China"],
        ["ASML"],
    ),
    "accounts are cut off": (
        "OpenAI banned several accounts linked to China.",
        ["several accounts linked to China"],
        [],
    ),
    "a product's firm is cut off": (
        "Amazon blocked Perplexity's AI shopping agent from its site.",
        ["Perplexity"],
        [],
    ),
    "developers must refrain": (
        "New York bars developers from releasing AI models that pose a risk of critical harm.",
        [],
        ["developers"],
    ),
    "use by somebody": (
        "Portland banned the use of facial recognition by police.",
        [],
        ["police"],
    ),
    "imposed on somebody": (
        "The Commerce Department imposed chip export restrictions on about 80 companies.",
        ["about 80 companies"],
        [],
    ),
}


@pytest.mark.parametrize("case", HIT)
def test_who_is_cut_off_and_who_must_act(case: str) -> None:
    text, restricted, bearers = HIT[case]
    found = _read(text)
    assert len(found.restrictions) == 1
    norm = found.restrictions[0]
    assert _who(found, norm.restricted) == restricted
    assert _who(found, norm.bearers) == bearers


def test_a_later_sentence_tells_that_the_rule_is_over() -> None:
    text = (
        "The White House unveiled new limits on the sale of AI chips abroad. Nvidia objected. "
        "The Trump administration rescinded the rule in May."
    )
    assert _of(_read(text), text, "limits").status == "ended"


def test_a_plan_to_lift_a_ban_leaves_it_in_force() -> None:
    text = "Italy has banned the ChatGPT chatbot. Regulators might lift the ban in May."
    assert _of(_read(text), text, "banned").status == "in_force"


def test_an_office_and_its_government_tell_of_one_rule_and_the_office_stays() -> None:
    text = (
        "The European Union drops its plan for a temporary ban on facial recognition. "
        "The European Commission had proposed a moratorium on facial recognition."
    )
    found = _read(text)
    assert [_who(found, r.imposers) for r in found.restrictions] == [["European Commission"]]
    assert found.restrictions[0].status == "ended"


def test_a_text_about_many_governments_is_no_digest_of_one_rule() -> None:
    text = (
        "China's regulator issued rules. Providers must register AI models. China says that "
        "firms must label AI content. Vietnam will require AI firms to store user data locally. "
        "India says that platforms have to label AI images. Firms must keep logs of AI models."
    )
    found = _read(text)
    assert _who(found, _of(found, text, "locally").imposers) == ["Vietnam"]
