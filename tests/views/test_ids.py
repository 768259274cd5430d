import pytest

from bot.views.ids import CustomId, custom_id, parsed


@pytest.mark.parametrize("value", [None, "es", 0, 12])
def test_a_custom_id_is_read_as_it_was_made(value: str | int | None) -> None:
    made = custom_id("sources", "Zk3f-Q9_a", value)
    assert parsed(made) == CustomId("sources", "Zk3f-Q9_a", None if value is None else str(value))


@pytest.mark.parametrize("brief_id", ["", "a:b", "a b", "é", "x" * 90])
def test_what_could_not_be_read_again_is_no_custom_id(brief_id: str) -> None:
    with pytest.raises(ValueError, match="no custom id"):
        custom_id("sources", brief_id)


@pytest.mark.parametrize(
    "foreign", ["", "other:sources:x", "briefer:sources", "briefer:sources:x:1:2", "briefer:sources:x\n"]
)
def test_foreign_ids_are_nothing(foreign: str) -> None:
    assert parsed(foreign) is None
