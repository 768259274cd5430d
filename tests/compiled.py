"""Compiled statements for all engines of a process, where the engine of each test would compile all of its own."""

from typing import Any

from bot.adapters.storage.secrecy import keyring_of


class Compiled(dict[tuple[Any, ...], Any]):
    """SQLAlchemy's cache, where engines without keys to text stand under the name of their kind of database."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:  # noqa: ANN401 - SQLAlchemy's own types
        return super().get(_shared(key), default)

    def __setitem__(self, key: tuple[Any, ...], value: Any) -> None:  # noqa: ANN401
        super().__setitem__(_shared(key), value)


def _shared(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return key if keyring_of(dialect) else (dialect.name, *statement)
