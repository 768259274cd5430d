from bot.adapters.storage import Storage
from bot.domain.request import State
from tests.adapters.storage.made import NOON, SECOND, request


async def test_a_step_comes_back_as_it_was_first_kept(storage: Storage) -> None:
    await storage.requests.add(request("r1"))
    assert await storage.steps.recall("r1", "read 1") is None
    await storage.steps.keep("r1", "read 1", '{"said": "first"}')
    await storage.steps.keep("r1", "read 1", '{"said": "later"}')
    assert await storage.steps.recall("r1", "read 1") == '{"said": "first"}'
    assert await storage.steps.recall("r1", "read 2") is None


async def test_a_closed_request_has_no_steps_and_gets_none(storage: Storage) -> None:
    await storage.requests.add(request("r1"))
    await storage.steps.keep("r1", "read", "kept")
    await storage.requests.close(request("r1"), State.DONE)
    assert await storage.steps.recall("r1", "read") is None
    await storage.steps.keep("r1", "read", "too late")
    await storage.steps.keep("nobody's", "read", "kept for nobody")
    assert await storage.steps.recall("r1", "read") is None


async def test_steps_go_when_their_request_has_waited_too_long(storage: Storage) -> None:
    await storage.requests.add(request("r1", received=NOON))
    await storage.steps.keep("r1", "read", "kept")
    await storage.forgetting.expired(NOON.replace(day=27) + SECOND)
    assert await storage.steps.recall("r1", "read") is None
