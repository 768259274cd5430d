"""What managers are told after they have asked something of a digest."""

from collections.abc import Iterator

from discord import ui

from bot.domain.digest import Digest, Run, RunState
from bot.services.digesting.managing import Answered
from bot.views.digest_words import stamp
from bot.views.layout import CALM, LOW, framed, text, told
from bot.views.texts import Texts, fixed

FILE = "feeds.opml"
"""The name under which a list of feeds has to be sent along."""

MADE = {
    RunState.SENT: fixed("Posted in {channel}; it counts as today's digest."),
    RunState.SILENT: fixed(
        "There is nothing new, so nothing was posted; it counts as today's digest until you ask again."
    ),
}
"""What a run came to that was begun by hand."""

POSTED = fixed("Today's digest has been posted already, in {channel}.")
UNDER_WAY = fixed("Today's digest is on its way to {channel}.")


def answered_card(digest: Digest, answered: Answered, *, texts: Texts) -> ui.LayoutView:
    """What became of “post now”, and when the digest comes next."""
    last = answered.standing.last
    failed = last is not None and last.state in (RunState.FAILED, RunState.SKIPPED)
    return framed([told(texts, *_lines(digest, answered, texts))], LOW if failed else CALM)


def exported_card(feeds: int, *, texts: Texts) -> ui.LayoutView:
    """How many feeds the attached `FILE` holds."""
    held = texts.count("{n} feed, for other readers.", "{n} feeds, for other readers.", feeds)
    return framed([text(texts.line(held)), ui.File(f"attachment://{FILE}")], CALM)


def _lines(digest: Digest, answered: Answered, texts: Texts) -> Iterator[str]:
    last, due = answered.standing.last, answered.standing.due
    if last is not None:
        yield _became(last, digest, answered.begun, texts)
    if digest.paused:
        yield texts.say("It stays paused.")
    elif due is not None:
        yield texts.say("Next: {when}", when=stamp(due))


def _became(run: Run, digest: Digest, begun: bool, texts: Texts) -> str:  # noqa: FBT001 - two ways to say it
    if run.state in (RunState.FAILED, RunState.SKIPPED):
        return texts.say("Today's digest was not posted: {reason}", reason=texts.known(run.note))
    found = POSTED if run.state is RunState.SENT else UNDER_WAY
    said = MADE.get(run.state, UNDER_WAY) if begun else found
    return texts.say(said, channel=f"<#{digest.channel_id}>")
