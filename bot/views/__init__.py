"""Discord out: cards of Components V2, and forms.

`card` is a brief, made of `passages`, with `actions` below it; `sources`, `calendar`, `answers`, `wrong`
and `progress` are cards beside it. `digest` and `digest_details` are a digest's post, `digest_panel` and
the other `digest_…` what its managers set. `settings`, `about`, `usage` and `forgetting` are panels,
`notices` single sentences, `forms` modals. Below them all: `layout` (components), `paging` (4,000
characters a message), `text` (words from outside, made harmless), `texts` (fixed words in the reader's
language; `elsewhere` knows again what services say), `when` (dates), `languages` and `ids`.
"""
