"""Use cases, with the ports (Protocols) that they need beside them.

The way of an article
    `sources`, `links` and `fetching` get it, `cleaning` makes sentences of it, `dating` finds its times;
    `fitting` cuts it into parts that a model can read, `instructions` keeps from models what speaks to them,
    `merging` and `mentions` join what was read, `checks` trace it, `translating` says it in another
    language.
    `briefing` is the whole way, `answering` a question about an article, `batch` the way of many.
A request in Discord
    `intake` keeps it, `gathering` finds what it points at, `making` makes its brief, and the `desk` answers.
    `rules` and `pacing` know who may ask, `quota` what that may take, `queueing` whose turn it is;
    `serving` makes no brief twice a day, `remembering` pays for no step twice, `sharing` does once what many
    want at a time.
What else happens in a guild
    `listening` hears links, `digesting` posts the day's news, `planning` makes server events of a brief's,
    `redating` moves a brief to another day, `managing` keeps settings, `accounting` counts what briefs took,
    `forgetting` leaves nothing of who wants to be forgotten.
Processes
    `leasing` and `watching` share the work out among several, `identifying` their shards' turns;
    `children` and `apart` do what is long in child processes.

`storing` holds the ports to what outlives the process, `wordlists` how word lists are written.
"""
