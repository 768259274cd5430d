"""Shapes of lines that pages print around articles; words that need no grammar stand in `phrases`."""

import re

from bot.services.cleaning import phrases

QUOTES = re.compile(r"[\"“”«»„]")
WORDS = re.compile(r"[\w'’-]+")
PUNCTUATION = re.compile(r"[\W_]+")
UNCOUNTED = re.compile(r"[\W\d_]+")
COUNT = re.compile(
    rf"(?:\W*\d[\d.,]*\s?[km]?\W*\s*(?:{phrases.COUNTED})\b\W*)+|(?:{phrases.COUNTED})\W*\d[\d.,]*\W*",
    re.IGNORECASE,
)
FORM = re.compile(r"^[☐☑✓□]|\[\s*[xX✓]?\s*\]|(?:\b\w+ ?\*(?:\s|$))|^\[[^\]]{1,40}\]$|_{4,}")

REPLY = re.compile(
    r"(?:leave|post|add|write) (?:a|your) (?:reply|comment)"
    r"|no comments\b|\d+ (?:comments|thoughts on|responses to)\b"
)
MORE = re.compile(
    r"(?:more|latest|also|other stories|popular|explore more|discover more)"
    r" (?:in|from|on|stories|news|about|by)\b"
)
TEASER = re.compile(
    r"(?:also read|read also|read more|see also|related|watch|must read|don't miss|lea tambien|lire aussi"
    r"|leia (?:tambem|mais)|lesen sie auch|leggi anche|читаите также|اقرا ايضا|read|more)"
    r"(?:\s?[:|»>–—]|\s-\s)"
)
"""A label and the headline it announces: “ALSO READ | Farmers begin sowing”."""
ARROW = re.compile(r"(?:→|►|▶|»|☞|👉|➡|⇒|>>?)\s?\w")

ABOUT_ITSELF = re.compile(
    r"(?:(?:an? |the )?(?:(?:earlier|previous|longer|shorter|print|original) )?"
    r"(?:version|headline|part)s? of )?"
    r"this (?:article|story|page|post|essay|discussion|site|publication|newsletter|episode)"
    r" (?:is|was|has|have|had|originally|first|appeared|appears|contain|may|will be|can be"
    r"|incorrectly|mis\w+|wrongly)"
)
RIGHTS = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|piece)|reporting)\b|\ball rights reserved\b"
    r"|\bnot (?:been )?(?:responsible for (?:the )?content|edited by|necessarily reflect)"
    r"|\bauto-generated\b|\bsyndicated feed\b|\bdeveloping story\b|\bcheck back (?:for|soon)\b"
    r"|\bmay not be (?:published|reproduced|reprinted)|\bpowered by\b"
    r"|\bregistered (?:in|office|company)\b.{0,40}\bno\.?\s?\d",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"(?:please )?(?:join|visit|book|register|read|follow|send|write|call|get|don't|help|support|donate"
    r"|subscribe|sign|enter|try|download|watch|listen|discover|explore|enjoy|save|share|tell|click|tap|contact|email|become"
    r"|check|browse|shop|buy|win)"
    r" (?:us|our|your|the|now|here|today|more|all|this|a|an|up|to|in|on|for free|at|@\w+|\d)\b"
)
OFFER = re.compile(
    r"\b(?:your|our) (?:web )?(?:browser|inbox|e-?mail(?: address)?|account|subscription|consent|preferences"
    r"|\w*\s?newsletters?|app|partners use|privacy|cookie|terms of|community guidelines|mailing address"
    r"|readers' comments|ad ?blocker|personal data)\b"
    r"|\bsign up (?:to|for) (?:our|my|receive|get)\b|\bsubscriber-only\b|\bmember-only\b"
    r"|\bfree (?:articles|stories) (?:left|every|a|per)\b|\b(?:we|site|website) uses? cookies\b"
    r"|\bto (?:continue|keep) reading\b|\bour use of cookies\b|\bunsubscribe\b"
    r"|\bmy bookmarks\b|\bterms of (?:use|service) and\b.{0,60}\bprivacy (?:policy|statement|notice)\b"
)
"""Phrases that only a site says, to its reader."""

CREDIT = re.compile(
    r"(?i:(?:^|[.!?)\]|”\"]\s*|\s[–—-]\s*)\W?(?:photo|picture|image|photograph|illustration|graphic|foto|imagen"
    r"|photographie|bild|fotografía)s?(?: credit| courtesy)?(?: by)?\s?[:/©]\s?\S"
    r"|(?:^|[.)|]\s*)(?:photo|picture|image)s? (?:credit|courtesy|supplied|provided)\b"
    r"|(?:^|[.(|]\s*)(?:file|stock|handout|courtesy|archive|pool) (?:photo|picture|image|pic)s?\b)"
    r"|\b(?:AP|AFP|EPA|DPA|Reuters|REUTERS|Courier|Staff|Getty|PA) (?:[Pp]hoto|[Ii]mages?|[Pp]icture|PHOTO)s?"
    r"(?:/|\W*$)"
    r"|\((?:[^()]{0,40}\b)?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ff]oto|Getty|Reuters|AFP)\b[^()]{0,60}\)\W*$"
    r"|[/|©] ?(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Shutterstock|Alamy)\W*$"
    r"|REUTERS/\w|\bvia Getty|Фото: ?\S|(?:الصورة|تصوير) ?:|[（(]?(?:图|摄影|写真)[：:/]"
)
BRACKETED_IMAGE = re.compile(
    r"^\W*(?:image|photo|picture|video|gallery|graphic|map|chart|embed)\b\s?:", re.IGNORECASE
)
REPORTING = re.compile(
    r"\((?:additional |further )?(?:reporting|writing|editing|edited|compiled|written|translated|report)"
    r"\b[^()]{0,300}\)?\s*$",
    re.IGNORECASE,
)
"""Who reported and edited, at the end of a line."""
CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)(?:\+?\d[\d ()-]{6,}\d)(?!\w)|(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"
)
