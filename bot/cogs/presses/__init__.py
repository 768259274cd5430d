"""What each button and select does, by the action in its custom id."""

from collections.abc import Mapping

from bot.cogs.presses.arranging import (
    ask_to_reset,
    ask_zone,
    choose_channel,
    list_digests,
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
from bot.cogs.presses.digest_feeding import (
    ask_feeds,
    ask_list,
    export_feeds,
    remove_feeds,
    set_briefs,
    set_links,
    show_feeds,
)
from bot.cogs.presses.digest_setting import (
    ask_filters,
    ask_time,
    set_channel,
    set_days,
    set_silence,
    set_stories,
    set_story_language,
    set_story_length,
)
from bot.cogs.presses.digested import show_digest_page, show_events, show_evidence, show_stories
from bot.cogs.presses.digesting import (
    ask_to_delete,
    delete_digest,
    pause,
    preview,
    resume,
    run_now,
    show_digest,
)
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
    "digest_add": ask_feeds,
    "digest_ask": ask_to_delete,
    "digest_briefs": set_briefs,
    "digest_calendar": show_events,
    "digest_channel": set_channel,
    "digest_count": set_stories,
    "digest_days": set_days,
    "digest_delete": delete_digest,
    "digest_export": export_feeds,
    "digest_feeds": show_feeds,
    "digest_filters": ask_filters,
    "digest_import": ask_list,
    "digest_language": set_story_language,
    "digest_length": set_story_length,
    "digest_links": set_links,
    "digest_now": run_now,
    "digest_page": show_digest_page,
    "digest_pause": pause,
    "digest_preview": preview,
    "digest_remove": remove_feeds,
    "digest_resume": resume,
    "digest_show": show_digest,
    "digest_silence": set_silence,
    "digest_sources": show_evidence,
    "digest_story": show_stories,
    "digest_time": ask_time,
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
    "set_digests": list_digests,
    "set_engine": set_engine,
    "set_language": set_language,
    "set_length": set_length,
    "set_listening": set_listening,
    "set_nothing": reset,
    "set_reset": ask_to_reset,
    "set_roles": set_roles,
    "set_shown": show_panel,
    "set_zone": ask_zone,
    "sources": show_sources,
    "wrong": ask_what_is_wrong,
}
