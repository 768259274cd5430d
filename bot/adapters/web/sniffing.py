"""What a response holds: the declared type, unless the first bytes contradict it (WHATWG MIME Sniffing)."""

import re

HTML = "text/html"
TEXT = "text/plain"
PDF = "application/pdf"
RTF = "application/rtf"
EML = "message/rfc822"
XML = "application/xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SNIFFED = 1024
"""Bytes that are looked at; marks of all kinds below stand within them."""

PAGES = frozenset({HTML, "application/xhtml+xml"})
FEEDS = frozenset({XML, "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml"})
TEXTS = frozenset({TEXT, "text/markdown", "text/x-markdown"})
DOCUMENTS = frozenset({PDF, DOCX, EML, RTF, "text/rtf", "application/x-pdf"})
ALLOWED = PAGES | FEEDS | TEXTS | DOCUMENTS
UNSAID = frozenset(
    {
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/x-download",
        "application/download",
        "application/force-download",
        "unknown/unknown",
    }
)
"""Types that say nothing; the bytes decide."""
ZIPS = frozenset({"application/zip", "application/x-zip-compressed"})
SAME = {
    "text/rtf": RTF,
    "application/x-pdf": PDF,
    "application/xhtml+xml": HTML,
    "text/x-markdown": "text/markdown",
}

KIND = re.compile(r"\s*([\w.+-]{1,40}/[\w.+-]{1,80})\s*(?:[;,]|$)", re.ASCII)
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.IGNORECASE | re.ASCII)
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?[\s\x00]*(?:<!--.{0,1000}?-->\s*|<\?xml[^>]{0,200}>\s*)*"
    rb"<(?:!doctype html|html|head|body|title|script|style|meta|div|h1|p|br|table|a|font|iframe)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
MAIL = re.compile(
    rb"(?:(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|From|Date|X-[\w-]+):\s)", re.IGNORECASE
)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Byte-order marks of UTF-16."""
MOST_CONTROLS = 0.02
"""Share of control characters above which something is no text."""
MOST_ZEROS = 0.6
"""Share of zeros among every second byte above which something is UTF-16, mostly of ASCII, as markup is."""
WORD = (b"[Content_Types].xml", b"word/", b"_rels/")


def declared(header: str) -> tuple[str, str | None]:
    """The bare type ("" when there is none) and the charset of a Content-Type header, in lower case."""
    kind = KIND.match(header)
    charset = CHARSET.search(header)
    return kind[1].lower() if kind else "", charset[1].lower() if charset else None


def may_be(kind: str) -> bool:
    """Whether a response of this declared type is worth reading at all."""
    return kind in ALLOWED | UNSAID | ZIPS


def settled(kind: str, head: bytes) -> str | None:
    """The type to read a response as, by its declared type and first bytes; None where it is none of ours."""
    marked = _marked(kind, head)
    if marked is not None:
        return marked
    marked_wide, head = head.startswith(WIDE), _narrow(head)
    if not marked_wide and len(CONTROLS.findall(head)) > MOST_CONTROLS * len(head):
        return None
    if kind in TEXTS | FEEDS | {EML}:
        return SAME.get(kind, kind)
    if MARKUP.match(head) or kind in PAGES:
        return HTML
    return EML if kind in UNSAID and MAIL.match(head) else TEXT


def is_document(kind: str) -> bool:
    """Whether a type may have the size of a document, rather than of a page."""
    return kind in DOCUMENTS


def _marked(kind: str, head: bytes) -> str | None:
    """By the marks that no text begins with; producers of PDF and DOCX may put something before theirs."""
    if head.lstrip().startswith(b"%PDF-") or (kind == PDF and b"%PDF-" in head):
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(b"PK\x03\x04") and (kind == DOCX or any(name in head for name in WORD)):
        return DOCX
    return None


def _narrow(head: bytes) -> bytes:
    """UTF-16 without the zeros that stand beside its ASCII."""
    wide = any(half.count(0) > MOST_ZEROS * len(half) for half in (head[::2], head[1::2]))
    return head.removeprefix(WIDE[0]).removeprefix(WIDE[1]).replace(b"\0", b"") if wide else head
