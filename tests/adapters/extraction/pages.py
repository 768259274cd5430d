"""Pages to read: an article as sites print them, with what stands around it."""

SENTENCES = (
    "The council met on Monday and agreed, after a long debate, to open the bridge before the end of June.",
    "The mayor said that nobody had believed in it, and that he would be the first to walk across.",
    "A second bridge is planned for the harbour, where the old one fell into the water last winter.",
    "Engineers from three countries worked on the piers, which stand forty metres deep in the mud.",
    "Traffic will be counted for a year, said the port authority, before a toll is decided upon.",
)
HEAD = """<meta charset="utf-8"><title>Bridge to open in June | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="og:title" content="Bridge to open in June">
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-02T09:30:00Z">"""
AROUND = (
    """<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>"""
)
BELOW = """<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Ferry sinks in the night</a></li></ul></aside>
<footer><p>Copyright The Courier</p><a href="/terms">Terms</a></footer>"""


def article(paragraphs: int = 5, head: str = HEAD, inside: str = "") -> bytes:
    text = "".join(f"<p>{SENTENCES[i % len(SENTENCES)]}</p>" for i in range(paragraphs))
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{AROUND}<main><article>'
        f"<h1>Bridge to open in June</h1>{inside}{text}</article></main>{BELOW}</body></html>"
    ).encode()


ARTICLE = article()
