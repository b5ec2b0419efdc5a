"""The classifier of rules: what it learnt, and that its weights come from its sentences."""

from pathlib import Path

import numpy as np
import pytest

from ingest.extract.classify import WEIGHTS, best_type, rule_score
from ingest.extract.norm import Modality
from ingest.extract.restriction_types import TYPES
from ingest.extract.training import train
from ingest.extract.wording import patterns, pieces, words

MOST_BYTES = 5_000_000


@pytest.mark.parametrize(
    ("sentence", "modality", "expected"),
    [
        ("Providers shall tell each caller that a machine speaks.", "obligation", "transparency"),
        ("Nobody may ship such accelerators to Freedonia.", "prohibition", "chip_export"),
        ("The bank froze the accounts of the drone maker.", "prohibition", "financial_sanction"),
        ("Ministries may not install the app on office phones.", "prohibition", "procurement"),
        ("Sell no biometric data to buyers abroad.", "prohibition", "data_transfer"),
        ("Answers may not be used to train a rival model.", "prohibition", "distillation"),
        ("A carmaker pays a duty of 12% on imported chips.", "obligation", "tariff"),
        ("A lab shall report each breach to the ministry.", "obligation", "reporting"),
    ],
)
def test_a_sentence_has_the_type_of_what_it_limits(
    sentence: str, modality: Modality, expected: str
) -> None:
    assert best_type([(1.0, sentence)], modality, {})[0] == expected


def test_a_vote_can_turn_an_unclear_sentence_but_a_small_one_leaves_a_clear_one() -> None:
    sentence = "Answers may not be used to train a rival model."

    assert best_type([(1.0, sentence)], "prohibition", {"tariff": 5.0})[0] == "tariff"
    assert best_type([(1.0, sentence)], "prohibition", {"tariff": 0.1})[0] == "distillation"


def test_rules_score_higher_than_what_is_none() -> None:
    rule = "No operator shall sell the model to a person under sanctions."
    none = "The institute shall study the matter and publish its findings in spring."

    assert rule_score(rule) > 0.7 > 0.3 > rule_score(none)


def test_a_text_without_words_has_a_score() -> None:
    assert best_type([(1.0, "—")], "prohibition", {})[0] in TYPES
    assert 0 < rule_score("") < 1


def test_words_are_lowered_and_numbers_alike() -> None:
    assert words("It\u2019s 2 of 1,700 GPUs") == ["it's", "0", "of", "0", "gpus"]


def test_patterns_join_neighbours_and_content_words_across_function_words() -> None:
    found = patterns(words("sale of the chips"))

    assert {"sale", "chip", "sale_of", "sale>chip"} <= found


def test_pieces_mark_the_edges_of_a_word() -> None:
    assert set(pieces("ban")) == {" ba", "ban", "an ", " ban", "ban ", " ban "}


def test_weights_ship_small() -> None:
    assert WEIGHTS.stat().st_size < MOST_BYTES


def test_training_again_gives_the_shipped_weights_within_one_step_of_their_scale() -> None:
    again = train.fit(train.sentences())
    with np.load(WEIGHTS) as shipped:
        assert sorted(shipped.files) == sorted(again)
        for name in shipped.files:
            kept, made = shipped[name], again[name]
            if kept.dtype == np.int8:
                assert np.abs(kept.astype(int) - made.astype(int)).max() <= 1
            elif kept.dtype == np.uint8:
                assert kept.tobytes() == made.tobytes()
            else:
                np.testing.assert_allclose(kept, made, rtol=1e-3, atol=1e-4)


def test_every_training_sentence_of_a_rule_has_a_known_type_and_a_modality() -> None:
    for sentence in train.sentences():
        if sentence.type == train.NONE:
            assert sentence.modality is None
        else:
            assert sentence.type in TYPES
            assert sentence.modality in {"prohibition", "obligation"}


def test_no_training_sentence_stands_twice() -> None:
    texts = [sentence.text for sentence in train.sentences()]

    assert len(texts) == len(set(texts))


def test_a_rule_without_a_modality_is_refused() -> None:
    nameless = [train.Sentence("Nobody may sell it.", "market_access", None)]

    with pytest.raises(ValueError, match="Nobody may sell it"):
        train.fit(nameless)


def test_main_writes_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "fit", lambda _: {"bias": np.zeros(2, dtype=np.float32)})

    train.main([str(tmp_path / "weights.npz")])

    with np.load(tmp_path / "weights.npz") as written:
        assert written["bias"].tolist() == [0.0, 0.0]
