"""Ways to make a faithful reading false, one at a time."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.domain.article import Article, Sentence
from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim, Status
from bot.services.checks import Known
from tests.evals.corruption_words import (
    ANTONYMS,
    CLAUSES,
    DEEDS,
    FOREIGN,
    INSTRUCTIONS,
    INVENTED_EVENTS,
    INVENTED_QUOTES,
    INVENTED_VERBS,
    MENTIONS,
    MONTHS,
    NUMBER_WORDS,
    OFFICES,
    PASTS,
    ROLES,
    UNITS,
    WEEKDAYS,
)
from tests.evals.faithful import Faithful
from tests.evals.negating import affirmed, negated, regular


@dataclass(frozen=True, slots=True)
class Mutant:
    """A corrupted claim alone in a reading, with the article it is checked against (one may carry an injection)."""

    kind: str
    source: str
    known: Known
    reading: Reading
    text: str


def mutants(faithful: Faithful) -> Iterator[Mutant]:
    """All corruptions of one reading, the same ones each time."""
    chance = random.Random(faithful.id)  # noqa: S311
    for claim in faithful.reading.statements:
        for kind, text in _of_statement(claim, faithful, chance):
            yield _statement(kind, faithful, replace(claim, text=text))
        for ids in _other_ids(claim, faithful.article, chance):
            yield _statement("wrong sentence id", faithful, replace(claim, sentences=ids))
    for text, ids in _hidden_nots(faithful.article):
        yield _statement("ellipsis hides a “not”", faithful, StatementClaim(text, ids))
    yield from _injections(faithful)
    for actor in faithful.reading.actors:
        for kind, changed in _of_actor(actor, chance):
            yield Mutant(
                kind,
                faithful.id,
                faithful.known,
                Reading(actors=(changed,)),
                f"{changed.name}: {changed.role}",
            )
    for kind, event in _of_events(faithful, chance):
        text = f"{event.what} ({event.phrase})"
        yield Mutant(kind, faithful.id, faithful.known, Reading(events=(event,)), text)
    for actor in faithful.reading.actors:
        for deed in _deeds(actor, chance):
            yield _statement("invented deed", faithful, StatementClaim(deed, actor.sentences[:2]))


def _statement(kind: str, faithful: Faithful, claim: StatementClaim) -> Mutant:
    return Mutant(kind, faithful.id, faithful.known, Reading(statements=(claim,)), claim.text)


def _of_statement(
    claim: StatementClaim, faithful: Faithful, chance: random.Random
) -> Iterator[tuple[str, str]]:
    text = claim.text
    yield from (("foreign name", changed) for changed in _foreign(text, faithful, chance))
    yield from (("number or unit", changed) for changed in _numbers(text, chance))
    yield from (("moved date", changed) for changed in _dates(text, chance))
    yield from (("invented quote", changed) for changed in _quotes(text, chance))
    yield from (("former or acting", changed) for changed in _offices(text, faithful, chance))
    yield from (("link or mention", changed) for changed in _links(text, chance))
    yield from (("invented clause", changed) for changed in _clauses(text, chance))
    yield from (("swapped actor", changed) for changed in _swaps(text, faithful, chance))
    yield from (("negation added", changed) for changed in negated(text, chance))
    yield from (("negation dropped", changed) for changed in affirmed(text))
    yield from (("opposite word", changed) for changed in _turned(text))
    yield from (("future told as done", changed) for changed in _done(text))
    yield from (("past told as future", changed) for changed in _put_off(text))
    yield from (("invented verb", changed) for changed in _verbs(text, chance))


def _people(faithful: Faithful) -> list[str]:
    return [actor.name for actor in faithful.reading.actors]


def _named(text: str, faithful: Faithful) -> list[str]:
    """The actors named in a text, as it prints them: the whole name, or else its last word."""
    found = []
    for name in _people(faithful):
        for form in (name, name.split()[-1]):
            if re.search(rf"\b{re.escape(form)}\b", text) and form[0].isupper():
                found.append(form)
                break
    return found


def _foreign(text: str, faithful: Faithful, chance: random.Random) -> Iterator[str]:
    for name in _named(text, faithful):
        other = chance.choice([item for item in FOREIGN if item not in faithful.article.text])
        yield re.sub(rf"\b{re.escape(name)}\b", other, text)
    person = chance.choice(FOREIGN[:20])
    yield f"{text.rstrip('.')}, according to {person}."


def _numbers(text: str, chance: random.Random) -> Iterator[str]:
    for match in re.finditer(r"(?<![\w.,:])\d+(?:[.,]\d+)*", text):
        if not _dated(text, match):
            yield text[: match.start()] + _other_figure(match.group(), chance) + text[match.end() :]
    for match in re.finditer(rf"\b({'|'.join(NUMBER_WORDS)})\b", text, re.IGNORECASE):
        other = chance.choice([word for word in NUMBER_WORDS if word != match.group().casefold()])
        yield text[: match.start()] + other + text[match.end() :]
    for old, new in UNITS:
        if re.search(rf"(?<=\d){old}|(?<=\w ){old}", text):
            yield re.sub(rf"(?<=\d){old}|(?<=\w ){old}", new, text, count=1)


def _other_figure(figure: str, chance: random.Random) -> str:
    digits = [at for at, letter in enumerate(figure) if letter.isdigit()]
    at = chance.choice(digits)
    others = [digit for digit in "123456789" if digit != figure[at]]
    return figure[:at] + chance.choice(others) + figure[at + 1 :]


def _dated(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 12) : match.end() + 12]
    year = bool(re.fullmatch(r"(?:19|20)\d\d", match.group()))
    return year or any(re.search(rf"\b{month[:3]}", near) for month in MONTHS)


def _dates(text: str, chance: random.Random) -> Iterator[str]:
    for names in (MONTHS, WEEKDAYS):
        for match in re.finditer(rf"\b({'|'.join(names)})\b", text):
            other = chance.choice([name for name in names if name != match.group()])
            yield text[: match.start()] + other + text[match.end() :]
    for match in re.finditer(r"(?<![\d.,:])\d{1,2}(?![\d.,:]\d|\d)", text):
        if _dated(text, match) and re.search(
            rf"({'|'.join(MONTHS)})\W*$|^\W*({'|'.join(MONTHS)})", _beside(text, match)
        ):
            day = chance.choice([number for number in range(1, 29) if str(number) != match.group()])
            yield text[: match.start()] + str(day) + text[match.end() :]
    for match in re.finditer(r"\b(?:19|20)\d\d\b", text):
        yield (
            text[: match.start()]
            + str(int(match.group()) + chance.choice([-3, -2, -1, 1, 2]))
            + text[match.end() :]
        )


def _beside(text: str, match: re.Match[str]) -> str:
    before, after = text[: match.start()], text[match.end() :]
    return (
        re.sub(r"\W+$", "", before).split()[-1]
        if re.search(rf"({'|'.join(MONTHS)})\W*$", before)
        else after.strip()
    )


def _quotes(text: str, chance: random.Random) -> Iterator[str]:
    yield f"{text.rstrip('.')}, calling it “{chance.choice(INVENTED_QUOTES)}”."
    found = re.search(r"“([^”]+)”", text)
    if found:
        said = found.group(1).split()
        at = chance.randrange(len(said))
        said[at] = chance.choice(["historic", "terrible", "obviously", "nobody", "tomorrow"])
        yield text.replace(found.group(1), " ".join(said))
        yield text.replace(found.group(1), chance.choice(INVENTED_QUOTES))


def _offices(text: str, faithful: Faithful, chance: random.Random) -> Iterator[str]:
    for name in _named(text, faithful):
        actor = next(
            actor for actor in faithful.reading.actors if actor.name.endswith(name) or actor.name == name
        )
        if actor.kind == "person":
            yield text.replace(
                name, f"{chance.choice(['former', 'acting', 'interim', 'ex-official'])} {name}", 1
            )
            role = next(
                (
                    word
                    for word in OFFICES
                    if re.search(rf"\b{word}\b", actor.role or "") and re.search(rf"(?<![-\w]){word}\b", text)
                ),
                None,
            )
            if role and not re.search(r"(?i)former|ex|deputy|vice|interim", role):
                yield re.sub(
                    rf"\b{role}\b",
                    f"{chance.choice(['former', 'acting', 'ex-', 'interim'])} {role}".replace("- ", "-"),
                    text,
                    count=1,
                )
    for match in re.finditer(
        r"\b(?:[Ff]ormer|[Aa]cting|[Ii]nterim|[Dd]eputy|[Vv]ice) |\b[Ee]x-|\b[Vv]ice-", text
    ):
        yield text[: match.start()] + text[match.end() :]


def _links(text: str, chance: random.Random) -> Iterator[str]:
    yield f"{text.rstrip('.')} {chance.choice(MENTIONS)}."
    words = text.split()
    at = chance.randrange(1, len(words))
    yield " ".join([*words[:at], chance.choice(MENTIONS), *words[at:]])


def _clauses(text: str, chance: random.Random) -> Iterator[str]:
    for clause in chance.sample(CLAUSES, 4):
        yield text.rstrip(".") + clause + "."


def _swaps(text: str, faithful: Faithful, chance: random.Random) -> Iterator[str]:
    named = _named(text, faithful)
    for name in named:
        kind = next(
            actor.kind for actor in faithful.reading.actors if actor.name.endswith(name) or actor.name == name
        )
        others = [
            actor.name
            for actor in faithful.reading.actors
            if actor.kind == kind and actor.name not in text and actor.name.split()[-1] not in text
        ]
        if others:
            yield re.sub(rf"\b{re.escape(name)}\b", chance.choice(others), text)
    if len(named) > 1:
        one, other = chance.sample(named, 2)
        if (
            one not in other
            and other not in one
            and not re.search(rf"{one} and {other}|{other} and {one}", text)
        ):
            yield text.replace(one, "\0").replace(other, one).replace("\0", other)


def _turned(text: str) -> Iterator[str]:
    plain = re.sub(r"“[^”]*”", lambda match: "\0" * len(match.group()), text)
    for one, other in ANTONYMS:
        for old, new in ((one, other), (other, one)):
            found = re.search(rf"\b{old}\b", plain)
            if found:
                yield text[: found.start()] + new + text[found.end() :]


def _unquoted(text: str) -> str:
    return re.sub(r"“[^”]*”", lambda match: "\0" * len(match.group()), text)


def _among(words: Iterable[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """The pairs whose first word is in the text: looking so is a hundred times as fast as a new pattern."""
    return [pair for pair in words if pair[0] in text]


def _done(text: str) -> Iterator[str]:
    """Each plan, promise or forecast told as a deed: “will vote” → “voted”, “is to be closed” → “has been closed”."""
    ahead = r"will|would|(?:is|are|was|were) (?:due |expected |set |scheduled |likely )?to|(?:plan|hope|intend|aim|want|promise)(?:s|ed|ned)? to"
    for match in re.finditer(rf"\b(?:{ahead}) (be )?([a-z]+)\b", _unquoted(text)):
        passive, verb = match.groups()
        if (
            re.search(r"\b(?:no|not|nor|neither|who|how) $", text[: match.start()])
            or verb == "have"
            or (passive and not re.search(r"ed$|en$", verb))
            or verb in {"not", "be", "no", "only", "now", "neither", "later"}
        ):
            continue
        told = f"has been {verb}" if passive else PASTS.get(verb, regular(verb))
        yield text[: match.start()] + told + text[match.end() :]


def _put_off(text: str) -> Iterator[str]:
    """Each deed told as a plan: “was approved” → “will be approved”, “signed” → “will sign”."""
    plain = _unquoted(text)
    for match in re.finditer(r"\b(?:was|were|(?:has|have) been) ([a-z]+ed)\b(?! to\b)", plain):
        yield text[: match.start()] + f"will be {match.group(1)}" + text[match.end() :]
    for past, base in _among([(past, base) for base, past in PASTS.items()], plain):
        found = re.search(
            rf"(?<=[a-z] )(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?<!has )(?<!have )(?<!had )(?<!a )(?<!the )(?<!by )(?<!to )(?<!not )(?<!ever )(?<!never )(?<!yet )(?<!having )(?<!if )(?<!trillion )(?<!billion )(?<!first ){past}\b(?! by\b)",
            plain,
        )
        if found:
            yield text[: found.start()] + f"will {base}" + text[found.end() :]


def _verbs(text: str, chance: random.Random) -> Iterator[str]:
    """A verb that the article does not use in place of the statement's own, in the same form."""
    plain = _unquoted(text)
    for base, past in PASTS.items():
        for form, lead in ((past, r"(?<!a )(?<!the )"), (base, r"(?<=will )|(?<=would )|(?<= to )")):
            found = form in plain and re.search(rf"(?:{lead})\b{form}\b", plain)
            if found and base not in _SPEAKING:
                new, told = chance.choice(INVENTED_VERBS)
                yield text[: found.start()] + (told if form == past else new) + text[found.end() :]
                break


_SPEAKING = {
    "say",
    "tell",
    "warn",
    "add",
    "call",
    "describe",
    "state",
    "take",
    "make",
    "give",
    "put",
    "hold",
    "come",
    "go",
    "begin",
    "start",
    "reject",
    "deny",
    "dismiss",
    "refuse",
}


def _other_ids(claim: StatementClaim, article: Article, chance: random.Random) -> Iterator[tuple[int, ...]]:
    others = [
        sentence.id
        for sentence in article.sentences
        if sentence.id not in claim.sentences and len(sentence.text.split()) > 4
    ]
    near = [number for number in others if number - 1 in claim.sentences]
    yield (chance.choice(others),)
    yield from ((number,) for number in near[-1:])


def _hidden_nots(article: Article) -> Iterator[tuple[str, tuple[int, ...]]]:
    for sentence in article.sentences:
        found = re.search(r"(\w+(?: \w+){0,3}) (?:not|never|no) (\w+(?: \w+){1,4})", sentence.text)
        if found:
            left, right = found.groups()
            yield f"It was said that it “{left} … {right}”.", (sentence.id,)
            yield f"It was said that it “{left} ... {right}”.", (sentence.id,)
            yield f"It was said that it “{left} […] {right}”.", (sentence.id,)
            yield f"It was said that it “{left} {right}”.", (sentence.id,)


def _injections(faithful: Faithful) -> Iterator[Mutant]:
    for instruction in INSTRUCTIONS:
        article = _with_sentence(faithful.article, instruction)
        claim = StatementClaim(instruction, (len(article.sentences),))
        yield Mutant(
            "instruction repeated", faithful.id, Known(article), Reading(statements=(claim,)), instruction
        )


def _with_sentence(article: Article, text: str) -> Article:
    start = len(article.text) + 2
    added = Sentence(
        len(article.sentences) + 1, text, start, start + len(text), article.sentences[-1].paragraph + 1
    )
    return replace(article, text=f"{article.text}\n\n{text}", sentences=(*article.sentences, added))


def _of_actor(actor: ActorClaim, chance: random.Random) -> Iterator[tuple[str, ActorClaim]]:
    if actor.kind != "person":
        return
    yield "foreign name", replace(actor, name=chance.choice(FOREIGN[:20]))
    for role in chance.sample(ROLES, 2):
        yield "role from world knowledge", replace(actor, role=role)
    if actor.role:
        yield "role from world knowledge", replace(actor, role=f"{actor.role} and {chance.choice(ROLES)}")
        if not re.search(r"(?i)former|ex-|acting|interim|retired", actor.role):
            yield (
                "former or acting",
                replace(actor, role=f"{chance.choice(['former', 'acting', 'interim'])} {actor.role}"),
            )
        dropped = re.sub(r"(?i)\b(?:former|acting|interim|deputy|vice)\b[ -]|\bex-", "", actor.role)
        if dropped != actor.role:
            yield "former or acting", replace(actor, role=dropped)


def _of_events(faithful: Faithful, chance: random.Random) -> Iterator[tuple[str, EventClaim]]:
    for event in faithful.reading.events:
        what, phrase = chance.choice(INVENTED_EVENTS)
        yield "invented event", replace(event, what=what, where=None, who=())
        yield "invented event", EventClaim(what, phrase, sentences=event.sentences)
        yield (
            "moved date",
            replace(event, phrase=chance.choice([p for p in _PHRASES if p not in faithful.article.text])),
        )
    for sentence, phrase in _past_phrases(faithful):
        yield (
            "past event as upcoming",
            EventClaim(_deed(sentence, phrase), phrase, None, (), Status.SCHEDULED, (sentence.id,)),
        )


_PHRASES = [
    "on 3 April",
    "next Sunday",
    "by the end of October",
    "in two months",
    "from 5 to 9 November",
    "on 29 January",
]


def _deeds(actor: ActorClaim, chance: random.Random) -> Iterator[str]:
    """Something made up about an actor, by name and by role."""
    if actor.kind in {Kind.PERSON, Kind.ORGANIZATION}:
        yield f"{actor.name} {chance.choice(DEEDS)}."
    if actor.kind is Kind.PERSON and actor.role:
        yield f"The {actor.role} {chance.choice(DEEDS)}."


def _past_phrases(faithful: Faithful) -> Iterator[tuple[Sentence, str]]:
    """Times that lie years or months back, and last days and weeks, as the article prints them."""
    published = faithful.article.published.value
    year = int(published[:4]) if published else 2021
    months = "|".join(MONTHS)
    for sentence in faithful.article.sentences:
        for match in re.finditer(
            rf"\b(?:(?:in|on|of|since) )?(?:\d{{1,2}} )?(?:{months}) (?:\d{{1,2}}, )?((?:19|20)\d\d)\b|\b(?:in|since) ((?:19|20)\d\d)\b"
            r"|\b[Ll]ast (?:week|month|year|Friday|April|summer)\b|\byesterday\b",
            sentence.text,
        ):
            printed = match.group(1) or match.group(2)
            if not printed or int(printed) < year:
                yield sentence, match.group()


def _deed(sentence: Sentence, phrase: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", sentence.text.replace(phrase, " "))[:7])
