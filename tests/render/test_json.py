import json

from bot.domain.brief import Brief
from bot.render.json import brief_document, line


def test_the_document_is_the_contract_key_by_key(brief: Brief) -> None:
    document = json.loads(line(brief_document(brief)))
    assert document == {
        "schema": "briefer.brief/1",
        "article": {
            "title": "Malawi, Tanzania to revive lake boundary commission",
            "url": "https://news.example/lake",
            "site": None,
            "author": None,
            "language": "en",
            "words": brief.article.words,
            "reading_minutes": 1,
            "published": "2025-03-04",
            "published_from": "dateline",
            "removed": ["Share this", "Leave a Reply"],
            "parts": 1,
            "parts_read": 1,
        },
        "language": "en",
        "confidence": "normal",
        "summary": [
            {"text": brief.article.sentence(1).text, "original": None, "sentences": [1]},
            {"text": brief.article.sentence(3).text, "original": None, "sentences": [3, 2]},
        ],
        "actors": [
            {
                "name": "Chikondi Mbewe",
                "kind": "person",
                "role": "chief negotiator",
                "aliases": ["Mbewe"],
                "mentions": 1,
                "sentences": [2],
            },
            {
                "name": "Malawi",
                "kind": "state",
                "role": None,
                "aliases": ["Lilongwe"],
                "mentions": 1,
                "sentences": [1],
            },
            {
                "name": "Tanzania",
                "kind": "state",
                "role": None,
                "aliases": [],
                "mentions": 1,
                "sentences": [1],
            },
        ],
        "events": [
            {
                "what": "the Joint Boundary Commission would convene",
                "where": "Mzuzu",
                "who": ["Malawi", "Tanzania"],
                "status": "scheduled",
                "when": {
                    "phrase": "from 18 to 20 March",
                    "edtf": "2025-03-18/2025-03-20",
                    "start": "2025-03-18",
                    "end": "2025-03-20",
                    "precision": "days",
                    "timezone": None,
                    "anchor": "dateline",
                },
                "past": False,
                "sentences": [2],
            },
            {
                "what": "hand over their charts",
                "where": None,
                "who": [],
                "status": "expected",
                "when": {
                    "phrase": "no later than March 14",
                    "edtf": "../2025-03-14",
                    "start": None,
                    "end": "2025-03-14",
                    "precision": "day",
                    "timezone": None,
                    "anchor": None,
                },
                "past": True,
                "sentences": [3],
            },
            {
                "what": "a second round",
                "where": None,
                "who": [],
                "status": "cancelled",
                "when": {
                    "phrase": "shortly afterwards",
                    "edtf": None,
                    "start": None,
                    "end": None,
                    "precision": "unknown",
                    "timezone": None,
                    "anchor": None,
                },
                "past": False,
                "sentences": [4],
            },
        ],
        "notes": ["“June 1400” read as June 2021 (Solar Hijri)"],
        "withheld": [{"kind": "actor", "text": "Nobody", "reason": "the name is not in the article"}],
        "checks": {"statements": 2, "traced": 2, "withheld": 0},
        "sentences": {str(sentence.id): sentence.text for sentence in brief.article.sentences},
        "engine": {"name": "offline", "model": None, "prompts": {}, "fallback": None},
        "usage": {
            "calls": 0,
            "prompt_tokens": 0,
            "completion_tokens": 0,
            "cost_usd": None,
            "seconds": 0.21,
        },
    }


def test_text_is_written_as_it_is_and_half_a_surrogate_pair_does_no_harm() -> None:
    assert line({"name": "Žižek"}) == '{"name": "Žižek"}\n'.encode()
    assert json.loads(line({"id": "\ud83d"})) == {"id": "\ud83d"}
