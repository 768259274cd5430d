from hypothesis import HealthCheck, Phase, given, settings

from bot.domain.kept import KeptBrief
from bot.views.texts import Texts
from tests.views.naughty import MARKUP
from tests.views.promises import assert_promises
from tests.views.random_briefs import kept_briefs


@given(kept=kept_briefs(MARKUP))
@settings(
    max_examples=40,
    phases=[Phase.generate],
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_whatever_a_brief_holds_its_cards_keep_the_limits_do_nothing_and_lose_nothing(
    kept: KeptBrief,
) -> None:
    assert_promises(kept, Texts())
