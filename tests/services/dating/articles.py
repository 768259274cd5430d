"""Articles for tests: one paragraph a line, one sentence a string."""

from bot.domain.article import Article, Published, PublishedFrom, Sentence


def article(
    text: str,
    published: str | None = "2025-03-05",
    *,
    origin: PublishedFrom = PublishedFrom.GIVEN,
    language: str = "en",
) -> Article:
    """An article whose lines are its sentences; an empty line begins a new paragraph."""
    sentences: list[Sentence] = []
    start = paragraph = 0
    for line in text.split("\n"):
        if line:
            sentences.append(Sentence(len(sentences) + 1, line, start, start + len(line), paragraph))
        else:
            paragraph += 1
        start += len(line) + 1
    known = Published(published, origin) if published else Published()
    return Article(text, tuple(sentences), language=language, published=known)
