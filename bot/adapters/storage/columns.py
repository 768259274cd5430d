"""The column types that both databases share."""

from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import DateTime, Dialect, String, Text, TypeDecorator

from bot.adapters.storage.secrecy import keyring_of

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def hashed(text: str) -> str:
    """What stands for a text, such as an address that may hold a secret, where rows are looked for by it."""
    return sha256(text.encode(errors="replace")).hexdigest()


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC whatever zone it came in; SQLite keeps no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC; a time without a zone is a mistake."""
        if value is None:
            return None
        assert value.tzinfo is not None, "a time without a zone"
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """With its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[E]):
    """A word of an enumeration."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002
        """As the code knows it."""
        return None if value is None else self.words(value)


class Document(TypeDecorator[T]):
    """A value as JSON text, encrypted where the database has keys."""

    impl = Text
    cache_ok = True

    def __init__(self, form: TypeAdapter[T]) -> None:
        super().__init__()
        self.form = form

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """As it is stored."""
        return None if value is None else keyring_of(dialect).seal(self.form.dump_json(value).decode())

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """As it was; BadSettings when no key fits."""
        return None if value is None else self.form.validate_json(keyring_of(dialect).open(value))
