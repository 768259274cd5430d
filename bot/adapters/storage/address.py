"""Where a database is: the operator's URL as the drivers want it, and why it can't be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.domain.errors import BadSettings

SETTING = "The setting BRIEFER_DATABASE_URL can't be used: "
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
MEMORY = ":memory:"


def read_address(url: str) -> URL:
    """The URL with its driver, a home directory written out; BadSettings when it is none of ours."""
    try:
        given = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise BadSettings(f"{SETTING}it is no URL, such as sqlite:///briefer.db.") from error
    kind = given.drivername.partition("+")[0]
    if kind not in DRIVERS:
        raise BadSettings(f"{SETTING}it must begin with sqlite:/// or postgresql://.")
    address = given.set(drivername=DRIVERS[kind])
    return _file(address) if kind == "sqlite" else address


def _file(address: URL) -> URL:
    if address.host or not address.database or address.database == MEMORY:
        raise BadSettings(f"{SETTING}it must name a file, such as sqlite:///briefer.db.")
    return address.set(database=str(Path(address.database).expanduser()))


def shown(address: URL) -> str:
    """The address for people, without its password."""
    return address.set(drivername=address.get_backend_name(), query={}).render_as_string(hide_password=True)


def file_of(address: URL) -> Path | None:
    """The file of an SQLite database."""
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


@contextmanager
def told(address: URL) -> Iterator[None]:
    """What keeps a database from being opened, as BadSettings in one sentence."""
    try:
        yield
    except DBAPIError as error:
        lines = str(error.orig).strip().splitlines() or ["no reason given"]
        raise _unopened(address, lines[0].rstrip(".")) from error
    except OSError as error:
        raise _unopened(address, f"{error.strerror}, {error.filename}") from error


def _unopened(address: URL, reason: str) -> BadSettings:
    return BadSettings(f"The database {shown(address)} can't be opened: {reason}.")
