"""What people ask about the bot is answered to them alone, wherever they ask."""

from tests.discord.article import ARTICLE
from tests.discord.conftest import Start, World
from tests.discord.people import manager, part, shown
from tests.discord.seen import seen


async def test_help_names_every_way_to_ask_with_commands_that_a_click_runs(world: World) -> None:
    result = await world.alice.slash(world.channel, "help")
    assert result.ephemeral
    told = seen(shown(result))
    for way in ("</brief:", "“Brief this”", "Mention me", "Write to me", "let me listen", "</digest list:"):
        assert way in told


async def test_help_is_there_in_direct_messages(world: World) -> None:
    carol = world.env.create_user("carol")
    assert "</brief:" in seen(shown(await carol.slash("help")))


async def test_privacy_says_how_long_things_are_kept_and_that_they_go_nowhere(start: Start) -> None:
    async with start(keep_days=7) as world:
        result = await world.alice.slash(world.channel, "privacy")
        assert result.ephemeral
        told = seen(shown(result))
        assert "The text of an article: 24 hours." in told
        assert "cites, who asked for it and where: 7 days." in told
        assert "sent to nobody" in told
        assert "find links and articles" in told
        assert "</forget:" in told


async def test_privacy_names_the_host_that_articles_are_sent_to(start: Start) -> None:
    async with start(openai_base_url="https://llm.example/v1", message_content=False) as world:
        told = seen(shown(await world.alice.slash(world.channel, "privacy")))
        assert "the language model at llm.example" in told
        assert "I see only messages that are meant for me." in told


async def test_managers_see_what_the_server_took_and_what_was_marked_as_wrong(world: World) -> None:
    card = shown(await world.alice.slash(world.channel, "brief", text=ARTICLE))
    wrong = shown(await world.bob.click(card, label="Wrong?"))
    await world.bob.select(wrong, ["statement-0", "statement-1"], custom_id=part(wrong, "mark"))
    result = await manager(world).slash(world.channel, "usage")
    assert result.ephemeral
    told = seen(shown(result))
    assert "This server, last 30 days" in told
    assert "**1 brief** · 0 requests without a brief" in told
    assert "withheld (" in told
    assert "**Marked as wrong** · 2 statements" in told
    assert "**Language model** · not asked" in told
    assert "0 briefs in 30 days" in told


async def test_others_see_their_own_number_alone(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    told = seen(shown(await world.alice.slash(world.channel, "usage")))
    assert "1 brief in 30 days" in told
    assert "This server" not in told
    assert "0 briefs in 30 days" in seen(shown(await world.bob.slash(world.channel, "usage")))


async def test_in_direct_messages_what_was_asked_there_is_counted(world: World) -> None:
    carol = world.env.create_user("carol")
    await carol.send_dm(ARTICLE)
    told = seen(shown(await carol.slash("usage")))
    assert "1 brief in 30 days" in told
    assert "This server" not in told
