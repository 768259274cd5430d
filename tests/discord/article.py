"""An article that is briefed in an instant, and what shows that it was."""

from pathlib import Path

import discord

from tests.discord.seen import labels, seen

TITLE = "Harbour bridge to close for repairs"
PARAGRAPHS = """\
OSLO, March 3 (Agency) - The city council of Oslo said on Tuesday that the harbour bridge will close for repairs on 14 June 2026. Council leader Marit Berg said the work would cost 40 million kroner. The bridge carries 20,000 cars a day, and drivers will be sent through the Opera Tunnel.
The repairs were first planned for 2024 but were put off because there was no money. Residents of the island of Hovedøya have asked the council for a free ferry while the bridge is closed. The council will vote on the ferry on 20 April 2026.
A similar closure eight years ago led to long queues at the tunnel, the newspaper Aften wrote. The contractor, Veidekke, has promised to finish the work before the end of the year.
""".splitlines()
ARTICLE = "\n\n".join([TITLE, *PARAGRAPHS])
PAGE = (
    f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    f"{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article></body></html>"
).encode()
BUTTONS = {"Sources", "Calendar", "Ask", "Wrong?", "Delete", "Length", "Language"}


def is_card(message: discord.Message | None) -> bool:
    """Whether a person sees the brief of the article, with all its buttons."""
    return message is not None and TITLE in seen(message) and set(labels(message)) >= BUTTONS


SAMPLE = (Path(__file__).parents[1] / "data" / "sample" / "moscow-washington.txt").read_text()[:6000]
"""A longer article, as much of it as an option of a command holds."""
