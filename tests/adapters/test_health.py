import pytest

from bot.adapters.health import serving_health
from bot.adapters.metrics import Metrics
from bot.domain.errors import BadSettings


async def _ready() -> None:
    return None


async def test_a_port_that_there_is_not_is_told_as_a_bad_setting() -> None:
    with pytest.raises(BadSettings, match="choose another port"):
        async with serving_health("127.0.0.1:99999", Metrics(), _ready):
            pass
