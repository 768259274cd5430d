"""The world as Discord's API and gateway show it."""

from tests.loopback.discord.shapes.wire import Json, iso
from tests.loopback.discord.world import Attachment, Channel, Guild, Interaction, Message, User, World

ALL = str((1 << 53) - 1)
"""Every permission there is."""

JOINED = "2021-01-01T00:00:00+00:00"
EPHEMERAL, LOADING, RICH = 1 << 6, 1 << 7, 1 << 15
"""Message flags; RICH is IS_COMPONENTS_V2."""


def user(person: User) -> Json:
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": person.name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": person.bot,
        "public_flags": 0,
    }


def member(person: User, *, whole: bool = True) -> Json:
    """A person as a guild's member; without the person where a message names its author beside."""
    shown: Json = {"roles": [], "joined_at": JOINED, "deaf": False, "mute": False, "flags": 0, "nick": None}
    return {**shown, "user": user(person), "permissions": ALL} if whole else shown


def role(guild: Guild) -> Json:
    """The role that everyone has."""
    return {
        "id": str(guild.id),
        "name": "@everyone",
        "permissions": ALL,
        "position": 0,
        "color": 0,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel(world: World, shown: Channel) -> Json:
    common: Json = {"id": str(shown.id), "type": shown.kind, "flags": 0, "last_message_id": None}
    if shown.recipient is not None:
        return {**common, "recipients": [user(world.users[shown.recipient])]}
    common |= {
        "guild_id": str(shown.guild_id),
        "name": shown.name,
        "permissions": ALL,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "nsfw": False,
    }
    return {**common, "position": 0, "permission_overwrites": [], "topic": None}


def guild(world: World, shown: Guild) -> Json:
    """A guild as GUILD_CREATE brings it: its people and channels."""
    channels = [world.channels[channel_id] for channel_id in shown.channels]
    return {
        "id": str(shown.id),
        "name": shown.name,
        "owner_id": str(world.alice.id),
        "preferred_locale": "en-US",
        "member_count": len(world.users),
        "large": False,
        "unavailable": False,
        "joined_at": JOINED,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [role(shown)],
        "members": [member(person) for person in world.users.values()],
        "channels": [channel(world, one) for one in channels],
        **{name: [] for name in ("threads", "guild_scheduled_events", "voice_states", "presences")},
        **{name: [] for name in ("stage_instances", "soundboard_sounds")},
        **dict.fromkeys(
            ("verification_level", "default_message_notifications", "explicit_content_filter"), 0
        ),
        **dict.fromkeys(("mfa_level", "nsfw_level", "premium_tier", "system_channel_flags"), 0),
    }


def attachment(base: str, held: Attachment) -> Json:
    """`base` is where the files lie."""
    url = f"{base}/attachments/{held.id}/{held.filename}"
    shown: Json = {"id": str(held.id), "filename": held.filename, "size": len(held.data), "url": url}
    described: Json = {"description": held.description} if held.description else {}
    typed: Json = {"content_type": held.kind} if held.kind else {}
    return {**shown, "proxy_url": url, **typed, **described}


def message(world: World, base: str, shown: Message) -> Json:
    """A message as its author and those who may read it get it."""
    author = world.users[shown.author_id]
    payload: Json = {
        "id": str(shown.id),
        "channel_id": str(shown.channel_id),
        "author": user(author),
        "type": _kind(shown),
        "content": shown.content,
        "embeds": [],
        "components": shown.components,
        "attachments": [attachment(base, held) for held in shown.attachments],
        "flags": shown.flags,
        "timestamp": iso(shown.created),
        "edited_timestamp": iso(shown.edited) if shown.edited else None,
        "mentions": [user(world.users[person]) for person in shown.mentions],
        "mention_roles": [],
        "mention_everyone": "everyone" in shown.pings,
        "pinned": False,
        "tts": False,
    }
    return payload | _connections(world, base, shown)


def _kind(shown: Message) -> int:
    """0 said, 19 a reply, 20 an answer to a command (docs: Message, Message Types)."""
    if shown.interaction_id is not None:
        return 20
    return 19 if shown.reply_to else 0


def _connections(world: World, base: str, shown: Message) -> Json:
    """What else the message belongs to: who sent it, and the message that it replies to."""
    more: Json = {}
    where = world.channels.get(shown.channel_id)
    if shown.nonce is not None:
        more["nonce"] = shown.nonce
    if shown.author_id == world.bot.id:
        more["application_id"] = str(world.bot.id)
    if shown.interaction_id is not None:
        more["webhook_id"] = str(world.bot.id)
    if where is not None and where.guild_id is not None:
        more["guild_id"] = str(where.guild_id)
        more["member"] = member(world.users[shown.author_id], whole=False)
    if shown.reply_to is not None:
        parent = world.messages[shown.reply_to]
        more["message_reference"] = {"message_id": str(parent.id), "channel_id": str(parent.channel_id)}
        more["referenced_message"] = None if parent.deleted else message(world, base, parent)
    return more


def application(world: World, *, message_content: bool) -> Json:
    """The application; `message_content` says whether it may read what people write."""
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "flags": 1 << 18 if message_content else 0,
        "verify_key": "0" * 64,
        "owner": user(world.alice),
        "integration_types_config": {"0": {}, "1": {}},
    }


def interaction(world: World, base: str, asked: Interaction) -> Json:
    """What INTERACTION_CREATE brings."""
    where, person = world.channels[asked.channel_id], world.users[asked.user_id]
    payload: Json = {
        "id": str(asked.id),
        "application_id": str(world.bot.id),
        "type": asked.kind,
        "token": asked.token,
        "version": 1,
        "data": asked.data,
        "channel_id": str(where.id),
        "channel": channel(world, where),
        "app_permissions": ALL,
        "locale": person.locale,
        "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    if asked.message_id is not None:
        payload["message"] = message(world, base, world.messages[asked.message_id])
    return payload | _setting(asked, where, person)


def offered(world: World, command: Json, where: Channel) -> bool:
    """Whether people find a command there, by an installation of the guild's or of their own."""
    guest = not world.reaches_bot(where)
    return _is_listed(command.get("contexts"), _context(where)) and _is_listed(
        command.get("integration_types"), int(guest)
    )


def _is_listed(kinds: object, kind: int) -> bool:
    """Where a command names none, it has all that the application has."""
    return kinds is None or (isinstance(kinds, list) and kind in kinds)


def _context(where: Channel) -> int:
    """A guild, the bot's own direct messages, or people's conversations (docs: Interaction Context Types)."""
    if where.closed:
        return 2
    return 1 if where.guild_id is None else 0


def _setting(asked: Interaction, where: Channel, person: User) -> Json:
    """Where it was asked, and by whose installation (docs: Authorizing Integration Owners Object)."""
    if where.guild_id is None:
        owners = {"1": str(person.id)} if asked.guest else {"0": "0"}
        return {"user": user(person), "context": _context(where), "authorizing_integration_owners": owners}
    owners = {"1": str(person.id)} if asked.guest else {"0": str(where.guild_id)}
    return {
        "guild_id": str(where.guild_id),
        "guild": {"id": str(where.guild_id), "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": member(person),
        "context": 0,
        "authorizing_integration_owners": owners,
    }
