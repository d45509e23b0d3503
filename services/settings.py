"""The settings of an installation, from the environment, each with a default that works."""

import os
import re
import secrets
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.shared.outcomes import DomainError
from models.engine import sqlite_url

CHECKOUT = Path(__file__).resolve().parent.parent
_SECRET_BYTES = 32
_WHOLE_KEY = re.compile(rf"[0-9a-f]{{{2 * _SECRET_BYTES},}}")
_OWNER_ALONE = 0o700


class Settings(BaseSettings):
    """What an operator may set.

    Attributes:
        home: runtime files: the database, the secret key (KEFU_HOME, default ``var`` in the checkout).
        address: where the portal listens (KEFU_ADDRESS); this machine only unless told otherwise.
        port: KEFU_PORT.
        secure_cookies: cookies only over https (KEFU_SECURE_COOKIES): ``auto`` follows the request.
        database: DATABASE_URL; empty means an SQLite file in `home`.
    """

    model_config = SettingsConfigDict(frozen=True)

    home: Path = Field(default=CHECKOUT / "var", validation_alias="KEFU_HOME")
    address: str = Field(default="127.0.0.1", validation_alias="KEFU_ADDRESS")
    port: int = Field(default=8600, ge=1, le=65535, validation_alias="KEFU_PORT")
    secure_cookies: Literal["auto", "on", "off"] = Field(
        default="auto", validation_alias="KEFU_SECURE_COOKIES"
    )
    database: str = Field(default="", validation_alias="DATABASE_URL")

    @property
    def database_url(self) -> str:
        """The database in use."""
        return self.database or sqlite_url(self.home / "kefu.sqlite")

    def prepare_home(self) -> None:
        """Make the folder of the runtime files, or close it to everybody else; a folder shared by all stays."""
        self.home.mkdir(parents=True, exist_ok=True, mode=_OWNER_ALONE)
        # `make demo` may have made it open; another owner's folder is not ours to change.
        if not self.home.stat().st_mode & stat.S_ISVTX:
            with suppress(PermissionError):
                self.home.chmod(_OWNER_ALONE)

    def secret_key(self) -> str:
        """The key that signs forms; made once, readable by the owner alone.

        Raises:
            DomainError: ``serve.secret_key_damaged``: the file does not hold a whole key.
        """
        path = self.home / "secret_key"
        if not path.exists():
            self.prepare_home()
            # Written aside, readable by the owner from its first moment, on the disk before it has its name,
            # then put in place in one step: of two servers that start together the first one's key stands.
            with NamedTemporaryFile("w", dir=self.home, encoding="ascii") as draft:
                draft.write(secrets.token_hex(_SECRET_BYTES))
                draft.flush()
                os.fsync(draft.fileno())
                with suppress(FileExistsError):
                    os.link(draft.name, path)
        key = path.read_text(encoding="ascii", errors="replace").strip()
        if not _WHOLE_KEY.fullmatch(key):
            raise DomainError("serve.secret_key_damaged", path=str(path))
        return key


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings in force; read once. `home` is absolute, so that a change of folder cannot move it.

    Raises:
        DomainError: ``serve.wrong.<name>``: what the environment says makes no sense.
    """
    try:
        read = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise DomainError(f"serve.wrong.{first['loc'][0]}", given=str(first["input"])) from error
    return read.model_copy(update={"home": read.home.expanduser().resolve()})
