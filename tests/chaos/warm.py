"""What every process that runs digests takes seconds to load, loaded once by the one that they are forked from."""

from datetime import UTC, datetime

import alembic.command  # noqa: F401 - the storage imports it when it opens

from bot.adapters.files import read_raw
from bot.adapters.tokens import count
from bot.domain.reading import Reading, StatementClaim
from bot.services.checks import Known, check
from bot.services.cleaning import clean
from bot.services.sources import Raw

SAID = "The council of Kelso met on Monday, and it voted for a new harbour after long talks. "
CLAIM = StatementClaim("The council of Kelso voted for a harbour.", (1,))

_extract = read_raw(
    Raw(f"<p>{SAID * 9}</p>".encode(), "-", url="https://example.org/", content_type="text/html")
)
check(Reading((CLAIM,)), Known(clean(_extract)), datetime.now(UTC))
count(SAID)
