"""Word lists, written as they read best in code: one text, its words parted by white space."""


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


def numbers_of(words: str, start: int) -> dict[str, int]:
    """The words of a text with their numbers, in order; bars part those that have one number."""
    return {one: number for number, ones in enumerate(words.split(), start) for one in ones.split("|")}
