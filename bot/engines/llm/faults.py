"""What can go wrong with one call, as sentences for the person.

Nothing that an endpoint wrote is repeated in them: an endpoint may print the key.

Fault
├── FormatRefused     the endpoint does not take this way of asking for JSON
├── Unusable          an answer came, but it is not the JSON that was asked for
└── TooLong           the prompt does not fit the model's window
"""

from bot.domain.errors import PeerFailed


class Fault(PeerFailed):
    """A call that failed.

    `again`: whether another attempt can help; `wait`: the seconds that the endpoint asked to wait before it;
    `down`: whether the endpoint as a whole seems to be out of order.
    """

    def __init__(
        self, message: str, *, again: bool = False, wait: float | None = None, down: bool = False
    ) -> None:
        super().__init__(message, "llm_unavailable")
        self.again = again
        self.wait = wait
        self.down = down


class FormatRefused(Fault):
    """The endpoint refused the request's response format."""


class Unusable(Fault):
    """An answer that can't be used; `why` is for the model, `text` is what it wrote.

    `shapeless`: there was no JSON object of the asked shape in it at all, so a schema was not enforced.
    """

    def __init__(self, message: str, why: str, text: str = "", *, shapeless: bool = False) -> None:
        super().__init__(message)
        self.why = why
        self.text = text
        self.shapeless = shapeless


class TooLong(Fault):
    """The prompt does not fit the model's window."""
