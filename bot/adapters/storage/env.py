"""What Alembic runs: the revisions, in the transaction that `migrating.py` has begun."""

from alembic import context

from bot.adapters.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True
)
context.run_migrations()
