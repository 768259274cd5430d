"""Links: found in messages, brought into one form, and led back to the page's own address.

Addresses are parsed as browsers do (WHATWG URL, https://url.spec.whatwg.org).
"""

import re
from collections.abc import Iterator

from ada_url import URL

from bot.domain.errors import UnusableSource

MAX_LENGTH = 2048
"""Characters of a link; longer ones break caches and servers (RFC 9110 §4.1 asks for at least 8,000)."""

LINK = re.compile(
    r"""
      ```.*?``` | `[^`\n]*`                                    # code: its links are no links
    | \[ [^\[\]\n]{0,1000} \] \( \s* <? (?P<target> https?:// [^\s<>"`]+ )
    | < (?P<angled> https?:// [^\s<>]+ ) >
    | (?<![A-Za-z0-9]) (?P<bare> https?:// [^\s<>"`“”„«»‹›。，、；！？」』】》｜\u2028\u2029]+ )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
PAIRS = {")": "(", "]": "[", "}": "{", "）": "（"}
NEVER_LAST = ".,:;!?…'’‘*~|"
"""Punctuation and Discord's markup, which end the sentence or the markup around a link."""

TRACKING = re.compile(
    r"""
    (?: utm | mtm | pk | piwik | matomo | hmb | ns | hsa | stm | at | guce ) _ .+
    | fbclid | fb_(?:action_ids|action_types|ref|source) | mibextid | igsh | igshid
    | gclid | gclsrc | gbraid | wbraid | dclid | gad_(?:source|campaignid) | srsltid | _ga | _gl | guccounter
    | msclkid | yclid | ysclid | twclid | ttclid | li_fat_id | epik | _openstat
    | __twitter_impression | ref_src | ref_url
    | mc_[ce]id | _hsenc | _hsmi | hsctatracking | mkt_tok | oly_(?:enc|anon)_id | vero_(?:id|conv) | __s
    | ml_subscriber(?:_hash)? | ck_subscriber_id | wickedid | rb_clickid | trk | trkcampaign | s_cid | sc_cid
    | smid | smtyp | taid | cmpid | ocid | ito | xtor | wt_z?mc | sr_share | share_token | spm
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Parameters that say where a click came from, never what a page shows."""

VARIANT_HOST = re.compile(r"(?:m|mobile|amp)\.|.*\.m\.|(?:.*\.)?(?:ampproject\.org|amp\.dev)$")
VARIANT_PATH = re.compile(r"(?:^|/)amp(?:/|$)|[./]amp(?:\.html?)?$", re.IGNORECASE)
VARIANT_QUERY = re.compile(r"(?:^|&)(?:amp(?:=[^&]*)?|output_?type=amp)(?:&|$)", re.IGNORECASE)


def find_links(message: str) -> tuple[str, ...]:
    """The http and https links of a message, as written, each page once, in order; none from code."""
    found = {normalised: link for link in reversed(list(_links(message))) if (normalised := _or_none(link))}
    return tuple(reversed(found.values()))


def normalise(link: str) -> str:
    """The one form of a link: no fragment, tracking or default port; `bad_link` when it can't be fetched.

    Names are in their ASCII form (punycode), paths and queries percent-encoded as a browser sends them.
    """
    url = _parsed(link)
    url.hash = ""
    url.search = _untracked(url.search)
    return _short(url.href)


def resolve(base: str, reference: str) -> str:
    """Where a reference on a page or in a redirect leads, without its fragment; `bad_link` as above."""
    url = _parsed(reference, base)
    url.hash = ""
    return _short(url.href)


def canonical_link(page: str, canonical: str) -> str | None:
    """The page's own address, normalised, when its canonical names another one that can be believed.

    A front page is no canonical for an article, nor is http for a page that came by https. Whoever fetches it
    fetches it like any link: checked again.
    """
    try:
        found = normalise(resolve(page, canonical.strip()))
    except UnusableSource:
        return None
    ours, theirs = URL(normalise(page)), URL(found)
    if theirs.pathname == "/" and not theirs.search and (ours.pathname != "/" or ours.search):
        return None
    if theirs.protocol == "http:" and ours.protocol == "https:":
        return None
    return found if found != ours.href else None


def is_variant(page: str) -> bool:
    """Whether an address looks like a page's AMP or mobile edition, whose canonical is worth fetching."""
    url = URL(page)
    return bool(
        VARIANT_HOST.match(url.hostname)
        or VARIANT_PATH.search(url.pathname)
        or VARIANT_QUERY.search(url.search.removeprefix("?"))
    )


def _links(message: str) -> Iterator[str]:
    place = 0
    while match := LINK.search(message, place):
        place = match.end()
        if match["angled"]:
            yield match["angled"]
        elif kind := match.lastgroup:
            link = _trimmed(match[kind], message[: match.start()][-1:])
            place = match.start(kind) + len(link)
            yield link


def _trimmed(link: str, before: str) -> str:
    """Without the end of the sentence, of the bracket or of the markup that the link stands in."""
    link = _balanced(link.partition("||")[0])
    last = NEVER_LAST + (before if before == "_" else "")
    return link.rstrip(last)


def _balanced(link: str) -> str:
    """Up to the first bracket that closes what the link did not open."""
    opened: list[str] = []
    for place, sign in enumerate(link):
        if sign in PAIRS.values():
            opened.append(sign)
        elif sign in PAIRS and (not opened or opened.pop() != PAIRS[sign]):
            return link[:place]
    return link


def _or_none(link: str) -> str | None:
    try:
        return normalise(link)
    except UnusableSource:
        return None


def _parsed(link: str, base: str | None = None) -> URL:
    if len(link) > MAX_LENGTH:
        raise _too_long()
    try:
        url = URL(link.strip(), base)
    except ValueError as error:
        raise _bad() from error
    if url.protocol not in {"http:", "https:"} or not url.hostname:
        raise _bad()
    if url.username or url.password:
        raise UnusableSource(
            "Links with a user name or password in them are not fetched: give the link without it.",
            "bad_link",
        )
    return url


def _untracked(search: str) -> str:
    pairs = search.removeprefix("?").split("&")
    return "&".join(pair for pair in pairs if not TRACKING.fullmatch(pair.partition("=")[0]))


def _short(link: str) -> str:
    if len(link) > MAX_LENGTH:
        raise _too_long()
    return link


def _too_long() -> UnusableSource:
    return UnusableSource(
        f"This link has more than {MAX_LENGTH:,} characters: give a shorter one.", "bad_link"
    )


def _bad() -> UnusableSource:
    return UnusableSource(
        "This is no link to a web page: give one that begins with http:// or https://.", "bad_link"
    )
