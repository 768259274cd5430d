"""Titles and summaries of feeds as plain text."""

from html.parser import HTMLParser

from bot.services.wordlists import listed

LONGEST = 1_000
"""Characters of a summary: more than the lead of an article, which is what feeds give."""
UNSEEN = listed("script style template noscript iframe object")
INLINE = listed("a abbr b bdi cite code em i mark q s small span strong sub sup u wbr")


def plain(value: str) -> str:
    """A text in one line, without control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())


def text_of(html: str) -> str:
    """What a reader sees of a piece of HTML, in one line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return plain("".join(reader.seen))


def beginning(text: str) -> str:
    """The first whole words, up to LONGEST characters."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in UNSEEN
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in UNSEEN))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.seen.append(" ")
