"""The command line as a process: starting, stopping, pipes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import doctor
from tests.shell import Briefer

COMMAND = [sys.executable, "-m", "bot"]
LINE = (
    json.dumps(
        {"id": 1, "text": "Ann Lee, the mayor of Lisbon, will open the bridge on 3 May 2031."}
    ).encode()
    + b"\n"
)


@pytest.mark.parametrize("command", ["brief", "batch", "check", "db", "doctor", "fetch"])
def test_every_command_explains_itself(briefer: Briefer, command: str) -> None:
    result = briefer(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: briefer {command}" in result.stdout or f"{command} [OPTIONS]" in result.stdout
    assert command in briefer("--help").stdout


def test_the_version_is_printed(briefer: Briefer) -> None:
    assert briefer("--version").stdout.startswith("briefer 0.")


def test_a_sound_installation_is_found_sound(briefer: Briefer) -> None:
    result = briefer("doctor")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {line.split()[0] for line in result.stdout.splitlines()} == {"ok"}


def test_a_damaged_model_and_bad_settings_are_found_together(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "MODEL_SHA256", "0" * 64)
    monkeypatch.setenv("BRIEFER_LENGTH", "endless")
    result = briefer("doctor")
    problems = [line for line in result.stdout.splitlines() if line.startswith("PROBLEM")]
    assert result.exit_code == 78
    setting, model = problems
    assert "BRIEFER_LENGTH" in setting
    assert "install Briefer again" in model


def test_a_misspelt_setting_is_found(briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_LENGHT", "short")
    result = briefer("doctor")
    assert result.exit_code == 78
    assert "BRIEFER_LENGHT" in result.stdout


@pytest.fixture
def checked(tmp_path: Path) -> list[str]:
    """What `check` takes; no command has its result sooner."""
    files = {"a.json": '{"sentences": ["It rained."]}', "r.json": "{}"}
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    return [str(tmp_path / name) for name in files]


def test_a_reader_that_goes_away_ends_the_command_quietly(checked: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*COMMAND, "check", *checked], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.returncode != 0
    assert done.stderr == b""


def test_control_c_ends_a_batch_at_once_and_keeps_what_was_answered() -> None:
    with subprocess.Popen(
        [*COMMAND, "batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(LINE)
        process.stdin.flush()
        answered = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130
        assert process.stderr.read() == b"\nStopped.\n"
    assert json.loads(answered)["id"] == 1


def test_a_full_disk_is_told_as_such(checked: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", *checked], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 70
    assert done.stderr == "The result can't be written: the disk is full.\n"
