"""Exchange rates, typed or from the European Central Bank's files; a file that is none is refused with a sentence."""

from datetime import date

import pytest

from catalog.rates import load_currencies
from domain.costing.band import Band
from domain.costing.currency import CURRENCIES, Exchange, ExchangeRate, home_currency
from domain.shared.outcomes import DomainError
from services.costing_exchange import import_ecb
from services.sentences import explain
from words import LANGUAGES, has

TODAY = date(2026, 11, 22)
NEWEST = b"Date, USD, JPY, DKK, GBP, PLN, RON, SEK, NOK, CNY, \n20 November 2026, 1.0540, 163.2, 7.4600, 0.8350, 4.3400, 4.9770, 11.59, 11.66, 7.6400, \n"
HISTORY = b"Date,USD,CNY,RON,\n2026-11-20,1.0540,7.6400,4.9770,\n2026-11-19,1.0600,7.6500,N/A,\n2026-11-13,1.0500,7.6000,4.9700,\n"


def read(content: bytes, on: date | None = None) -> dict[str, tuple[float, date]]:
    return {rate.currency: (rate.per_eur, rate.on) for rate in import_ecb(content, today=TODAY, on=on)}


def refused(content: bytes, on: date | None = None) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        import_ecb(content, today=TODAY, on=on)
    for language in LANGUAGES:
        assert "{" not in explain(language, refusal.value)
    return refusal.value


def test_the_daily_file_gives_our_currencies_and_no_others() -> None:
    rates = read(NEWEST)
    assert set(rates) == set(CURRENCIES) - {"EUR", "RSD"}
    assert rates["CNY"] == (7.64, date(2026, 11, 20))
    assert {rate.kind for rate in import_ecb(NEWEST, today=TODAY)} == {"ecb"}


def test_the_history_gives_the_last_day_at_or_before_the_one_wanted() -> None:
    assert read(HISTORY)["USD"] == (1.054, date(2026, 11, 20))
    # 15 November 2026 is a Sunday; the last rates before it are of Friday the 13th.
    assert read(HISTORY, on=date(2026, 11, 15))["USD"] == (1.05, date(2026, 11, 13))


def test_a_day_without_a_rate_of_a_currency_leaves_it_out() -> None:
    assert set(read(HISTORY, on=date(2026, 11, 19))) == {"USD", "CNY"}


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter() -> None:
    assert read(b"\xef\xbb\xbf" + NEWEST.replace(b"\n", b"\r\n")) == read(NEWEST)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "costing.ecb_not_the_file"),
        (b"PK\x03\x04\x14\x00\x00\x00", "costing.ecb_not_the_file"),
        (b"\xff\xfe\x00D", "costing.ecb_not_the_file"),
        (b"Date,USD\n2026-11-20,1.05\x00\n", "costing.ecb_not_the_file"),
        (b"<html><body>Not found</body></html>", "costing.ecb_not_the_file"),
        (b"Day,USD\n2026-11-20,1.05\n", "costing.ecb_not_the_file"),
        (b"Date,JPY\n2026-11-20,163.2\n", "costing.ecb_not_the_file"),
        (b"Date,USD,USD\n2026-11-20,1.05,1.06\n", "costing.ecb_not_the_file"),
        (b"Date," + b"USD," * 5000, "costing.ecb_not_the_file"),
        (b'Date,USD\n"2026-11-20,1.05', "costing.ecb_bad_day"),
        (b"Date,USD\n", "costing.ecb_no_day"),
        (b"Date,USD\n2026-11-20,N/A\n", "costing.ecb_no_day"),
        (b"Date,USD\n2026-13-40,1.05\n", "costing.ecb_bad_day"),
        (b"Date,USD\n20/11/2026,1.05\n", "costing.ecb_bad_day"),
        (b"Date,USD\n2026-12-24,1.05\n", "costing.ecb_future"),
        (b"Date,USD,CNY\n2026-11-20,1.05\n", "costing.ecb_cells"),
        (b"Date,USD\n2026-11-20,=1+1\n", "costing.ecb_bad_rate"),
        (b"Date,USD\n2026-11-20,-1.05\n", "costing.ecb_bad_rate"),
        (b"Date,USD\n2026-11-20,1e999\n", "costing.ecb_bad_rate"),
        (b"Date,USD\n2026-11-20,nan\n", "costing.ecb_bad_rate"),
        (b'Date,USD\n2026-11-20,"1,05"\n', "costing.ecb_bad_rate"),
        (b"Date,USD\n2026-11-20,0\n", "costing.exchange_outside"),
        (b"Date,USD\n2026-11-20,999999\n", "costing.exchange_outside"),
        (b"x" * (8 * 1024 * 1024 + 1), "costing.ecb_too_large"),
    ],
)
def test_a_file_that_is_none_of_the_two_is_refused_with_a_sentence(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_a_day_before_the_first_one_of_the_file_is_refused() -> None:
    assert refused(HISTORY, on=date(1998, 1, 1)).code == "costing.ecb_no_day"


def test_amounts_are_converted_through_the_euro() -> None:
    day = date(2026, 11, 20)
    rates = Exchange.of(
        ExchangeRate(currency="CNY", per_eur=8.2, on=day, kind="typed"),
        ExchangeRate(currency="PLN", per_eur=4.1, on=day, kind="typed"),
    )
    band = Band(low=41, base=82, high=123)
    # 41 PLN are 10 EUR are 82 CNY.
    assert rates.convert(band, "PLN", "CNY").ends == pytest.approx((82, 164, 246))
    assert rates.convert(band, "PLN", "EUR").ends == pytest.approx((10, 20, 30))
    assert rates.convert(band, "RSD", "RSD") == band
    assert rates.knows("EUR", "CNY", "PLN")
    assert not rates.knows("RSD")


def test_a_rate_nobody_gave_is_missing_not_one() -> None:
    with pytest.raises(DomainError) as refusal:
        Exchange.of().convert(Band.exact(1), "EUR", "RSD")
    assert refusal.value.code == "costing.exchange_missing"


def test_of_two_rates_of_a_currency_the_last_one_counts() -> None:
    rates = [ExchangeRate(currency="RSD", per_eur=each, on=TODAY, kind="typed") for each in (116.0, 117.2)]
    assert Exchange.of(*rates).rates["RSD"].per_eur == 117.2


@pytest.mark.parametrize(("currency", "per_eur"), [("EUR", 1.0), ("JPY", 163.0), ("", 1.0)])
def test_a_currency_we_do_not_keep_is_refused(currency: str, per_eur: float) -> None:
    with pytest.raises(DomainError) as refusal:
        ExchangeRate(currency=currency, per_eur=per_eur, on=TODAY, kind="typed")
    assert refusal.value.code == "costing.currency_unknown"


def test_every_currency_has_words_and_only_the_dinar_is_typed() -> None:
    entries = load_currencies()
    assert tuple(entries) == CURRENCIES
    assert [code for code, entry in entries.items() if not entry.ecb] == ["RSD"]
    assert all(has(f"currency.{code}.name") and has(f"currency.{code}.sign") for code in CURRENCIES)


@pytest.mark.parametrize(
    ("country", "currency"), [("CN", "CNY"), ("DE", "EUR"), ("RS", "RSD"), ("BR", None), (None, None)]
)
def test_the_currency_of_a_merchant(country: str | None, currency: str | None) -> None:
    assert home_currency(country, load_currencies()) == currency
