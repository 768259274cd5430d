"""Logs: events with fields on standard error; never article text, never keys."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Log from this level on; what libraries log or warn is shown at `debug` only."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.captureWarnings(capture=True)
    libraries = logging.StreamHandler(sys.stderr) if number <= logging.DEBUG else logging.NullHandler()
    logging.basicConfig(level=number, handlers=[libraries], force=True)


def log_cause(error: BaseException) -> None:
    """The cause of a failure, with its traceback: `BRIEFER_LOG=debug` shows it."""
    structlog.get_logger().debug("failed", error=type(error).__name__, exc_info=error)
