"""A Markdown file as plain text, with the title and the date that it gives itself."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.domain.article import Extract, PublishedFrom

FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
FIELD = re.compile(r"^(title|date|published|author):\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Extract:
    """The blocks without their marks, a blank line apart; images and raw HTML are left out."""
    front = FRONT.match(text)
    fields = {name.lower(): value.strip("\"'") for name, value in FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt().parse(text[front.end() :] if front else text)
    published = fields.get("published") or fields.get("date")
    return Extract(
        "\n\n".join(filter(None, map(_plain, tokens))),
        title=fields.get("title") or _heading(tokens),
        author=fields.get("author"),
        published=published,
        published_from=PublishedFrom.PAGE if published else PublishedFrom.UNKNOWN,
    )


def _heading(tokens: list[Token]) -> str | None:
    return next(
        (
            _plain(inline)
            for start, inline in pairwise(tokens)
            if start.type == "heading_open" and start.tag == "h1"
        ),
        None,
    )


def _plain(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    return "".join(_words(token.children or [])).strip() if token.type == "inline" else ""


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n"
