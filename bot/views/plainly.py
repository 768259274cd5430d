"""Why something could not be read, without the advice that is for people who pasted a link."""

import re

from bot.views.texts import Texts

ADVICE = re.compile(r"(?<=\S)\s?[:;؛]\s.*", re.DOTALL)


def plainly(reason: str, texts: Texts) -> str:
    """What went wrong, in the reader's language, as one plain sentence."""
    return ADVICE.sub(".", texts.known(reason))
