"""The result of a pilot as people read it: verdict, grounds in words, figures in their units."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from domain.pilot.decide import KpiResult
from domain.pilot.plan import PilotPlan, instances
from domain.pilot.scorecard import Scorecard
from domain.pilot.verdict import SILENT_REASONS, Ground
from domain.pilot.verdict import Verdict as Outcome
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.outcomes import NotAssessed
from ui.kit import Tone, safe
from ui.pilot_words import Known, figure, goal, score, short_name
from ui.verdict import Badge, Verdict
from words import Language, say
from words.names import listed
from words.numbers import MISSING, day, number, plain

_SIGNS: Mapping[Outcome, tuple[Tone, str]] = {
    "pass": ("green", "check_circle"),
    "extend": ("orange", "hourglass_empty"),
    "fail": ("red", "cancel"),
}
_RANK: Mapping[Outcome, int] = {"pass": 0, "extend": 1, "fail": 2}
_NAMED = 2
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the result of a pilot is drawn from.

    Attributes:
        language: of the page.
        known: the catalog.
        cards: scorecard per vendor.
        plan: as agreed; None without one.
        tickets: rows that were counted.
        synthetic: the tickets are an invented example.
        reason: why something was not assessed, as a sentence.
    """

    language: Language
    known: Known
    cards: Mapping[str, Scorecard]
    plan: PilotPlan | None
    tickets: int
    synthetic: bool
    reason: Callable[[NotAssessed], str]

    @property
    def kpis(self) -> Mapping[str, Kpi]:
        """Definitions by id."""
        return self.known.kpis

    def say(self, key: str, /, **values: str | int) -> str:
        """The words of this page."""
        return say(self.language, f"pilot_page.{key}", **values)

    def ranked(self) -> list[Scorecard]:
        """The best vendor first: by verdict, then by points."""
        return sorted(self.cards.values(), key=lambda card: (_RANK[card.verdict], -(card.points or 0)))

    def measures(self) -> Iterator[tuple[Kpi, KpiTarget]]:
        """KPI instances in the order of the criteria, without what says nothing about any vendor."""
        criteria = [rule.id for rule in next(iter(self.cards.values())).rules.criteria]
        known = sorted(instances(self.kpis).items(), key=lambda item: criteria.index(item[1][0].criterion))
        for instance, (kpi, target) in known:
            gaps = [card.kpis[instance].reason for card in self.cards.values()]
            if not all(gap is not None and gap.reason in SILENT_REASONS for gap in gaps):
                yield kpi, target

    def name(self, kpi: Kpi, target: KpiTarget) -> str:
        """A short name: the channel with its time, or the KPI."""
        return short_name(self.language, self.known, kpi, target)


def pilot_verdict(board: Board) -> Verdict:
    """Who passed, who did not, and by which figure."""
    ranked = board.ranked()
    badges = [
        Badge(
            text=f"{safe(card.vendor)} {say(board.language, f'pilot.verdict.{card.verdict}')}",
            tone=_SIGNS[card.verdict][0],
            icon=_SIGNS[card.verdict][1],
        )
        for card in ranked
    ]
    if board.synthetic:
        badges.append(Badge(text=board.say("synthetic"), icon="science", tone="gray"))
    return Verdict(
        badges=badges,
        facts=_facts(board),
        sentence=_sentence(board, ranked),
        reasons=_reasons(board, ranked),
        metric=_metric(board, ranked),
    )


def not_stated(board: Board) -> str:
    """Which vendors have hard gates that nobody spoke about; empty when there are none."""
    found = []
    for card in board.ranked():
        count = sum(gate.status == "not_stated" for gate in card.gates)
        if count:
            found.append(board.say("gates_of_vendor", vendor=safe(card.vendor), count=count))
    return board.say("gates_not_stated", vendors=listed(board.language, found)) if found else ""


def _facts(board: Board) -> str:
    plan = board.plan
    if plan is None:
        period = board.say("no_period")
    else:
        last = plan.start + timedelta(weeks=plan.weeks, days=-1)
        period = board.say("period", first=day(board.language, plan.start), last=day(board.language, last))
    tickets = board.say("tickets", count=number(board.language, board.tickets))
    rules = board.say("rules", version=next(iter(board.cards.values())).rules.version)
    return f"{period} · {tickets} · {rules}"


def _sentence(board: Board, ranked: list[Scorecard]) -> str:
    """Each vendor with the figure that decided; from three vendors on, how many came out how."""
    if len(ranked) > _NAMED:
        counts = {outcome: sum(card.verdict == outcome for card in ranked) for outcome in _RANK}
        return board.say("outcome_many", **{f"n_{outcome}": count for outcome, count in counts.items()})
    separator = "；" if board.language == "zh" else "; "
    return separator.join(
        board.say(
            f"outcome_{card.verdict}",
            vendor=safe(card.vendor),
            points=score(board.language, card.points),
            why=_about(board, card, card.grounds[0]),
        )
        for card in ranked
    )


def _reasons(board: Board, ranked: list[Scorecard]) -> list[str]:
    """The most telling ground of every vendor, then the next ones, three in all."""
    found = []
    for place in range(_MOST_REASONS):
        for card in ranked:
            if place < len(card.grounds):
                said = ground_words(board, card, card.grounds[place])
                found.append(board.say("reason", vendor=safe(card.vendor), ground=said))
    return found[:_MOST_REASONS]


def ground_words(board: Board, card: Scorecard, ground: Ground) -> str:
    """A ground in words, with names and the figure it rests on."""
    weeks = {"weeks": int(ground.values["weeks"])} if "weeks" in ground.values else {}
    sentence = say(
        board.language, f"pilot.ground.{ground.code}", about=_about(board, card, ground, bold=True), **weeks
    )
    if ground.code == "score_low":
        return sentence + board.say("score_of", **_against(board, card.points, card.rules.pass_score.value))
    return sentence


def _about(board: Board, card: Scorecard, ground: Ground, *, bold: bool = False) -> str:
    """What a ground speaks of, with its figure: a KPI, a criterion, a gate, or the whole."""
    if ground.about in card.kpis:
        return _kpi_figure(board, card.kpis[ground.about], bold=bold)
    if ground.about in board.kpis:
        return board.kpis[ground.about].name[board.language]
    for rule in card.rules.criteria:
        if rule.id == ground.about:
            reached = next(one.points for one in card.criteria if one.id == rule.id)
            against = _against(board, reached, card.rules.criterion_score.value)
            name = rule.name[board.language]
            if reached is None:
                gap = say(board.language, "pilot.status.not_assessed")
                return name if bold else board.say("figure_gap", name=name, reason=gap)
            return name + board.say("score_of", **against)
    for gate in card.rules.gates:
        if gate.id == ground.about:
            return gate.name[board.language]
    return board.say("total", points=score(board.language, card.points))


def _against(board: Board, reached: float | None, least: Decimal) -> dict[str, str]:
    return {"points": score(board.language, reached), "least": plain(board.language, least)}


def _kpi_figure(board: Board, result: KpiResult, *, bold: bool) -> str:
    kpi, target = instances(board.kpis)[result.instance]
    name = board.name(kpi, target)
    if result.value is None:
        why = board.reason(result.reason) if result.reason else ""
        return board.say("figure_gap", name=name, reason=why.rstrip("。."))
    value = figure(board.language, kpi, result.value)
    shown = f"**{value}**" if bold else value
    return board.say("figure", name=name, value=shown, target=goal(board.language, kpi, result.target))


def _metric(board: Board, ranked: list[Scorecard]) -> tuple[str, str, str]:
    best = ranked[0]
    under = " · ".join(
        board.say("points_of", vendor=card.vendor, points=score(board.language, card.points))
        for card in ranked[1 : _NAMED + 1]
        if card.points is not None
    )
    points = (
        board.say("points", points=score(board.language, best.points)) if best.points is not None else MISSING
    )
    return board.say("metric", vendor=best.vendor), points, under
