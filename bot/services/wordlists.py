"""Word lists, written as they read best in code: one text, its words parted by white space."""


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


def numbers_of(words: str, start: int) -> dict[str, int]:
    """The words of a text with their numbers, in order; bars part those that have one number."""
    return {one: number for number, ones in enumerate(words.split(), start) for one in ones.split("|")}


def paired(words: str) -> dict[str, str]:
    """Words with what stands before their sign of equality (“Z=gmt|utc”); a low line is a space."""
    pairs = (pair.split("=") for pair in words.split())
    return {one.replace("_", " "): value for value, ones in pairs for one in ones.split("|")}


STOPWORDS = listed("""
a about above after again against all also although am an and any are as at be because been before
being between both but by can could did do does doing down during each even few for from further had
has have having he her here hers him his how however if in into is it its itself just like made make
many may me might more most much must my no nor not now of off on one only or other our out over own
per same she should since so some still such than that the their them then there these they this
those though through to too two under until up upon us very was we were what when where whether
which while who whom whose why will with within without would yet you your said say says told added
according mr mrs ms dr
""")
"""English words that say nothing about what an article is about."""
