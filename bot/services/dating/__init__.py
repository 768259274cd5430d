"""Time phrases: found in sentences, resolved to EDTF against the article's anchor. No model, no clock."""

from bot.services.dating.horizon import is_past, order
from bot.services.dating.published import infer_published, read_published, writes_day_first
from bot.services.dating.sentence import Phrase
from bot.services.dating.timeline import Dated, Timeline

__all__ = [
    "Dated",
    "Phrase",
    "Timeline",
    "infer_published",
    "is_past",
    "order",
    "read_published",
    "writes_day_first",
]
