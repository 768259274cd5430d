"""What strangers can send through the pool: bounded in time and memory, text or a typed error."""

import pytest

from bot.adapters.extraction.pool import ExtractionPool
from bot.domain.errors import BrieferError
from bot.services.sources import Raw
from tests.adapters.extraction.pages import ARTICLE, SENTENCES, article

TEXT = f"<p>{' '.join(SENTENCES)}</p>".encode()


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 400_000 + TEXT,
        b"<p>a, b. " * 100_000,
        b"<div " + b" ".join(b"a%d=x" % i for i in range(60_000)) + b">" + TEXT,
        b"%PDF-1.7\n" + b"1 0 obj<<>>" * 50_000,
        b"{\\rtf1" + b"{" * 500_000,
        b"From: a\n\n" + b"--x\n" * 100_000,
    ],
    ids=["2 MB of nested tags", "open paragraphs", "attributes", "pdf", "rtf", "mail"],
)
async def test_two_megabytes_of_nonsense_end_within_the_limit(pool: ExtractionPool, body: bytes) -> None:
    try:
        await pool.extract(Raw(body))
    except BrieferError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either is right
    assert "Monday" in (await pool.extract(Raw(ARTICLE))).text


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (article(4).decode().replace("mayor", "maire élu").replace('charset="utf-8"', "").encode("cp1252"), None),
        (article(4).decode().replace("mayor", "maire élu").encode(), "iso-8859-1"),
        (article(4).decode().replace("mayor", "maire élu").replace("utf-8", "windows-1252").encode("cp1252"), "utf-8"),
        (article(4).decode().replace("mayor", "maire élu").encode("utf-16"), None),
        (article(4).decode().replace("mayor", "maire élu").encode(), "no-such-charset"),
    ],
    ids=["no charset", "wrong header", "wrong header, right page", "utf-16", "unknown charset"],
)  # fmt: skip
async def test_a_charset_that_is_missing_or_wrong_does_no_harm(
    pool: ExtractionPool, body: bytes, charset: str | None
) -> None:
    assert (
        "The maire élu said"
        in (await pool.extract(Raw(body, content_type="text/html", charset=charset))).text
    )
