"""`briefer db`: what an operator does with the database."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot import bootstrap
from bot.domain.errors import BadSettings
from bot.edge import at_the_edge

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(no_args_is_help=True, help="The database: bring it up to date, move it, encrypt it.")


def _address(url: str) -> str:
    """The URL of a database, as a usage error where it can't be one; its password is not repeated."""
    from bot.adapters.storage.address import read_address

    try:
        read_address(url)
    except BadSettings as error:
        raise typer.BadParameter("write it as sqlite:///briefer.db or postgresql://…") from error
    return url


@app.command()
@at_the_edge
def upgrade() -> None:
    """Bring the tables up to date. Every start does so too.

    \b
    BRIEFER_DATABASE_URL=postgresql://briefer@localhost/briefer briefer db upgrade
    """
    settings = bootstrap.start()
    from bot.adapters.storage.examining import describe_database
    from bot.adapters.storage.opening import open_database

    async def bring_up() -> str:
        async with open_database(settings.database, settings.keys):
            return await describe_database(settings.database, settings.keys)

    typer.echo(asyncio.run(bring_up()))


@app.command()
@at_the_edge
def copy(
    *,
    source: Annotated[
        str, typer.Argument(metavar="FROM", callback=_address, help="The URL of the database as it is.")
    ],
    target: Annotated[
        str, typer.Argument(metavar="TO", callback=_address, help="The URL of an empty database.")
    ],
) -> None:
    """Copy everything into another database, SQLite or PostgreSQL. Stop the bot first.

    \b
    briefer db copy sqlite:///briefer.db postgresql://briefer@localhost/briefer
    """
    settings = bootstrap.start()
    from bot.adapters.storage.copying import copy_database

    for table, rows in asyncio.run(copy_database(source, target, settings.keys)).items():
        typer.echo(f"{table:<12}{rows:>9,}")


@app.command()
@at_the_edge
def recover(
    *,
    slot: Annotated[
        str | None, typer.Argument(metavar="SLOT", help="The slot of a process that is gone, or stuck.")
    ] = None,
) -> None:
    """Have others do at once what a process worked on. Without a slot: list the slots that are known.

    Nobody needs this: what is silent for BRIEFER_LEASE_SECONDS is taken over anyway.

    \b
    briefer db recover host-worker-1
    """
    asyncio.run(_recover(bootstrap.start(), slot))


async def _recover(settings: "Settings", slot: str | None) -> None:
    async with bootstrap.open_storage(settings) as storage:
        if slot is None:
            for name, until in (await storage.slots.known()).items():
                typer.echo(f"{name:<40}{until:%Y-%m-%d %H:%M:%S} UTC")
        elif await storage.slots.give_up(slot):
            typer.echo(f"What {slot} worked on is taken over by the processes that run, unless it is alive.")
        else:
            raise BadSettings(f"There is no slot {slot}; `briefer db recover` lists those that are known.")


@app.command()
@at_the_edge
def key() -> None:
    """Print a new key for BRIEFER_DATABASE_KEYS."""
    from bot.adapters.storage.secrecy import new_key

    typer.echo(new_key())


@app.command()
@at_the_edge
def reseal() -> None:
    """Encrypt all texts with the first of BRIEFER_DATABASE_KEYS. The others are needed no more.

    \b
    BRIEFER_DATABASE_KEYS=NEW,OLD briefer db reseal
    """
    settings = bootstrap.start()
    from bot.adapters.storage.resealing import reseal_database

    rows = asyncio.run(reseal_database(settings.database, settings.keys))
    typer.echo(f"{rows:,} {'row' if rows == 1 else 'rows'} encrypted with the first key.")
