"""Rich Text Format: the words without the formatting."""

from striprtf.striprtf import rtf_to_text

from bot.adapters.documents import refusals
from bot.domain.article import Extract

KIND = "RTF file"


def read_rtf(data: bytes, url: str | None = None) -> Extract:
    """The paragraphs of a document; UnusableSource `empty` when there are none."""
    text = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # emojis are written in halves
    lines = (line.strip() for line in text.replace("\x00", "").split("\n"))
    if not (joined := "\n\n".join(filter(None, lines))):
        raise refusals.without_text(KIND)
    return Extract(joined, url=url)
