"""Plural roles shared out among the names of a list."""

import re
from collections.abc import Iterator

from bot.engines.offline.actors.phrases import FINITE, phrase_before, singular
from bot.engines.offline.actors.role import Role
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import people

_SHARED = re.compile(r",|\band\b")


def shared_roles(names: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    """Plural roles shared out: “the presidents of A and B, X and Y”, “judges A, B and C”."""
    for i in range(len(names)):
        group = _chain(names[i:])
        if len(group) > 1:
            yield from _shared_out(group)
            yield from _passed_on(group)


def _chain(names: list[Mention]) -> list[Mention]:
    """The names that follow each other with only commas and “and” between."""
    group = names[:1]
    for after in names[1:]:
        line = after.line
        between = range(group[-1].after, after.title)
        if not between or any(line.word(k) not in (",", "and", "&") for k in between):
            break
        group.append(after)
    return group


def _shared_out(group: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    line, comma = group[0].line, group[0].title - 1
    if line.word(comma) != ",":
        return
    for of in range(comma - 2, max(0, comma - 24), -1):
        if line.tag(of) in FINITE:
            return
        head = line.words[of - 1]
        if line.word(of) == "of" and people.is_person_noun(head) and singular(head) != head:
            items = [item.strip() for item in _SHARED.split(line.printed(of + 1, comma)) if item.strip()]
            if len(items) == len(group):
                for mention, item in zip(group, items, strict=True):
                    yield mention, Role(f"{singular(head)} of {item}", line.id, 4.0)
            return


def _passed_on(group: list[Mention]) -> Iterator[tuple[Mention, Role]]:
    first = group[0]
    line = first.line
    end = first.start if line.word(first.title - 1) != "," else first.title - 1
    start = phrase_before(line, end)
    head = line.words[end - 1] if start < end else ""
    if not head or not people.is_person_noun(head) or singular(head) == head:
        return
    while line.tag(start) in ("DT", "CD", "PRP$"):
        start += 1
    text = " ".join(filter(None, (line.printed(start, end - 1), singular(head))))
    for mention in group:
        yield mention, Role(text, line.id, 2.5)
