"""Word lists as they read best in code: one text, words apart by white space."""


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())
