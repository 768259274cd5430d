"""What the cogs call: one service for each thing that people can ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.cogs.turns import Turns
from bot.delivery import Log
from bot.services.answering import Answerer
from bot.services.intake import Intake
from bot.services.listening import Ears
from bot.services.storing import Briefs, Forgetting, Guilds, Usages


@dataclass(frozen=True, slots=True)
class Services:
    """Wired by the composition root when the client starts."""

    intake: Intake
    ears: Ears
    briefs: Briefs
    guilds: Guilds
    usages: Usages
    forgetting: Forgetting
    answerer: Answerer
    now: Callable[[], datetime]
    log: Log
    turns: Turns = field(default_factory=Turns)
