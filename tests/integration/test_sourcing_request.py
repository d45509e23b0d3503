"""The request of a record: figures with their origin, questions by relevance, stable numbers, the same words in Word and PDF."""

from pathlib import Path

import pytest

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.shared.outcomes import DomainError
from domain.shared.paper import FORMS, Form
from domain.shared.provenance import OriginOf, figures, unexplained
from services.samples import SAMPLES
from services.sourcing import document_of, make_request, request_json
from tests.integration.test_documents_same_text import dense, run
from tests.sourcing_sample import TODAY, ids, made, plain_json, record_of, text_of


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_figure_is_without_an_origin(sample: str) -> None:
    told = plain_json(sample)
    origins = {path: OriginOf(**origin) for path, origin in told["from"].items()}
    structure = {key: value for key, value in told.items() if key not in {"from", "version"}}
    assert unexplained(structure, origins) == ()
    # And no origin speaks of a place that is not there.
    assert set(origins) == {path for path, _ in figures(structure)}


def test_the_figures_of_the_worked_example() -> None:
    told = plain_json()["figures"]
    # By hand: 3,300 e-mails of which 40 % German; 6,000 in all, 2,400 German; 3,300 x 420 s = 385 h.
    assert told["demand"]["channels"]["email"]["de"] == pytest.approx(1320)
    assert told["demand"]["by_language"]["de"] == pytest.approx(2400)
    assert told["demand"]["total"] == 6000
    assert told["handling"]["email"]["hours_month"] == pytest.approx(385)
    # November and December double; the year begins in February, when the contract does.
    months = {each["month"]: each["contacts"] for each in told["months"]}
    assert next(iter(months)) == "2027-02"
    assert months["2027-11"] == pytest.approx(12000)
    assert months["2027-10"] == pytest.approx(6000)
    # An ordinary week: 6,000 a month x 12 / 52.
    assert sum(sum(hours) for hours in told["week"].values()) == pytest.approx(6000 * 12 / 52)
    assert told["evaluation"]["weights"]["price"] == 15


def test_an_origin_says_question_data_or_calculation() -> None:
    origins = plain_json()["from"]
    assert origins["figures.answers.standard_reply_h"] == {"kind": "question", "id": "standard_reply_h"}
    assert origins["figures.demand.total"] == {"kind": "calculation", "id": "contacts_month_total"}
    assert origins["figures.kpis.csat_top2.target"] == {"kind": "question", "id": "csat_target"}
    assert origins["figures.kpis.accuracy_rate.target"] == {"kind": "data", "id": "kpis.accuracy_rate"}


def test_everything_asked_is_numbered_once_in_reading_order() -> None:
    request = made()
    assert [item.number for item in request.asked] == [f"R-{n:02d}" for n in range(1, len(request.asked) + 1)]
    assert len(set(ids(request))) == len(request.asked)
    assert ids(made(anonymous=True)) == ids(request)


def test_without_phone_nothing_speaks_of_phones() -> None:
    without = made(
        channels=["email", "chat"],
        hour_profiles=None,
        aht_s=None,
        contacts_month={"email": 3300, "chat": 1500},
    )
    words = text_of(document_of(without, "en")).lower()
    for word in ("phone", "call ", "calls", "b24"):
        assert word not in words, word
    assert "电话" not in text_of(document_of(without, "zh"))
    assert "q42" not in ids(without)
    assert {"phone_answer_s", "price.phone_minutes", "recording_planned", "q42"} <= set(ids(made()))


@pytest.mark.parametrize(
    ("vendor", "channels", "times"),
    [("CN", ["phone", "chat"], 1), ("CN", ["chat"], 0), ("PL", ["phone", "chat"], 0)],
)
def test_the_call_centre_licence_is_asked_for_only_of_phone_service_in_china(
    vendor: str, channels: list[str], times: int
) -> None:
    volumes = dict.fromkeys(channels, 500)
    request = made(vendor_country=vendor, channels=channels, contacts_month=volumes)
    assert text_of(document_of(request, "en")).count("B24-1") == times
    assert "q08" in ids(request)


def test_the_surcharge_for_holidays_is_asked_for_only_where_they_are_served() -> None:
    assert "price.holiday" not in ids(made(holiday_calendar="vendor_site"))
    assert "price.holiday" in ids(made(holiday_calendar="none"))


def test_the_size_of_the_pilot_and_the_hours_by_language_can_be_priced() -> None:
    told = plain_json()["figures"]
    # Four weeks of 6,000 contacts a month, 12 / 52 of a month each; 650 hours, 40 % of them German (260).
    assert told["pilot"]["contacts"] == pytest.approx(6000 * 12 / 52 * 4)
    assert told["work"]["total"] == pytest.approx(650)
    assert told["work"]["by_language"]["de"] == pytest.approx(260)
    words = text_of(document_of(made(), "en"))
    assert "5,538" in words
    assert "650.0" in words


def test_a_request_names_no_day_on_which_data_terms_were_signed_with_one_vendor() -> None:
    request = made(data_terms_signed_on="2026-09-28")
    assert "data_terms_signed_on" not in request_json(request)["figures"]["answers"]
    words = text_of(document_of(request, "bilingual"))
    assert "28 September" not in words
    assert "signed before any live ticket" in words


def test_what_could_not_be_confirmed_of_a_platform_is_not_told_to_vendors() -> None:
    for sample in SAMPLES:
        words = text_of(document_of(made(sample), "bilingual"))
        for homework in ("ot looked up", "未查证", "未能证实"):
            assert homework not in words


def test_a_price_that_vendors_quote_is_no_open_point() -> None:
    # The sample says "later" to the price of extra agents; the price form asks vendors for it.
    assert record_of().answers["extra_staff_priced"].state == "later"
    rows = [row for table in made().part("annex").tables for row in table.table.rows]
    assert "Price of extra agents" not in [row[0].en for row in rows]


def test_prices_are_scored_on_the_scale_of_the_other_criteria() -> None:
    words = text_of(document_of(made(), "en"))
    assert "scored from 0 to 5" in words
    assert "the lowest price scores 5, any other 5 times the lowest price over its own" in words


def test_both_editions_ask_for_confidence() -> None:
    for anonymous in (True, False):
        assert "keep it confidential" in text_of(document_of(made(anonymous=anonymous), "en"))


def test_the_works_council_is_asked_about_in_germany_only() -> None:
    assert "q22" in ids(made(vendor_country="DE"))
    assert "q22" not in ids(made(vendor_country="PL"))


def test_the_price_form_follows_the_billing_model_and_says_the_basis() -> None:
    hourly, ticket = made(), made(billing_model="per_ticket")
    assert {"price.hour.de", "price.hour.en", "price.saturday", "price.setup"} <= set(ids(hourly))
    assert "price.ticket.de" in ids(ticket)
    assert not [name for name in ids(ticket) if name.startswith("price.hour")]
    unit = next(item.unit for item in hourly.asked if item.id == "price.hour.de")
    assert (unit.zh, unit.en) == ("每有效工时", "per productive hour")
    assert "price.sunday" not in ids(hourly)


def test_a_default_is_marked_where_it_stands_and_listed() -> None:
    request = made(breach_notice_h=None)
    item = next(item for item in request.asked if item.id == "breach_notice_h")
    assert item.assumed
    table = next(table for table in request.part("annex").tables if table.id == "assumptions")
    assert "Notice of a breach" in [row[0].en for row in table.table.rows]
    assert not next(item for item in made().asked if item.id == "standard_reply_h").assumed


def test_what_is_not_known_is_said() -> None:
    request = made(product_industry=None)
    table = next(table for table in request.part("annex").tables if table.id == "unknown")
    assert "Products and industry" in [row[0].en for row in table.table.rows]


def test_guidelines_of_articles_are_never_called_requirements_of_ebay() -> None:
    words = text_of(document_of(made(), "en"))
    assert "guideline" in words
    assert "eBay requirement" not in words


def test_without_volumes_there_is_no_request() -> None:
    with pytest.raises(DomainError) as refused:
        made(contacts_month=None)
    assert refused.value.code == "request.answers_missing"
    assert refused.value.values["question"] == "contacts_month"


@pytest.mark.needs("libreoffice", "poppler")
@pytest.mark.xdist_group("libreoffice")
@pytest.mark.parametrize("form", FORMS)
def test_word_and_pdf_say_the_same(tmp_path: Path, form: Form) -> None:
    document = document_of(made(), form)
    (tmp_path / "rfp.pdf").write_bytes(write_pdf(document))
    (tmp_path / "rfp.docx").write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    place = ("--outdir", str(tmp_path), str(tmp_path / "rfp.docx"))
    run("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", *place)
    pages = run("pdftotext", "-raw", str(tmp_path / "rfp.pdf"), "-").split("\f")[:-1]
    # The first line of every page but the first is the running title, the last line of each the page line.
    body = "".join(line for n, page in enumerate(pages) for line in page.splitlines()[1 if n else 0 : -1])
    assert dense((tmp_path / "rfp.txt").read_text(encoding="utf-8")) == dense(body)


def test_a_change_of_volume_reaches_the_request() -> None:
    record = record_of(contacts_month={"email": 100, "marketplace": 600, "chat": 1500, "phone": 600})
    told = request_json(make_request(record, None, anonymous=False, today=TODAY))
    assert told["figures"]["demand"]["by_channel"]["email"] == 100


@pytest.mark.parametrize(
    ("country", "zone", "says"), [("CN", "Europe/Berlin", True), ("DE", "Europe/Lisbon", False)]
)
def test_the_note_on_summer_time_stands_where_only_one_of_two_clocks_moves(
    country: str, zone: str, *, says: bool
) -> None:
    request = made(merchant_country=country, time_zone=zone)
    table = next(table for table in request.part("hours").tables if table.id == "coverage")
    assert (table.note is not None) == says


def test_a_handling_time_somebody_typed_is_not_called_measured() -> None:
    words = text_of(document_of(made(), "bilingual"))
    assert "stated by the buyer" in words
    assert "actual figure" not in words
    assert "实际数据" not in words
