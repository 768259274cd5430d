"""The readers of links and files, wired as the bot opens them."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.bootstrap import open_sources
from bot.domain.errors import UnusableSource
from bot.services.sources import MAX_BYTES, Sources
from bot.settings import Settings
from tests.adapters.documents.made import STORY, mail, pdf, word
from tests.adapters.extraction.pages import ARTICLE

pytestmark = pytest.mark.asyncio(loop_scope="module")

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sources() -> AsyncIterator[Sources]:
    async with open_sources(Settings()) as sources:
        yield sources


@pytest.mark.parametrize(
    ("data", "name", "content_type"),
    [
        ("\n\n".join(STORY).encode(), "message.txt", "text/plain; charset=utf-8"),
        ("\n\n".join(STORY).encode("utf-16"), "story.md", None),
        (ARTICLE, "story.html", "text/html"),
        (pdf([STORY]), "SPOILER_story.PDF", "application/pdf"),
        (word(STORY), "story.docx", DOCX),
        (mail("\n\n".join(STORY)), "story.eml", "message/rfc822"),
        (pdf([STORY]), "story.txt", "text/plain"),
    ],
)
async def test_an_attachment_of_any_kind_is_read(
    sources: Sources, data: bytes, name: str, content_type: str | None
) -> None:
    assert "The council met on Monday" in (await sources.files.read(data, name, content_type)).text


@pytest.mark.parametrize(
    ("data", "name", "content_type", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "photo.png", "image/png", "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "photo.txt", "text/plain", "unreadable"),
        (b"", "message.txt", "text/plain; charset=utf-8", "empty"),
        (b"a" * (MAX_BYTES + 1), "message.txt", None, "too_large"),
    ],
)
async def test_an_attachment_that_cannot_be_read_is_refused_in_one_sentence(
    sources: Sources, data: bytes, name: str, content_type: str | None, code: str
) -> None:
    with pytest.raises(UnusableSource) as caught:
        await sources.files.read(data, name, content_type)
    assert caught.value.code == code
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
