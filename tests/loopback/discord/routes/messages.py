"""Channels and what is in them (docs: Channel, Message)."""

from pydantic import BaseModel

from tests.loopback.discord.composing import MessageBody, Sender
from tests.loopback.discord.routes.calls import Call, Routes
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.refusals import Reason, Refusal
from tests.loopback.discord.shapes.wire import Json

MOST_MESSAGES = 100


class Recipient(BaseModel):
    recipient_id: int


async def channel(call: Call) -> Json:
    world = call.fake.world
    return payloads.channel(world, world.channel_of(call.number("channel")))


async def direct(call: Call) -> Json:
    world = call.fake.world
    return payloads.channel(world, world.direct((await call.body(Recipient)).recipient_id))


async def send(call: Call) -> Json:
    world, composer = call.fake.world, call.fake.composer
    target = world.channel_of(call.number("channel"))
    body, uploads = await call.body_with_files(MessageBody)
    return composer.payload(composer.send(target, Sender(world.bot.id), body, uploads).message)


async def get(call: Call) -> Json:
    world = call.fake.world
    target = world.channel_of(call.number("channel"))
    return call.fake.composer.payload(world.message_of(target.id, call.number("message")))


async def history(call: Call) -> list[Json]:
    """The newest first; `after` alone gives the oldest after it, newest first too."""
    world = call.fake.world
    messages = world.history(world.channel_of(call.number("channel")).id)
    limit = min(call.asked("limit", 50), MOST_MESSAGES)
    after, before = call.asked("after", 0), call.asked("before", 0)
    found = [one for one in messages if one.id > after and (not before or one.id < before)]
    chosen = found[:limit] if after else found[-limit:]
    return [call.fake.composer.payload(message) for message in reversed(chosen)]


async def edit(call: Call) -> Json:
    world, composer = call.fake.world, call.fake.composer
    target = world.channel_of(call.number("channel"))
    message = world.message_of(target.id, call.number("message"))
    if message.author_id != world.bot.id:
        raise Refusal(Reason.OTHERS_MESSAGE)
    body, uploads = await call.body_with_files(MessageBody)
    return composer.payload(composer.edit(message, body, uploads))


async def delete(call: Call) -> None:
    world = call.fake.world
    target = world.channel_of(call.number("channel"))
    call.fake.composer.delete(world.message_of(target.id, call.number("message")))


ROUTES: Routes = {
    ("POST", "/users/@me/channels"): direct,
    ("GET", "/channels/{channel}"): channel,
    ("GET", "/channels/{channel}/messages"): history,
    ("POST", "/channels/{channel}/messages"): send,
    ("GET", "/channels/{channel}/messages/{message}"): get,
    ("PATCH", "/channels/{channel}/messages/{message}"): edit,
    ("DELETE", "/channels/{channel}/messages/{message}"): delete,
}
