"""Where Discord is: its own addresses, or those of a proxy in front of it or of a fake one."""

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


def use_addresses(api: str | None, gateway: str | None) -> None:
    """Leads every client of this process to another API and gateway; what is None stays Discord's own.

    `api` is a base URL with its version, such as `https://discord.com/api/v10`. discord.py keeps both as
    class attributes, and that is its only way in: answers to interactions and webhooks are Routes too,
    files come with whole URLs, and a session is resumed where the gateway said when it began. A client that
    asks the API how many shards it needs goes to the gateway that the API names.
    """
    if api is not None:
        Route.BASE = api.rstrip("/")
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)
