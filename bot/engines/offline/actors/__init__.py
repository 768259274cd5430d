from bot.engines.offline.actors.find import find_actors
from bot.engines.offline.actors.unparsed import find_names

__all__ = ["find_actors", "find_names"]
