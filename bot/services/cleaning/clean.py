"""The whole of cleaning, in order."""

import re

from nupunkt import sent_spans

from bot.domain.article import Article, Extract, Published, PublishedFrom, Sentence


def clean(extract: Extract) -> Article:
    """A clean, numbered article; UnusableSource `empty` or `not_an_article` when nothing can be briefed."""
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(re.finditer(r"\S[^\n]*", extract.text)):
        for start, end in sent_spans(line.group()):
            text = line.group()[start:end]
            left = line.start() + start + len(text) - len(text.lstrip())
            text = text.strip()
            sentences.append(Sentence(len(sentences) + 1, text, left, left + len(text), paragraph))
    published = Published(extract.published, extract.published_from) if extract.published else Published()
    return Article(extract.text, tuple(sentences), extract.title, published=published, language=extract.language or "en")
