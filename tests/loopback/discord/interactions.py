"""Interactions: each may be answered once, in time, and its token ends (docs: Receiving and Responding)."""

from pydantic import BaseModel, ValidationError

from tests.loopback.discord.composing import Composer, MessageBody, Sender, Upload
from tests.loopback.discord.record import Record
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.shapes.limits import Modal
from tests.loopback.discord.shapes.payloads import EPHEMERAL, LOADING
from tests.loopback.discord.shapes.refusals import Reason, Refusal, from_validation, invalid
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Interaction, Message, World

COMMAND, COMPONENT, SUBMIT = 2, 3, 5
"""Kinds of interaction."""
SAY, DEFER, DEFER_UPDATE, UPDATE, MODAL = 4, 5, 6, 7, 9
"""Kinds of answer."""
FOLLOWUPS_OF_A_GUEST = 5


class Callback(BaseModel):
    """An interaction's first answer."""

    type: int
    data: Json = {}


class Interactions:
    """All interactions by token."""

    def __init__(self, world: World, composer: Composer, rules: Rules, record: Record) -> None:
        self.by_token: dict[str, Interaction] = {}
        self._world = world
        self._composer = composer
        self._rules = rules
        self._record = record

    def open(self, interaction: Interaction) -> None:
        """A person asks; the application is told by who calls this."""
        self.by_token[interaction.token] = interaction
        self._record.add(
            "interaction",
            interaction=str(interaction.id),
            kind=interaction.kind,
            user=str(interaction.user_id),
            name=interaction.data.get("name") or interaction.data.get("custom_id"),
        )

    def of(self, interaction_id: int) -> Interaction:
        for interaction in self.by_token.values():
            if interaction.id == interaction_id:
                return interaction
        raise Refusal(Reason.UNKNOWN_INTERACTION)

    def answer(self, interaction_id: int, token: str, callback: Callback, uploads: list[Upload]) -> Json:
        """The first answer: once, and within 3 s; what can't be taken leaves the interaction open."""
        interaction = self.by_token.get(token)
        if interaction is None or interaction.id != interaction_id:
            raise Refusal(Reason.UNKNOWN_INTERACTION)
        try:
            self._check_open(interaction)
            message = self._carry_out(interaction, callback, uploads)
        except (Refusal, ValidationError) as error:
            refusal = error if isinstance(error, Refusal) else from_validation(error)
            interaction.refused.append(refusal.code)
            raise refusal from error
        interaction.callback = callback.type
        interaction.acknowledged = self._world.clock.now()
        waited = interaction.acknowledged - interaction.created
        self._record.add(
            "callback", interaction=str(interaction.id), type=callback.type, after=round(waited, 4)
        )
        return self._callback_response(interaction, message)

    def original(self, token: str) -> Message:
        """The answer that PATCH …/@original changes."""
        interaction = self.valid(token)
        if interaction.original_id is None:
            raise Refusal(Reason.UNKNOWN_MESSAGE)
        return self._standing(interaction.original_id)

    def message(self, token: str, message_id: int) -> Message:
        """An answer or follow-up of this token."""
        interaction = self.valid(token)
        if message_id not in (interaction.original_id, *interaction.followups):
            raise Refusal(Reason.UNKNOWN_MESSAGE)
        return self._standing(message_id)

    def follow_up(self, token: str, body: MessageBody, uploads: list[Upload]) -> Message:
        """A further message; right after a deferral it becomes the answer itself."""
        interaction = self.valid(token)
        if interaction.original_id is not None:
            original = self._world.messages[interaction.original_id]
            if original.flags & LOADING and not original.deleted:
                return self._composer.edit(original, body, uploads)
        if interaction.guest and len(interaction.followups) >= FOLLOWUPS_OF_A_GUEST:
            raise Refusal(Reason.TOO_MANY_FOLLOWUPS)
        message = self._post(interaction, body, uploads)
        interaction.followups.append(message.id)
        return message

    def valid(self, token: str) -> Interaction:
        """An interaction that was answered and whose 15 minutes are not over."""
        interaction = self.by_token.get(token)
        if interaction is None or interaction.callback is None:
            raise Refusal(Reason.UNKNOWN_WEBHOOK)
        if self._world.clock.now() - interaction.created > self._rules.token:
            interaction.refused.append(Reason.TOKEN_EXPIRED.value[1])
            raise Refusal(Reason.TOKEN_EXPIRED)
        return interaction

    def _check_open(self, interaction: Interaction) -> None:
        if interaction.callback is not None:
            raise Refusal(Reason.ALREADY_ACKNOWLEDGED)
        if self._world.clock.now() - interaction.created > self._rules.acknowledge:
            raise Refusal(Reason.UNKNOWN_INTERACTION)

    def _carry_out(
        self, interaction: Interaction, callback: Callback, uploads: list[Upload]
    ) -> Message | None:
        if callback.type in (SAY, DEFER):
            return self._say(interaction, callback, uploads)
        if callback.type in (DEFER_UPDATE, UPDATE) and interaction.message_id is not None:
            return self._update(interaction, callback, uploads)
        if callback.type == MODAL and interaction.kind != SUBMIT:
            modal = Modal.model_validate(callback.data)
            interaction.opened = callback.data
            self._record.add("modal", interaction=str(interaction.id), title=modal.title)
            return None
        raise invalid("type", "This kind of interaction can't be answered so.")

    def _say(self, interaction: Interaction, callback: Callback, uploads: list[Upload]) -> Message:
        body = MessageBody.model_validate(callback.data)
        if callback.type == DEFER:
            body = MessageBody(flags=body.flags & EPHEMERAL | LOADING)
        message = self._post(interaction, body, uploads)
        interaction.original_id = message.id
        return message

    def _update(self, interaction: Interaction, callback: Callback, uploads: list[Upload]) -> Message | None:
        """The message that the component stands on; it may be ephemeral."""
        assert interaction.message_id is not None
        interaction.original_id = interaction.message_id
        if callback.type == DEFER_UPDATE:
            return None
        body = MessageBody.model_validate(callback.data)
        return self._composer.edit(self._standing(interaction.message_id), body, uploads)

    def _post(self, interaction: Interaction, body: MessageBody, uploads: list[Upload]) -> Message:
        channel = self._world.channels.get(interaction.channel_id)
        if channel is None:
            raise Refusal(Reason.UNKNOWN_CHANNEL)
        sender = Sender(self._world.bot.id, interaction.id, interaction.user_id)
        return self._composer.send(channel, sender, body, uploads).message

    def _standing(self, message_id: int) -> Message:
        message = self._world.messages.get(message_id)
        if message is None or message.deleted:
            raise Refusal(Reason.UNKNOWN_MESSAGE)
        return message

    def _callback_response(self, interaction: Interaction, message: Message | None) -> Json:
        told: Json = {"id": str(interaction.id), "type": interaction.kind}
        if message is None:
            return {"interaction": told, "resource": {"type": interaction.callback}}
        told |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & LOADING),
            "response_message_ephemeral": bool(message.flags & EPHEMERAL),
        }
        resource: Json = {"type": interaction.callback, "message": self._composer.payload(message)}
        return {"interaction": told, "resource": resource}
