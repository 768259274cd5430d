"""Feeds: fetched like any link of a stranger, parsed in a child process, and their lists (OPML)."""
