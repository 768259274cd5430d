"""The shape of an answer: a JSON schema for endpoints that enforce one, an example for those that don't.

The schema keeps to what all of them take: every field required, nullable instead of optional, no other
fields, no limits on numbers or lengths.
"""

import json
from functools import cache

from pydantic import BaseModel

Schema = dict[str, object]


@cache
def schema_of(answer: type[BaseModel]) -> Schema:
    """The JSON schema of an answer, without references and titles."""
    raw = answer.model_json_schema()
    definitions = raw.get("$defs", {})
    assert isinstance(definitions, dict)
    return _plain(raw, definitions)


@cache
def shape_of(answer: type[BaseModel]) -> str:
    """The same as an example: `{"text": "…", "sentences": [1]}`."""
    return json.dumps(_example(schema_of(answer)), ensure_ascii=False)


def _plain(node: Schema, definitions: dict[str, Schema]) -> Schema:
    if "$ref" in node:
        return _plain(definitions[str(node["$ref"]).rsplit("/", 1)[-1]], definitions)
    if isinstance(options := node.get("anyOf"), list):
        return {"type": [option["type"] for option in options]}
    if isinstance(properties := node.get("properties"), dict):
        fields = {name: _plain(field, definitions) for name, field in properties.items()}
        return {
            "type": "object",
            "properties": fields,
            "required": list(fields),
            "additionalProperties": False,
        }
    if isinstance(items := node.get("items"), dict):
        return {"type": "array", "items": _plain(items, definitions)}
    return {key: node[key] for key in ("type", "enum") if key in node}


def _example(schema: Schema) -> object:
    if isinstance(properties := schema.get("properties"), dict):
        return {name: _example(field) for name, field in properties.items()}
    if isinstance(items := schema.get("items"), dict):
        return [_example(items)]
    if isinstance(words := schema.get("enum"), list):
        return "|".join(words)
    return {"integer": 1, "boolean": True, "string": "…"}.get(str(schema["type"]), "… or null")
