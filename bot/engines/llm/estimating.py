"""What reading an article will take, before a model is asked."""

import math

from bot.domain.article import Article
from bot.domain.brief import Usage
from bot.engines.llm.engine import Reader
from bot.engines.llm.job import PROMPT_TOKENS
from bot.services.briefing import Wanted

ID_TOKENS = 4
"""Of a sentence's number in a prompt."""

ANSWER = 1_000
"""Tokens of an answer: a reading of a long news article has 700."""


def estimate(reader: Reader, article: Article) -> Usage:
    """Rather too much than too little: a second reader is taken to read all once more."""
    job = reader.job(article, Wanted())
    text = reader.count(article.text) + ID_TOKENS * len(article.sentences)
    parts = math.ceil(text / job.room) or 1
    calls = parts + 1 if parts > 1 else 1
    readers = 2 if reader.second else 1
    prompt = (text + calls * PROMPT_TOKENS) * readers
    completion = calls * ANSWER * readers
    return Usage(calls * readers, prompt, completion, reader.price(reader.model.name, prompt, completion))
