"""What the cogs call: one service for each thing that people can ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.delivery import Log
from bot.services.answering import Answerer
from bot.services.desk import Desk, Intake
from bot.services.listening import Ears
from bot.services.storing import Briefs, Forgetting, Guilds, Usages


@dataclass(frozen=True, slots=True)
class Services:
    """Wired by the composition root when the client starts."""

    intake: Intake
    desk: Desk
    ears: Ears
    briefs: Briefs
    guilds: Guilds
    usages: Usages
    forgetting: Forgetting
    answerer: Answerer
    now: Callable[[], datetime]
    log: Log
