"""What a person sees of a view, read from the payload that goes to Discord."""

from collections.abc import Iterator

from discord import ui


def components(view: ui.LayoutView) -> Iterator[dict[str, object]]:
    """All components, nested ones too, as they are sent."""
    yield from _walk(view.to_components())


def texts(view: ui.LayoutView) -> list[str]:
    return [str(component["content"]) for component in components(view) if component["type"] == 10]


def content(view: ui.LayoutView) -> str:
    return "\n".join(texts(view))


def labels(view: ui.LayoutView) -> list[str]:
    """What stands on buttons and in empty selects."""
    named = (component.get("label") or component.get("placeholder") for component in components(view))
    return [str(name) for name in named if name]


def ids(view: ui.LayoutView) -> list[str]:
    return [str(component["custom_id"]) for component in components(view) if "custom_id" in component]


def _walk(found: object) -> Iterator[dict[str, object]]:
    for component in found if isinstance(found, list) else []:
        yield component
        yield from _walk(component.get("components"))
        yield from _walk([component["accessory"]] if "accessory" in component else [])
