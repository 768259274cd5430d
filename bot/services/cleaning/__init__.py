"""From a messy paste to an article: furniture out, title and date found, sentences numbered."""

from bot.services.cleaning.clean import clean
from bot.services.cleaning.datelines import dateline_length

__all__ = ["clean", "dateline_length"]
