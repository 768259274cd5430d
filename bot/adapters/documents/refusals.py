"""What is said of documents that can't be read."""

from bot.domain.errors import UnusableSource


def locked(kind: str) -> UnusableSource:
    """A document that needs a password."""
    return UnusableSource(
        f"This {kind} is locked with a password: give one without, or paste its text.", "unreadable"
    )


def broken(kind: str) -> UnusableSource:
    """A document that is damaged, or of another kind than it seems."""
    return UnusableSource(f"This {kind} is damaged: give another copy, or paste its text.", "unreadable")


def without_text(kind: str) -> UnusableSource:
    """A document that holds no text."""
    return UnusableSource(f"There is no text in this {kind}: give one that has some, or paste it.", "empty")


def too_large(kind: str) -> UnusableSource:
    """A document that holds more than is read."""
    return UnusableSource(f"This {kind} is too large: give a smaller part, or paste its text.", "too_large")
