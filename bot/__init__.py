"""Briefer. Imports point inwards: each layer below knows only those beneath it.

`__main__`, `commands`
    The command line; `edge` meets the shell (streams, exit codes), `progress` shows how far a command is.
`running`, `doctor`, `demonstration`
    The bot as a process, from the token to the last answer: `starts` and `watchdog` keep it from crash
    loops and silence. A look at the installation. The bot in a simulated Discord.
`bootstrap`, `settings`
    Settings in, wired services out; nothing else reads settings.
`client`, `cogs`, `delivery`, `posting`
    Discord: the client with its commands and buttons; answers to requests and posts of digests as messages.
    `registry`, `translator`, `sharding` and `addresses` say which commands Discord has, in which languages,
    which servers a process is told of, and where Discord is.
`views`, `render`
    What people are shown in Discord; on a terminal, as JSON, and as a calendar.
`engines`, `adapters`
    The two readers of articles; one module or package for each outside thing: the web, files, databases,
    jobs.
`services`
    What happens to an article, a request and a digest, with the ports that adapters fill.
`domain`
    What an article, a brief and a request are; standard library only.
"""
