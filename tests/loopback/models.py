"""A scripted model that answers every prompt as a careful one would, out of the material it is given."""

import itertools
import json
import re
from collections.abc import Callable

from tests.loopback.endpoint import Reply, Request, completion

LINE = re.compile(r"^(\d+):? (.+)$", re.MULTILINE)
STATEMENT = re.compile(r"^(.+) \[([\d, ]+)\]$", re.MULTILINE)
MARK = re.compile(r"<(material-\w+)>\n")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+\b")
TIME = re.compile(r"\b(?:tomorrow|next (?:week|month|year)|on (?:Mon|Tues|Thurs|Fri|Sun)day|in 1[89]\d\d)\b")
SAID = 4
MOST = 10
"""Actors of a part."""


def material(request: Request) -> str:
    """What stands inside the request's mark."""
    user = request.user
    opening = MARK.search(user)
    assert opening, user
    return user[opening.end() : user.rindex(f"\n</{opening[1]}>")]


def sentences(request: Request, most: int | None = None) -> list[tuple[int, str]]:
    """The numbered sentences of a request, or the first of them."""
    found = itertools.islice(LINE.finditer(material(request)), most)
    return [(int(match[1]), match[2]) for match in found]


def reading(request: Request) -> dict[str, object]:
    """The first sentences of the material, verbatim."""
    statements = [{"text": text, "sentences": [number]} for number, text in sentences(request, SAID)]
    return {"statements": statements, "actors": [], "events": []}


def composed(request: Request) -> dict[str, object]:
    """The first of the statements that were given, with their ids."""
    found = STATEMENT.findall(material(request))[:SAID]
    return {"statements": [{"text": text, "sentences": json.loads(f"[{ids}]")} for text, ids in found]}


def full_reading(request: Request) -> dict[str, object]:
    """A reading that gives the checks work: statements in other words, names as actors, times as events."""
    statements = [
        {"text": reworded(text), "sentences": [number]} for number, text in sentences(request, SAID)
    ]
    actors: dict[str, object] = {}
    events = []
    for number, text in sentences(request):
        for name in NAME.findall(text):
            actors.setdefault(
                name, {"name": name, "kind": "person", "role": None, "aliases": [], "sentences": [number]}
            )
        if time := TIME.search(text):
            what: dict[str, object] = {
                "what": text,
                "phrase": time.group(),
                "where": None,
                "who": [],
                "status": "expected",
            }
            events.append({**what, "sentences": [number]})
    return {"statements": statements, "actors": list(actors.values())[:MOST], "events": events[:SAID]}


def unmended(_request: Request) -> dict[str, object]:
    """No better wording."""
    return {"statements": []}


def reworded(text: str) -> str:
    """A sentence that is no longer verbatim and says the same."""
    return text.replace(" the ", " that ")


def faithful(request: Request) -> Reply:
    """A careful model."""
    return _answered(request, reading)


def thorough(request: Request) -> Reply:
    """A careful model that leaves nothing out."""
    return _answered(request, full_reading)


def _answered(request: Request, read: Callable[[Request], dict[str, object]]) -> Reply:
    answers = {"read": read, "compose": composed, "repair": unmended}
    return completion(json.dumps(answers[request.prompt](request), ensure_ascii=False))
