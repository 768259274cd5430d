"""What a line is beside its neighbours; `refine` holds all rules of a page, in order."""

from collections import Counter

from bot.services.cleaning.bylines import author, bare_name, clock, dated
from bot.services.cleaning.endings import drop_boilerplate, drop_comments
from bot.services.cleaning.judging import Verdict
from bot.services.cleaning.kinship import Kinship
from bot.services.cleaning.lines import Line
from bot.services.cleaning.openings import POINT, STANDFIRST, drop_head, find_author, find_title
from bot.services.cleaning.page import Page
from bot.services.cleaning.strangers import drop_strangers
from bot.services.cleaning.voices import drop_voices

TEASER = 25
"""Words below which a sentence can be a teaser for another page."""


def refine(page: Page, given_title: str | None) -> None:
    """Find title and author, and refine the verdicts."""
    drop_comments(page)
    drop_boilerplate(page)
    find_title(page, given_title)
    find_author(page)
    drop_voices(page)
    drop_repeats(page)
    drop_links(page)
    drop_surrounded(page)
    drop_head(page)
    drop_strangers(page)
    drop_tail(page)


def drop_repeats(page: Page) -> None:
    """Copies of the title and lines printed twice go; of longer running text the first copy stays."""
    counts = Counter(line.key for line in page.lines)
    title = None if page.title is None else page.lines[page.title].key
    seen = {title}
    for i, line, verdict in page:
        again = counts[line.key] > 1
        if verdict is Verdict.TEXT:
            again = line.key in seen and line.size >= STANDFIRST
        if (again or line.key == title) and line.size > 1 and not clock(line):
            page.drop(i)
        seen.add(line.key)


def drop_links(page: Page) -> None:
    """The lines below the head of a list of links, up to the next paragraph."""
    inside = False
    for i, line, verdict in page:
        link = verdict is not Verdict.TEXT or (line.size < TEASER and (line.bullet or not line.stops))
        inside = verdict is Verdict.BLOCK or (inside and link)
        if inside and verdict in (Verdict.PLAIN, Verdict.TEXT):
            page.drop(i)


def drop_surrounded(page: Page) -> None:
    """Short lines between lines of the page, and names and dates beside one."""
    messy = page.messy()
    for run in _runs(page):
        above = page.is_furniture(run.start - 1)
        below = page.is_furniture(run.stop) or run.stop == len(page.lines)
        for i in run:
            line = page.lines[i]
            label = (dated(line) and not clock(line)) or bare_name(line) or author(line)
            point = line.bullet and line.size >= POINT
            if (above and below and messy and not point) or ((above or below) and label):
                page.drop(i)


def _runs(page: Page) -> list[range]:
    """Runs of short, undecided lines."""
    edges = [i for i in range(len(page.lines) + 1) if page.is_plain(i) != page.is_plain(i - 1)]
    return [range(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def drop_tail(page: Page) -> None:
    """Short lines below the text: links, names, places of the site."""
    body, messy = page.body(), page.messy()
    if not body:
        _drop_labels(page)
        return
    kin, listed = Kinship(page.lines[: body.stop]), _listed(page, body.stop)
    for i in range(body.stop, len(page.lines)):
        line = page.lines[i]
        if i in listed and any(map(kin.akin, (page.lines[k] for k in listed))):
            continue
        lone = i == body.stop and line.size >= STANDFIRST and kin.akin(line)
        if page.verdicts[i] is Verdict.PLAIN and not lone and (messy or line.size < POINT):
            page.drop(i)


def _listed(page: Page, start: int) -> list[int]:
    """The lines of the first list below the text: dates with what they bring, or points below a heading."""
    entries = [i for i in range(start, len(page.lines)) if page.is_plain(i) and _entry(page, i)]
    run = [i for at, i in enumerate(entries) if i == entries[0] + at]
    return run if len(run) > 1 else []


def _entry(page: Page, i: int) -> bool:
    """“Sat 15 Aug: Rovers (H), 3pm”; “- Board meets on 7 May” right below “Key points:” or another point."""
    line, above = page.lines[i], page.lines[i - 1]
    day, _, rest = line.text.partition(": ")
    headed = above.bullet or (page.is_plain(i - 1) and above.text.endswith(":"))
    return headed if line.bullet else bool(rest) and dated(Line(day))


def _drop_labels(page: Page) -> None:
    """Without any running text only lines that could be a headline are worth keeping."""
    for i, line, verdict in page:
        if verdict is Verdict.PLAIN and line.size <= POINT:
            page.drop(i)
