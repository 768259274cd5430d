"""Whether a clause of another language than English looks ahead or back, by the endings of its verbs."""

import re

_AHEAD = {
    "de": r"(?:wird|werden?|soll(?:en?|te|ten)?|will|wolle?n?|dürften?|könnten?|müssen?|plan(?:t|en)|geplant"
    r"|erwartet|vorgesehen|voraussichtlich)",
    "es": r"(?:[a-záéíóúñ]{2,}(?:rá|rán|remos)|(?:pod|deb|deber|ser|habr)ían?|va a|van a|deben?|prev[eé]n?"
    r"|previst[oa]s?|planean?|esperan?|pretenden?)",
    "fr": r"(?:[a-zéèêçû]+(?:era|eront|ira|iront|dra|dront|vra|vront|rra|rront)|aura|auront|va|vont|doit"
    r"|doivent|prévue?s?|devraient|devrait|pourrait|pourraient)",
    "pt": r"(?:[a-zãçéíóôú]{2,}(?:rá|rão|remos)|vai|vão|devem?|prevê|prevista?o?s?|pretendem?|planejam?)",
    "it": r"(?:[a-zàèéìòù]{2,}(?:rà|ranno)|dev(?:e|ono)|previst[oaie]|potrebber?o?|dovrebber?o?)",
    "zh": r"(?:将|拟|预计|計畫|计划|定于|即将)",
    "ja": r"(?:予定|見通し|見込み|方針|する|れる|まる)",
    "fa": r"(?:خواه(?:د|ند)|قرار است|می\u200c\w+)",
    "ar": r"(?:[وف]?س[يت](?!ار|اس|دة?\b|ن\b|ر)\w{3,}|سوف|المقرر|المتوقع)",
    "ru": r"(?:будет|будут|намерен[аы]?|планиру[ею]тс?я?|состо[ия]тся|пройд[её]т|пройдут|начн[её]тся)",
}
_BACK = {
    "de": r"(?:wurden?|waren?|hatten?"
    r"|(?:hat|haben|ist|sind)\b(?=[^.;]{0,120}\b(?:(?:\w*ge|be|ver|er|ent|zer)\w+(?:t|en)|\w+iert)\b)"
    r"|(?:kam|gab|ging|fand|sprach|traf|begann|stieg|fiel|starb|nahm|ließ|schrieb|verlor|gewann|blieb|trat)(?:en)?"
    r"|(?!heute|letzten?|nächsten?|zweiten?|dritten?|vierten?|ersten?|sollten?|könnten?|möchten?|dürften?"
    r"|müssten?)[a-zäöüß]{3,}(?:te|ten))",
    "es": r"(?:[a-záéíóúñ]{2,}(?:ó|aron|ieron|yeron|jeron|aban?)|fue|fueron|dijo|hizo|tuvo|estuvo|pudo"
    r"|puso|vino|habían?|era|eran|han? [a-z]+(?:ado|ido|to|cho))",
    "fr": r"(?:(?:a|ont|est|sont|s['’]est|avait|avaient|était|étaient) (?:été )?"
    r"[a-zéèç]+(?:ée?s?|is?e?|it|ue?s?|erte?)|était|étaient|avait|avaient|fut|furent"
    r"|[a-zéèç]{2,}(?:aient|èrent))",
    "pt": r"(?:[a-zãçéíóôú]{2,}(?:ou|aram|eram|iram|iu|avam?)|(?:morr|ocorr|acontec|venc|receb|perd)eu|foi"
    r"|foram|disse|fez|teve|esteve|havia|era|eram|tinham?)",
    "it": r"(?:(?:ha|hanno|è|sono|era|erano) (?:stat[oaie] )?[a-zàèéìòù]+(?:t[oaie]|s[oaie])|fu|furono"
    r"|[a-z]{2,}(?:ò|arono|irono|erono))",
    "zh": r"(?:已|曾|刚|了)",
    "ja": r"(?:した|れた|った|ました)",
    "fa": r"(?:کرد|شد|یافت|گفت|بود|داد|داشت|رفت|رسید|گرفت|آمد)(?:ند)?",
    "ar": r"(?:[وف]?(?:قال|أعلن|كان|بدأ|وقع|عقد|وصل|انته[ىت]|شهد|أصدر|افتتح|توفي|قتل)ت?(?:وا)?)",
    "ru": r"(?:[а-яё]{3,}(?:ил|ал|ел|ила|ала|ела|или|али|ели|ился|ался|илась|алась|ились|ались)|был[аои]?)",
}
_WORD_EDGE, _EDGE = r"\b", {"zh": "", "ja": ""}
"""Where a verb begins and ends; nothing marks it in writing without spaces."""
_VERB = {
    language: re.compile(
        rf"{_EDGE.get(language, _WORD_EDGE)}(?:(?P<ahead>{ahead})|(?P<back>{_BACK[language]}))"
        rf"{_EDGE.get(language, _WORD_EDGE)}"
    )
    for language, ahead in _AHEAD.items()
}
_BOUNDARY = re.compile(r"[;:“”„\"«»。！？；「」]|[.!?]\s")
_WINDOW = 200
"""Characters on either side beyond which no verb governs a phrase."""


def looks_ahead_abroad(text: str, start: int, end: int, language: str) -> bool | None:
    """What the verb nearest to `text[start:end]` says: ahead (True), back (False) or nothing (None)."""
    verb = _VERB.get(language)
    if verb is None:
        return None
    before = max((m.end() for m in _BOUNDARY.finditer(text, 0, start)), default=0)
    boundary = _BOUNDARY.search(text, end)
    after = boundary.start() if boundary else len(text)
    found = [
        (_distance(text, match, start, end), match)
        for match in verb.finditer(text, max(before, start - _WINDOW), min(after, end + _WINDOW))
        if match.end() <= start or match.start() >= end
    ]
    nearest = min(found, key=lambda one: one[0], default=None)
    return nearest[1].lastgroup == "ahead" if nearest else None


def _distance(text: str, verb: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """Commas between verb and phrase, then characters."""
    between = text[verb.end() : start] if verb.end() <= start else text[end : verb.start()]
    return sum(between.count(comma) for comma in ",،，"), len(between)
