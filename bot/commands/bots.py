"""What the command line does with the bot: `run`, `worker`, `demo`, `doctor`."""

import asyncio
import sys
from typing import Annotated

import typer

from bot import bootstrap
from bot.domain.errors import BadSettings
from bot.edge import at_the_edge

app = typer.Typer()


def _shards(text: str | None) -> str | None:
    from bot.sharding import read_shards

    if text is not None and read_shards(text) is None:
        raise typer.BadParameter(f"“{text}” names no shards; write them as 0-3/16, or auto.")
    return text


@app.command()
@at_the_edge
def run(
    *,
    shards: Annotated[
        str | None,
        typer.Option(
            metavar="A-B/N",
            callback=_shards,
            help="Connections to Discord: ids and their total, or auto for all that Discord recommends.",
            show_default="one",
        ),
    ] = None,
    work: Annotated[
        bool, typer.Option(help="Whether to read articles too, or leave that to workers.")
    ] = True,
) -> None:
    """Run the bot in Discord, with the token in DISCORD_TOKEN. Ctrl-C stops it.

    \b
    DISCORD_TOKEN=… briefer run
    briefer run --shards auto
    briefer run --shards 0-3/16 --no-work
    """
    settings = bootstrap.start()
    from bot import running
    from bot.bootstrap.office import Duty
    from bot.sharding import read_shards

    duty = Duty.ALL if work else Duty.TAKES
    asyncio.run(running.run(settings, read_shards(shards) if shards else None, duty))


@app.command()
@at_the_edge
def worker() -> None:
    """Read articles for bots that run with --no-work on the same database. Ctrl-C stops it.

    \b
    BRIEFER_DATABASE_URL=postgresql://… DISCORD_TOKEN=… briefer worker
    """
    settings = bootstrap.start()
    from bot import running

    asyncio.run(running.work(settings))


@app.command()
@at_the_edge
def demo(
    *,
    digest: Annotated[
        bool, typer.Option("--digest", help="Show a daily digest of two invented papers.")
    ] = False,
) -> None:
    """Show the bot at work in a simulated Discord, in your browser: no account, no token.

    Without a terminal, the bot's answers are printed instead.

    \b
    briefer demo
    """
    settings = bootstrap.start()
    from bot.demonstration import show

    asyncio.run(show(settings, interactive=sys.stdout.isatty(), digest=digest))


@app.command()
@at_the_edge
def doctor(
    *, online: Annotated[bool, typer.Option("--online", help="Ask Discord about the token too.")] = False
) -> None:
    """Look at the installation and the settings; say what to do where something is wrong.

    Ends with 78 when something is.
    """
    from bot.doctor import examine

    well = True
    for finding in examine(online=online):
        well = well and finding.well
        typer.echo(f"{'ok     ' if finding.well else 'PROBLEM'}  {finding.subject:<16} {finding.text}")
    if not well:
        raise BadSettings("Something is wrong; the lines above say what to do.")
