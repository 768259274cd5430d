import pytest
import structlog

from bot.adapters import logs


def refuse() -> None:
    raise ValueError("the key sk-secret was refused")


def fail(level: str, capsys: pytest.CaptureFixture[str]) -> str:
    logs.configure(level, ["sk-secret"])
    try:
        refuse()
    except ValueError as error:
        logs.log_cause(error)
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_a_cause_is_shown_at_debug_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert fail("warning", capsys) == ""
    assert "Traceback" in fail("debug", capsys)


def test_keys_are_blanked_out_even_in_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    logged = fail("debug", capsys)
    assert "sk-secret" not in logged
    assert "the key [hidden] was refused" in logged


def test_without_settings_nothing_is_logged_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    structlog.reset_defaults()
    article_text = "what nobody may print"
    logs.log_cause(ValueError(article_text))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_local_variables_are_never_logged(capsys: pytest.CaptureFixture[str]) -> None:
    level = "debug"
    logs.configure(level)
    try:
        article_text = f"what nobody {level} print"
        refuse()
    except ValueError as error:
        logs.log_cause(error)
    assert article_text not in capsys.readouterr().err


def test_an_event_is_one_line_of_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    structlog.get_logger().info("retried", host="api.example", attempt=2)
    assert capsys.readouterr().err.rstrip().endswith("level=info event=retried host=api.example attempt=2")
