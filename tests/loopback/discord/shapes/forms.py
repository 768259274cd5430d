"""Modals as people fill them in (docs: Modal Submit Data Structure)."""

from tests.loopback.discord.shapes.limits import LABEL, ROW, TEXT, TEXT_INPUT, Component, Modal
from tests.loopback.discord.shapes.wire import Json


def filled(modal: Json, values: dict[str, str | list[str]]) -> list[Json]:
    """The modal's fields with their values, in order; a field without one is left as it was."""
    return [_filled(part, values) for part in Modal.model_validate(modal).components]


def _filled(part: Component, values: dict[str, str | list[str]], label: str | None = None) -> Json:
    if part.type == LABEL:
        assert part.component is not None
        return {"type": LABEL, "id": part.id, "component": _filled(part.component, values, part.label)}
    if part.type == ROW:
        return {"type": ROW, "id": part.id, "components": [_filled(one, values) for one in part.components]}
    if part.type == TEXT:
        return {"type": TEXT, "id": part.id}
    known: Json = {"type": part.type, "id": part.id, "custom_id": part.custom_id}
    names = (part.custom_id, part.label, label)
    value = next((values[name] for name in names if name is not None and name in values), None)
    if part.type == TEXT_INPUT:
        return {**known, "value": value or ""}
    return {**known, "values": value if isinstance(value, list) else [value] if value else []}
