"""What a request tells and asks: the record's answers in the words of `data/sourcing`, questions and price rows."""

from collections.abc import Iterable, Iterator

from domain.requirements.record import Record
from domain.shared.sources import Bilingual
from domain.sourcing.conditions import holds
from domain.sourcing.diligence import price_rows, question_text, relevant_questions
from domain.sourcing.request import Group, Item
from domain.sourcing.wording import NOTHING, ItemText, PartText, PriceRow, Reply
from services.catalog import catalog
from services.contract_prefills import both
from services.sourcing_case import sourcing_case
from services.sourcing_words import spoken, spoken_with, tongue
from words.answers import answer_in_words

_CHINA, _EURO, _YUAN = "CN", "EUR", "CNY"
REMARKS = "remarks"
_CONTACT = "request_contact"
_LAW = "governing_law"
_SEATS = {"merchant": "merchant_country", "vendor": "vendor_country"}


def answer_text(record: Record, question: str) -> Bilingual | None:
    """An answer as a person says it, in both languages; None when there is none."""
    value = record.value(question)
    asked = record.book.questions[question]
    if value is None:
        return None
    return both(
        lambda language: answer_in_words(
            language, asked.kind, value, unit=asked.unit, labels=record.book.labels(question, language)
        )
    )


def part_groups(
    record: Record, part: PartText, agreed: Iterable[Item] = (), *, anonymous: bool
) -> tuple[Group, ...]:
    """The items of a part and the terms agreed to; where something must be answered, a line for deviations ends it."""
    items = [item for text in part.item if (item := _item(record, text, anonymous=anonymous))]
    items += agreed
    if any(item.reply != "none" for item in items):
        items.append(
            Item(
                id=f"{REMARKS}.{part.id}",
                label=spoken("remarks.label"),
                text=spoken("remarks.text"),
                reply="text",
            )
        )
    return (Group(items=tuple(items)),) if items else ()


def is_empty(record: Record, question: str) -> bool:
    """Nothing to print: no answer, or a list without entries."""
    return record.value(question) in (None, [], {}, "")


def _item(record: Record, text: ItemText, *, anonymous: bool) -> Item | None:
    question = text.question
    if is_empty(record, question) or not holds(text.when, sourcing_case(record)):
        return None
    said = answer_text(record, question)
    if text.identity and anonymous:
        said = spoken("withheld_contact" if question == _CONTACT else "withheld")
    elif question == _LAW:
        said = _law(record) or said
    elif text.yes is not None and text.no is not None:
        said = text.yes if record.value(question) else text.no
    elif text.text is not None and said is not None:
        said = Bilingual(
            zh=text.text.zh.replace("{value}", said.zh), en=text.text.en.replace("{value}", said.en)
        )
    return Item(
        id=question,
        label=text.label,
        text=said or NOTHING,
        reply=text.reply,
        assumed=question in record.assumptions,
    )


def _law(record: Record) -> Bilingual | None:
    """The law of one party's country, by the name of that country; None for a law that has its own name."""
    seat = _SEATS.get(record.value(_LAW))
    country = answer_text(record, seat) if seat else None
    return spoken_with(f"law.{record.value(_LAW)}", country=country) if country else None


def diligence_groups(record: Record) -> tuple[Group, ...]:
    """The due-diligence questions that matter in this case, by topic."""
    case = sourcing_case(record)
    return tuple(
        Group(
            title=topic.title,
            items=tuple(
                Item(
                    id=asked.id,
                    label=question_text(asked, case),
                    reply=asked.reply,
                    unit=asked.unit,
                    evidence=asked.evidence,
                )
                for asked in questions
            ),
        )
        for topic, questions in relevant_questions(catalog().sourcing.diligence, case)
    )


def price_groups(record: Record) -> tuple[Group, ...]:
    """The price form for the billing model asked for, a line per language where prices differ by language."""
    case, model = sourcing_case(record), record.value("billing_model") or "hourly"
    return tuple(
        Group(title=group.title, items=tuple(item for row in rows for item in _price_items(record, row)))
        for group, rows in price_rows(catalog().sourcing.prices, case, model)
    )


def quote_currency(record: Record) -> str:
    """The currency prices are asked in: of the budget, else yuan between two Chinese parties, else euro."""
    budget = record.value("budget_month")
    if budget:
        return str(budget["currency"])
    seats = {record.value("merchant_country"), record.value("vendor_country")}
    return _YUAN if seats == {_CHINA} else _EURO


def _price_items(record: Record, row: PriceRow) -> Iterator[Item]:
    basis = answer_text(record, "billing_basis") or spoken("hour")
    unit = Bilingual(
        zh=row.unit.zh.replace("{basis}", basis.zh), en=row.unit.en.replace("{basis}", basis.en.lower())
    )
    reply: Reply = "share" if row.share else "number"
    currency = quote_currency(record) if row.amount else ""
    for language in record.languages if row.each == "language" else ("",):
        name = tongue(language)
        yield Item(
            id=f"price.{row.id}.{language}" if language else f"price.{row.id}",
            label=Bilingual(
                zh=row.label.zh.replace("{language}", name.zh), en=row.label.en.replace("{language}", name.en)
            ),
            reply=reply,
            unit=unit,
            currency=currency,
        )
