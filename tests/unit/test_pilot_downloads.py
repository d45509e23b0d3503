"""A file of the pilot is made at the click: whoever was signed out or disabled meanwhile gets nothing."""

from types import SimpleNamespace
from typing import Any

import pytest

from domain.shared.outcomes import DomainError
from ui.pilot_files import at_click


def page_of(*, signed_in: bool) -> Any:
    def acting_later() -> str:
        if not signed_in:
            raise DomainError("accounts.signed_out")
        return "somebody"

    return SimpleNamespace(acting_later=acting_later)


def test_a_download_is_made_for_whoever_is_still_signed_in() -> None:
    assert at_click(page_of(signed_in=True), lambda place: bytes([place]))(7) == b"\x07"


def test_a_download_after_signing_out_makes_nothing() -> None:
    made: list[int] = []

    def make(place: int) -> bytes:
        made.append(place)
        return b"customers"

    with pytest.raises(DomainError, match=r"accounts\.signed_out"):
        at_click(page_of(signed_in=False), make)(7)
    assert made == []
