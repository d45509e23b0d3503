"""How values look in a clause."""

from datetime import date
from decimal import Decimal

import pytest

from domain.contract.clauses import Choice, Field
from domain.contract.phrases import Printer
from domain.contract.values import Value
from domain.shared.money import Money
from domain.shared.sources import Bilingual, Language
from tests.contract_case import countries
from words.lexicon import Lexicon

PRINTER = Printer(terms={}, articles={}, annexes={}, titles={}, countries=countries(), lexicon=Lexicon())


def shown(language: Language, kind: str, value: Value, unit: str = "") -> str:
    choices = (Choice(id="prc", zh="中国法律", en="the law of the PRC"),)
    field = Field(id="f", kind=kind, label=Bilingual(zh="值", en="Value"), unit=unit, choices=choices)  # type: ignore[arg-type] # the kinds come from the table below
    return PRINTER.value(field, value, language)


@pytest.mark.parametrize(
    ("kind", "value", "unit", "zh", "en"),
    [
        ("integer", 24, "hour", "24 小时", "24 hours"),
        ("integer", 1, "hour", "1 小时", "1 hour"),
        ("integer", 6000, "ticket", "6,000 件工单", "6,000 tickets"),
        ("decimal", Decimal("950.6"), "hour", "950.6 小时", "950.6 hours"),
        ("decimal", Decimal("0.5"), "hour", "0.5 小时", "0.5 hours"),
        ("integer", 3, "", "3", "3"),
        ("share", Decimal("0.05"), "", "5%", "5%"),
        ("share", Decimal("0.125"), "", "12.5%", "12.5%"),
        ("share", Decimal(1), "", "100%", "100%"),
        ("money", Money(amount=Decimal(20), currency="EUR"), "", "20\u00a0欧元", "€20"),
        ("money", Money(amount=Decimal("18.5"), currency="EUR"), "", "18.50\u00a0欧元", "€18.50"),
        ("date", date(2026, 11, 22), "", "2026年11月22日", "22 Nov 2026"),
        ("boolean", True, "", "是", "yes"),
        ("choice", "prc", "", "中国法律", "the law of the PRC"),
        ("languages", ("de", "fr"), "", "德语、法语", "German, French"),
        ("countries", ("RS", "GB"), "", "塞尔维亚、英国", "Serbia, the United Kingdom"),
        ("countries", ("HK",), "", "中国香港", "Hong Kong SAR, China"),
        ("text", Bilingual(zh="甲", en="A"), "", "甲", "A"),
        ("text", "Łódź", "", "Łódź", "Łódź"),
    ],
)
def test_a_value_prints_as_each_language_writes_it(
    kind: str, value: Value, unit: str, zh: str, en: str
) -> None:
    assert (shown("zh", kind, value, unit), shown("en", kind, value, unit)) == (zh, en)
