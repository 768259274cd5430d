"""The words that can begin a time and those that make one: other sentences are passed over quickly."""

from bot.services.dating.calendars import HIJRI_MONTHS, PERSIAN_MONTHS
from bot.services.dating.lists import words_of
from bot.services.dating.words import CARDINALS, MONTHS, ORDINALS, SEASONS, TENS, UNITS, WEEKDAYS, WHICH

CORE = frozenset(
    {*MONTHS, *WEEKDAYS, *SEASONS, *UNITS, *PERSIAN_MONTHS, *HIJRI_MONTHS}
    | set(
        words_of(
            """
    dhu rabi rabe jumada today tonight tomorrow tmrw yesterday half weekend noon midday midnight easter
    christmas     thanksgiving eve morning afternoon evening halloween
    juneteenth pentecost new friday monday q h
    fiscal financial 月
    """
        )
    )
)
"""Words without one of which (or a number) there is no time."""

STARTERS = frozenset(
    {*MONTHS, *WEEKDAYS, *SEASONS, *PERSIAN_MONTHS, *HIJRI_MONTHS, *WHICH, *CARDINALS, *TENS, *ORDINALS}
    | frozenset(
        words_of(
            """
    today tonight tomorrow tmrw yesterday the a an that on in at for during over around about into
    to sometime throughout from between by until till up no not before prior ahead after since ever
    effective with as starting starts beginning soon shortly just late early later earlier mid
    middle start end close year week noon midday midnight have has given within every each another
    some easter christmas thanksgiving halloween juneteenth pentecost new boxing valentine st earth
    may fourth bastille armistice veterans martin mlk presidents memorial labor father black cyber
    ash palm maundy good whit polling election voting referendum q h fiscal financial couple final
    through rest remainder international dhu rabi rabe jumada i ii iii iv
    """
        )
    )
)
"""Words that a time can begin with, besides numbers."""
