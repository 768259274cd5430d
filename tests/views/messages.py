"""The fixed texts that the code names."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.views.elsewhere import SENTENCES

BOT = Path(__file__).parents[2] / "bot"

NAMING = {"say": 1, "fixed": 1, "known": 1, "count": 2}
"""What takes fixed texts, and how many of them."""

REFUSING = {"UnusableSource": 1, "PeerFailed": 1, "NotAllowed": 1}
"""What tells people why there is no brief."""

UNHEARD = {"batch.py", "claims.py", "loading.py"}
"""What refuses on the command line alone."""


@cache
def messages() -> Sequence[tuple[str, str]]:
    """Every fixed text with its plural, or with itself where it has none."""
    places = ("views", "cogs", "delivery.py", "client.py", "translator.py")
    return [*((sentence, sentence) for sentence in SENTENCES), *_in_calls(places, NAMING)]


@cache
def refusals() -> Sequence[str]:
    """Every sentence with nothing in it with which services, engines and adapters refuse what people ask."""
    return [sentence for sentence, _ in _in_calls(("services", "engines", "adapters"), REFUSING)]


def _in_calls(places: Iterable[str], naming: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for place in places:
        files = (BOT / place).rglob("*.py") if (BOT / place).is_dir() else [BOT / place]
        for path in sorted(path for path in files if path.name not in UNHEARD):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call):
                    yield from _named(call, naming)


def _named(call: ast.Call, naming: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = [
        argument.value for argument in call.args[: naming.get(name, 0)] if isinstance(argument, ast.Constant)
    ]
    found = [text for text in given if isinstance(text, str)]
    if found:
        yield found[0], found[-1]
