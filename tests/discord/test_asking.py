"""Ask: a question about the article, answered from its sentences, to one person or in a thread."""

import re
from collections.abc import AsyncIterator

import pytest

from tests.discord.article import ARTICLE, TITLE
from tests.discord.conftest import Start, World
from tests.discord.seen import seen
from tests.discord.ways import answers
from tests.loopback.endpoint import Reply, Request, answer, failure, loopback

QUESTION = "When will the council vote on the ferry?"
VOTE = "The council will vote on the ferry on 20 April 2026."
NOT_SAID = "The article does not say."


@pytest.fixture
async def briefed(world: World) -> World:
    """A world with a brief that Alice asked for."""
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    return world


async def _ask(world: World, question: str = QUESTION, **chosen: object) -> str:
    """What Bob, a stranger, sees last when he has asked under the first card."""
    form = await world.bob.click(answers(world)[0], label="Ask")
    asked = await world.bob.submit_modal(form, {"question": question, **chosen})
    assert asked.ephemeral
    assert asked.response is not None
    return seen(asked.response.message)


async def test_a_question_is_answered_privately_with_the_sentence(briefed: World) -> None:
    shown = await _ask(briefed)
    assert QUESTION in shown
    assert VOTE in shown
    assert len(briefed.channel.history(viewer=briefed.alice)) == 1


async def test_what_the_article_does_not_say_is_told(briefed: World) -> None:
    assert NOT_SAID in await _ask(briefed, "Who won the chess tournament in Buenos Aires?")


async def test_on_wish_the_answer_stands_in_a_thread_of_the_card(briefed: World) -> None:
    assert "in the thread below the brief" in await _ask(briefed, where=["thread"])
    (thread,) = briefed.channel.threads
    assert thread.name == QUESTION
    assert VOTE in seen(thread.last_message)


async def test_a_second_question_is_answered_in_the_same_thread(briefed: World) -> None:
    await _ask(briefed, where=["thread"])
    await _ask(briefed, "How much will the work cost?", where=["thread"])
    (thread,) = briefed.channel.threads
    assert "40 million kroner" in seen(thread.last_message)


async def test_in_a_thread_the_answer_stands_in_that_thread(briefed: World) -> None:
    await _ask(briefed, where=["thread"])
    (thread,) = briefed.channel.threads
    await briefed.alice.slash(thread, "brief", text=ARTICLE)
    assert thread.last_message is not None
    form = await briefed.bob.click(thread.last_message, label="Ask")
    await briefed.bob.submit_modal(form, {"question": QUESTION, "where": ["thread"]})
    assert VOTE in seen(thread.last_message)


@pytest.mark.parametrize("missing", ["create_public_threads", "send_messages_in_threads"])
async def test_without_permission_for_threads_the_answer_comes_privately(world: World, missing: str) -> None:
    channel = world.channel_without(**{missing: False})
    await world.alice.slash(channel, "brief", text=ARTICLE)
    form = await world.bob.click(answers(world, channel)[0], label="Ask")
    asked = await world.bob.submit_modal(form, {"question": QUESTION, "where": ["thread"]})
    assert asked.response is not None
    assert VOTE in seen(asked.response.message)
    assert "only you see the answer" in seen(asked.followups[0].message)
    assert asked.followups[0].ephemeral


async def test_under_a_private_brief_only_a_private_answer_can_be_chosen(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE, private=True)
    form = await world.alice.click(answers(world)[0], label="Ask")
    assert "In a thread" not in str(form.modal)
    asked = await world.alice.submit_modal(form, {"question": QUESTION})
    assert asked.response is not None
    assert VOTE in seen(asked.response.message)


async def test_in_a_direct_message_only_a_private_answer_can_be_chosen(world: World) -> None:
    carol = world.env.create_user("carol")
    await carol.slash("brief", text=ARTICLE)
    assert carol.dm_channel.last_message is not None
    form = await carol.click(carol.dm_channel.last_message, label="Ask")
    assert "In a thread" not in str(form.modal)
    asked = await carol.submit_modal(form, {"question": QUESTION})
    assert VOTE in seen(asked.response.message)


async def test_a_question_is_answered_after_a_restart(briefed: World) -> None:
    await briefed.restart()
    assert VOTE in await _ask(briefed)


async def test_a_day_later_the_text_is_gone_and_that_is_told(briefed: World) -> None:
    briefed.later(days=1.01)
    assert "kept for a day" in await _ask(briefed)


def _script(request: Request) -> Reply:
    """A model that can answer questions, with an invention beside the truth, and nothing else."""
    found = re.search(r"(\d+)\W+The council will vote", request.user)
    if request.prompt != "answer" or found is None:
        return failure(500)
    ids = [int(found[1])]
    said = [{"text": VOTE, "sentences": ids}, {"text": "The mayor will resign on Friday.", "sentences": ids}]
    return answer({"statements": said})


@pytest.fixture
async def asked_of_a_model(start: Start) -> AsyncIterator[World]:
    async with (
        loopback(_script) as endpoint,
        start(openai_base_url=endpoint.url, llm_call_seconds=2.0) as world,
    ):
        await world.alice.slash(world.channel, "brief", text=ARTICLE)
        yield world


async def test_what_a_model_answers_is_traced_and_what_can_not_be_is_withheld(
    asked_of_a_model: World,
) -> None:
    shown = await _ask(asked_of_a_model)
    assert VOTE in shown
    assert "mayor" not in shown
    assert "1 withheld" in shown


async def test_a_model_that_fails_at_briefing_gives_the_offline_brief_labelled(
    asked_of_a_model: World,
) -> None:
    shown = seen(answers(asked_of_a_model)[0])
    assert TITLE in shown
    assert "read offline" in shown
    assert "-# Read offline" in shown


async def test_a_model_that_fails_at_answering_gives_the_offline_answer(start: Start) -> None:
    async with loopback(lambda _: failure(500)) as endpoint, start(openai_base_url=endpoint.url) as world:
        await world.alice.slash(world.channel, "brief", text=ARTICLE)
        assert VOTE in await _ask(world)
