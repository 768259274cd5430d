"""Logs: events with fields on standard error; never article text, never keys."""

import logging
import sys
from collections.abc import Iterable

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.domain.errors import BrieferError

HIDDEN = "[hidden]"


def configure(level: str, secrets: Iterable[str] = (), *, as_json: bool = False) -> None:
    """Log from this level on, secrets blanked out, for people or as a JSON object a line.

    What libraries log or warn is shown at `debug` only.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper("iso"),
            structlog.processors.format_exc_info,
            _hiding([secret for secret in secrets if secret]),
            structlog.processors.JSONRenderer() if as_json else _for_people(number),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    logging.captureWarnings(capture=True)
    libraries = logging.StreamHandler(sys.stderr) if number <= logging.DEBUG else logging.NullHandler()
    logging.basicConfig(level=max(number, logging.INFO), handlers=[libraries], force=True)


def _for_people(level: int) -> Processor:
    """A line for each event; with room for tracebacks where they are shown."""
    if level > logging.DEBUG:
        return structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def log_cause(error: BaseException) -> None:
    """The cause of a failure, with its traceback: `BRIEFER_LOG=debug` shows it.

    Nothing before `configure`: structlog's own default prints local variables, article text among them.
    """
    if structlog.is_configured():
        structlog.get_logger().debug("failed", error=type(error).__name__, exc_info=error)


def log_incident(incident: str, error: BaseException) -> None:
    """A failure under the short id that a person was shown; its traceback at `debug`."""
    if structlog.is_configured():
        kind = error.code if isinstance(error, BrieferError) else type(error).__name__
        structlog.get_logger().warning("failed", incident=incident, kind=kind)
        log_cause(error.__cause__ or error)


def _hiding(secrets: list[str]) -> Processor:
    def hide(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {key: _blanked(value, secrets) for key, value in event.items()}

    return hide


def _blanked(value: object, secrets: list[str]) -> object:
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, HIDDEN)
    return value
