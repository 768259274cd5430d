"""How much, how long and how often: the bounds of every fetch."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are decoded bytes; times are seconds."""

    total: float = 20.0
    """All of one fetch: names, connections, redirects and the body, drips included."""
    page: int = 4_000_000
    document: int = 20_000_000
    redirects: int = 4
    at_once: int = 32
    at_once_per_host: int = 4
    documents_at_once: int = 4
    """Documents are large; the others wait for their bodies."""
    automatic_gap: float = 1.0
    """Between two automatic fetches of one host."""
    longest_gap: float = 10.0
    """The most that a robots.txt can ask for between two automatic fetches."""
    longest_turn: float = 60.0
    """How long an automatic fetch may wait for its turn."""
    longest_wait: float = 600.0
    """The most that a Retry-After can keep us away from a host."""
    kept: float = 3600.0
    """How long a result is good for."""
    failure_kept: float = 300.0
    kept_bytes: int = 16_000_000
    kept_least: int = 32_000
    """What a result counts at least, so that there are never too many; its body is added."""
