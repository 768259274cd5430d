"""Instructions in an article to whoever sums it up: no model is shown them, and nothing may rest on them.

News about chatbots, rules for models and advice to readers are none: a sentence counts that says what a
summary must hold, or that takes whoever reads the page for a machine.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.domain.article import Article
from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import ActorClaim, EventClaim, Reading, StatementClaim

INSTRUCTS = "it repeats words addressed to programs that summarize, not news"

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
"""
_TO_A_MACHINE = rf"""
|\b{_MACHINE}\b(?: [\w’'-]+){{0,5}}? {_MUST}{_NOW} {_TELL}\b
|\b(?:summari[sz]|process|pars)(?:e|es|ing) (?:this|the above|the following)\b
|\b(?:bots?|llms?|models?|assistants?|ais?|chatbots?)\b(?: that| who)? read(?:s|ing)? this\b
|^\W*(?:system|assistant|developer|prompt|ai|llm|chatbot)(?: (?:prompt|message|note|instructions?))?\s*:
|^\W*(?:(?:note|message|instructions?|attention|important|warning|reminder) )?(?:to|for)
 (?:the |all |any )?(?:ai|assistants?|language models?|models?|summari[sz]ers?|bots?|llms?|chatbots?
|automated)\b[^:.]{{0,30}}:
|\bsystem prompt\b|\bas an ai(?: language)? model\b|<\||\[/?inst\]|#{{2,}} ?(?:instruction|system)
"""
_TASKS = rf"""
|\b(?:your|new|next|only) (?:task|instructions?)(?: (?:is|are)(?: now)? to\b|\s*:)
|\byou (?:will|must|should|shall|are to|have to)(?: now)? {_CLAIM} that\b|\byou conclude that\b
|^\W*(?:please )?(?:be sure to|make sure (?:to|you)|remember to|do not|don['’]t|never|always
|under no circumstances) {_CLAIM}\b
|^\W*(?:please )?(?:(?:state|mention|say|conclude|report|claim|make it clear) that\b
|(?:describe|portray) .+ as\b|omit (?:the|all|any)\b|summari[sz]e (?:this|it|the)\b)
|\b(?:ignore|disregard|forget|override|bypass)\b(?: {_EARLIER}\b| of)*
(?: [\w’'-]+){{0,2}}? (?:instructions?|prompts?|directives?|guidelines)\b
"""
_ORDERS = re.compile((_ABOUT_THE_SUMMARY + _TO_A_MACHINE + _TASKS).replace("\n", ""))
_OPENING = re.compile(
    r"\W*(?:please|be sure|make|remember|do not|don['’]t|never|always|under no|state|mention|say|conclude"
    r"|report|claim|describe|portray|omit|system|developer|ai|for ai|to ai"
    r"|for bots|to bots|for models|to models)\b"
)
_KEYS = (
    "summar", "synops", "brief", "recap", "tl;dr", "tldr", "assistant", "language model", "read this",
    "reads this", "reading this", "llm", "dear ", "automated", "pars", "process", "chatbot", " bots",
    "prompt", " ai ", " ai:", "task", "instruct", "directive", "guideline", "in your ", "in every ",
    "in each ", "you will ", "you must ", "you should ", "you shall ", "you are to ", "you have to ",
    "you conclude", "reader", "users", " models", "<|", "inst]", "##",
)  # fmt: skip
"""What every order has in it or begins with; most sentences have neither, and are done with in a glance."""


def is_instruction(sentence: str) -> bool:
    """Whether a sentence speaks to a machine that reads the article, or orders what a summary holds."""
    text = sentence.lower()
    return bool((_has_key(text) or _OPENING.match(text)) and _ORDERS.search(text))


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


def _divided(claims: Iterable[C], article: Article) -> tuple[tuple[C, ...], tuple[C, ...]]:
    kept, lost = list[C](), list[C]()
    for claim in claims:
        news = tuple(number for number in claim.sentences if not _instructs(number, article))
        if news or not claim.sentences:
            kept.append(replace(claim, sentences=news))
        else:
            lost.append(claim)
    return tuple(kept), tuple(lost)


def _instructs(number: int, article: Article) -> bool:
    return article.has(number) and is_instruction(article.sentence(number).text)
