"""Sentences that services and adapters say, so that the catalogs have them too.

In place of what differs from time to time stands its name in braces; a test holds each one against the code.
"""

ERRORS = (
    "Something went wrong on our side; nothing of yours was lost.",
    "These were many requests in a short time: ask again at {when}.",
    "This text takes more than may be read here in a day: give a smaller part.",
    "You have used up what you may have read in a day: ask again at {FREES}.",
    "This server has used up what it may have read in a day: ask again at {FREES}.",
    "I have used up what I may spend in a day: ask again at {FREES}.",
    "The site asks for a subscription; paste the text and I will brief that.",
    "The site wants to see that a person is reading; paste the text and I will brief that.",
    "The site asks for agreement or a login before it shows its text; paste the text and I will brief that.",
    "The page builds its text in a browser; paste the text and I will brief that.",
    "The site says that this page does not exist: check the link.",
    "No article was found on this page: open the article itself and save that, or paste its text.",
    "This page is empty: paste the article's text.",
    "This takes too much time or memory to read: give a smaller part, or paste the text.",
    "This takes too long to read: give it in parts.",
    "There is no text in this: paste an article, or give a file that has one.",
    "This is not text: give a text file, a Markdown file or a saved page.",
    "This can't be read: give another copy, or paste its text.",
    "Files of the kind {kind} can't be read: give {others}, or paste the text.",
    "This {kind} is locked with a password: give one without, or paste its text.",
    "This {kind} is damaged: give another copy, or paste its text.",
    "There is no text in this {kind}: give one that has some, or paste it.",
    "This {kind} is too large: give a smaller part, or paste its text.",
    "This PDF holds only pictures of pages: give one with text in it, or paste the text.",
    "The site sent this page in a form that can't be read: paste the text.",
    "The site sent this page damaged: try again later, or paste the text.",
    "This link can't be read: check it.",
    "This link leads to an address that is not on the public web, so it is not fetched.",
    "Links are fetched from the usual ports only: 80 for http and 443 for https.",
    "The site can't be reached: check the link, or try again later.",
    "The site does not show this page to programs: paste the text and I will brief that.",
    "The site asks programs not to fetch this page by themselves.",
    "The site asks us to wait: try again later, or paste the text.",
    "The site took longer than {seconds} seconds: try again later, or paste the text.",
    "This has more than {limit} MB: paste the part that you want briefed.",
    "This link was redirected more than {most} times: give the page's own address.",
    "This link leads to no article{what}: give a page, a text or a PDF, DOCX, EML or RTF file.",
    "There is no page at this link (any more): check it, or paste the text.",
    "The site answered with an error ({status}): try again later, or paste the text.",
    "The site's certificate can't be trusted, so the page was not read.",
    "Ask a question about the article.",
    "A question may have {most} characters; ask a shorter one.",
    "This holds only menus, notices and links, no article text: paste the article itself.",
    "This repeats the same few words: paste the article itself.",
    "This link has more than {most} characters: give a shorter one.",
    "This is no link to a web page: give one that begins with http:// or https://.",
    "Links with a user name or password in them are not fetched: give the link without it.",
    "This has more than {most} characters: give it in parts.",
    "I can't read this date: give it as 2026-03-01.",
    "Give me one thing at a time: a link, a text or a file.",
    "This message has no link, text or file that I can brief.",
    "There is nothing to brief: paste a text or add a file.",
    "I don't know this language: choose one of the list, or give its code.",
    "The text of this article is kept for a day, and that is over: ask for a new brief first.",
    "You need the permission to create events on this server.",
    "I need the permission “Create Events” on this server; its managers can give it.",
    "This brief is no longer kept; ask for a new one.",
    "Only the person who asked can cancel, and only while I am at work.",
    "Only the person who asked and moderators can delete this brief.",
    "The file is no longer there; attach it again.",
    "The text is kept for a day, and that is over; paste it again.",
    "On this server only people with certain roles may ask me; its managers know which.",
    "You have had your {daily} briefs of the last 24 hours here; try again later.",
    "The article does not say.",
    "This took longer than Discord waits for an answer here: ask again with a shorter text.",
)
"""Why there is no brief."""

FAULTS = (
    "Nothing that the language model said could be traced to the article.",
    "The model's answer was cut off before its end.",
    "The model did not answer in the form it was asked for.",
    "The model declined to read this article.",
    "The model found nothing to say about this article.",
    "The endpoint's content filter stopped this article.",
    "{host} did not answer in time; try again later.",
    "{host} has too many requests at the moment; try again in a minute.",
    "{host} is out of order at the moment; try again in a minute.",
    "{host} broke off its answer; try again in a minute.",
)
"""Why the language model did not read."""

NOTES = (
    "{failed} of {parts} parts could not be read: {reason}",
    "{shown} of {all} named actors are listed, the most mentioned first.",
    (
        "The embedded engine has no model for this article's language: sentences were chosen by their "
        "words alone, names by their spelling, and only plain dates were read."
    ),
    "Not translated into {target}: {reason}",
    "that needs a language model.",
    "no line of the translation could be verified.",
    "Translated from {source} into {target} by a language model; the evidence is in the article's language.",
    "{left} of {all} lines could not be verified in translation and stand as they were.",
    "{statements} sentences speak to whoever sums the article up; they were not read.",
    "1 sentence speaks to whoever sums the article up; it was not read.",
    "“{phrase}” read as {date} ({calendar})",
    "The given date “{date}” can't be read.",
)
"""What is noted below a brief."""

REASONS = (
    "it cites no sentence of the article",
    "its name is not in the article",
    "its words are not in the cited sentences",
    "its time is not in the cited sentences",
    "“{words}” is not in the cited sentences",
    "“{words}” is not in the article",
    "“{words}” is not a quotation from the cited sentences",
    "“{words}” of its role is not printed for it",
    "the article does not print “{words}” here",
    "it leaves out “{left}” before “{words}”",
    "it says “{words}” where the cited sentences do not",
    "it says “{words}”, the cited sentences say the opposite",
    "it says “{words}”, the cited sentences say “{others}”",
    "the cited sentences deny “{words}”",
    "it carries a link",
    "it carries a mention",
    "it carries markup or hidden characters",
    "it is an instruction, not news",
    "it repeats words to whoever sums the article up, not news",
    "it is a sentence, not a name",
    "it is empty",
    "a second reader did not find all of it in the sentences it cites",
    "nothing in the cited sentences says that it is {status}",
    "the cited sentences give this office to {other}, not to {name}",
    "the cited sentences say this of {other}, not of {name}",
)
"""Why a claim is withheld."""

DIGESTS = (
    "The channel is gone, or I may not see it any more.",
    "I may not write in the channel any more.",
    "I was not running when this was due.",
    "This could not be put together; the operator of this bot finds the reason in its log.",
)
"""What became of digests."""

SENTENCES = (*ERRORS, *FAULTS, *NOTES, *REASONS, *DIGESTS)
