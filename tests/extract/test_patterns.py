"""Names that their form gives away."""

import pytest

from ingest.extract.citations import citations
from ingest.extract.model_names import models
from ingest.extract.offices import offices
from ingest.extract.patterns import form_candidates
from ingest.extract.titles import phrases


@pytest.mark.parametrize(
    "name",
    [
        "GPT-4o",
        "GPT-5.2",
        "GPT-5. 2",
        "Claude Opus 4.5",
        "Claude 3.5 Sonnet",
        "Llama 3.1 405B",
        "DeepSeek-R1",
        "o3-mini",
        "Gemini 2.5 Pro",
        "Qwen2.5-Max",
        "Kimi K2",
        "Zeta-7B-Instruct",
        "Mistral Large 2",
    ],
)
def test_versions_of_models(name: str) -> None:
    text = f"They tested {name}, and it passed."
    assert max((text[c.start : c.end] for c in models(text)), key=len) == name


def test_ordinary_words_are_no_models() -> None:
    text = "A falcon took Command of the Nova Scotia coast; Phi and Spark are words, o1x too."
    assert list(models(text)) == []


@pytest.mark.parametrize(
    "cited",
    [
        "15 CFR part 744",
        "15 C.F.R. § 734.9",
        "89 FR 96790",
        "Pub. L. 117-167",
        "50 U.S.C. 4801 et seq.",
        "Presidential Memorandum 9 of March 14, 2031",
        "Order No. 23",
        "Circular 2 of 2031",
        "Recommendation 2031-07",
        "Guidance Note ABC/4/2031",
        "Regulation (EU) 2024/1689",
        "Directive 95/46/EC",
        "Executive Order 14110",
        "E.O. 13603",
        "SB 1047",
        "H.R. 5077",
        "AB 2013",
        "Section 230",
        "ISO/IEC 42001",
    ],
)
def test_citations(cited: str) -> None:
    text = f"As {cited} says, it holds."
    assert [text[c.start : c.end] for c in citations(text)] == [cited]


@pytest.mark.parametrize(
    "text", ["see section 3 of this Act", "§ 850.208", "room B 12", "US 500 million"]
)
def test_references_inside_an_act_are_no_citations(text: str) -> None:
    assert list(citations(text)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Digital Trade, Industry and Energy",
        "Department of Ports and Harbours",
        "Bureau of Chip Security",
        "Ruritanian Data Protection Authority",
        "House Committee on Machine Intelligence",
        "Supreme Court of Ruritania",
    ],
)
def test_bodies(name: str) -> None:
    text = f"On Monday the {name} met Acme."
    assert [text[c.start : c.end] for c in phrases(text, ()) if c.type == "Agency"] == [name]


def test_conjoined_bodies_are_two() -> None:
    text = "The Ministry of Trade and the Ministry of Defence agreed with the Port Council."
    assert {text[c.start : c.end] for c in phrases(text, ())} == {
        "Ministry of Trade",
        "Ministry of Defence",
        "Port Council",
    }


@pytest.mark.parametrize(
    "name",
    [
        "Fair Machines Act of 2025",
        "Clean Compute Bill",
        "Interim Measures for the Management of Talking Machines",
        "Law on Foreign Weights",
        "Americans with Computers Act",
    ],
)
def test_titles(name: str) -> None:
    text = f"Under the {name}, providers must register."
    spans = [text[c.start : c.end] for c in phrases(text, ()) if c.type == "Instrument"]
    assert max(spans, key=len) == name


def test_offices_are_agencies_and_their_holders_are_not() -> None:
    text = (
        "The Secretary of Commerce and the Attorney General act; so did "
        "Secretary of State Jane Doe, and the Biden administration."
    )
    assert [text[c.start : c.end] for c in offices(text)] == [
        "Secretary of Commerce",
        "Attorney General",
        "Biden administration",
    ]


def test_firms_by_legal_form() -> None:
    text = "Acme Widgets Inc. and Zeta Chip (Ruritania) Co., Ltd. merged."
    firms = [text[c.start : c.end] for c in form_candidates(text, ()) if c.type == "Company"]
    assert firms == ["Acme Widgets Inc.", "Zeta Chip (Ruritania) Co., Ltd."]


def test_terms_of_a_company_are_instruments() -> None:
    text = "The Terms of Service and the Acceptable Use Policy forbid it."
    assert {text[c.start : c.end] for c in form_candidates(text, ()) if c.type == "Instrument"} >= {
        "Terms of Service",
        "Acceptable Use Policy",
    }
