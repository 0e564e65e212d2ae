"""Folding makes forms that a reader takes for the same equal, one character for one."""

import sys

import pytest

from reportreader.analysis.folding import fold, fold_variants


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＧＤＰ增长６．５％", "gdp增长6.5%"),
        ("民族團結與鄉村振興", "民族团结与乡村振兴"),
        ("甲\u3000乙\u00a0丙", "甲 乙 丙"),
        ("“好”‘坏’「佳」", '"好"\'坏\'"佳"'),
        ("一——二–三", "一--二-三"),
        ("二○二一年", "二〇二一年"),
        ("\u2f26\uf9e4", "子理"),
        ("ΣΑΣ", "σασ"),
    ],
)
def test_forms_that_mean_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_tab_and_line_feed_stay() -> None:
    assert fold("甲\t乙\n丙") == "甲\t乙\n丙"


def test_every_code_point_folds_to_one_and_only_once() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(everything)
    assert len(folded) == len(everything)
    assert fold(folded) == folded


def test_the_variants_of_a_character_are_all_that_fold_to_it() -> None:
    variants: dict[str, set[str]] = {}
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for written, folded in zip(everything, fold(everything), strict=True):
        variants.setdefault(folded, set()).add(written)
    known = {folded: set(fold_variants(folded)) for folded in variants}
    assert {folded for folded in known if known[folded] not in (set(), variants[folded])} == set()
    assert all(known[letter] for letter in "团群k5,.、 \n\t")
