"""What each button and select does, by the action in its custom id."""

from collections.abc import Mapping

from bot.cogs.presses.arranging import (
    ask_to_reset,
    choose_channel,
    reset,
    set_daily,
    set_engine,
    set_language,
    set_length,
    set_listening,
    set_roles,
    show_panel,
)
from bot.cogs.presses.asking import ask_question
from bot.cogs.presses.changing import change_language, change_length, set_date
from bot.cogs.presses.forgetting import forget_nothing, forget_person, forget_server
from bot.cogs.presses.judging import ask_what_is_wrong, mark
from bot.cogs.presses.planning import plan_events, show_calendar
from bot.cogs.presses.press import Handler
from bot.cogs.presses.reading import show_page, show_sources
from bot.cogs.presses.withdrawing import cancel, delete

HANDLERS: Mapping[str, Handler] = {
    "ask": ask_question,
    "calendar": show_calendar,
    "cancel": cancel,
    "date": set_date,
    "delete": delete,
    "forget_nothing": forget_nothing,
    "forget_person": forget_person,
    "forget_server": forget_server,
    "language": change_language,
    "length": change_length,
    "mark": mark,
    "page": show_page,
    "schedule": plan_events,
    "set_channel": choose_channel,
    "set_daily": set_daily,
    "set_engine": set_engine,
    "set_language": set_language,
    "set_length": set_length,
    "set_listening": set_listening,
    "set_nothing": reset,
    "set_reset": ask_to_reset,
    "set_roles": set_roles,
    "set_shown": show_panel,
    "sources": show_sources,
    "wrong": ask_what_is_wrong,
}
