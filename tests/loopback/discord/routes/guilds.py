"""Guilds and their scheduled events (docs: Guild, Guild Scheduled Event)."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, Field

from tests.loopback.discord.routes.calls import Call, Routes
from tests.loopback.discord.sessions import SCHEDULED_EVENTS
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.refusals import Reason, Refusal, invalid
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Guild

EXTERNAL = 3
MOST_EVENTS = 100


class Place(BaseModel):
    location: Annotated[str, Field(min_length=1, max_length=100)]


class EventBody(BaseModel):
    """An event that happens outside of Discord, the only kind a bot of ours makes."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    description: Annotated[str, Field(max_length=1000)] | None = None
    scheduled_start_time: AwareDatetime
    scheduled_end_time: AwareDatetime
    entity_type: int
    entity_metadata: Place
    privacy_level: int

    def check(self, now: datetime) -> None:
        if self.entity_type != EXTERNAL:
            raise invalid("entity_type", "Only external events are known here.")
        if self.scheduled_start_time <= now:
            raise invalid("scheduled_start_time", "Cannot schedule event in the past.")
        if self.scheduled_end_time <= self.scheduled_start_time:
            raise invalid("scheduled_end_time", "Cannot schedule event to end before its start.")


def _guild(call: Call) -> Guild:
    return call.fake.world.guild_of(call.number("guild"))


async def guild(call: Call) -> Json:
    return payloads.guild(call.fake.world, _guild(call))


async def channels(call: Call) -> list[Json]:
    world = call.fake.world
    return [payloads.channel(world, world.channels[channel]) for channel in _guild(call).channels]


async def events(call: Call) -> list[Json]:
    return list(_guild(call).events.values())


async def create_event(call: Call) -> Json:
    owner, body = _guild(call), await call.body(EventBody)
    now = call.fake.world.clock.now()
    body.check(datetime.fromtimestamp(now, body.scheduled_start_time.tzinfo))
    if len(owner.events) >= MOST_EVENTS:
        raise Refusal(Reason.TOO_MANY_EVENTS)
    event_id = call.fake.world.ids.new()
    made: Json = {
        **body.model_dump(mode="json"),
        "id": str(event_id),
        "guild_id": str(owner.id),
        "channel_id": None,
        "entity_id": None,
        "creator_id": str(call.fake.world.bot.id),
        "creator": payloads.user(call.fake.world.bot),
        "status": 1,
        "user_count": 0,
    }
    owner.events[event_id] = made
    call.fake.gateway.dispatch("GUILD_SCHEDULED_EVENT_CREATE", made, owner.id, SCHEDULED_EVENTS)
    call.fake.record.add("event", event=str(event_id), name=body.name, start=made["scheduled_start_time"])
    return made


ROUTES: Routes = {
    ("GET", "/guilds/{guild}"): guild,
    ("GET", "/guilds/{guild}/channels"): channels,
    ("GET", "/guilds/{guild}/scheduled-events"): events,
    ("POST", "/guilds/{guild}/scheduled-events"): create_event,
}
