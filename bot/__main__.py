"""The command line: `briefer --help`."""

import asyncio
import signal
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot import bootstrap
from bot.domain.brief import Brief, EngineChoice, Length
from bot.domain.errors import BrieferError
from bot.edge import at_the_edge, attempt, put, say, stop_at_once

if TYPE_CHECKING:
    from bot.services.briefing import Briefing, Wanted

app = typer.Typer(
    name="briefer",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document (briefer.brief/1) per line.")]
Engine = Annotated[
    EngineChoice | None,
    typer.Option(help="auto: the LLM when a key or base URL is set, else the embedded engine. [default: BRIEFER_ENGINE]"),
]


@app.callback(invoke_without_command=True)
def briefer(
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Briefs articles: a neutral summary, the named actors with their roles, the upcoming events with real dates.

    Every statement, actor and event is traced to sentences of the article; what can't be traced is withheld.
    """
    if show_version:
        typer.echo(f"briefer {version('briefer')}")
        raise typer.Exit


@app.command()
@at_the_edge
def brief(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="A file, or - for standard input.")],
    as_json: AsJson = False,
    engine: Engine = None,
    published: Annotated[str | None, typer.Option(metavar="DATE")] = None,
    language: Annotated[str | None, typer.Option(metavar="LANG")] = None,
    length: Annotated[Length | None, typer.Option()] = None,
    ics: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
) -> None:
    """Brief one article or several."""
    settings = bootstrap.start()
    briefing = bootstrap.create_briefing(settings, engine)
    wanted = bootstrap.wanted(settings, length, language)
    show = _put_json if as_json else _put_card
    outcomes = asyncio.run(_brief_each(sources, published, briefing, wanted, show))
    failures = [outcome for outcome in outcomes if isinstance(outcome, BrieferError)]
    if failures:
        raise typer.Exit(failures[0].exit_code)


async def _brief_each(
    sources: list[str],
    published: str | None,
    briefing: "Briefing",
    wanted: "Wanted",
    show: Callable[[Brief], None],
) -> list[Brief | BrieferError]:
    outcomes = []
    for source in sources:
        outcome = await attempt(lambda source=source: briefing.brief(bootstrap.read_source(source, published), wanted))
        if isinstance(outcome, BrieferError):
            say(f"{source}: {outcome}")
        else:
            show(outcome)
        outcomes.append(outcome)
    return outcomes


@app.command()
@at_the_edge
def batch(
    articles: Annotated[Path, typer.Argument(metavar="IN.jsonl")],
    answers: Annotated[Path | None, typer.Argument(metavar="[OUT.jsonl]")] = None,
    engine: Engine = None,
    jobs: Annotated[int, typer.Option(min=1)] = 1,
) -> None:
    """Brief many articles, one JSON object a line."""
    settings = bootstrap.start()
    briefing = bootstrap.create_briefing(settings, engine)
    wanted = bootstrap.wanted(settings)
    asyncio.run(_answer_each(articles, answers, briefing, wanted, jobs))


async def _answer_each(
    articles: Path, answers: Path | None, briefing: "Briefing", wanted: "Wanted", jobs: int
) -> None:
    from bot import answering

    with _reading(articles) as stream, _writing(answers) as out:
        async for _, answer in answering.answers(stream, briefing, wanted, jobs):
            out.write(answer)
            out.flush()


def _reading(path: Path) -> BinaryIO:
    return sys.stdin.buffer if str(path) == "-" else path.open("rb")


def _writing(path: Path | None) -> BinaryIO:
    return sys.stdout.buffer if path is None or str(path) == "-" else path.open("wb")


def _put_json(brief: Brief) -> None:
    from bot.render.json import brief_document, line

    put(line(brief_document(brief)))


def _put_card(brief: Brief) -> None:
    from bot.render.terminal import card


def main() -> None:
    """The entry point of the installed command."""
    signal.signal(signal.SIGINT, stop_at_once)
    app()


if __name__ == "__main__":
    main()
