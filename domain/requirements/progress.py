"""How far a section of the questions is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionProgress:
    """How far one section is.

    Attributes:
        section: its id.
        settled: questions answered, marked "not applicable", standing on an accepted or silent default, or left
            empty where that says something.
        total: questions that apply.
        missing: required ones without a value, in order.
    """

    section: str
    settled: int
    total: int
    missing: tuple[str, ...]
