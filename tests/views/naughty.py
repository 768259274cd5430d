"""Texts that try to be something else in Discord."""

import json
from pathlib import Path

MARKUP = (
    "**bold** *italic* __underline__ ~~strike~~ ||spoiler|| `code`",
    "```py\nprint(1)\n```",
    "# heading",
    "-# small",
    "> quote",
    ">>> quotes",
    "- list",
    "+ list",
    "1. list",
    "2) list",
    "[click](https://evil.example/a)",
    "[click](<https://evil.example/a>)",
    "https://evil.example/x?y=1",
    "<https://evil.example/x>",
    "steam://run/1",
    "discord.gg/abc https://discord.com/invite/abc",
    "discord.new/abc",
    "@everyone @here @\u200deveryone @Everyone",
    "<@1234> <@!1234> <@&1234> <#1234>",
    "<t:1700000000:R> </brief:1234> <id:guide> <:smile:1234> <a:wave:1234> :smile: :+1:",
    "mailto:a@b.example <mail@evil.example> <+15551234>",
    "\\*not\\* \\\\ \\",
    "snake_case_name 5*3*2 a~b 18:30 10:00-12:00 1/2 C:\\dir",
    "\u202ereversed\u202c \u2066isolated\u2069 \ufeffzero\u200bwidth\u2060",
    "line\nbreak\r\n\x1b[31mred\x00\x07",
    "سلام **دنیا** NATO-2 ۱۲٪",
    "שלום [קישור](https://evil.example)",
    "नमस्ते दुनिया क्‍ष",
    "北京的新闻，发布会将于周五举行。",
    "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇳 ❤️",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "\ud800 half a pair",
    "{0} {n} {date} %s %(n)s",
    "x" * 1200,
    "word " * 250,
    "***" * 200,
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 " * 60,
)


def naughty(eval_data: Path | None) -> tuple[str, ...]:
    """Our own, and the big list of naughty strings where it is at hand."""
    if eval_data is None:
        return MARKUP
    return (*MARKUP, *json.loads((eval_data / "text" / "blns.json").read_text(encoding="utf-8")))
