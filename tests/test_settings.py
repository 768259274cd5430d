import re
from pathlib import Path

import pytest

from bot.domain.brief import EngineChoice, Length
from bot.domain.errors import BadSettings
from bot.settings import Settings, load_settings, variable

EXAMPLE = Path(__file__).parents[1] / ".env.example"


def test_with_nothing_set_the_embedded_engine_reads() -> None:
    assert load_settings().engine_for() is EngineChoice.OFFLINE


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "OPENAI_BASE_URL"])
def test_a_key_or_a_base_url_makes_auto_the_llm(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "http://localhost:11434/v1")
    assert load_settings().engine_for() is EngineChoice.LLM
    assert load_settings().engine_for(EngineChoice.OFFLINE) is EngineChoice.OFFLINE


def test_the_address_of_a_whole_request_is_a_base_url_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:11434/v1/chat/completions/")
    assert load_settings().openai_base_url == "http://localhost:11434/v1"


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_LENGTH", "")
    assert load_settings().length is Length.STANDARD


def test_a_file_named_env_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(Settings.model_config, "env_file", ".env")
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("BRIEFER_LENGTH=long\nBRIEFER_ENGINE=llm\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("BRIEFER_ENGINE", "offline")
    settings = load_settings()
    assert (settings.length, settings.engine) == (Length.LONG, EngineChoice.OFFLINE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BRIEFER_ENGINE", "psychic"),
        ("BRIEFER_LENGTH", "endless"),
        ("BRIEFER_LANGUAGE", "Klingon"),
        ("BRIEFER_LOG", "loud"),
        ("BRIEFER_MODELS", ",".join(map(str, range(21)))),
        ("OPENAI_BASE_URL", "localhost"),
        ("OPENAI_BASE_URL", "http://[::1"),
        ("OPENAI_BASE_URL", "http://localhost:99999/v1"),
        ("OPENAI_BASE_URL", "http://me:secret@localhost/v1"),
        ("OPENAI_BASE_URL", "https://x.example/deployments/d?api-version=2024-10-21"),
        ("BRIEFER_HEALTH", "9464"),
        ("BRIEFER_HEALTH", "localhost"),
        ("BRIEFER_HEALTH", "127.0.0.1:"),
        ("BRIEFER_HEALTH", "a b:1"),
        ("BRIEFER_DISCORD_API", "proxy.example/api/v10"),
        ("BRIEFER_DISCORD_GATEWAY", "https://proxy.example"),
    ],
)
def test_a_value_that_cannot_work_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=rf"^The setting {name} can't be used: .*\.$"):
        load_settings()


def test_an_unreadable_env_file_is_a_bad_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(Settings.model_config, "env_file", ".env")
    monkeypatch.chdir(tmp_path)
    Path(".env").write_bytes(b"BRIEFER_LENGTH=\xff\xfe")
    with pytest.raises(BadSettings, match="UTF-8"):
        load_settings()


def test_keys_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert "sk-secret" not in repr(load_settings())
    assert load_settings().secrets == ("sk-secret",)


def test_database_keys_and_passwords_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_DATABASE_URL", "postgresql://bot:pass-word@localhost/briefs")
    monkeypatch.setenv("BRIEFER_DATABASE_KEYS", "key-one, key-two")
    assert not re.search("pass-word|key-one|key-two", repr(load_settings()))
    assert load_settings().secrets == ("key-one", "key-two", "pass-word")


def test_the_database_is_a_file_in_the_data_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_DATA_DIR", "/srv/briefs")
    assert load_settings().database == "sqlite:////srv/briefs/briefer.db"


def test_misspelt_names_are_noticed() -> None:
    assert Settings.unknown_variables({"BRIEFER_LENGHT": "1", "BRIEFER_LENGTH": "long", "PATH": "/"}) == [
        "BRIEFER_LENGHT"
    ]


def test_the_example_lists_every_setting_with_its_default() -> None:
    listed = dict(
        line.split("=", 1) for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if "=" in line
    )
    listed = {name.removeprefix("# "): value for name, value in listed.items()}
    defaults = {variable(name): field.default for name, field in Settings.model_fields.items()}
    assert listed == {name: "" if value is None else str(value) for name, value in defaults.items()}


def test_a_home_directory_may_be_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_DATA_DIR", "~/briefs")
    assert load_settings().data_dir == Path.home() / "briefs"
