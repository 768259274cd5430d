"""What the bot does, and what it keeps."""

from collections.abc import Iterator, Mapping

from discord import ui

from bot.domain.terms import Terms
from bot.services.storing import SHARED_KEPT, TEXT_KEPT
from bot.views.layout import CALM, framed, told
from bot.views.texts import Texts, fixed

HOUR = 3600

WHAT = fixed(
    "I read an article and answer with a brief: a short neutral summary, who is named in which role, and "
    "what comes next, with real dates. Every statement is traced to sentences of the article before you see "
    "it; what can't be traced is withheld, and the brief says so."
)
BUTTONS = fixed(
    "**Sources** shows each statement beside its sentences, **Calendar** takes the dates along, **Ask** "
    "answers from the article alone, **Wrong?** marks what is wrong, **Length** and **Language** make a new "
    "brief."
)
SENT = fixed(
    "Articles, and questions about them, are sent to the language model at {host}, and to nobody else."
)
HEARD = fixed(
    "Where managers let me listen, I read messages to find links and articles, and keep only these."
)

COUNTED = fixed(
    "How much you have had today still counts until the day is over, under a number that says nothing of you."
)

Mentions = Mapping[str, str]
"""How commands are named so that a click runs them, by their name."""


def help_card(mentions: Mentions, *, texts: Texts) -> ui.LayoutView:
    """What the bot does and every way to ask, on one screen."""
    return framed([told(texts, *_what(texts), *_ways(mentions, texts), *_more(mentions, texts))], CALM)


def privacy_card(terms: Terms, mentions: Mentions, *, texts: Texts) -> ui.LayoutView:
    """What is kept and for how long, where articles go, and how to be forgotten."""
    lines = (*_kept(terms, texts), *_sent(terms, texts), *_gone(mentions, texts))
    return framed([told(texts, f"## {texts.say('Privacy')}", *lines)], CALM)


def _what(texts: Texts) -> Iterator[str]:
    yield "## Briefer"
    yield texts.say(WHAT)


def _ways(mentions: Mentions, texts: Texts) -> Iterator[str]:
    brief = _command("brief", mentions)
    yield f"### {texts.say('Ways to ask')}"
    yield from _list(
        texts.say("{brief} with a link, a text or a file; with none of them, a form opens", brief=brief),
        texts.say("“Brief this” in the menu of a message, under Apps"),
        texts.say("Mention me with a link, a file or an article, or in a reply to a message that has one"),
        texts.say("Write to me directly"),
        texts.say("Where managers let me listen: share a link, or click my reaction under one"),
    )


def _more(mentions: Mentions, texts: Texts) -> Iterator[str]:
    named = {name: _command(name, mentions) for name in ("settings", "usage", "privacy", "forget")}
    yield f"### {texts.say('Under a brief')}"
    yield texts.say(BUTTONS)
    yield f"### {texts.say('More')}"
    yield texts.say(
        "{settings}, {digest} (for the managers of a server) · {usage} · {privacy} · {forget}",
        digest=_command("digest list", mentions),
        **named,
    )


def _kept(terms: Terms, texts: Texts) -> Iterator[str]:
    hours, days = int(TEXT_KEPT.total_seconds()) // HOUR, terms.keep.days
    yield f"### {texts.say('What I keep')}"
    yield from _list(
        texts.count("The text of an article: {n} hour.", "The text of an article: {n} hours.", hours),
        texts.count(
            "A brief with the sentences that it cites, who asked for it and where: {n} day.",
            "A brief with the sentences that it cites, who asked for it and where: {n} days.",
            days,
        ),
        texts.count(
            "What a request took, in numbers, and what you mark as wrong: {n} day.",
            "What a request took, in numbers, and what you mark as wrong: {n} days.",
            days,
        ),
        *_shared(terms, texts),
        texts.say("What the managers of a server have set: until I am removed from it."),
    )


def _shared(terms: Terms, texts: Texts) -> Iterator[str]:
    if terms.listens:
        yield texts.count(
            "A link shared where I listen, for digests, and who shared it: {n} day.",
            "A link shared where I listen, for digests, and who shared it: {n} days.",
            SHARED_KEPT.days,
        )


def _sent(terms: Terms, texts: Texts) -> Iterator[str]:
    yield f"### {texts.say('Where it goes')}"
    yield from _list(
        texts.say(SENT, host=texts.shown(terms.endpoint))
        if terms.endpoint
        else texts.say("Articles are read on the machine that I run on; they are sent to nobody."),
        texts.say("I fetch the links that you give me: their sites see me, not you."),
        texts.say(HEARD) if terms.listens else texts.say("I see only messages that are meant for me."),
    )


def _gone(mentions: Mentions, texts: Texts) -> Iterator[str]:
    forget = _command("forget", mentions)
    yield f"### {texts.say('How to be forgotten')}"
    yield from _list(
        texts.say("{forget} forgets all that is yours, at once.", forget=forget),
        texts.say("“Delete” under a brief takes it out of the channel and forgets it."),
        texts.say(COUNTED),
    )


def _list(*items: str) -> Iterator[str]:
    return (f"- {item}" for item in items)


def _command(name: str, mentions: Mentions) -> str:
    """A mention of the command, which a click runs; its name where its id is not known."""
    return mentions.get(name, f"`/{name}`")
