"""What a typed name is kept as."""

from domain.shared.outcomes import DomainError

LONGEST_NAME = 120


def on_one_line(given: str) -> str:
    """A name on one line, without what cannot be seen: a database may refuse it, a file name must."""
    return "".join(sign for sign in " ".join(given.split()) if sign.isprintable()).strip()


def name_of(kind: str, given: str) -> str:
    """The name somebody gave a thing, as it is kept.

    Args:
        kind: what is named, as its words are filed: "projects", "versions", "scenarios".
        given: as typed.

    Raises:
        DomainError: ``<kind>.name_empty``, ``<kind>.name_long``.
    """
    name = on_one_line(given)
    if not name:
        raise DomainError(f"{kind}.name_empty")
    if len(name) > LONGEST_NAME:
        raise DomainError(f"{kind}.name_long", most=LONGEST_NAME, given=len(name))
    return name
