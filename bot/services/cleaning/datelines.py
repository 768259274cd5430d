"""Datelines: “GENEVA, March 4 (Agency) - ”, “ASTANA. 18th of April. StepInform – ”, “NAN: ”."""

import re
from unicodedata import category

from bot.domain.countries import country_of_seat
from bot.services.wordlists import listed

LONGEST = 110
DASH = re.compile(r"\s*(?:--|[–—-])\s+|\.-\s*|(?<=/)\.?\s+|:\s+|(?<=\d{4})\.\s+(?=[^\W\d_a-z])")
PARTED = re.compile(r"[–—:/\d-]")
"""What every dateline has; most paragraphs begin without, and are done with in a glance."""
PLACE = re.compile(r"(?:/\s*)?([^\W\d_][\w'’.-]*(?:[ /-][^\W\d_a-z][\w'’.-]*){0,4})")
PARENTHESIS = re.compile(r"\([^()]{2,50}\)|/[\w .-]{2,20}/")
AGENCY = re.compile(r"[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+){0,2}\.\s+(?=[^\W\d_a-z])")
"""An agency named after the dash: “МОСКВА, 5 мая - РИА Новости. ”."""
RELEASED = re.compile(r"[^\W\d_a-z][a-z]{2,8}\.? \d{1,2}, \d{4}\s*(?:--|[–—-])\s*")
"""A date after the dash, as press releases have it: “AUSTIN, Texas -- January 20, 2026 -- ”."""
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
MARKED = re.compile(r"[،,:(/]")
LONGEST_CASELESS = 9
"""Words of a place with a date and an agency in a script without capitals."""
DIGITS = re.compile(r"\d")
SMALL = listed(
    "of the and de del di da la le les el los al am den der die du d' à en in im na w y e et und st nd rd th"
    " mai may"
)
"""Lower-case words that a dateline may hold beside a month."""
MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|fév|avr|mai|juin|juil|août|déc"
    r"|mär|okt|dez"
    r"|янв|февр|март|апр|мая|май|июн|июл|авг|сент|окт|нояб|дек)\w{0,8}\.?",
    re.IGNORECASE,
)
LABELS = listed("UPDATE BREAKING ANALYSIS EXCLUSIVE WATCH LIVE OPINION EXPLAINER VIDEO NOTE Q A Q&A FACTBOX")


def dateline_length(text: str) -> int:
    """How many leading characters of a sentence or paragraph are dateline, with the spaces after it."""
    opening = text[:LONGEST]
    if not PARTED.search(opening):
        return 0
    for dash in DASH.finditer(opening):
        head, rest = text[: dash.start()], text[dash.end() :]
        if _dateline(head.strip(), dash.group().strip()) and _opens(rest):
            more = (AGENCY if DIGITS.search(head) else RELEASED).match(rest)
            return dash.end() + (more.end() if more else 0)
    return 0


def _opens(rest: str) -> bool:
    first = rest[:2].lstrip("\"“«'‘(¿¡")[:1]
    return bool(first) and not first.islower()


def _dateline(head: str, dash: str) -> bool:
    """Whether these words are a place, with or without a date and an agency."""
    if re.fullmatch(PARENTHESIS, head):
        return dash != ":"
    place = PLACE.match(head)
    if place and category(place[1][0]) == "Lo":
        return bool(YEAR.search(head)) and bool(MARKED.search(head)) and len(head.split()) <= LONGEST_CASELESS
    if not place or place[1] in LABELS or not place[1][0].isupper():
        return False
    rest = PARENTHESIS.sub(" ", head[place.end() :])
    if not all(_fits(word) for word in re.findall(r"[^\W_][\w'’.]*", rest)):
        return False
    dated = bool(DIGITS.search(rest)) and bool(
        MONTHS.search(rest) or re.search(r"\d\s+[^\W\d_]|\d\.\d", rest)
    )
    if dash == ":":
        return _capital(place[1]) and (dated or not rest.strip(" ,"))
    return dated or bool(PARENTHESIS.search(head)) or _capital(place[1])


def _fits(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.casefold() in SMALL or bool(MONTHS.fullmatch(word))


def _capital(place: str) -> bool:
    """A place in capitals (“NOVA SINTRA”), or a capital city (“New Delhi”)."""
    letters = [letter for letter in place if letter.isalpha()]
    shouted = len(letters) > 2 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)  # noqa: PLR2004
    return shouted or country_of_seat(place) is not None
