"""A page as a tree of what a browser would show: nothing hidden, nothing nested beyond reason."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bot.domain.errors import UnusableSource
from bot.services.wordlists import listed

DEEPEST = 200
"""Levels of a tree; browsers stop at 512 (WHATWG parser limits), real pages stay under 60."""

UNSEEN = listed("""
    applet audio base button canvas datalist dialog embed frame frameset head iframe input link map math
    meta noembed noframes noscript object param script select style svg template textarea video
""")
"""Elements whose text is not shown, or is that of a control or a picture."""

HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:px|em|rem|%|pt)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Zero-width, bidirectional and tag characters, which can hide text from a reader (Unicode TR36 §2.5)."""
UNPARSABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def parse(html: str) -> HtmlElement:
    """The whole page, none of it too deep; UnusableSource `not_an_article` when there is no element in it."""
    tree = parse_as_nested(html)
    flatten(tree)
    return tree


def parse_as_nested(html: str) -> HtmlElement:
    """The same, however deep its elements stand."""
    parser = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    text = UNPARSABLE.sub("", DECLARATION.sub("", html))
    try:
        return document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise UnusableSource("This page is empty: paste the article's text.", "not_an_article") from error


def flatten(tree: HtmlElement) -> None:
    """Elements nested beyond DEEPEST become the text of their ancestor there."""
    for element in list(_at_depth(tree, DEEPEST)):
        text = "".join(element.itertext())
        tail = element.tail
        for child in list(element):
            element.remove(child)
        element.text, element.tail = text, tail


def hide(tree: HtmlElement) -> None:
    """Take out what a reader does not see."""
    for element in list(tree.iter()):
        if element.tag in UNSEEN or _hidden(element):
            remove(element)


def seen(text: str) -> str:
    """The text without characters that show nothing."""
    return INVISIBLE.sub("", text)


def remove(element: HtmlElement) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is None:
        parent.text = (parent.text or "") + element.tail
    elif element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and HIDING.search(style))


def _at_depth(tree: HtmlElement, depth: int) -> Iterator[HtmlElement]:
    level = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        if event == "start" and level == depth and len(element):
            yield element
