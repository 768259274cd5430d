"""`briefer demo`: the real bot in a simulated Discord, in the browser, with no account and no token."""

from bot.demonstration.show import show

__all__ = ["show"]
