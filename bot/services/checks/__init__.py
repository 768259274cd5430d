"""The rules of truth: what an engine claims, held against the article's own sentences."""

from bot.services.checks.check import Checked, check
from bot.services.checks.evidence import Known

__all__ = ["Checked", "Known", "check"]
