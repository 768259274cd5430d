"""Counts tokens as a language model does, with ranks that ship with us: nothing is downloaded."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.errors import Internal

if TYPE_CHECKING:
    from tiktoken import Encoding

RANKS = Path(__file__).parent / "ranks" / "fb374d419588a4632f3f557e76b4b70aebbca790"
"""Byte-pair ranks of `o200k_base`, named as tiktoken's cache names them (SHA-1 of their address)."""

RANKS_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""What tiktoken itself expects of the file (tiktoken_ext/openai_public.py)."""


def count(text: str) -> int:
    """How many o200k tokens a text has; special tokens printed in it count as ordinary text."""
    return len(_encoding().encode_ordinary(text))


def ranks_intact() -> bool:
    """Whether the shipped ranks are there and unchanged."""
    return RANKS.is_file() and hashlib.sha256(RANKS.read_bytes()).hexdigest() == RANKS_SHA256


@cache
def _encoding() -> "Encoding":
    """The encoding; where tiktoken would replace damaged ranks by a download, Internal."""
    if not ranks_intact():
        raise Internal("The tokenizer ranks of this installation are damaged; install Briefer again.")
    os.environ["TIKTOKEN_CACHE_DIR"] = str(RANKS.parent)
    import tiktoken  # noqa: PLC0415 - 0.05 s that only counting needs

    return tiktoken.get_encoding("o200k_base")
