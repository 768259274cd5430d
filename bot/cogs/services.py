"""What the cogs call: one service for each thing that people can ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.cogs.turns import Turns
from bot.delivery import Log
from bot.domain.brief import ReadBy
from bot.domain.terms import Terms
from bot.services.accounting import Accounting
from bot.services.answering import Questions
from bot.services.digesting.managing import DigestManaging
from bot.services.digesting.scheduling import Scheduler
from bot.services.digesting.subscribing import Subscriptions
from bot.services.forgetting import Forgetter
from bot.services.identifying import Identifying
from bot.services.intake import Intake
from bot.services.listening import Ears, Notebook
from bot.services.managing import Managing
from bot.services.pacing import Pace
from bot.services.rules import Rules
from bot.services.storing import Briefs
from bot.services.watching import Watch


@dataclass(frozen=True, slots=True)
class Services:
    """Wired by the composition root when the client starts."""

    intake: Intake
    watch: Watch
    identifying: Identifying
    ears: Ears
    notebook: Notebook
    rules: Rules
    pace: Pace
    managing: Managing
    forgetter: Forgetter
    briefs: Briefs
    accounting: Accounting
    questions: Callable[[ReadBy], Questions]
    digests: DigestManaging
    subscriptions: Subscriptions
    scheduler: Scheduler
    terms: Terms
    now: Callable[[], datetime]
    log: Log
    turns: Turns = field(default_factory=Turns)
