"""Markdown without its markup: links keep their words, headings are lines of their own."""

import re

FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
FENCE = re.compile(r"^\s{0,3}(?:```|~~~).*$", re.MULTILINE)
COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
HEADING = re.compile(r"^\s{0,3}#{1,6}[ \t](.*)$", re.MULTILINE)
UNDERLINE = re.compile(r"^[ \t]*(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])[ \t]*$", re.MULTILINE)
QUOTE = re.compile(r"^\s{0,3}(?:> ?)+", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
LINK = re.compile(r"\[([^\[\]\n]{1,1000})\](?:\((?:[^()\n]|\([^()\n]*\)){0,2000}\)|\[[^\]\n]{0,200}\])")
DEFINITION = re.compile(r"^\s{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$", re.MULTILINE)
AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
STRONG = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])|(?<!\w)(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\3(?!\w)"
)
CODE = re.compile(r"(`{1,2})([^`\n]{1,500})\1")
STRUCK = re.compile(r"~~([^~\n]{1,500})~~")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
BREAK = re.compile(r"(?:\\|(?<! ) {2,})$", re.MULTILINE)


def plain_text(text: str) -> str:
    """The text without markup, a heading or paragraph a block; a soft line break becomes a space."""
    text = FRONT_MATTER.sub("", text.replace("\r\n", "\n"))
    for markup in (COMMENT, FENCE, UNDERLINE, DEFINITION, QUOTE, IMAGE):
        text = markup.sub("", text)
    text = HEADING.sub(lambda match: f"\n\n{match[1].rstrip().rstrip('#').strip()}\n\n", text)
    text = LINK.sub(r"\1", AUTOLINK.sub(r"\1", text))
    text = STRONG.sub(
        lambda match: match[2] or match[4], STRONG.sub(lambda match: match[2] or match[4], text)
    )
    text = STRUCK.sub(r"\1", CODE.sub(r"\2", text))
    return ESCAPE.sub(r"\1", TAG.sub("", _joined(text)))


def _joined(text: str) -> str:
    """Soft breaks inside paragraphs become spaces; list items and hard breaks stay lines."""
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", BREAK.sub("\v", text)))
    return "\n\n".join(
        re.sub(r"(?<!\v)\n(?![ \t]*(?:[-*+•]|\d{1,3}[.)])\s)", " ", block).replace("\v", "")
        for block in blocks
    )
