"""From bytes to text, whatever they were written in."""

import codecs
import re
from typing import TYPE_CHECKING

from bot.domain.errors import UnusableSource

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte-order marks and what they announce; the longer ones first, as UTF-32's begins with UTF-16's."""

LEGACY = (
    "cp1252", "cp1251", "cp1250", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256",
    "gb18030", "cp932", "euc_jp", "big5", "cp949", "utf_16_le", "utf_16_be",
)  # fmt: skip
"""Encodings still met on the web (WHATWG Encoding Standard); of equally likely ones the first wins."""

TORN = re.compile(r"[^\W\d_][¡-©«-´¶-¹»-¿×÷](?=[^\W\d_])")
"""A sign inside a word: the wrong one of two alphabets that share most of their letters."""

CONTROLS = [code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b"]
MOST_CONTROLS = 0.01
"""Share of control characters above which something is no text."""


def decode(data: bytes) -> str:
    """Text by byte-order mark, as UTF-8 or as what it looks like; UnusableSource `empty`, `unreadable`."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnusableSource("There is no text in it.", "empty")
    text = _decoded(data)
    if text is None or sum(text.count(chr(code)) for code in CONTROLS) > MOST_CONTROLS * len(text):
        raise UnusableSource("It is not text; give a text file or a saved page.", "unreadable")
    return text


def _decoded(data: bytes) -> str | None:
    announced = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(announced)
    except UnicodeDecodeError:
        return _guessed(data)
    return _guessed(data) if text.count("\0") > len(text) // 4 else text


def _guessed(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 - 0.05 s that few texts need

    matches = charset_normalizer.from_bytes(data, cp_isolation=list(LEGACY))
    best = min(matches, key=_unlikeliness, default=None)
    return None if best is None else str(best)


def _unlikeliness(match: "CharsetMatch") -> tuple[float, ...]:
    torn = len(TORN.findall(str(match)))
    return match.chaos, torn, -match.coherence, LEGACY.index(match.encoding)
