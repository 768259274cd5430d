"""Outside things, behind the ports that services declare.

What an article is read from
    `web` fetches links, `extraction` finds the article of a page, `documents` reads PDF, Word, mail and
    RTF, `feeds` news feeds. `files` takes bytes of any kind and `kinds` tells which they are, `loading`
    gets them from a path, `markdown` reads that kind, `plain` reads small texts without a
    child process, `claims` an article and a reading as JSON, and `confining` holds a child process to its
    limits.
What a language model needs
    `prompts` and `tokens`, and `models`: windows and prices.
What outlives a process
    `storage` (SQLAlchemy on SQLite or PostgreSQL) and `jobs` (DBOS); `naming` gives each process its name.
What an operator sees
    `logs`, `metrics`, `health`.
"""
