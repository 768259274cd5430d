"""What no claim may carry: links, mentions, markup, hidden characters, words to the reader or a model."""

import re
import unicodedata

from bot.services.checks.words import quoted_spans
from bot.services.wordlists import listed

_LINK = re.compile(r"https?:|\bwww\.|://|\]\(|discord\.gg|\b[\w.+-]+@[\w-]+\.\w", re.IGNORECASE)
_DOMAIN = re.compile(
    r"\b[a-z0-9-]{2,}\.(?:com|org|net|io|gg|ru|cn|xyz|info|biz|co|app|dev|me|ly|example|link|site|top|click|shop|online)\b(?!\w)",
    re.IGNORECASE,
)
_MENTION = re.compile(r"@everyone|@here|<[@#:&a]|</\w", re.IGNORECASE)
_CODE = re.compile(r"`")
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_MARKUP = re.compile(r"```|<\/?[a-z][^>]*>|\*\*|__|\|\||^\s*(?:#{1,3}|>{1,3}|-#)\s|\$\(|[{}]", re.IGNORECASE)
_TO_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:instruction|previous|prior|above"
    r"|prompt|rule|guideline|everything|context)"
    r"|\b(?:system|developer) (?:prompt|message|note)\b|\bas an ai\b"
    r"|\blanguage model\b|\b(?:chatbot|chatgpt|llm)\b"
    r"|\bjailbreak|\bprompt injection\b|<\|"
    r"|\b(?:new|updated|following|these|your|previous|prior|earlier|above) "
    r"(?:instructions|prompt|directives)\b"
    r"|\b(?:your|the|this|any|each|every) (?:answer|response|reply|output|summary|brief|summaries|message"
    r"|code|implementation|algorithm|solution)\b[^.]{0,30}"
    r"\b(?:must|should|with|that|to|in|by|only)\b.*\b(?:you|your|only|instead|always)\b"
    r"|\bin your (?:answer|response|reply|output|summary|message|code|implementation|solution)\b"
    r"|\byour (?:answer|response|reply|output|message|summary|codebase|elucidation|implementation|solution"
    r"|code)\b"
    r"|\b(?:code (?:block|snippet|excerpt|section)s?)\b"
    r"|\byou (?:are now|must now|will now|must|should|are (?:an?|the) (?:ai|assistant|bot|model))\b"
    r"|\b(?:ai|assistants?|models?|summari[sz]ers?|bots?) "
    r"(?:must|should|reading|processing|summari[sz]ing|are instructed|is instructed)\b"
    r"|^\s*(?:note|message|instructions?|attention|important|system|assistant|user|admin)"
    r"(?: (?:to|for) [\w ]{2,30})?\s*:"
    r"|\b(?:respond|reply|answer|output|print|write|say|state) only\b"
    r"|\b(?:reply|respond|answer|begin|end|start) with\b.{0,3}[“\"'‘]"
    r"|\bfrom now on\b.*\b(?:answer|respond|reply|speak|write|act|you)\b"
    r"|\bsubscribe (?:now|to our|today)\b|\bclick (?:here|on|the|this)\b",
    re.IGNORECASE,
)
_VERBS = listed("""
add adopt advise act answer analyse analyze append apply arrange ask assume augment avoid begin blend break
browse build buy calculate change check choose classify click combine complete compose compute conclude
consider contact convert copy correct count create define delete deploy describe design determine develop
discuss disregard do don't draft download edit email embed employ emphasise emphasize enable enhance enlist
enrich ensure enter evaluate execute explain express extract fetch find finish focus follow forget format
forward fuse generate get give go group guess harmonize highlight identify ignore illustrate imagine include
incorporate infuse inject insert install instruct integrate interweave introduce invite join jumble keep
leave let leverage list look make meld mention merge misspell modify name never note offer omit open outline
output paraphrase perform pick place pretend print proceed produce promote propose provide publish put quote
rate read rearrange recommend refer reformat remember remind remove render repeat rephrase replace reply
report repeat respond return reveal rewrite roleplay run say scramble search select send set share show
simulate skip solve speak specify start state stop store submit subscribe substitute suggest sum summarise
summarize take tease tell think translate treat try type update use utilise utilize verify view visit vote
wait weave write
""")
_OBJECT = (
    r"(?:the|a|an|your|this|that|these|those|all|every|each|any|it|them|me|us|yourself|everyone|people|users|readers|only"
    r"|in|to|with|on|from|as|for|up|down|out|about|how|what|why|whether|if|no|not|random|vowels|letters|numbers|words|spaces|“|\"|'|‘)"
)
_COMMAND = re.compile(
    rf"^\W*(?:(?:please|now|then|instead|also|kindly|always|never|finally|first|note|so|and"
    r"|to proceed),?\s+)*"
    r"(?:(?:do not|don['’]t|please|never(?!\s+(?:before|again|since|in)\b))\s+\w"
    rf"|(?:{'|'.join(sorted(_VERBS))})\s+{_OBJECT}(?!\w))",
    re.IGNORECASE,
)
_PLEASE = re.compile(r"\bplease\b|\bkindly\b", re.IGNORECASE)
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself|please)\b", re.IGNORECASE)


def smuggled(text: str, *, verbatim: bool = False, phrase: bool = False, asking: bool = False) -> str | None:
    """The reason why a text may not be shown at all; None for plain words about the news.

    A `verbatim` sentence may say “you” or name Booking.com, as newspapers do; our own
    words may not.
    A text may be `asking` where the article itself asks.
    A `phrase` is no sentence: “vote on the budget” is no command there.
    """
    if _LINK.search(text) or (not verbatim and _DOMAIN.search(text)):
        return "it carries a link"
    if _MENTION.search(text) or (not verbatim and _HANDLE.search(text)):
        return "it carries a mention"
    if _MARKUP.search(text) or (not verbatim and _CODE.search(text)) or hidden(text):
        return "it carries markup or hidden characters"
    if (
        _TO_A_MODEL.search(text)
        or (not phrase and _commands(text, asking=asking))
        or (not verbatim and _SECOND_PERSON.search(_outside_quotes(text)))
    ):
        return "it is an instruction, not news"
    return None


def hidden(text: str) -> bool:
    """Whether control, bidirectional or zero-width characters stand in it (joiners are spelling)."""
    return not text.isprintable() and any(
        unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"} and letter not in "\u200c\u200d\u00ad\n\t"
        for letter in text
    )


def _commands(text: str, *, asking: bool) -> bool:
    """Whether a text orders or asks something; a question of the article's own is news."""
    outside = _outside_quotes(text)
    if _PLEASE.search(outside):
        return True
    pieces = re.split(r"(?<=[.!?:;])\s+", outside.strip())
    asks = not asking and outside.strip().endswith("?")
    return asks or any(_COMMAND.match(piece) for piece in pieces)


def _outside_quotes(text: str) -> str:
    for start, end in reversed(quoted_spans(text)):
        text = text[:start] + "“”" + text[end:]
    return text
