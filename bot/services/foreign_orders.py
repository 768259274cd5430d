"""Orders to whoever sums up an article, in other languages than English: the plainest of each.

Three kinds: to ignore what was said before, what a summary must say, and a note with a machine's address.
"""

import re

_START = r"(?:^\W*|[:;.!?–—] )(?:bitte |por favor,? |merci de |prego,? |пожалуйста,? |لطفا )?"

_IGNORE = r"""
(?:ignorier\w*|vergiss|missacht\w*)\b.{0,40}\b(?:anweisung|instruktion|vorgabe|befehl)
|(?:ignor[ae]d?|olvid[ae]|descart[ae]|omit[ae])\b.{0,40}\binstruccion
|(?:ignore[zr]?|oublie[zr]?)\b.{0,40}\b(?:instruction|consigne)
|(?:ignora(?:te)?|dimentica(?:te)?)\b.{0,40}\bistruzion
|(?:ignor[ae]|esqueç[ae])\b.{0,40}\binstruç
|(?:про)?игнорируй(?:те)?\b.{0,40}\b(?:инструкци|указани|команд)
|забудь(?:те)?\b.{0,40}\b(?:инструкци|указани|команд)
|.{0,20}دستور.{0,30}نادیده بگیر
|تجاهل.{0,30}(?:تعليمات|أوامر)
|[^。]{0,6}(?:忽略|无视|忽視|無視).{0,12}(?:指令|指示|说明|說明)
|.{0,12}(?:指示|命令).{0,6}無視
"""
_MUST_SAY = r"""
zusammenfassung\w*\b.{0,40}\b(?:muss|müssen|soll|sollen|sollte|hat)\b.{0,90}
\b(?:sagen|erwähn|nennen|enthalt|behaupt|schreiben|hervor)
|\b(?:resumen|resúmenes)\b.{0,40}\b(?:debe|deben|tienen? que|ha de)\b.{0,20}
\b(?:decir|mencionar|incluir|afirmar|indicar|contener|empezar)
|\b(?:résumé|synthèse)s?\b.{0,40}\bdoi(?:ven)?t\b.{0,20}
\b(?:dire|mentionner|indiquer|affirmer|inclure|contenir|commencer)
|\briassunt[oi]\b.{0,40}\bdev(?:e|ono)\b.{0,20}\b(?:dire|menzionare|includere|affermare|contenere)
|\bresumos?\b.{0,40}\b(?:devem?|t[eê]m (?:de|que))\b.{0,20}\b(?:dizer|mencionar|incluir|afirmar|conter)
|\b(?:резюме|пересказ\w*|кратк\w+ изложени\w+)\b.{0,40}\b(?:долж\w+|нужно|необходимо|следует)\b
.{0,30}\b(?:сказать|указать|упомянуть|говорить|содержать|сообщить|написать)
|خلاصه.{0,40}باید.{0,60}(?:بگوید|بگویید|ذکر|بنویس|اشاره)
|(?:ملخص|تلخيص).{0,30}(?:يجب|ينبغي)
|(?:يجب|ينبغي) أن (?:يذكر|يقول|يتضمن) ?(?:ال)?ملخص
|(?:摘要|总结|總結|概要).{0,10}(?:必须|必須|应|應)
|要約.{0,30}(?:なければならない|べき|必ず)
"""
_TO_A_MACHINE = r"""
(?:hinweis|anmerkung|nachricht|wichtig|anweisung)\b.{0,8}\b(?:an|für)\b.{0,12}
\b(?:ki|künstliche intelligenz|sprachmodelle?|assistent\w*|llms?|chatbots?|bots?)\b[^.:]{0,20}:
|(?:nota|mensaje|importante|aviso|messaggio|mensagem)\b.{0,8}\b(?:a|para|per|all)\b.{0,12}
\b(?:ia|inteligencia artificial|modelos?|asistentes?|chatbots?|bots?)\b[^.:]{0,20}:
|(?:note|message|important|avis)\b.{0,8}(?:à|pour|aux?)\b.{0,12}
\b(?:ia|intelligence artificielle|modèles?|assistants?|chatbots?)\b[^.:]{0,20}:
|(?:примечание|сообщение|важно|инструкция|указание)\b.{0,4}\b(?:для|к)\b.{0,4}
\b(?:ии|искусственного интеллекта|модел\w+|ассистент\w+|чат-бот\w+)\b[^.:]{0,20}:
|(?:یادداشت|پیام|توجه|دستور).{0,3}(?:برای|به).{0,8}(?:هوش مصنوعی|مدل|دستیار|ربات)[^.:]{0,20}:
|(?:ملاحظة|رسالة|تعليمات).{0,4}(?:إلى|ل).{0,16}(?:ذكاء الاصطناعي|ذكاء اصطناعي|نموذج|مساعد)[^.:]{0,20}:
|(?:致|给|給|写给).{0,4}(?:ai|人工智能|语言模型|助手|机器人)[^。]{0,10}[:：]
"""
_ORDERS = re.compile(
    rf"{_START}(?:{_IGNORE})|{_MUST_SAY}|^\W*(?:{_TO_A_MACHINE})".replace("\n", ""),
)
_PLAIN_KEYS = (
    "anweisung", "instruktion", "vorgabe", "befehl", "instruc", "consigne", "istruzion",
    "zusammenfassung", "resum", "riassunt",
)  # fmt: skip
_CALLED = (" ki", "sprachmodell", "assistent", " ia", "'ia", "intelligen", "bot", "model", "asistente")
"""Names of machines, which an order to one has before a colon."""
_KEYS = (
    "instruç", "’ia", "résumé", "synthèse", "resúmenes", "инструкци", "указани", "команд", "резюме",
    "пересказ", "изложени", " ии", "دستور", "خلاصه", "هوش مصنوعی", "دستیار", "تعليمات", "أوامر",
    "ملخص", "تلخيص", "اصطناعي", "指令", "指示", "命令", "说明", "說明", "摘要", "总结", "總結", "概要",
    "要約", "人工智能", "助手", "机器人",
)  # fmt: skip
"""What every such order has in it; most sentences are done with in a glance."""
_ALL_KEYS = (*_PLAIN_KEYS, *_KEYS)


def foreign_order(text: str) -> re.Match[str] | None:
    """The order that a text in small letters gives, if it gives one."""
    keys = _PLAIN_KEYS if text.isascii() else _ALL_KEYS
    for key in (*keys, *_CALLED) if ":" in text else keys:
        if key in text:
            return _ORDERS.search(text)
    return None
