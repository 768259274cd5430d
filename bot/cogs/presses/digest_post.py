"""The buttons under a digest's post: its other pages, the sentences behind it, its events, its stories."""

from datetime import datetime
from io import BytesIO

import discord

from bot.cogs.presses.press import Press
from bot.domain.digest import Digest, Run
from bot.domain.errors import UnusableSource
from bot.domain.post import Post
from bot.render.calendar import announced
from bot.services.digesting.managing import GONE
from bot.views.calendar import FILE, calendar_card
from bot.views.digest import digest_card
from bot.views.digest_details import details_card, evidence_card


async def show_page(press: Press) -> None:
    """Another page, in the place of this one."""
    await press.acknowledge()
    digest, run, post = await _told(press)
    await press.show(digest_card(digest, run, post, press.page))


async def show_sources(press: Press) -> None:
    """Each statement beside its sentences, for this person alone; another page in its place."""
    await (press.acknowledge() if press.wanted.value else press.acknowledge_privately())
    _digest, run, post = await _told(press)
    await press.show(evidence_card(run, post, press.page, texts=press.texts))


async def show_stories(press: Press) -> None:
    """All that the briefs of the stories say, for this person alone; paged as the sources are."""
    await (press.acknowledge() if press.wanted.value else press.acknowledge_privately())
    _digest, run, post = await _told(press)
    await press.show(details_card(run, post, press.page, texts=press.texts))


async def show_events(press: Press) -> None:
    """The dated events as a file, for this person alone."""
    await press.acknowledge_privately()
    _digest, _run, post = await _told(press)
    file = announced(post.coming, press.services.now())
    view = calendar_card(file.dated, file.undated, texts=press.texts)
    await press.show(view, discord.File(BytesIO(file.data), FILE))


async def _told(press: Press) -> tuple[Digest, Run, Post]:
    """The digest, its run and what that told; UnusableSource when it is kept no longer."""
    digest_id, _, day = press.wanted.owner.rpartition("-")
    found = await press.services.digests.told(digest_id, datetime.strptime(day, "%Y%m%d").date())  # noqa: DTZ007 - a local date
    if found is None:
        raise UnusableSource(GONE, "not_found")
    digest, post = found
    return digest, Run(digest.id, post.day, press.services.now()), post
