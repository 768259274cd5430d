"""Both databases, as for the storage itself."""

from tests.adapters.storage.conftest import lent, storage, url

__all__ = ["lent", "storage", "url"]
