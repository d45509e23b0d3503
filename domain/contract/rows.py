"""Annex rows that come from the terms and the record."""

from collections.abc import Callable, Mapping
from datetime import date

from domain.contract.annexes import Part
from domain.contract.facts import DayHours, KpiLine
from domain.contract.number import article_number
from domain.contract.row_context import RowContext
from domain.contract.terms import default_of
from domain.contract.transfers import flows_of
from domain.shared.layout import Column, PrintedTable
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual

Rows = tuple[tuple[Bilingual, ...], ...]
# The proficiency a language needs: spoken on the phone, written elsewhere.
_SPOKEN, _WRITTEN = "cefr_min_spoken", "cefr_min_written"
_NATIVE = "native"


def table_of(part: Part, context: RowContext) -> PrintedTable:
    """The table of a part whose rows come from the record; without rows when there is nothing to say."""
    source = part.text.rows_from
    if source == "languages_by_channel":
        return _languages_by_channel(part.text.columns, context)
    if source is None or source not in ROW_SOURCES:
        raise DomainError("contract.row_source_unknown", source=str(source))
    return PrintedTable(columns=part.text.columns, rows=ROW_SOURCES[source](context))


def _languages_by_channel(columns: tuple[Column, ...], context: RowContext) -> PrintedTable:
    """Languages down, channels across, in each cell the proficiency the contract asks for.

    The written columns are the first one (language) and one whose head is replaced by each channel's name.
    """
    channels, languages = context.filled_by("requirements.channels"), context.codes("requirements.languages")
    ids = context.codes("requirements.channels")
    if channels is None or not ids or not languages:
        return PrintedTable(columns=columns, rows=())
    labels = {choice.id: choice.label for choice in channels.field.choices}
    heads = tuple(
        Column(head=labels.get(channel, Bilingual(zh=channel, en=channel)), width=columns[1].width)
        for channel in ids
    )
    rows = tuple((_language(context, code), *(_level(context, code, ch) for ch in ids)) for code in languages)
    return PrintedTable(columns=(columns[0], *heads), rows=rows)


def _language(context: RowContext, code: str) -> Bilingual:
    return context.both(lambda language: context.printer.lexicon.language_name(language, code))


def _level(context: RowContext, language_code: str, channel: str) -> Bilingual:
    asked = context.facts.levels.get(language_code, "")
    if language_code in context.codes("requirements.native_languages") or asked == _NATIVE:
        return context.say("level.native")
    term = context.terms.get(_SPOKEN if channel == "phone" else _WRITTEN)
    if term is None or term.value is None:
        return context.say("level.agreed")
    # B2, C1, C2 rise with the alphabet: a language may be asked for above what everybody has, never below.
    return context.value(term.field, max(str(term.value), asked))


def _weekly_hours(context: RowContext) -> Rows:
    days = sorted(context.facts.hours, key=lambda day: day.weekday)
    return tuple((context.say(f"weekday.{day.weekday}"), _windows(context, day)) for day in days)


def _windows(context: RowContext, day: DayHours) -> Bilingual:
    if not day.windows:
        return context.say("closed")
    return context.joined([Bilingual(zh=text, en=text) for text in (f"{a}–{b}" for a, b in day.windows)])


def _scenarios(context: RowContext) -> Rows:
    """A closed list: every scenario is either in or expressly out."""
    term = context.filled_by("requirements.scenarios")
    if term is None:
        return ()
    chosen = context.codes("requirements.scenarios")
    return tuple(
        (choice.label, context.say("included" if choice.id in chosen else "excluded"))
        for choice in term.field.choices
    )


def _kpis(context: RowContext) -> Rows:
    return tuple(
        (
            _name_with_id(line),
            line.definition,
            _target(context, line),
            line.window,
            context.number(line.min_sample),
        )
        for line in context.facts.kpis
    )


def _name_with_id(line: KpiLine) -> Bilingual:
    mark = f"{line.id} v{line.version}"
    return Bilingual(zh=f"{line.name.zh}（{mark}）", en=f"{line.name.en} ({mark})")


def _target(context: RowContext, line: KpiLine) -> Bilingual:
    return context.say(f"target.{line.direction}", amount=context.counted(line.unit, line.target))


def _transfers(context: RowContext) -> Rows:
    return tuple(
        (
            Bilingual(
                zh=f"{flow.exporter.zh} → {flow.importer.zh}", en=f"{flow.exporter.en} → {flow.importer.en}"
            ),
            flow.instrument,
            flow.conditions,
            context.say("review.needed" if flow.legal_review else "review.not_needed"),
        )
        for flow in flows_of(context.facts.transfers, context.case)
    )


def _peaks(context: RowContext) -> Rows:
    return tuple(
        (
            peak.name,
            peak.when,
            context.say("multiplied", factor=context.number(peak.multiplier)),
            context.counted("week", peak.lead_weeks),
        )
        for peak in context.facts.peaks
    )


def _day(context: RowContext, day: date) -> Bilingual:
    return context.both(lambda language: context.printer.lexicon.day(language, day))


def _platform_standards(context: RowContext) -> Rows:
    """Of the platforms of the contract, each with the day on which it was read: platforms change their rules."""
    platforms = context.filled_by("requirements.platforms")
    labels = {choice.id: choice.label for choice in platforms.field.choices} if platforms else {}
    return tuple(
        (
            labels.get(each.platform, Bilingual(zh=each.platform, en=each.platform)),
            each.measure,
            each.text,
            _day(context, each.checked_on),
        )
        for each in context.facts.standards
    )


def _criteria(context: RowContext) -> Rows:
    pilot = context.facts.pilot
    return tuple(
        (criterion.name, context.joined(criterion.kpis), context.counted("share", criterion.weight))
        for criterion in (pilot.criteria if pilot else ())
    )


def _gates(context: RowContext) -> Rows:
    return tuple((gate,) for gate in context.facts.pilot.gates) if context.facts.pilot else ()


def _verdicts(context: RowContext) -> Rows:
    pilot = context.facts.pilot
    if pilot is None:
        return ()
    total, each = context.counted("point", pilot.pass_score), context.counted("point", pilot.criterion_score)
    return (
        (context.say("verdict.pass"), context.say("verdict.pass_when", total=total, each=each)),
        (context.say("verdict.extend"), context.say("verdict.extend_when")),
        (context.say("verdict.fail"), context.say("verdict.fail_when")),
    )


def _changed_terms(context: RowContext) -> Rows:
    """Every term that departs from the standard wording's default: a deviation is listed, never silent."""
    rows = []
    for term in context.terms.values():
        standard = default_of(term.field)
        if not term.changed or term.value is None or standard is None or term.field.id not in context.in_use:
            continue
        rows.append(
            (term.field.label, context.value(term.field, standard), context.value(term.field, term.value))
        )
    return tuple(rows)


def _highlighted_articles(context: RowContext) -> Rows:
    """Each with a place to sign: the vendor confirms article by article that it was explained."""
    place = context.both(lambda language: context.printer.lexicon.say(language, "contract.sign.place"))
    return tuple(
        (_article(context, article.number), article.clause.title, place)
        for article in context.articles
        if any(paragraph.highlighted for paragraph in article.paragraphs)
    )


def _article(context: RowContext, number: int) -> Bilingual:
    return context.both(lambda language: article_number(language, number))


ROW_SOURCES: Mapping[str, Callable[[RowContext], Rows]] = {
    "weekly_hours": _weekly_hours,
    "scenarios": _scenarios,
    "kpis": _kpis,
    "transfers": _transfers,
    "peaks": _peaks,
    "platform_standards": _platform_standards,
    "criteria": _criteria,
    "gates": _gates,
    "verdicts": _verdicts,
    "changed_terms": _changed_terms,
    "highlighted_articles": _highlighted_articles,
}
