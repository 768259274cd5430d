"""How word tables are written down."""


def table(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())
