"""A scripted model that answers every prompt as a careful one would, out of the material it is given."""

import itertools
import json
import re

from tests.loopback.endpoint import Reply, Request, completion

LINE = re.compile(r"^(\d+):? (.+)$", re.MULTILINE)
STATEMENT = re.compile(r"^(.+) \[([\d, ]+)\]$", re.MULTILINE)
MARK = re.compile(r"<(material-\w+)>\n")
SAID = 4


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


def faithful(request: Request) -> Reply:
    """A careful model."""
    answers = {"read": reading, "compose": composed}
    text = json.dumps(answers[request.prompt](request), ensure_ascii=False)
    return completion(text)
