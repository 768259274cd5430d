"""The English words of time. Sources: Unicode CLDR for names, the tz database for zones."""

from bot.services.wordlists import listed, numbers_of, paired

MONTHS = numbers_of(
    "january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sep|sept"
    " october|oct november|nov december|dec",
    start=1,
)
MONTH_ABBREVIATIONS = {name for name in MONTHS if len(name) <= 4} - {"may", "june", "july"}
MONTH_NAMES = [name for name in MONTHS if name not in MONTH_ABBREVIATIONS]
DOUBTFUL_MONTHS = {"may", "march", "mar", "august"}
"""Also verbs, names or adjectives: they need a capital and a word of time beside them."""

WEEKDAYS = numbers_of(
    "monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs friday|fri saturday|sat"
    " sunday|sun",
    start=0,
)
WEEKDAY_ABBREVIATIONS = {name for name in WEEKDAYS if not name.endswith("day")}
WEEKDAY_NAMES = [name for name in WEEKDAYS if name not in WEEKDAY_ABBREVIATIONS]

UNITS = {
    form: unit
    for unit in ("minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade")
    for form in (unit, f"{unit}s")
} | {"min": "minute", "mins": "minute", "night": "day", "nights": "day"}

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

CARDINALS = numbers_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    start=0,
)
TENS = {
    ten: 10 * number
    for ten, number in numbers_of("twenty thirty forty fifty sixty seventy eighty ninety", start=2).items()
}
ORDINALS = numbers_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
) | {"thirtieth": 30}

ZONES = paired("""
-10:00=hst -09:00=akst -08:00=pst -07:00=mst|pdt -06:00=mdt -05:00=est|cdt -04:00=edt|clt -03:00=brt|art
Z=gmt|utc|z +00:00=wet +01:00=bst|west|cet|wat +02:00=cest|eet|cat|sast +03:00=eest|msk|trt|eat
+03:30=irst +04:00=gst +05:00=pkt +05:45=npt +07:00=ict|wib +08:00=sgt|hkt|pht|awst +09:00=jst|kst
+09:30=acst +10:00=aest +11:00=aedt +12:00=nzst +13:00=nzdt
""")
"""Abbreviations with one meaning in news; of IST, CST and AST the words are kept, never an offset."""

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "midday"})

WHICH = (
    dict.fromkeys(("this", "current", "present"), 0)
    | dict.fromkeys(("next", "coming", "upcoming", "following"), 1)
    | dict.fromkeys(("last", "past", "previous", "preceding"), -1)
)
"""Which week, month or year, counted from the one that the article is in."""

WEEKDAY_EPITHETS = listed(
    "bloody super black sheffield fat shrove holy maundy ruby ash palm good easter whit cyber giving spy"
    " casual mad"
)
"""Capitalised words that make a name of the weekday behind them."""

TITLES = listed(
    "times telegraph mail mirror express world herald star independent post tribune live lights agreement"
    " club people sun mercury night"
)
"""Capitalised words that make a name of the weekday before them."""

PLACES = paired("""
America/New_York=et|eastern America/Chicago=ct|central America/Denver=mt|mountain
America/Los_Angeles=pt|pacific Europe/Paris=central_european|paris Europe/Helsinki=eastern_european
Africa/Nairobi=east_africa|nairobi Africa/Lagos=west_africa Etc/UTC=greenwich_mean
Europe/London=uk|london|british Europe/Dublin=irish Asia/Jerusalem=israel
Asia/Kolkata=indian|indian_standard Asia/Tokyo=japan|tokyo Europe/Moscow=moscow Europe/Berlin=berlin
Europe/Brussels=brussels Europe/Kyiv=kyiv Europe/Istanbul=istanbul Asia/Tehran=tehran
Asia/Shanghai=beijing Asia/Seoul=seoul Africa/Cairo=cairo Australia/Sydney=sydney
""")
"""Zones that are printed by the name of a place (“Moscow time”, “ET”), as IANA names."""

DAYS_OFF = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
"""Days counted from the article's."""
