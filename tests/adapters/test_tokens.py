import os

import pytest

from bot.adapters.tokens import count, ranks_intact


def test_the_shipped_ranks_are_unchanged() -> None:
    assert ranks_intact()


@pytest.mark.parametrize(
    ("text", "tokens"), [("", 0), ("hello world", 2), ("Vladimir Putin met Joe Biden in Geneva.", 9)]
)
def test_texts_are_counted_as_o200k_counts_them(text: str, tokens: int) -> None:
    assert count(text) == tokens


def test_special_tokens_in_an_article_are_ordinary_text() -> None:
    assert count("<|endoftext|>") > 1


def test_a_cache_folder_of_the_operator_leads_to_no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TIKTOKEN_CACHE_DIR", "/nonexistent")
    assert count("one") == 1
