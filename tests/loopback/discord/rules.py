"""Discord's figures, each settable."""

from dataclasses import dataclass

MEMBERS = 1 << 1
PRESENCES = 1 << 8
MESSAGE_CONTENT = 1 << 15


@dataclass(frozen=True)
class Rules:
    """Seconds, and counts, as in Discord's documentation; privileged intents are those granted to the bot."""

    heartbeat: float = 41.25
    acknowledge: float = 3.0
    token: float = 900.0
    nonce: float = 300.0
    session: float = 300.0
    """How long a session without a socket can be resumed."""
    shards: int = 1
    privileged: int = MESSAGE_CONTENT
    upload: int = 10 * 1024 * 1024
