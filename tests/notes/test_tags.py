import pytest

from reportreader.errors import InputError
from reportreader.notes.tags import (
    ancestors,
    is_within,
    merge_tags,
    normalise_tag,
    parse_tags,
    rename_tag,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("民生/饮水", "民生/饮水"),
        ("#民生／ 饮水 /", "民生/饮水"),
        ("  //a  b//c ", "a b/c"),
        ("换\n行\u200b", "换 行"),
    ],
)
def test_tags_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert normalise_tag(typed) == kept
    assert normalise_tag(kept) == kept


@pytest.mark.parametrize("typed", ["", " / ", "#", "\n"])
def test_an_empty_tag_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        normalise_tag(typed)
    assert refused.value.message_id == "tag_empty"


def test_a_typed_list_becomes_tags_in_order() -> None:
    assert parse_tags("水利，民生/饮水、水利；") == ("民生/饮水", "水利")
    assert parse_tags(" ") == ()


def test_levels_of_a_tag() -> None:
    assert ancestors("民生/饮水/农村") == ("民生", "民生/饮水")
    assert is_within("民生/饮水", "民生")
    assert not is_within("民生工程", "民生")


def test_renaming_takes_what_is_below_along() -> None:
    tags = ("民生", "民生/饮水", "民生工程")

    assert rename_tag(tags, "民生", "社会/民生") == ("民生工程", "社会/民生", "社会/民生/饮水")
    assert rename_tag(("民生/饮水", "民生"), "民生", "民生/饮水") == ("民生/饮水",)


def test_merging_joins_tags_and_what_is_below() -> None:
    tags = ("饮水", "饮水/农村", "用水", "教育")

    assert merge_tags(tags, ("饮水", "用水", "水"), "水") == ("教育", "水", "水/农村")
