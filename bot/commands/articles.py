"""What the command line does with articles: `brief`, `batch`, `check`, `fetch`."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot import bootstrap
from bot.commands.options import (
    AsArticle,
    AsJson,
    Engine,
    Evidence,
    Ics,
    Jobs,
    Language,
    Published,
    Sources,
    SummaryLength,
)
from bot.domain.article import Article
from bot.domain.brief import Brief, EngineChoice
from bot.domain.errors import BrieferError, UnusableSource
from bot.edge import at_the_edge, attempt, put, say

if TYPE_CHECKING:
    from bot.services.briefing import Wanted
    from bot.settings import Settings

Show = Callable[[Brief], None]
BriefOne = Callable[[str, bootstrap.Opened], Awaitable[Brief]]

app = typer.Typer()


@app.command()
@at_the_edge
def brief(  # noqa: PLR0913 - the contract's options
    *,
    sources: Sources,
    as_json: AsJson = False,
    engine: Engine = None,
    published: Published = None,
    language: Language = None,
    length: SummaryLength = None,
    evidence: Evidence = False,
    ics: Ics = None,
) -> None:
    """Brief one article or several.

    \b
    briefer brief article.txt
    briefer brief https://example.org/news/article.html
    briefer brief article.txt --published 2021-11-30 --ics events.ics
    pbpaste | briefer brief - --json | jq .events
    """
    if ics and any(Path(source).exists() and ics.exists() and ics.samefile(source) for source in sources):
        raise typer.BadParameter("The calendar would overwrite the article; give --ics another name.")
    settings = bootstrap.start()
    wanted = bootstrap.wanted(settings, length, language)
    show = partial(_show, as_json=as_json, sources=evidence, withheld=evidence)
    brief_one = _briefer(settings, engine, published, wanted)
    outcomes = asyncio.run(_brief_each(sources, settings, brief_one, show))
    briefs = [outcome for outcome in outcomes if isinstance(outcome, Brief)]
    if ics and briefs:
        _write_calendar(ics, briefs)
    _exit_with_first_failure(outcomes)


def _briefer(
    settings: "Settings", engine: EngineChoice | None, published: str | None, wanted: "Wanted"
) -> BriefOne:
    """Briefs one source after the other, by an engine that is opened for the first; progress is shown."""
    from bot.progress import status

    briefing = cache(partial(bootstrap.create_briefing, settings, engine))

    async def brief_one(source: str, opened: bootstrap.Opened) -> Brief:
        extract = await bootstrap.read_source(source, published, opened)
        with status() as progress:
            return await briefing().brief(extract, replace(wanted, progress=progress))

    return brief_one


async def _brief_each(
    sources: list[str],
    settings: "Settings",
    brief_one: BriefOne,
    show: Show,
) -> list[Brief | BrieferError]:
    outcomes = []
    async with bootstrap.sources_when_needed(settings) as opened:
        for source in sources:
            outcome = await attempt(brief_one(source, opened))
            if isinstance(outcome, Brief):
                show(outcome)
            else:
                say(str(outcome) if source in str(outcome) else f"{source}: {outcome}")
            outcomes.append(outcome)
    return outcomes


def _exit_with_first_failure(outcomes: list[Brief | BrieferError]) -> None:
    failures = [outcome for outcome in outcomes if isinstance(outcome, BrieferError)]
    if failures:
        raise typer.Exit(failures[0].exit_code)


@app.command()
@at_the_edge
def batch(
    *,
    articles: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="Articles, or - for standard input.")],
    answers: Annotated[
        Path | None, typer.Argument(metavar="OUT.jsonl", help="Answers; standard output when left out.")
    ] = None,
    engine: Engine = None,
    jobs: Jobs = None,
) -> None:
    """Brief many articles, one JSON object a line, in order.

    A line in is {"id", "text" | "html" | "url", "title"?, "published"?, "language"?}; a line out is
    {"id", "brief"} or {"id", "error": {"code", "message"}}. A bad line never stops the batch; blank lines are
    skipped.

    \b
    briefer batch articles.jsonl briefs.jsonl
    briefer batch - < articles.jsonl | jq -c '.brief.events[]?'
    """
    settings = bootstrap.start()
    from bot.commands import answering

    if answers and answers.exists() and articles.exists() and answers.samefile(articles):
        raise typer.BadParameter("IN and OUT are the same file; give another name for OUT.")
    with _reading(articles) as stream, _writing(answers) as out:
        asyncio.run(answering.answer_all(stream, out, settings, engine, jobs))


def _reading(path: Path) -> AbstractContextManager[BinaryIO]:
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    from bot.adapters.loading import unread

    with unread(path):
        return path.open("rb")


def _writing(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None or str(path) == "-":
        return nullcontext(sys.stdout.buffer)
    try:
        return path.open("wb")
    except OSError as error:
        raise typer.BadParameter(f"{path} can't be written: {error.strerror}.") from error


@app.command()
@at_the_edge
def check(
    *,
    article: Annotated[Path, typer.Argument(metavar="ARTICLE.json", help="What is claimed from.")],
    reading: Annotated[Path, typer.Argument(metavar="READING.json", help="What is claimed.")],
    as_json: AsJson = False,
) -> None:
    """Hold a reading against an article: the checks alone, as a brief.

    ARTICLE is {"title", "published", "sentences": ["…"]}, ids count from 1. READING is
    {"statements": [{"text", "sentences"}],
    "actors": [{"name", "kind", "role", "aliases", "sentences"}],
    "events": [{"what", "phrase", "where", "who", "status", "sentences"}]}.

    \b
    briefer check article.json reading.json --json | jq .withheld
    """
    bootstrap.start()
    with _reading(article) as article_file, _reading(reading) as reading_file:
        checked = bootstrap.checked(article_file.read(), reading_file.read())
    _show(checked, as_json=as_json, withheld=True)


@app.command()
@at_the_edge
def fetch(
    *,
    url: Annotated[str, typer.Argument(metavar="URL", help="A page on the public web.")],
    as_json: AsArticle = False,
) -> None:
    """Fetch a link and show what was read: title, date, text, and what was removed. Nothing is briefed.

    \b
    briefer fetch https://example.org/news/article.html
    """
    article = asyncio.run(_fetch(url, bootstrap.start()))
    if as_json:
        from bot.render.json import article_document, line

        put(line({"article": article_document(article)}))
    else:
        from bot.render.terminal import print_article

        print_article(article)


async def _fetch(url: str, settings: "Settings") -> Article:
    from bot.services.cleaning import clean

    if not bootstrap.is_link(url):
        raise UnusableSource("This is no link: it must begin with https:// or http://.", "bad_link")
    async with bootstrap.sources_when_needed(settings) as opened:
        return clean(await (await opened()).links.read(url))


def _show(brief: Brief, *, as_json: bool, sources: bool = False, withheld: bool = False) -> None:
    if as_json:
        from bot.render.json import brief_document, line

        put(line(brief_document(brief)))
    else:
        from bot.render.terminal import print_card

        print_card(brief, sources=sources, withheld=withheld)


def _write_calendar(path: Path, briefs: list[Brief]) -> None:
    from bot.render.calendar import calendar

    file = calendar(briefs, bootstrap.now())
    with _writing(path) as out:
        out.write(file.data)
    left_out = "; what has no date is left out" if file.undated else ""
    say(f"{path}: {file.dated} of {file.dated + file.undated} events written{left_out}.")
