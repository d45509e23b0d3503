"""Passwords: what is accepted and how they are kept."""

import re

import pytest
from argon2 import extract_parameters
from argon2.low_level import Type

from domain.shared.outcomes import DomainError
from services.accounts.passwords import handed_out, hashed, matches, normal_login


def test_a_password_is_kept_as_argon2id_at_the_cost_the_standard_recommends() -> None:
    # RFC 9106, section 4, second recommendation: 64 MiB, 3 passes, 4 lanes.
    cost = extract_parameters(hashed("correct horse battery"))
    assert (cost.type, cost.memory_cost, cost.time_cost, cost.parallelism) == (Type.ID, 65_536, 3, 4)


def test_only_the_password_itself_matches() -> None:
    kept = hashed("correct horse battery")
    assert matches("correct horse battery", kept)
    assert not matches("correct horse batterY", kept)
    assert not matches("", kept)
    assert not matches("correct horse battery", None)
    assert not matches("correct horse battery", "not a hash")


def test_a_password_typed_with_composed_or_decomposed_letters_is_the_same() -> None:
    assert matches("Zürich und Łódź am Meer", hashed("Zu\u0308rich und Ło\u0301dz\u0301 am Meer"))


def test_a_handed_out_password_can_be_read_out_and_is_never_the_same() -> None:
    given = {handed_out() for _ in range(50)}
    assert len(given) == 50
    # Without 0, O, 1 and I, which people misread.
    assert all(re.fullmatch(r"([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}", password) for password in given)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" Li@Example.COM ", "li@example.com"), ("li@kefu", "li@kefu"), ("ｌｉ@example.com", "li@example.com")],
)
def test_a_login_is_an_address_in_lower_case(typed: str, kept: str) -> None:
    assert normal_login(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "li", "@example.com", "li@", "a b@example.com", "a@b@c", "x" * 250 + "@example.com"]
)
def test_what_is_not_an_address_is_refused(typed: str) -> None:
    with pytest.raises(DomainError, match="login_form"):
        normal_login(typed)
