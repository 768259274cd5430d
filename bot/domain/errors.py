"""The one exception tree. `str(error)` is a sentence for the person; the cause is for the log.

BrieferError
├── UnusableSource (65)     empty · unreadable · unsupported · too_large · not_found · bad_link · wall
│                           not_an_article
├── PeerFailed (69)         timeout · unreachable · llm_unavailable
├── Internal (70)           internal
│   ├── TakenOver           nobody is told: another process has the request now, and answers it
│   └── StorageAway         what is worked on is done again once the database is there
├── NotAllowed (77)         blocked_address · budget · role
└── BadSettings (78)        bad_settings
"""

from typing import ClassVar, Literal


class BrieferError(Exception):
    """Something that a person can be told. `code` names it for programs, `exit_code` is for the shell."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes as they were made."""
        return _as_made, (type(self), str(self), self.code)


def _as_made(kind: type[BrieferError], message: str, code: str) -> BrieferError:
    error = kind.__new__(kind, message)
    BrieferError.__init__(error, message, code)
    return error


class UnusableSource(BrieferError):
    """What was given can't be briefed."""

    exit_code = 65

    def __init__(
        self,
        message: str,
        code: Literal[
            "empty",
            "unreadable",
            "unsupported",
            "too_large",
            "not_found",
            "bad_link",
            "wall",
            "not_an_article",
        ],
    ) -> None:
        super().__init__(message, code)


class PeerFailed(BrieferError):
    """A site or an endpoint did not do its part."""

    exit_code = 69

    def __init__(self, message: str, code: Literal["timeout", "unreachable", "llm_unavailable"]) -> None:
        super().__init__(message, code)


class Internal(BrieferError):
    """A fault of ours."""

    def __init__(self, message: str = "Something went wrong on our side; nothing of yours was lost.") -> None:
        super().__init__(message, "internal")


class TakenOver(Internal):
    """A request is somebody else's by now, or nobody's: nothing more is shown or kept for it here."""

    def __init__(self, message: str = "Another process answers this request.") -> None:
        super().__init__(message)


class StorageAway(Internal):
    """The database can't be reached now, or broke off; what it kept is safe."""


class NotAllowed(BrieferError):
    """What was asked is outside what the operator allows."""

    exit_code = 77

    def __init__(self, message: str, code: Literal["blocked_address", "budget", "role"]) -> None:
        super().__init__(message, code)


class BadSettings(BrieferError):
    """The operator's settings can't work."""

    exit_code = 78

    def __init__(self, message: str) -> None:
        super().__init__(message, "bad_settings")
