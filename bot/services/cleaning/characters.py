"""Characters made harmless: mojibake mended, controls and direction marks out, one kind of line end."""

import re
import unicodedata

BROKEN = re.compile(
    r"(?=[^\x00-\x7f])(?:[\x80-\x9f\ufffd]"
    r"|[\u00c0-\u024f√◊‚][\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u0152\u0153\u0160\u0161"
    r"\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u201d\u2020-\u2039\u20ac\u2122]"
    r"|(?<=[a-zà-ÿ])Ã|(?:[РСГ][^\s\w]|[РС][\u0400-\u045f\u0490]){4}|(?:[×ØÙ◊][^\w\s]){2}|(?:[◊][^\s]){2})"
)
"""What text read in a wrong encoding looks like: reason enough to load ftfy, which decides."""

LINE_ENDS = re.compile(r"[\r\v\f\x1c-\x1e\u2028\u2029](?:(?<=\r)\n)?")
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
SURROGATES = re.compile(r"[\ud800-\udfff]")
SPECIAL_TOKENS = re.compile(r"<\|[\w ]{1,40}\|>")


def tidy(text: str) -> str:
    """The same text with one kind of line end, without control, bidirectional, zero-width and model tokens.

    Joiners inside words (U+200C, U+200D) stay: Persian, Indic scripts and emoji need them.
    """
    text = mend(SURROGATES.sub("\ufffd", LINE_ENDS.sub("\n", text)))
    text = INVISIBLE.sub("", text.replace("\x85", "\n"))
    return SPECIAL_TOKENS.sub(" ", unicodedata.normalize("NFC", text))


def mend(text: str) -> str:
    """Mojibake turned back into what was written (“donâ€™t” into “don’t”); other text as it is."""
    lines = text.split("\n")
    suspects = [line for line in lines if not line.isascii() and BROKEN.search(line)]
    if not suspects:
        return text
    import ftfy  # noqa: PLC0415 - a tenth of a second that few texts need
    from ftfy.badness import is_bad  # noqa: PLC0415

    def bad(line: str) -> bool:
        return not line.isprintable() or (not line.isascii() and is_bad(line))

    if not any(map(bad, suspects)):
        return text
    config = ftfy.TextFixerConfig(
        unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False
    )
    return "\n".join(ftfy.fix_text_segment(line, config) if bad(line) else line for line in lines)


def collapse(line: str) -> str:
    """One line with single spaces, none at its ends."""
    if "  " not in line and line.isprintable():  # without other white space, as most lines are: half the time
        return line.strip(" ")
    return " ".join(line.split())
