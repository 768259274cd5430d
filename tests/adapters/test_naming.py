from contextlib import ExitStack
from pathlib import Path

from bot.adapters.naming import own_slot


def test_processes_of_a_kind_have_names_of_their_own_which_come_back(tmp_path: Path) -> None:
    with own_slot(tmp_path, "worker") as first:
        with own_slot(tmp_path, "worker") as second, own_slot(tmp_path, "run") as other:
            assert len({first, second, other}) == 3
        with own_slot(tmp_path, "worker") as again:
            assert again == second
    with ExitStack() as stack:
        assert [stack.enter_context(own_slot(tmp_path, "worker")) for _ in range(2)] == [first, second]
