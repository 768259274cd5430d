"""Arguments and options of the commands on articles, with what they accept and their `--help`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.domain.brief import EngineChoice, Length

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document a line instead of a card.")]
AsArticle = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
Engine = Annotated[
    EngineChoice | None,
    typer.Option(
        help="Who reads: auto is the LLM when a key or base URL is set, else the embedded engine.",
        show_default="BRIEFER_ENGINE, or auto",
    ),
]


def _date(text: str | None) -> str | None:
    """A date that can be read, as a usage error where it can't."""
    if text is None:
        return None
    from bot.services.dating import read_published

    if read_published(text) is None:
        raise typer.BadParameter(f"“{text}” is no date; write it as 2021-11-30, 2021-11 or 2021.")
    return text


def _language(text: str | None) -> str | None:
    if text is not None and not (
        text.isascii() and text.isalpha() and text.islower() and len(text) in {2, 3}
    ):
        raise typer.BadParameter(f"“{text}” is no language code; write it as en, de, fa …")
    return text


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Links, files (.txt .md .html .pdf .docx .rtf .eml), or - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=_date, help="When the article appeared; relative dates count from it."
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="LANG", callback=_language, help="Language of the brief (en, de, …), by the LLM only."
    ),
]
SummaryLength = Annotated[
    Length | None, typer.Option(help="About 40, 90 or 180 words.", show_default="BRIEFER_LENGTH, or standard")
]
Evidence = Annotated[
    bool, typer.Option("--sources", help="Also print the cited sentences, and what was withheld and why.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=256,
        help="Articles in work at a time; the embedded engine takes a process for each, 64 at most.",
        show_default="BRIEFER_LLM_CONCURRENCY, or the number of cores",
    ),
]
Ics = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Also write the dated events to an iCalendar file.")
]
