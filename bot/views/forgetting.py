"""What people are asked before they are forgotten."""

from discord import ButtonStyle, ui

from bot.views.layout import LOW, Row, button, framed, told
from bot.views.texts import Texts, fixed

PERSON = fixed(
    "Forget all that is yours, on every server and in direct messages? That is what you asked for, your "
    "briefs with their articles, what you marked as wrong, and your numbers."
)
SERVER = fixed(
    "Forget all of this server? That is its settings, what was asked for here, all briefs with their "
    "articles, what was marked as wrong, and the numbers."
)
LASTING = fixed(
    "It can't be undone. Cards stay in their channels until somebody deletes them; their buttons will no "
    "longer work."
)


def person_card(user_id: int, *, texts: Texts) -> ui.LayoutView:
    """Asks a person whether to forget what is theirs."""
    return _question(PERSON, "forget_person", user_id, texts)


def server_card(guild_id: int, *, texts: Texts) -> ui.LayoutView:
    """Asks a manager whether to forget what is the server's."""
    return _question(SERVER, "forget_server", guild_id, texts)


def _question(question: str, action: str, owner: int, texts: Texts) -> ui.LayoutView:
    yes = button(action, texts.say("Forget"), str(owner), style=ButtonStyle.danger)
    no = button("forget_nothing", texts.say("Cancel"), str(owner))
    return framed([told(texts, texts.say(question), texts.say(LASTING)), Row(yes, no)], LOW)
