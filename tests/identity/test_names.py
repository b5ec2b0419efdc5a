"""Names are taken apart into words that meet across spellings, scripts and languages."""

import pytest

from kg.identity.names import Role, parse, variants


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Huawei Technologies Co., Ltd.", "华为技术有限公司"),
        ("华为技术有限公司", "華為技術有限公司"),
        ("中国第五十四研究所", "China 54th Research Institute"),
        ("ПАО «Газпром нефть»", "Gazprom Neft PJSC"),
        ("Obshchestvo s ogranichennoi otvetstvennostyu 'Baltekh'", "OOO Baltekh"),
        ("شركة النفط الوطنية", "Company Oil National"),
        ("GCH & Sons Co.", "GCH and Sons Company"),
        ("Khlopok", "Hlopok"),
    ],
)
def test_one_key(a: str, b: str) -> None:
    assert parse(a).key == parse(b).key


@pytest.mark.parametrize(
    ("a", "b"),
    [("Plant 811", "Plant 813"), ("Shenhua", "Shenghua"), ("Aisino", "Addsino")],
)
def test_other_keys(a: str, b: str) -> None:
    assert parse(a).key != parse(b).key


def test_roles() -> None:
    words = parse("Shenzhen Lanhai Technology No. 7 Plant Ltd").words
    assert [word.role for word in words] == [
        Role.PLACE,
        Role.PLAIN,
        Role.SENSE,
        Role.NUMBER,
        Role.SENSE,
        Role.LEGAL,
    ]


def test_an_acronym_in_brackets_is_a_name_of_its_own() -> None:
    assert variants("Lanhai Institute of Optics (LIO)") == ("Lanhai Institute of Optics", "LIO")
    assert variants("Lanhai (Australia) Pty") == ("Lanhai (Australia) Pty",)


@pytest.mark.parametrize("name", ["Ltd", "()", "有限公司", "!", "AO"])
def test_a_name_of_nothing_but_forms_keeps_its_words(name: str) -> None:
    assert parse(name).content
