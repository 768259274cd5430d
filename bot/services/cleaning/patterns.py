"""Shapes of lines that pages print around articles; words that need no grammar stand in `phrases`."""

import re

from bot.services.cleaning import phrases

QUOTES = re.compile(r"[\"“”«»„]")
WORDS = re.compile(r"[\w'’-]+")
LETTER = re.compile(r"[^\W_]")
UNCOUNTED = re.compile(r"[\W\d_]+")
COUNT = re.compile(
    rf"(?:\W*\d[\d.,]*\s?[km]?\W*\s*(?:{phrases.COUNTED})\b\W*)+|(?:{phrases.COUNTED})\W*\d[\d.,]*\s?(?:[km]|mins?|minut\w+)?\W*",
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

ITSELF = (
    r"article|story|page|post|essay|discussion|site|publication|newsletter|episode|content|interview|audio|video"
    r"|transcript|translation|feed|feature|column|piece|outlet|news (?:outlet|site|organi[sz]ation)|podcast"
    r"|live blog|report|(?:press |news |earnings )?release"
)
PUBLISHED = (
    r"published|republished|reprinted|co-published|updated|amended|corrected|translated|produced|written|rewritten"
    r"|reported|edited|reviewed|generated|created|funded|supported|sponsored|commissioned|syndicated|posted|printed"
    r"|shared|distributed|licensed|archived|protected|compiled|adapted|provided|taken from|brought to you"
    r"|made (?:possible|available)|part of|more than \d+ \w+ old|free to|for (?:subscribers|members)"
    r"|exclusive|developing|regulated|available (?:to|in|on)|based on|ai-generated|moderated|closed to"
    r"|now closed"
    r"|an? (?:opinion|paid|sponsored|developing|breaking|living|subscriber|member|reader|premium)"
)
ABOUT_ITSELF = re.compile(
    r"this is an? (?:subscriber|members?|premium|sponsored|paid|developing|breaking)\b"
    r"|(?:(?:an? |the )?(?:(?:earlier|previous|longer|shorter|print|original|audio|video) )?"
    r"(?:version|headline|part)s? of )?"
    rf"this (?:{ITSELF}) (?:"
    r"(?:is|was|has|have|had|has been|will be|is being) "
    r"(?:also |now |first |last |originally |automatically )*"
    rf"(?:{PUBLISHED})\b"
    r"|originally|first appeared|appeared|appears|contains?\b"
    r"|includes? (?:material|reporting|inputs?|files|links)|may|can be|incorrectly|mis\w+|wrongly)"
)
"""What an article says about itself: “This story was first published on 4 March”."""
RIGHTS = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|piece)|reporting)\b|\ball rights reserved\b"
    r"|\bnot (?:been )?(?:responsible for (?:the )?content|edited by|necessarily reflect)"
    r"|\bauto-generated\b|\bsyndicated feed\b|\bdeveloping story\b|\bcheck back (?:for|soon)\b"
    r"|\bmay not be (?:published|reproduced|reprinted)|\bpowered by\b"
    r"|\bforward-looking statements\b|^from our [\w ]{0,25}(?:correspondent|reporter|bureau)\W*$"
    r"|^\W*(?:[\w'’-]+ )?(?:reporting|[\w-]*editing) by (?-i:[A-Z])"
    r"|^(?-i:(?:[A-Z][\w.'’-]* ){2,4})reported from [^,;.]{2,40}(?:[,;] .{2,80})?\.?$"
    r"|\b(?:member of|regulated by) (?:the )?(?:independent )?"
    r"(?:press (?:standards|council|complaints)|ipso)\b"
    r"|^for (?:[\w-]+ ){0,2}(?:support|help|advice),? (?:please )?(?:call|contact|visit|ring|text)\b"
    r"|\bregistered (?:in|office|company)\b.{0,40}\bno\.?\s?\d",
    re.IGNORECASE,
)
RIGHTS_KEYS = (
    "contributed", "rights", "responsible", "edited by", "necessarily", "auto-generated", "syndicated",
    "developing", "check back", "may not be", "powered by", "forward-looking", "from our", "ing by ",
    "reported from", "registered", "member of", "regulated", "support", "help", "advice",
)  # fmt: skip
"""What every line on rights has in it, in small letters."""
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
    r"|\b(?:let us know|tell us) (?:what|how|about|in|by|your|if)\b|\bscroll (?:down|up) (?:to|for)\b"
    r"|\bour (?:newsdesk|newsroom|reader poll|poll|quiz|live blog|podcasts?)\b|\bfor subscribers only\b"
    r"|\bissues (?:raised |discussed |covered )?in this (?:story|article|report|programme)\b"
    r"|\bdon.t miss out on\b|\bjoin us (?:here|on)\b|\bto comment on this (?:story|article|page)\b"
    r"|\b(?:contact|e-?mail|message|follow|like) us(?: (?:at|on|via|here|by|for)\b|\W*$)"
    r"|\bcan be (?:reached|contacted) (?:at|on|via)\b"
    r"|\bto (?:continue|keep) reading\b|\bour use of cookies\b|\bunsubscribe\b"
    r"|\bmy bookmarks\b|\bterms of (?:use|service) and\b.{0,60}\bprivacy (?:policy|statement|notice)\b"
)
"""Phrases that only a site says, to its reader."""
ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:https?://|www\.)\w|\b(?:[\w-]+\.)+[a-z]{2,}/\w|(?:^|\bon \w+:? |: )@\w{3,}"
    r"|^\W*(?:(?:for )?more|follow|visit|read|see|find)\b.*\b(?:[\w-]+\.)+[a-z]{2,}\W*$"
    r"|^follow\b.*@\w{3,}|^[\w ]{2,25}: ?\+?\d[\d ()-]{6,}\d\W*$",
    re.IGNORECASE,
)
"""An address at which a page has more, or hears from its reader: mail, web, a handle."""
APPOINTED = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d)",
    re.IGNORECASE,
)
"""A day or an hour, as an appointment that an article lists has it."""

CREDIT = re.compile(
    r"(?i:(?:^|[.!?)\]|”\"]\s*|\s[–—-]\s*)\W?(?:photo|picture|image|photograph|illustration|graphic|foto|imagen"
    r"|photographie|bild|fotografía)s?(?: credit| courtesy)?(?: by)?\s?[:/©]\s?\S"
    r"|(?:^|[.)|]\s*)(?:photo|picture|image)s? (?:credit|courtesy|supplied|provided)\b"
    r"|(?:^|[.(|]\s*)(?:file|stock|handout|courtesy|archive|pool) (?:photo|picture|image|pic)s?\b)"
    r"|\b(?:AP|AFP|EPA|DPA|Reuters|REUTERS|Courier|Staff|Getty|PA) (?:[Pp]hoto|[Ii]mages?|[Pp]icture|PHOTO)s?"
    r"(?:/|\W*$)"
    r"|^(?i:photo|picture|image|photograph|illustration|graphic)s? by [A-Z][\w'’.-]*(?:[ /][A-Z][\w'’.-]*)*$"
    r"|\((?:[^()]{0,40}\b)?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ff]oto|Getty|Reuters|AFP)\b[^()]{0,60}\)\W*$"
    r"|[/|©] ?(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Shutterstock|Alamy)\W*$"
    r"|REUTERS/\w|\bvia Getty|Фото: ?\S|(?:الصورة|تصوير) ?:|[（(]?(?:图|摄影|写真)[：:/]"
)
CREDIT_KEYS = (
    "phot", "foto", "фото", "pic", "imag", "bild", "illustration", "graphic", "getty", "reuters", "afp", "/",
    "|", "©", "الصورة", "تصوير", "图", "摄影", "写真",
)  # fmt: skip
"""What every credit has in it, in small letters; most lines have none, and are done with in a glance."""
BRACKETED_IMAGE = re.compile(
    r"^\W*(?:image|photo|picture|video|gallery|graphic|map|chart|embed)\b\s?:", re.IGNORECASE
)
REPORTING = re.compile(
    r"\((?:additional |further )?(?:reporting|writing|editing|edited|compiled|written|translated|report)"
    r"\b[^()]{0,300}\)?\s*$",
    re.IGNORECASE,
)
"""Who reported and edited, at the end of a line."""
JOURNALIST = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|freelance\w*|professor|fellow|producer"
    r"|blogger|covers|writes|reports|bureau chief|contributor)\b",
    re.IGNORECASE,
)
"""What who writes for a paper is or does."""
CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)(?:\+?\d[\d ()-]{6,}\d)(?!\w)|(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"
)
