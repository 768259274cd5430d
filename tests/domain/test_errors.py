import pickle

import pytest

from bot.domain.errors import BadSettings, BrieferError, Internal, NotAllowed, PeerFailed, UnusableSource


@pytest.mark.parametrize(
    "error",
    [
        UnusableSource("There is no text.", "empty"),
        PeerFailed("The site is slow.", "timeout"),
        NotAllowed("Not there.", "blocked_address"),
        BadSettings("No such model."),
        Internal(),
    ],
)
def test_an_error_is_the_same_in_another_process(error: BrieferError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - what we made
    assert (type(again), str(again), again.code) == (type(error), str(error), error.code)
