"""What a person should look at in the finished draft."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from domain.contract.agreement import Agreement, Article, PrintedAnnex
from domain.contract.conditions import holds
from domain.contract.contradictions import contradictions
from domain.contract.cover import open_terms
from domain.contract.phrases import LANGUAGES
from domain.contract.rules import Matcher, Rule
from domain.contract.terms import outside
from domain.contract.wording import Slot, Wording
from domain.shared.layout import PrintedParagraph
from domain.shared.money import Money
from domain.shared.outcomes import Finding
from domain.shared.sources import Bilingual


def check_agreement(agreement: Agreement, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the contract.

    A finding's place is a clause id, ``annex.<id>``, ``field.<id>`` or ``case``; its values hold texts per
    language as `Bilingual` and numbers as they are, to be formatted when shown.
    """
    found: list[Finding] = []
    for rule in rules:
        if _looks(rule, agreement):
            found.extend(_MATCHERS[rule.matcher](rule, agreement))
    found.extend(_country_case(agreement))
    found.extend(_pilot_without_data_terms(agreement))
    found.extend(_currencies(agreement))
    found.extend(contradictions(agreement))
    found.extend(_must(agreement))
    found.extend(_prefills_outside(agreement))
    found.extend(_absent_references(agreement))
    found.extend(_open(agreement))
    places = {article.clause.id: article.number for article in agreement.articles}
    return tuple(sorted(found, key=lambda f: (f.severity != "blocker", places.get(f.place, 0))))


def _looks(rule: Rule, agreement: Agreement) -> bool:
    here = not rule.jurisdictions or agreement.case.jurisdiction in rule.jurisdictions
    return here and holds(rule.condition, agreement.case)


def _texts(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Every printed paragraph and cell with its place, once per language."""
    for article in agreement.articles:
        yield from ((article.clause.id, text) for text in _said(article.paragraphs))
    for annex in agreement.annexes:
        yield from ((f"annex.{annex.id}", text) for text in _annex_texts(annex))


def _said(paragraphs: Iterable[PrintedParagraph]) -> Iterator[str]:
    return (paragraph.text(language) for paragraph in paragraphs for language in LANGUAGES)


def _annex_texts(annex: PrintedAnnex) -> Iterator[str]:
    for part in annex.parts:
        yield from _said(part.paragraphs)
        if part.table is not None:
            yield from (cell[lang] for row in part.table.rows for cell in row for lang in LANGUAGES)


def _pattern(rule: Rule, agreement: Agreement) -> Iterator[Finding]:
    for place, text in _texts(agreement):
        given = rule.found_in(text)
        if given and rule.scope in {"", place}:
            yield _finding(rule, place, given=given)


def _pattern_without(rule: Rule, agreement: Agreement) -> Iterator[Finding]:
    for article in agreement.articles:
        if article.clause.id != rule.scope:
            continue
        # The two languages are asked apart: an institution named in one of them only is still a gap.
        for language in LANGUAGES:
            given = rule.found_in("\n".join(p.text(language) for p in article.paragraphs))
            if given:
                yield _finding(rule, article.clause.id, given=given)


def _above(rule: Rule, agreement: Agreement) -> Iterator[Finding]:
    term = agreement.terms.get(rule.field)
    value = term.value if term is not None and rule.field in agreement.in_use else None
    if term is not None and isinstance(value, int | Decimal) and rule.exceeded_by(value):
        yield _finding(rule, f"field.{rule.field}", given=value, limit=rule.limit, kind=term.field.kind)


def _kpi_above(rule: Rule, agreement: Agreement) -> Iterator[Finding]:
    for line in agreement.facts.kpis:
        if line.id.split(".")[0] == rule.kpi and rule.exceeded_by(line.target):
            yield _finding(rule, "annex.kpi", given=line.target, limit=rule.limit, kind="share")


def _choice(rule: Rule, agreement: Agreement) -> Iterator[Finding]:
    term = agreement.terms.get(rule.field)
    if term is not None and rule.field in agreement.in_use and term.value in rule.choices:
        yield _finding(rule, f"field.{rule.field}", given=str(term.value))


_MATCHERS: Mapping[Matcher, Callable[[Rule, Agreement], Iterator[Finding]]] = {
    "pattern": _pattern,
    "pattern_without": _pattern_without,
    "above": _above,
    "kpi_above": _kpi_above,
    "choice": _choice,
}


def _finding(rule: Rule, place: str, **values: object) -> Finding:
    return Finding(rule.code, rule.severity, place, values, rule.origin.source)


def _country_case(agreement: Agreement) -> Iterator[Finding]:
    """A vendor outside the EEA (Serbia, the United Kingdom) treated as one inside it."""
    case = agreement.case
    if case.jurisdiction in {"CN_EU", "EU"} and not case.vendor.eea:
        yield Finding(
            "contract.finding.serbia_as_eu", "blocker", "case", {"country": case.vendor.name}, "w20"
        )


def _pilot_without_data_terms(agreement: Agreement) -> Iterator[Finding]:
    """Live tickets before anybody signed confidentiality and data terms (PIPL 21, GDPR 28(3))."""
    case = agreement.case
    if not case.pilot_before_contract or case.pilot_start is None:
        return
    if case.data_terms_signed_on is None or case.data_terms_signed_on > case.pilot_start:
        yield Finding("contract.finding.no_dpa_before_pilot", "blocker", "pilot_agreement", {}, "pipl")


def _currencies(agreement: Agreement) -> Iterator[Finding]:
    """Prices in another currency than the contract's; limits, caps and damages may well stand in their own."""
    chosen = agreement.terms.get("contract_currency")
    if chosen is None or not isinstance(chosen.value, str):
        return
    paid = (a.clause for a in agreement.articles if a.clause.chapter == "money")
    for field_id in sorted(item.id for clause in paid for item in clause.fields):
        term = agreement.terms[field_id]
        if field_id not in agreement.in_use or not isinstance(term.value, Money):
            continue
        if term.value.currency != chosen.value:
            values = {"label": term.field.label, "given": term.value.currency, "currency": chosen.value}
            yield Finding("contract.finding.currency_differs", "warning", f"field.{field_id}", values)


def _must(agreement: Agreement) -> Iterator[Finding]:
    for article in agreement.articles:
        for element in (must for must in article.clause.must if holds(must.when, agreement.case)):
            values = {"title": article.clause.title, "element": element.text}
            present = _present(article, element.keywords_zh, element.keywords_en)
            if element.forbidden and any(present):
                yield Finding("contract.finding.must_forbidden", "blocker", article.clause.id, values)
            if not element.forbidden and not all(present):
                yield Finding("contract.finding.must_missing", "warning", article.clause.id, values)


def _present(article: Article, chinese: Sequence[str], english: Sequence[str]) -> list[bool]:
    """For each language that has keywords: whether any of them stands in the wording."""
    found = []
    for language, keywords in zip(LANGUAGES, (chinese, english), strict=True):
        text = "\n".join(paragraph.text(language) for paragraph in article.paragraphs).casefold()
        if keywords:
            found.append(any(keyword.casefold() in text for keyword in keywords))
    return found


def _prefills_outside(agreement: Agreement) -> Iterator[Finding]:
    """The record may know better than the clause; somebody should look when they differ that much."""
    for field_id in sorted(agreement.in_use):
        term = agreement.terms[field_id]
        if term.origin in {"requirements", "costing", "pilot"} and outside(term.field, term.value):
            values = {"label": term.field.label, "given": _both(agreement, field_id)}
            yield Finding("contract.finding.prefill_outside", "warning", f"field.{field_id}", values)


def _both(agreement: Agreement, field_id: str) -> Bilingual:
    term, printer = agreement.terms[field_id], agreement.printer
    return Bilingual(zh=printer.term(term, "zh"), en=printer.term(term, "en"))


def _absent_references(agreement: Agreement) -> Iterator[Finding]:
    printer = agreement.printer
    for package in agreement.selection.packages:
        printed = (wording for wording in package.wording if holds(wording.when, agreement.case))
        for name in sorted({slot.name for wording in printed for slot in _references(wording)}):
            if name not in printer.articles:
                values = {"title": printer.titles[name]}
                yield Finding("contract.finding.reference_absent", "warning", package.clause.id, values)


def _references(wording: Wording) -> Iterator[Slot]:
    return (slot for slot in wording.slots if slot.kind == "ref")


def _open(agreement: Agreement) -> Iterator[Finding]:
    for _, term in open_terms(agreement):
        values = {"label": term.field.label}
        yield Finding("contract.finding.open_term", "warning", f"field.{term.field.id}", values)
