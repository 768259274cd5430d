import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.addresses import use_addresses


@pytest.fixture(autouse=True)
def _addresses_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


def test_with_nothing_set_discords_own_addresses_stay() -> None:
    use_addresses(None, None)
    assert Route("GET", "/gateway").url == "https://discord.com/api/v10/gateway"
    assert URL("wss://gateway.discord.gg/") == DiscordWebSocket.DEFAULT_GATEWAY


def test_the_api_and_the_gateway_can_be_elsewhere() -> None:
    use_addresses("http://proxy.example:8080/api/v10/", "ws://proxy.example:8081")
    assert Route("GET", "/gateway").url == "http://proxy.example:8080/api/v10/gateway"
    assert URL("ws://proxy.example:8081") == DiscordWebSocket.DEFAULT_GATEWAY
