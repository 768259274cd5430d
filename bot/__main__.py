"""The command line: `briefer --help`."""

import signal
from importlib.metadata import version
from typing import Annotated

import typer

from bot.commands import articles, bots, db
from bot.edge import stop_at_once

app = typer.Typer(
    name="briefer",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

app.add_typer(articles.app)
app.add_typer(bots.app)
app.add_typer(db.app, name="db")


@app.callback(invoke_without_command=True)
def briefer(
    *, show_version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False
) -> None:
    """Briefs articles: a neutral summary, named actors with their roles, upcoming events with real dates.

    Every statement, actor and event is traced to sentences of the article; what can't be traced is withheld.
    """
    if show_version:
        typer.echo(f"briefer {version('briefer')}")
        raise typer.Exit


def main() -> None:
    """The entry point of the installed command."""
    signal.signal(signal.SIGINT, stop_at_once)
    app(prog_name="briefer")


if __name__ == "__main__":
    main()
