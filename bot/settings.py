"""Everything an operator can set; the only reader of the environment."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.brief import EngineChoice, Length
from bot.domain.errors import BadSettings

PREFIX = "BRIEFER_"

MOST_MODELS, LONGEST_MODEL = 20, 60
"""Models that the managers of a server can be offered, and characters of a name: a menu holds no more."""

_PASSWORD = re.compile(r"://[^/@]*:([^/@]+)@")


class LogLevel(StrEnum):
    """How much is logged to standard error; `debug` also shows the cause of a failure."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    """How logs are written: lines for people, or a JSON object a line."""

    CONSOLE = "console"
    JSON = "json"


class Settings(BaseSettings):
    """From the environment, then from `.env` in the working directory; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    discord_token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(default=None, validation_alias="OPENAI_BASE_URL")
    openai_model: str = Field(default="gpt-4.1-mini", validation_alias="OPENAI_MODEL")
    llm_context: int | None = Field(default=None, ge=2_000)
    llm_call_seconds: float = Field(default=60.0, gt=0)
    llm_total_seconds: float = Field(default=110.0, gt=0)
    llm_concurrency: int = Field(default=16, ge=1)
    llm_price: str | None = Field(default=None, pattern=r"^\d+(\.\d+)?/\d+(\.\d+)?$")
    second_reader: str | None = None
    servers_choose: bool = True
    models: str = ""
    daily_tokens_user: int | None = Field(default=None, ge=1)
    daily_tokens_guild: int | None = Field(default=None, ge=1)
    daily_tokens_instance: int | None = Field(default=None, ge=1)
    daily_usd: float | None = Field(default=None, gt=0)
    requests_per_minute: int = Field(default=10, ge=1)
    data_dir: Annotated[Path, AfterValidator(Path.expanduser)] = Field(
        default=Path("~/.local/share/briefer"), validate_default=True
    )
    database_url: SecretStr | None = None
    database_keys: SecretStr | None = None
    keep_days: int = Field(default=30, ge=1)
    slot: str | None = Field(default=None, pattern=r"^[\w.-]{1,64}$")
    lease_seconds: float = Field(default=30.0, ge=0.5)
    allow_hosts: str = ""
    proxy: str | None = Field(default=None, pattern="^http://")
    respect_robots: bool = True
    user_agent: str | None = Field(default=None, pattern="^[ -~]+$")
    discord_api: str | None = Field(default=None, pattern="^https?://")
    discord_gateway: str | None = Field(default=None, pattern="^wss?://")
    engine: EngineChoice = EngineChoice.AUTO
    length: Length = Length.STANDARD
    language: str | None = Field(default=None, pattern="^[a-z]{2,3}$")
    message_content: bool | None = None
    processes: int = Field(default=2, ge=0, le=64)
    log: LogLevel = LogLevel.WARNING
    log_format: LogFormat = LogFormat.CONSOLE
    health: str | None = Field(default=None, pattern=r"^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$")
    eval_data: Path | None = None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed or logged."""
        keys = self.keys.split(",")
        password = _PASSWORD.search(self.database)
        found = (
            _value(self.discord_token),
            _value(self.openai_api_key),
            *(key.strip() for key in keys),
            password and password.group(1),
        )
        return tuple(secret for secret in found if secret)

    @property
    def database(self) -> str:
        """The URL of the database: what is set, else of a file in the data directory."""
        return _value(self.database_url) or f"sqlite:///{self.data_dir / 'briefer.db'}"

    @property
    def keys(self) -> str:
        """What texts in the database are encrypted with, commas between; empty when they are not."""
        return _value(self.database_keys) or ""

    @classmethod
    def unknown_variables(cls, environment: Mapping[str, str]) -> list[str]:
        """Variables that look like settings and are none: typing errors, mostly."""
        known = {variable(field) for field in cls.model_fields}
        return sorted(
            name for name in environment if name.upper().startswith(PREFIX) and name.upper() not in known
        )

    @property
    def server_models(self) -> tuple[str, ...]:
        """The language models that servers may choose, beside the one that is set."""
        names = (name.strip() for name in self.models.split(","))
        return tuple(dict.fromkeys(name for name in names if name and name != self.openai_model))

    @property
    def has_endpoint(self) -> bool:
        """Whether a language model can be asked at all."""
        return bool(self.openai_api_key or self.openai_base_url)

    @property
    def uses_endpoint(self) -> bool:
        """Whether articles may go to a language model: one is set, and the operator reads with it."""
        return self.has_endpoint and self.engine_for() is EngineChoice.LLM

    def engine_for(self, asked: EngineChoice | None = None) -> EngineChoice:
        """`llm` or `offline`: what was asked for, else what is set, else what the key and base URL allow."""
        choice = asked or self.engine
        if choice is not EngineChoice.AUTO:
            return choice
        return EngineChoice.LLM if self.has_endpoint else EngineChoice.OFFLINE

    @field_validator("openai_base_url")
    @classmethod
    def _leads_somewhere(cls, url: str | None) -> str | None:
        """Without what the client adds itself: people also set the address of a whole request."""
        if url is None:
            return None
        try:
            parts = urlsplit(url.strip())
            leads = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            leads = False
        if not leads or parts.query or parts.username is not None or not url.isascii():
            raise ValueError("it must be an address such as http://localhost:11434/v1")
        return url.strip().rstrip("/").removesuffix("/chat/completions")

    @field_validator("models")
    @classmethod
    def _few_models(cls, models: str) -> str:
        names = models.split(",")
        if len(names) > MOST_MODELS or any(len(name.strip()) > LONGEST_MODEL for name in names):
            raise ValueError(f"at most {MOST_MODELS} names of at most {LONGEST_MODEL} characters fit a menu")
        return models


def _value(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None


def variable(field: str) -> str:
    """The name of the environment variable behind a field of the settings."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"{PREFIX}{field.upper()}"


def load_settings() -> Settings:
    """The settings; BadSettings, naming the variable, when one can't work."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(_reason(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings("The file .env can't be read; it must be a text file in UTF-8.") from error


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = str(first["loc"][0])
    name = variable(place) if place in Settings.model_fields else place.upper()
    why = first["msg"].removeprefix("Value error, ")
    if first["type"] == "string_pattern_mismatch":
        why = ".env.example says what it looks like"
    return f"The setting {name} can't be used: {why[0].lower()}{why[1:]}."
