"""Where a command meets the shell: streams, exit codes, and any failure turned into a sentence."""

import atexit
import errno
import functools
import multiprocessing
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import NoReturn, ParamSpec, TypeVar

import typer

from bot.domain.errors import BrieferError, Internal
from bot.domain.printable import printable

INTERRUPTED = 128 + signal.SIGINT
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
SHOW_CURSOR = "\x1b[?25h"

P = ParamSpec("P")
R = TypeVar("R")


def say(message: str) -> None:
    """One line for the person, on standard error."""
    typer.echo(printable(message), err=True)


def put(data: bytes) -> None:
    """A result on standard output, at once."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def told(error: Exception) -> BrieferError:
    """What a person can be told of a failure; the cause of one that nobody foresaw goes to the log."""
    from bot.adapters import logs  # noqa: PLC0415 - only failures need it

    if not isinstance(error, BrieferError):
        logs.log_cause(error)
        full = isinstance(error, OSError) and error.errno in FULL
        return Internal("The result can't be written: the disk is full.") if full else Internal()
    if error.__cause__ is not None:
        logs.log_cause(error.__cause__)
    return error


async def attempt(work: Awaitable[R]) -> R | BrieferError:
    """The result, or why there is none: one article's failure is never another's."""
    try:
        return await work
    except Exception as error:  # noqa: BLE001 - the outermost edge of a job
        return told(error)


def at_the_edge(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose failures end in one plain sentence and the exit code of the contract."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise
            reason = told(error)
            say(str(reason))
            raise typer.Exit(reason.exit_code) from error

    return run


def stop_at_once(_signal: int, _frame: object) -> NoReturn:
    """Ctrl-C ends the process now: what was answered is written, and a thread in work would not listen."""
    sys.stderr.write((SHOW_CURSOR if sys.stderr.isatty() else "") + "\nStopped.\n")
    sys.stderr.flush()
    for child in multiprocessing.active_children():
        child.kill()
    atexit._run_exitfuncs()  # noqa: SLF001 - what os._exit would leave undone, such as the children's semaphores
    os._exit(INTERRUPTED)
