"""Runs on the connection that models/migrate.py gives. No fileConfig: it would silence the server's log."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

import models  # noqa: F401  # knows every table

connection = context.config.attributes["connection"]


def render_item(kind: str, item: Any, autogenerate: AutogenContext) -> str | Literal[False]:
    """Write our own column types by their short names."""
    if kind == "type" and type(item).__module__ == "models.types":
        autogenerate.imports.add("from models import types")
        return f"types.{type(item).__name__}()"
    return False


context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
    # SQLite's DDL is transactional once the driver leaves transactions to us.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
