"""Instructions in an article to whoever sums it up: no model is shown them, and nothing may rest on them.

News about chatbots, rules for models and advice to readers are none: a sentence counts that says what a
summary must hold, or that takes whoever reads the page for a machine. What somebody quotes or reports of such
orders is news and is read; but what a claim says must then stand outside of the order, too.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from bot.domain.article import Article
from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import ActorClaim, EventClaim, Reading, StatementClaim
from bot.services.foreign_orders import foreign_order

INSTRUCTS = "it repeats words addressed to programs that summarize, not news"

HIDDEN = "…"
"""What is left of an order where evidence is looked for."""

STEM = 5
"""Letters of a word that stay when it is inflected."""
WORD = re.compile(r"[^\W\d_]+")

C = TypeVar("C", StatementClaim, ActorClaim, EventClaim)

_SUMMARY = r"(?:summar(?:y|ies)|synops[ie]s|brief of th(?:is|e)|briefs? of|recap|tl;?dr)"
_MACHINE = (
    r"(?:summari[sz]ers?|(?:the|this|dear|all) (?:assistant|llm|language model)s?|dear (?:ai|bot|model)"
    r"|(?:llm|ai) (?:readers?|agents?|summari[sz]ers?)|automated (?:systems?|readers?|tools?))"
)
_MUST = (
    r"(?:must|should|shall|will|has to|have to|needs? to|ought to|is to|are to"
    r"|(?:is|are) (?:now )?(?:asked|required|instructed|told|ordered|expected) to)"
)
_TELL = (
    r"(?:answer|avoid|begin|call|claim|conclude|contain|describe|emphasi[sz]e|end|focus|highlight|include"
    r"|mention|name|omit|open|output|portray|praise|present|print|read|recommend|repeat|report|respond|say|start|state|tell|treat"
    r"|write)"
)
_CLAIM = r"(?:call|claim|conclude|describe|emphasi[sz]e|mention|portray|report|say|state)"
_EARLIER = r"(?:all|any|every|previous|prior|above|earlier|preceding|foregoing|your|the)"
_NOW = r"(?: not| never| also| only| always| now)?"

_ABOUT_THE_SUMMARY = rf"""
\b{_SUMMARY}\b(?: [\w’'-]+){{0,6}}? {_MUST}{_NOW} {_TELL}\b
|\b(?:correct|right|only|accurate|proper|required) {_SUMMARY}\b.{{0,40}}\bis\b
|\b(?:readers?|users?) of (?:this|the|your) {_SUMMARY}\b.{{0,20}}\b{_MUST}\b
|\bthat (?:the|this|any|every|your) (?:{_SUMMARY}|brief)\b(?: [\w’'-]+){{0,4}}? {_TELL}s?\b
|\b(?:article|text|page|story|piece) (?:asks|tells|instructs|orders|invites|requests) (?:its |the |all )?
(?:readers?|users?|assistants?|models?)\b
|\bto be summari[sz]ed as\b
|\bin (?:your|every|each) (?:summary|bullet(?: point)?|answer|reply|response|output|brief)\b
|\byour (?:answer|reply|response|output)s? {_MUST}{_NOW} {_TELL}\b
|\bwho(?:ever)? summari[sz]es (?:this|the) (?:article|text|page|story|piece)\b
|\bwhen (?:asked|prompted) (?:for|to) (?:an? |the )?(?:summary|actors?|events?|names?|list|summari[sz]e)\b
"""
_TO_A_MACHINE = rf"""
|\b{_MACHINE}\b(?: [\w’'-]+){{0,5}}? {_MUST}{_NOW} {_TELL}\b(?! to\b)
|\bif you(?: are|['’]re) (?:an? )?(?:ai|llm|(?:large )?language model|chatbot|bot|assistant|machine)\b
|[\[<{{(] ?/?(?:system|assistant|developer|instructions?|inst|material|user)\b[^\])}}>]{{0,20}}[\])}}>]
|^\W*(?:(?:and )?(?:chatgpt|gpt|claude|gemini|copilot|grok|llama|perplexity)\b[ ,/&]*){{1,6}}:? {_TELL}\b
|\b(?:summari[sz]|process|pars)(?:e|es|ing) (?:this|the above|the following)\b
|\b(?:bots?|llms?|models?|assistants?|ais?|chatbots?)\b(?: that| who)? read(?:s|ing)? this\b
|^\W*(?:system|assistant|developer|prompt|ai|llm|chatbot)(?: (?:prompt|message|note|instructions?))?\s*:
|^\W*(?:(?:note|message|instructions?|attention|important|warning|reminder) )?(?:to|for)
 (?:the |all |any )?(?:ai|assistants?|language models?|models?|summari[sz]ers?|bots?|llms?|chatbots?
|automated)\b[^:.]{{0,30}}:
|\b(?:your|the) system prompt\s*:|\b(?:reveal|print|show|repeat) (?:me )?(?:your|the) system prompt\b
|\bas an ai(?: language)? model,? (?:i|you|we|please)\b|<\||\[/?inst\]|#{{2,}} ?(?:instruction|system)
"""
_TASKS = rf"""
|\b(?:your|new|next|only) (?:task|instructions?|rules?)(?: (?:is|are)(?: now)? to\b|\s*:)
|\byou (?:will|must|should|shall|are to|have to)(?: now)? {_CLAIM} that\b|\byou conclude that\b
|^\W*(?:please )?(?:be sure to|make sure (?:to|you)|remember to|do not|don['’]t|never|always
|under no circumstances) {_CLAIM}\b
|^\W*(?:please )?(?:(?:state|mention|say|conclude|report|claim|make it clear) that\b
|(?:describe|portray) .+ as\b|omit (?:the|all|any)\b
|(?:summari[sz]e|translate|rewrite|paraphrase|render) (?:this|it|the)\b
|(?:add|insert|include|append|list) (?:(?:an?|the|these|this|following|one) )+
(?:event|actor|statement|sentence|name|line|words?|phrase|paragraph)s?\b)
|(?:^\W*|[:;.!?–—] ?|\bplease |\bnow |\byou (?:must|should|will|shall|can) )
(?:please )?(?:ignore|disregard|forget|override|bypass)\b(?: {_EARLIER}\b| of)*
(?: [\w’'-]+){{0,2}}? (?:instructions?|prompts?|directives?|guidelines)\b
"""
_ORDERS = re.compile((_ABOUT_THE_SUMMARY + _TO_A_MACHINE + _TASKS).replace("\n", ""))
_OPENING = re.compile(
    r"\W*(?:please|be sure|make|remember|do not|don['’]t|never|always|under no|state|mention|say|conclude"
    r"|report|claim|describe|portray|omit|system|developer|ai|for ai|to ai|translate|rewrite|paraphrase"
    r"|render|add|insert|include|append|list|ignore|disregard|forget|override|bypass|chatgpt|gpt|claude"
    r"|gemini|copilot|grok|llama|perplexity|for bots|to bots|for models|to models)\b"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_SAYING = (
    r"(?:said|told|ordered|ruled|wrote|warned|argued|urged|announced|promised|demanded|agreed|showed|found"
    r"|reported|recommended|explained|admitted|leaked|law|laws|act|bill|court|regulators?|regulations?|directive)"
)
_REPORTING = re.compile(rf"\b{_SAYING}\b")
_ATTRIBUTED = re.compile(
    rf", (?:according to\b|[^,:]{{2,60}}?\b(?:says?|writes?|found|{_SAYING})\b[^,:]{{0,40}}[.”\"]?$)"
)
_FEW = 3
"""Words beside a quotation: with fewer, the quotation is the sentence."""

_KEYS = (
    "summar", "synops", "brief", "recap", "tl;dr", "tldr", "assistant", "language model", "read this",
    "reads this", "reading this", "llm", "dear ", "automated", "pars", "process", "chatbot", " bots",
    "prompt", " ai ", " ai:", "task", "instruct", "directive", "guideline", "in your ", "in every ",
    "your answer", "your repl", "your response", "your output", "if you", "system", "developer", "material",
    "rule", "[user", "<user", "when asked", "when prompted",
    "in each ", "you will ", "you must ", "you should ", "you shall ", "you are to ", "you have to ",
    "you conclude", "reader", "users", " models", "<|", "inst]", "##",
)  # fmt: skip
"""What every order has in it or begins with; most sentences have neither, and are done with in a glance."""


@lru_cache(maxsize=1 << 16)  # a book is asked about twice
def is_instruction(sentence: str) -> bool:
    """Whether a sentence speaks to a machine that reads the article, or orders what a summary holds."""
    return _order(sentence) is not None and not _reported(sentence)


def _order(sentence: str) -> re.Match[str] | None:
    text = sentence.lower()
    found = _ORDERS.search(text) if _has_key(text) or _OPENING.match(text) else None
    return found or foreign_order(text)


def _reported(sentence: str) -> bool:
    """Whether an order stands in a quotation, or somebody is said to have given it."""
    bare = _QUOTED.sub(" ", sentence)
    if len(bare.split()) < _FEW:
        bare = sentence
    order = _order(bare)
    if order is None:
        return True
    text = bare.lower()
    return bool(_REPORTING.search(text, 0, order.start()) or _ATTRIBUTED.search(text, order.start()))


def _has_key(text: str) -> bool:
    for key in _KEYS:  # noqa: SIM110 - every sentence of an article passes here; a generator takes twice as long
        if key in text:
            return True
    return False


def without_instructions(reading: Reading, article: Article) -> tuple[Reading, tuple[Withheld, ...]]:
    """The reading without claims that repeat an instruction or cite nothing else, and those claims, withheld.

    What is left cites no instruction any more.
    """
    news = [claim for claim in reading.statements if not is_instruction(claim.text)]
    obeyed = [claim for claim in reading.statements if is_instruction(claim.text)]
    statements, no_statements = _divided(news, article)
    actors, no_actors = _divided(reading.actors, article)
    events, no_events = _divided(reading.events, article)
    withheld = (
        *(Withheld(ClaimKind.STATEMENT, claim.text, INSTRUCTS) for claim in (*obeyed, *no_statements)),
        *(Withheld(ClaimKind.ACTOR, claim.name, INSTRUCTS) for claim in no_actors),
        *(Withheld(ClaimKind.EVENT, claim.what, INSTRUCTS) for claim in no_events),
    )
    return Reading(statements, actors, events), withheld


def without_orders(article: Article) -> Article:
    """The article as evidence: orders of it prove nothing, not even that somebody is in the news.

    One that has nothing else stays as it is.
    """
    orders = {sentence.id for sentence in article.sentences if is_instruction(sentence.text)}
    if article.title and is_instruction(article.title):
        article = replace(article, title=None)
    if not 0 < len(orders) < len(article.sentences):
        return article
    sentences = (replace(one, text=HIDDEN) if one.id in orders else one for one in article.sentences)
    return replace(article, sentences=tuple(sentences))


def _divided(claims: Iterable[C], article: Article) -> tuple[tuple[C, ...], tuple[C, ...]]:
    kept, lost = list[C](), list[C]()
    for claim in claims:
        news = tuple(number for number in claim.sentences if not _instructs(number, article, _said(claim)))
        if news or not claim.sentences:
            kept.append(replace(claim, sentences=news))
        else:
            lost.append(claim)
    return tuple(kept), tuple(lost)


def _said(claim: StatementClaim | ActorClaim | EventClaim) -> str:
    if isinstance(claim, StatementClaim):
        return claim.text
    return claim.name if isinstance(claim, ActorClaim) else claim.what


def _instructs(number: int, article: Article, said: str) -> bool:
    """Whether a sentence gives an order, or reports one and has nothing else of what is said of it."""
    sentence = article.sentence(number).text if article.has(number) else ""
    if (order := _order(sentence)) is None:
        return False
    if not _reported(sentence):
        return True
    beside = (
        _QUOTED.sub(" ", sentence)
        if _order(_QUOTED.sub(" ", sentence)) is None
        else sentence[: order.start()]
    )
    return not _words(said) & _words(beside)


def _words(text: str) -> set[str]:
    """The longer words of a text, by their beginnings: what it is about."""
    return {word[:STEM] for word in WORD.findall(text.lower()) if len(word) >= STEM}
