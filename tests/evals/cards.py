"""5,000 random briefs as cards: limits kept, no ping, no foreign link, nothing lost.

Run: `python -m tests.evals.cards [CASES]`. Texts are in all scripts and from the big list of naughty strings, when
`BRIEFER_EVAL_DATA` points at it; every third card is in a right-to-left language.
"""

import sys
from collections import Counter
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings

from bot.domain.kept import KeptBrief
from bot.settings import Settings
from bot.views.texts import Texts
from tests.views.naughty import naughty
from tests.views.promises import assert_promises, pages
from tests.views.random_briefs import kept_briefs

CASES = 5_000


def main(cases: int) -> None:
    """Stop at the first brief that breaks a promise, and print it."""
    says = [Texts("en-US"), Texts("de"), Texts("fa")]
    numbers, seen = count(), Counter[str]()

    @given(kept=kept_briefs(naughty(Settings().eval_data)))
    @settings(
        max_examples=cases,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def promises(kept: KeptBrief) -> None:
        texts = says[next(numbers) % len(says)]
        assert_promises(kept, texts)
        seen.update(briefs=1, cards=len(pages(kept, texts)))

    promises()
    print(f"{seen['briefs']:,} briefs on {seen['cards']:,} cards: every promise kept")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
