"""The web: links fetched so that a stranger's link can't reach inside, fill the memory or hold up others."""
