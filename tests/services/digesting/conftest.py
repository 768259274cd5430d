"""Both databases, as for the storage itself."""

from tests.adapters.storage.conftest import storage, url

__all__ = ["storage", "url"]
