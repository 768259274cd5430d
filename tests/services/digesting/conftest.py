"""Both databases, as for the storage itself."""

from tests.adapters.storage.conftest import server, storage, url

__all__ = ["server", "storage", "url"]
