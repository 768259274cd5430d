"""Which way of asking for JSON an endpoint takes, found on the work itself and remembered.

OpenAI, vLLM, llama.cpp and others enforce a JSON schema; some only know “a JSON object”, some nothing at all.
"""

import contextlib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

KEPT_DAYS = 7
"""Days after which the top of the ladder is tried again: endpoints learn."""


class Rung(StrEnum):
    """Ways of asking, the surest first."""

    STRICT = "strict json_schema"
    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PLAIN = "plain"

    @property
    def enforces(self) -> bool:
        """Whether the request itself carries the shape, so that the prompt need not."""
        return self in (Rung.STRICT, Rung.SCHEMA)

    @property
    def below(self) -> "Rung":
        """The next way to try; plain is the last."""
        rungs = list(Rung)
        return rungs[min(rungs.index(self) + 1, len(rungs) - 1)]

    @property
    def unheeded(self) -> "Rung":
        """The next way to try where this one was accepted and ignored: one that says the shape in words."""
        return Rung.OBJECT if self.enforces else Rung.PLAIN


class Found(BaseModel):
    """What was found out about an endpoint and a model, and when."""

    rung: Rung
    on: date


FOUND = TypeAdapter(dict[str, Found])


class Ladder:
    """Remembers a rung for each endpoint and model, in a file if there is one to remember in."""

    def __init__(self, file: Path | None = None, today: Callable[[], date] = date.today) -> None:
        self._file = file
        self._today = today
        self._found = self._load()

    def rung(self, endpoint: str) -> Rung:
        """How to ask this endpoint and model; the top where nothing is known."""
        found = self._found.get(endpoint)
        fresh = found and (self._today() - found.on).days < KEPT_DAYS
        return found.rung if found and fresh else Rung.STRICT

    def known(self, endpoint: str) -> Rung | None:
        """What was found, for the doctor; None when no answer came yet."""
        found = self._found.get(endpoint)
        return found.rung if found else None

    def settle(self, endpoint: str, rung: Rung) -> None:
        """Remember that this rung gave an answer, or that the one above did not."""
        if self.known(endpoint) is not rung or self.rung(endpoint) is not rung:
            self._found[endpoint] = Found(rung=rung, on=self._today())
            self._save()

    def _load(self) -> dict[str, Found]:
        try:
            return FOUND.validate_json(self._file.read_bytes()) if self._file else {}
        except (OSError, ValidationError):
            return {}

    def _save(self) -> None:
        """A place that can't be written to only means that the ladder is found again next time."""
        if self._file is None:
            return
        new = self._file.with_suffix(".new")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(FOUND.dump_json(self._found, indent=1))
            new.replace(self._file)
