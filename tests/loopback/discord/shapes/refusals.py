"""How Discord says no (docs: Opcodes and Status Codes, JSON)."""

from enum import Enum

from pydantic import ValidationError

from tests.loopback.discord.shapes.wire import Json


class Reason(Enum):
    """HTTP status, error code, message."""

    UNAUTHORIZED = (401, 0, "401: Unauthorized")
    NOT_FOUND = (404, 0, "404: Not Found")
    UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
    UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
    UNKNOWN_USER = (404, 10013, "Unknown User")
    UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
    UNKNOWN_INTERACTION = (404, 10062, "Unknown interaction")
    TOO_LARGE = (413, 40005, "Request entity too large")
    ALREADY_ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
    TOO_MANY_FOLLOWUPS = (400, 40094, "This interaction has hit the maximum number of follow up messages")
    MISSING_ACCESS = (403, 50001, "Missing Access")
    OTHERS_MESSAGE = (403, 50005, "Cannot edit a message authored by another user")
    EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
    TOKEN_EXPIRED = (401, 50027, "Invalid Webhook Token")
    INVALID_BODY = (400, 50035, "Invalid Form Body")


class Refusal(Exception):
    """A request that Discord answers with an error."""

    def __init__(self, reason: Reason, errors: Json | None = None) -> None:
        super().__init__(reason.name)
        self.status, self.code, self.message = reason.value
        self.errors = errors

    @property
    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        return {**body, "errors": self.errors} if self.errors else body


def invalid(field: str, message: str) -> Refusal:
    """A field that can't be taken."""
    return Refusal(
        Reason.INVALID_BODY, {field: {"_errors": [{"code": "BASE_TYPE_INVALID", "message": message}]}}
    )


def from_validation(error: ValidationError) -> Refusal:
    """The first field that can't be taken."""
    first = error.errors(include_url=False, include_input=False)[0]
    return invalid(".".join(str(place) for place in first["loc"]) or "body", first["msg"])
