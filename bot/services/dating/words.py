"""The English words of time. Sources: Unicode CLDR for names, the tz database for zones."""

from bot.services.dating.lists import words_of

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_ABBREVIATIONS = {name for name in MONTHS if len(name) <= 4} - {"may", "june", "july"}  # noqa: PLR2004
DOUBTFUL_MONTHS = {"may", "march", "mar", "august"}
"""Also verbs, names or adjectives: they need a capital and a word of time beside them."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_ABBREVIATIONS = {name for name in WEEKDAYS if not name.endswith("day")}

UNITS = {
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "night": "day",
    "nights": "day",
    "week": "week",
    "weeks": "week",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
}

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

CARDINALS = {
    word: value
    for value, word in enumerate(
        words_of(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
        )
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        words_of(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
        ),
        start=1,
    )
} | {"thirtieth": 30}

ZONES = {
    "gmt": "Z",
    "utc": "Z",
    "z": "Z",
    "bst": "+01:00",
    "wet": "+00:00",
    "west": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "trt": "+03:00",
    "eat": "+03:00",
    "cat": "+02:00",
    "sast": "+02:00",
    "wat": "+01:00",
    "irst": "+03:30",
    "gst": "+04:00",
    "pkt": "+05:00",
    "npt": "+05:45",
    "ict": "+07:00",
    "wib": "+07:00",
    "sgt": "+08:00",
    "hkt": "+08:00",
    "pht": "+08:00",
    "awst": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "acst": "+09:30",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "akst": "-09:00",
    "hst": "-10:00",
    "brt": "-03:00",
    "art": "-03:00",
    "clt": "-04:00",
}
"""Abbreviations with one meaning in news; of IST, CST and AST the words are kept, never an offset."""

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "midday"})

WHICH = {
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
}
"""Which week, month or year, counted from the one that the article is in."""

WEEKDAY_EPITHETS = frozenset(
    words_of(
        """
    bloody super black sheffield fat shrove holy maundy ruby ash palm good easter whit cyber giving spy
    casual mad
    """
    )
)
"""Capitalised words that make a name of the weekday behind them."""

TITLES = frozenset(
    words_of(
        """
    times telegraph mail mirror express world herald star independent post tribune live lights agreement
    club people sun mercury night
    """
    )
)
"""Capitalised words that make a name of the weekday before them."""

PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "eastern": "America/New_York",
    "central european": "Europe/Paris",
    "eastern european": "Europe/Helsinki",
    "east africa": "Africa/Nairobi",
    "west africa": "Africa/Lagos",
    "greenwich mean": "Etc/UTC",
    "uk": "Europe/London",
    "irish": "Europe/Dublin",
    "israel": "Asia/Jerusalem",
    "indian": "Asia/Kolkata",
    "indian standard": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "moscow": "Europe/Moscow",
    "london": "Europe/London",
    "british": "Europe/London",
    "paris": "Europe/Paris",
    "berlin": "Europe/Berlin",
    "brussels": "Europe/Brussels",
    "kyiv": "Europe/Kyiv",
    "istanbul": "Europe/Istanbul",
    "tehran": "Asia/Tehran",
    "beijing": "Asia/Shanghai",
    "tokyo": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "nairobi": "Africa/Nairobi",
    "cairo": "Africa/Cairo",
    "sydney": "Australia/Sydney",
}
"""Zones that are printed by the name of a place (“Moscow time”, “ET”), as IANA names."""

DAYS_OFF = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
"""Days counted from the article's."""
