import pytest

from bot.cogs.sources import is_readable


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.text",
        "a.log",
        "a.md",
        "a.HTM",
        "a.xhtml",
        "a.pdf",
        "a.docx",
        "a.eml",
        "a.rtf",
        "b.c.Markdown",
    ],
)
def test_whatever_file_the_command_line_reads_is_read_in_discord_too(name: str) -> None:
    assert is_readable(name, asked=True)


@pytest.mark.parametrize("name", ["a.png", "a.mp4", "a.zip", "README", ".txt", ""])
def test_other_files_and_those_without_a_kind_are_left_alone(name: str) -> None:
    assert not is_readable(name, asked=True)


def test_what_programs_write_is_read_only_where_somebody_asks() -> None:
    assert [is_readable(name, asked=False) for name in ("crash.LOG", "message.txt")] == [False, True]
