"""The offline engine's upcoming events."""

from bot.engines.offline.events.finding import find_events

__all__ = ["find_events"]
