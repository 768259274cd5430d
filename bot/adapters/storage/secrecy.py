"""Encryption at rest: what people wrote, unreadable without the operator's keys."""

from collections.abc import Sequence
from typing import Self
from weakref import WeakKeyDictionary

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect

from bot.domain.errors import BadSettings

SEALED = "gAAAAA"
"""How every Fernet token begins (its version and the upper bytes of its time); JSON never does."""

NO_KEY = "BRIEFER_DATABASE_KEYS holds something that is no key; `briefer db key` makes one."
KEYS_WANTED = "The database is encrypted: set BRIEFER_DATABASE_KEYS to the key that it was encrypted with."
WRONG_KEY = "None of the keys in BRIEFER_DATABASE_KEYS opens the database; add the one it was encrypted with."


def new_key() -> str:
    """A key that nobody has had before."""
    return Fernet.generate_key().decode()


class Keyring:
    """Keys in the order of the setting: the first encrypts, any decrypts; with none, text stays as it is."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        try:
            ring = [Fernet(key) for key in keys]
        except ValueError as error:
            raise BadSettings(NO_KEY) from error
        self._ring = MultiFernet(ring) if ring else None

    @classmethod
    def read(cls, setting: str) -> Self:
        """The keys of a setting, with commas between; BadSettings when one is none."""
        return cls([key.strip() for key in setting.split(",") if key.strip()])

    def __bool__(self) -> bool:
        """Whether there are keys."""
        return self._ring is not None

    def seal(self, text: str) -> str:
        """The text as it is stored."""
        return self._ring.encrypt(text.encode()).decode() if self._ring else text

    def open(self, stored: str) -> str:
        """The text that was stored, also before there were keys; BadSettings when no key fits."""
        if not stored.startswith(SEALED):
            return stored
        if self._ring is None:
            raise BadSettings(KEYS_WANTED)
        try:
            return self._ring.decrypt(stored).decode()
        except InvalidToken as error:
            raise BadSettings(WRONG_KEY) from error


_KEYRINGS: WeakKeyDictionary[Dialect, Keyring] = WeakKeyDictionary()


def give_keys(dialect: Dialect, keyring: Keyring) -> None:
    """Let the columns of an engine with this dialect use these keys."""
    _KEYRINGS[dialect] = keyring


def keyring_of(dialect: Dialect) -> Keyring:
    """The keys of an engine's columns."""
    return _KEYRINGS[dialect]
