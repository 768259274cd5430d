"""Answers to interactions, and the webhook that each token is (docs: Receiving and Responding)."""

from tests.loopback.discord.composing import MessageBody
from tests.loopback.discord.interactions import Callback
from tests.loopback.discord.routes.calls import Call, Routes
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Message

ORIGINAL = "@original"


async def answer(call: Call) -> Json | None:
    callback, uploads = await call.body_with_files(Callback)
    told = call.fake.interactions.answer(call.number("interaction"), call.word("token"), callback, uploads)
    return told if call.request.query.get("with_response") in ("1", "true") else None


async def follow_up(call: Call) -> Json:
    call.fake.interactions.valid(call.word("token"))
    body, uploads = await call.body_with_files(MessageBody)
    return call.fake.composer.payload(call.fake.interactions.follow_up(call.word("token"), body, uploads))


async def get(call: Call) -> Json:
    return call.fake.composer.payload(_message(call))


async def edit(call: Call) -> Json:
    message = _message(call)
    body, uploads = await call.body_with_files(MessageBody)
    return call.fake.composer.payload(call.fake.composer.edit(message, body, uploads))


async def delete(call: Call) -> None:
    call.fake.composer.delete(_message(call))


def _message(call: Call) -> Message:
    token, which = call.word("token"), call.word("message")
    interactions = call.fake.interactions
    return interactions.original(token) if which == ORIGINAL else interactions.message(token, int(which))


ROUTES: Routes = {
    ("POST", "/interactions/{interaction}/{token}/callback"): answer,
    ("POST", "/webhooks/{application}/{token}"): follow_up,
    ("GET", "/webhooks/{application}/{token}/messages/{message}"): get,
    ("PATCH", "/webhooks/{application}/{token}/messages/{message}"): edit,
    ("DELETE", "/webhooks/{application}/{token}/messages/{message}"): delete,
}
