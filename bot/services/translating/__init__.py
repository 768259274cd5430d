"""A checked brief in another language, line by line, with numbers, dates and names checked again."""

from bot.services.translating.translate import Lines, Translation, Translator, translate

__all__ = ["Lines", "Translation", "Translator", "translate"]
