"""The rules of truth: what an engine claims, held against the article's own sentences."""

from bot.services.checks.check import Checked, check

__all__ = ["Checked", "check"]
