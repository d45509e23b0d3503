"""Everything that happens once before the first person is served."""

import importlib
from functools import lru_cache

from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import select

from catalog.reader import CatalogError
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual
from models.migrate import MigrationError, migrate
from services.catalog import catalog
from services.settings import settings
from services.unit import look
from words import LANGUAGES, say

# Imported before the first request, so that the first person does not wait for them.
_HEAVY = ("pandas", "altair", "services.exchange")


@lru_cache(maxsize=1)
def start() -> None:
    """Data and tables: what must be right before anybody is served. Calling it again costs nothing.

    Raises:
        DomainError: the database cannot be used.
    """
    read_catalog()
    start_storage()
    settings().secret_key()


def preload() -> None:
    """Libraries that pages need, so that the first person does not wait for them."""
    for name in _HEAVY:
        importlib.import_module(name)


def read_catalog() -> None:
    """Everything in `data/` and `contract_templates/`.

    Raises:
        DomainError: ``catalog.refused``: a file is malformed; says file, key, reason and mend.
    """
    try:
        catalog()
    except CatalogError as error:
        raise DomainError(
            "catalog.refused", file=error.file, key=error.key or "–", reason=_reason(error)
        ) from error


def _reason(error: CatalogError) -> Bilingual:
    """What is wrong with a data file and how to mend it."""
    given = {name: str(value) for name, value in error.values.items()}
    return Bilingual(
        **{language: say(language, f"catalog.{error.reason}", **given) for language in LANGUAGES}
    )


def start_storage() -> None:
    """The database with the current tables; all that the command line needs.

    Raises:
        DomainError: ``serve.database_unreachable`` or ``serve.database_not_migrated``.
    """
    settings().prepare_home()
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
