"""Word lists as they are written: words between white space."""


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return text.split()
