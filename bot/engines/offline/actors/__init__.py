from bot.engines.offline.actors.find import find_actors

__all__ = ["find_actors"]
