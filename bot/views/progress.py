"""How far a brief is, where the brief will stand."""

from discord import ui

from bot.services.briefing import Stage
from bot.views.layout import CALM, button, framed
from bot.views.texts import Texts

STEPS = 10
"""Squares of the bar."""


def progress_card(
    request_id: str, stage: Stage | None = None, done: int = 0, of: int = 0, *, texts: Texts
) -> ui.LayoutView:
    """What is being done, with a button to cancel; without a stage, that the request has arrived."""
    said = texts.known(stage) if stage else texts.say("On it…")
    bar = ""
    if stage is Stage.READING and of > 1:
        said = texts.count("Reading {n} part, {done} done…", "Reading {n} parts, {done} done…", of, done=done)
        bar = f"\n-# {_bar(done, of)}"
    cancel = button("cancel", texts.say("Cancel"), request_id)
    return framed([ui.Section(f"{texts.line(said)}{bar}", accessory=cancel)], CALM)


def _bar(done: int, of: int) -> str:
    full = min(STEPS, STEPS * done // of)
    return "▰" * full + "▱" * (STEPS - full)
