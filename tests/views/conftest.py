"""Briefs as they are kept."""

from datetime import UTC, datetime

import pytest

from bot.domain.brief import Brief
from bot.domain.kept import KeptBrief
from bot.domain.request import Asker, Options
from bot.views.texts import Texts
from tests.views.briefs import full_brief


@pytest.fixture
def brief() -> Brief:
    return full_brief()


@pytest.fixture
def kept(brief: Brief) -> KeptBrief:
    made = datetime(2026, 11, 26, 12, tzinfo=UTC)
    return KeptBrief("Zk3f-Q9_a", brief, Asker(1), Options(), 2, made, source_url=brief.article.url)


@pytest.fixture
def texts() -> Texts:
    return Texts()
