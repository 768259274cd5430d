"""Discord in: each cog parses, acknowledges, calls one service, and shows one view.

`briefs` (`/brief`, “Brief this”), `listening` (messages and reactions), `buttons` (whatever is pressed, by
`presses`), `guilds` (`/settings`), `digests` (`/digest`), `about` (`/help`, `/privacy`, `/usage`,
`/forget`) and `housekeeping` (what has reached its age) are cogs. The rest is what they share: `asking`
makes requests of interactions and messages, `sources` finds what a message holds, `explaining` turns errors
into answers, `services` is all that they call.
"""
