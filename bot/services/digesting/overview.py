"""The overview of a digest: two or three sentences from the traced statements of its stories, checked again.

A writer is given the statements as if they were the sentences of an article, and what it makes of them goes
through the checks of every summary. What can't be traced is withheld; where fewer than two sentences are
left, the leading statements stand in.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.article import Article, numbered
from bot.domain.brief import ReadBy
from bot.domain.digest import Digest
from bot.domain.post import Story
from bot.domain.reading import Reading
from bot.domain.request import Asker
from bot.services.answering import Found
from bot.services.checks import Known, check
from bot.services.quota import Quota
from bot.services.remembering import Remember
from bot.services.storing import Usages

FEWEST, MOST = 2, 3
"""Sentences of an overview."""
LEADING = 2
"""Statements of a story that a writer is given."""


class Overviewer(Protocol):
    """Writes overviews."""

    async def overview(self, lines: Article, remember: Remember) -> Found:
        """What these lines say together, in one call at most; EngineFailed when it can't be had."""
        ...


@dataclass(frozen=True, slots=True)
class Overviews:
    """Overviews by the writer that a guild has chosen, within the limits of what that may take."""

    writers: Callable[[ReadBy], Overviewer | None]
    quota: Quota
    usages: Usages
    now: Callable[[], datetime]

    async def write(
        self, digest: Digest, read_by: ReadBy, stories: Sequence[Story], remember: Remember
    ) -> tuple[str, ...]:
        """Checked sentences; none where there is no writer, or too little is left.

        NotAllowed when the guild's limit is reached, EngineFailed when the writer fails.
        """
        lines = lines_of(digest, stories)
        writer = self.writers(read_by)
        if writer is None or len(lines.sentences) < FEWEST:
            return ()
        async with self.quota.paying(Asker(0, digest.guild_id), lines) as bill:
            found = await writer.overview(lines, remember)
            bill.took(found.usage)
        checked = await asyncio.to_thread(check, Reading(found.statements), Known(lines), self.now())
        made = len(checked.summary) + len(checked.withheld)
        work = f"{digest.id} {self.now().isoformat()}"
        await self.usages.digested(digest.guild_id, work, found.usage, made, len(checked.withheld))
        sentences = tuple(statement.text for statement in checked.summary[:MOST])
        return sentences if len(sentences) >= FEWEST else ()


def lines_of(digest: Digest, stories: Sequence[Story]) -> Article:
    """The leading statements of the stories as the sentences of an article, all in one language."""
    language = digest.language or _usual(story.brief.language for story in stories)
    told = (story.brief for story in stories if story.brief.language == language)
    texts = [statement.text for brief in told for statement in brief.summary[:LEADING]]
    return Article("\n".join(texts), numbered(texts), language=language)


def _usual(languages: Iterable[str]) -> str:
    return Counter(languages).most_common(1)[0][0]
