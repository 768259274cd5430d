"""Rule of truth 3: an actor is named as in the article, with the role that it prints."""

from collections.abc import Iterable

from bot.domain.brief import Actor
from bot.domain.countries import country_of
from bot.domain.reading import ActorClaim
from bot.services.checks.evidence import Known
from bot.services.checks.figures import Cited, wrong_number
from bot.services.checks.lexicon import Lexicon, content
from bot.services.checks.qualifiers import QUALIFIERS, wrong_office
from bot.services.checks.smuggling import smuggled
from bot.services.checks.words import Word, words


def doubt(claim: ActorClaim, article: Known) -> str | None:
    """Why an actor is withheld, in plain words; None when it passes, perhaps without its role."""
    texts = (claim.name, claim.role or "", *claim.aliases)
    if reason := next(filter(None, (smuggled(text, phrase=True) for text in texts)), None):
        return reason
    if not article.cites(claim.sentences):
        return "it cites no sentence of the article"
    return None if printed(claim.name, article) else "its name is not in the article"


def role_doubt(claim: ActorClaim, article: Known) -> str | None:
    """Why the role of an actor is withheld, though the actor passes; None where it is printed, or absent."""
    role, cited = claim.role or "", [article.article.sentence(number).text for number in claim.sentences]
    if not role or (article.spaceless and any(role in text for text in cited)):
        return None
    near = tuple(_beside(claim, article))
    lexicon, states = Lexicon(near), _states(near)
    for word in content(words(role)):
        country = country_of(word.text)
        if word.folded in QUALIFIERS or lexicon.same(word.stem) or (country and country.name in states):
            continue
        return f"“{word.text}” of its role is not printed for it"
    if number := wrong_number(role, Cited(" ".join(word.text for word in near))):
        return f"“{number}” of its role is not printed for it"
    evidence = article.evidence(claim.sentences)
    return wrong_office(f"{role}, {claim.name}", evidence) if article.english else None


def traced(claim: ActorClaim, article: Known) -> Actor:
    """The actor as it is shown: unprinted aliases dropped, mentions counted in sentences."""
    aliases = tuple(
        alias
        for alias in dict.fromkeys(claim.aliases)
        if alias != claim.name and printed(alias, article) and not smuggled(alias, phrase=True)
    )
    mentions = {number for name in (claim.name, *aliases) for number in _printing(name, article)}
    return Actor(claim.name, claim.kind, claim.role, aliases, len(mentions), claim.sentences)


def printed(name: str, article: Known) -> bool:
    """Whether the article prints a name, case, accents and possessives folded."""
    if article.spaceless and name in article.article.text:
        return True
    wanted = _folded(name)
    plain = f" {' '.join(wanted)} "
    return bool(wanted) and (
        any(article.printing(wanted)) or any(plain in line for line in article.plain_lines)
    )


def _printing(name: str, article: Known) -> Iterable[int]:
    if article.spaceless:
        return [sentence.id for sentence in article.article.sentences if name in sentence.text]
    return article.printing(_folded(name))


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def _states(near: Iterable[Word]) -> set[str]:
    return {country.name for word in near if (country := country_of(word.text))}


def _beside(claim: ActorClaim, article: Known) -> Iterable[Word]:
    """The words of the cited sentences, and those that introduce the name elsewhere."""
    evidence = article.evidence(claim.sentences)
    names = frozenset(
        word.folded for name in (claim.name, *claim.aliases) for word in words(name) if word.capital
    )
    return (*evidence.all_words, *(word for window in article.introductions(names) for word in window))
