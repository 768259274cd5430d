import pytest

from bot.sharding import Shards, read_shards


@pytest.mark.parametrize(
    ("text", "shards"),
    [
        ("auto", Shards()),
        ("0-3/16", Shards((0, 1, 2, 3), 16)),
        ("12-15/16", Shards((12, 13, 14, 15), 16)),
        ("5/16", Shards((5,), 16)),
        ("0-0/1", Shards((0,), 1)),
    ],
)
def test_shards_are_named_by_their_ids_and_total(text: str, shards: Shards) -> None:
    assert read_shards(text) == shards


@pytest.mark.parametrize("text", ["", "16", "3-0/16", "0-16/16", "-1/16", "0-3", "0-3/", "all", "0 - 3/16"])
def test_what_names_no_shards_is_refused(text: str) -> None:
    assert read_shards(text) is None
