"""From a messy paste to an article: furniture out, title and date found, sentences numbered."""

from bot.services.cleaning.clean import clean

__all__ = ["clean"]
