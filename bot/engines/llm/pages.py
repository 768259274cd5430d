"""How sentences are laid out in a prompt: numbered lines inside a mark that no article can foresee."""

import re
import secrets
from collections.abc import Iterable

from bot.domain.article import Article
from bot.services.instructions import is_instruction

HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]|(?<=[\x00-\u024f])[\u200c\u200d]"
)
"""Characters that a person does not see but a model reads; joiners stay where Persian or Hindi need them."""

UNKNOWN = "unknown"


def new_mark() -> str:
    """A name for the material of one request."""
    return f"material-{secrets.token_hex(3)}"


def visible(text: str) -> str:
    """The text on one line, as a person sees it."""
    bare = text if text.isprintable() else HIDDEN.sub("", text)
    return " ".join(bare.split())


def numbered(lines: Iterable[tuple[int, str]]) -> str:
    """One sentence a line, after its id; a colon only where the sentence itself begins with a digit."""
    return "\n".join(f"{number}{':' * text[:1].isdigit()} {text}" for number, text in _visible(lines))


def cited(lines: Iterable[tuple[str, tuple[int, ...]]]) -> str:
    """One statement a line, before its ids in brackets."""
    return "\n".join(f"{visible(text)} {list(ids)}" for text, ids in lines)


def title_of(article: Article) -> str:
    """The title for a prompt, unless it gives orders."""
    return UNKNOWN if not article.title or is_instruction(article.title) else visible(article.title)


def published_of(article: Article) -> str:
    """The date of the article for a prompt."""
    return article.published.value or UNKNOWN


def _visible(lines: Iterable[tuple[int, str]]) -> Iterable[tuple[int, str]]:
    return ((number, visible(text)) for number, text in lines)
