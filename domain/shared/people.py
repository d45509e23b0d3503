"""Who acts: roles and the person behind an action."""

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.sources import Language


class Role(StrEnum):
    """What a person may do. Each page and each service names the roles it is open to."""

    MERCHANT = "merchant"
    LEGAL = "legal"
    VENDOR = "vendor"
    ADMIN = "admin"


# Everyone on the buying side; a vendor sees only what was sent to them.
BUYING_SIDE: frozenset[Role] = frozenset({Role.MERCHANT, Role.LEGAL, Role.ADMIN})
EVERYONE: frozenset[Role] = frozenset(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The signed-in person on whose behalf a service acts.

    Attributes:
        user_id: their user record.
        organisation_id: the organisation whose records they see, and no other.
        organisation: its name.
        role: what they may do.
        language: in which language they read.
        name: how they are called on screen and in the audit.
        login: what they sign in with.
    """

    user_id: str
    organisation_id: str
    organisation: str
    role: Role
    language: Language
    name: str
    login: str
