"""Everything that happens once before the first person is served."""

import importlib
from functools import lru_cache

from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import select

from domain.shared.outcomes import DomainError
from models.migrate import MigrationError, migrate
from services.settings import settings
from services.unit import look

# Imported before the first request, so that the first person does not wait for them.
_HEAVY = ("pandas", "altair")


@lru_cache(maxsize=1)
def start() -> None:
    """Tables, data, libraries. Calling it again costs nothing.

    Raises:
        DomainError: the database cannot be used.
    """
    start_storage()
    settings().secret_key()
    for name in _HEAVY:
        importlib.import_module(name)


def start_storage() -> None:
    """The database with the current tables; all that the command line needs.

    Raises:
        DomainError: ``serve.database_unreachable`` or ``serve.database_not_migrated``.
    """
    try:
        migrate(settings().database_url)
    except MigrationError as error:
        raise DomainError("serve.database_not_migrated", reason=str(error)) from error
    except (ArgumentError, ValueError) as error:
        raise DomainError("serve.database_address") from error
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise DomainError("serve.database_unreachable", reason=reason) from error


def database_answers() -> bool:
    """Whether the database can be reached right now; a fact for /healthz, never an error."""
    try:
        with look(None) as session:
            return session.exec(select(1)).one() == 1
    except SQLAlchemyError:
        return False
