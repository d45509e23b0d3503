"""The tables of a pilot: every KPI with its bounds, criteria, hard gates, counts, definitions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from domain.pilot.decide import KpiResult, Status
from domain.pilot.plan import instances
from domain.pilot.scorecard import GateResult, GateStatus, Scorecard
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.sources import Origin
from ui.facts import source_lines
from ui.kit import Tone, link, mute, nb, safe
from ui.pilot import Board
from ui.pilot_words import bounds, figure, goal, score
from ui.tables import interval, small_table
from words import say
from words.names import listed
from words.numbers import MISSING, number, percent, plain

_STATUS: Mapping[Status | GateStatus, tuple[Tone, str]] = {
    "pass": ("green", "check"),
    "inconclusive": ("orange", "hourglass_empty"),
    "fail": ("red", "close"),
    "not_assessed": ("gray", "help"),
    "kept": ("green", "check"),
    "missed": ("red", "close"),
    "open": ("orange", "hourglass_empty"),
    "not_stated": ("gray", "help"),
}


def _mark(kind: Status | GateStatus, words: str) -> str:
    """A badge with sign and word, never colour alone."""
    tone, icon = _STATUS[kind]
    return f":{tone}-badge[:material/{icon}: {nb(words)}]"


def kpi_table(board: Board) -> None:
    """Every KPI: version, target, and per vendor value, status, bounds and cases."""
    rows = list(board.measures())
    columns: dict[str, Sequence[Any]] = {
        board.say("column.kpi"): [_kpi_cell(board, kpi, target) for kpi, target in rows],
        board.say("column.target"): [_goal(board, kpi, target) for kpi, target in rows],
    }
    for place, (vendor, card) in enumerate(board.cards.items()):
        columns[safe(vendor)] = [_value_cell(board, kpi, card.kpis[target.instance]) for kpi, target in rows]
        # Headings must differ; a no-break space more is not seen.
        columns[nb(board.say("bounds")) + "\u00a0" * place] = [
            _bounds_cell(board, kpi, target, card, second=place == 1) for kpi, target in rows
        ]
    small_table(columns, label=board.say("table_label"))
    silent = [
        board.name(kpi, target)
        for instance, (kpi, target) in instances(board.kpis).items()
        if instance not in {row[1].instance for row in rows}
    ]
    if silent:
        mute(board.say("silent", names=listed(board.language, silent)))


def _kpi_cell(board: Board, kpi: Kpi, target: KpiTarget) -> str:
    version = nb(board.say("version", version=kpi.version))
    return f"**{board.name(kpi, target)}** :small[:gray[{version}]]"


def _goal(board: Board, kpi: Kpi, target: KpiTarget) -> str:
    return goal(board.language, kpi, next(iter(board.cards.values())).kpis[target.instance].target)


def _value_cell(board: Board, kpi: Kpi, result: KpiResult) -> str:
    badge = _mark(result.status, say(board.language, f"pilot.status.{result.status}"))
    return badge if result.value is None else f"**{figure(board.language, kpi, result.value)}**\u00a0{badge}"


def _bounds_cell(board: Board, kpi: Kpi, target: KpiTarget, card: Scorecard, *, second: bool) -> str:
    result = card.kpis[target.instance]
    if result.value is None:
        why = board.reason(result.reason) if result.reason else MISSING
        return f":small[:gray[{say(board.language, 'ui.not_assessed', reason=why)}]]"
    if result.lower is None or result.upper is None:
        reports = board.say("reports", count=result.n or 0)
        return f":small[:gray[{reports}]]"
    ends = _ends(board, kpi, target)
    drawn = interval(result.value, result.lower, result.upper, float(result.target), second=second, span=ends)
    return f"{drawn} :small[:gray[{bounds(board.language, result)}]]"


def _ends(board: Board, kpi: Kpi, target: KpiTarget) -> tuple[float, float]:
    """One axis for all vendors of a row."""
    results = [card.kpis[target.instance] for card in board.cards.values()]
    agreed = float(results[0].target)
    if kpi.direction == "up":
        return max(0.0, min([one.lower for one in results if one.lower is not None] + [agreed]) - 0.04), 1.0
    return 0.0, min(1.0, 1.15 * max([one.upper for one in results if one.upper is not None] + [agreed]))


def criteria_table(board: Board) -> None:
    """Points per criterion against the least a pass needs, with the total."""
    rules = next(iter(board.cards.values())).rules
    least, total = rules.criterion_score.value, rules.pass_score.value
    names = [f"{rule.name[board.language]} · {rule.weight}%" for rule in rules.criteria]
    columns: dict[str, Sequence[Any]] = {
        board.say("column.criterion"): [*names, f"**{board.say('sum')}**"],
        board.say("column.least"): [
            *([f"≥\u00a0{plain(board.language, least)}"] * len(names)),
            f"≥\u00a0{plain(board.language, total)}",
        ],
    }
    for vendor, card in board.cards.items():
        cells = [_points_cell(board, one.points, float(least)) for one in card.criteria]
        columns[safe(vendor)] = [*cells, _points_cell(board, card.points, float(total))]
    small_table(columns, label=board.say("criteria_label"))


def _points_cell(board: Board, reached: float | None, least: float) -> str:
    status: Status = "not_assessed" if reached is None else "pass" if reached >= least else "fail"
    word = say(board.language, f"pilot.status.{status}")
    return f"{score(board.language, reached)}\u00a0{_mark(status, word)}"


def gate_table(board: Board) -> None:
    """Hard gates: what was measured or stated about each vendor."""
    rules = next(iter(board.cards.values())).rules
    columns: dict[str, Sequence[Any]] = {
        board.say("column.gate"): [
            gate.name[board.language]
            + ("" if gate.limit is None else nb(f" ≤ {plain(board.language, gate.limit * 100)}%"))
            for gate in rules.gates
        ]
    }
    for vendor, card in board.cards.items():
        columns[safe(vendor)] = [_gate_cell(board, gate) for gate in card.gates]
    small_table(columns, label=board.say("gates_label"))


def _gate_cell(board: Board, gate: GateResult) -> str:
    badge = _mark(gate.status, say(board.language, f"pilot.gate_status.{gate.status}"))
    if gate.n is None or gate.k is None:
        return badge
    counts = nb(f"{number(board.language, gate.k)} / {number(board.language, gate.n)}")
    upper = "" if gate.upper is None else board.say("gate_upper", share=percent(board.language, gate.upper))
    return f"{badge} :small[:gray[{counts}{upper}]]"


def counts_table(board: Board) -> None:
    """What was counted and what was left out, so that nobody has to guess."""
    columns: dict[str, list[str]] = {
        board.say(f"column.{name}"): []
        for name in ("kpi", "vendor", "n_total", "n", "n_missing", "n_censored", "excluded", "clock")
    }
    for kpi, target in board.measures():
        for vendor, card in board.cards.items():
            counted = card.kpis[target.instance].measurement
            if counted is None or counted.gap is not None:
                continue
            figures = (counted.n_total, counted.n, counted.n_missing, counted.n_censored)
            excluded = [
                f"{say(board.language, f'tickets.excluded.{why}')} {number(board.language, count)}"
                for why, count in counted.excluded.items()
                if count
            ]
            cells = [
                board.name(kpi, target),
                safe(vendor),
                *(number(board.language, count) for count in figures),
                listed(board.language, excluded) or MISSING,
                _clock(board, counted.clock, counted.clock_wanted),
            ]
            for column, cell in zip(columns.values(), cells, strict=True):
                column.append(cell)
    small_table(columns, label=board.say("counts_label"))


def _clock(board: Board, used: str, wanted: str) -> str:
    """Which clock ran, and that it is another one than the definition names."""
    if not used:
        return MISSING
    word = say(board.language, f"pilot.clock.{used}")
    return word if used == wanted else f"{word} {say(board.language, 'pilot.clock.coverage_unknown')}"


def definitions(board: Board) -> None:
    """What each KPI means, how many cases it needs, where target and benchmarks come from."""
    for kpi, target in board.measures():
        lines = [
            f"**{target.label[board.language]}** · `{target.instance}` · {board.say('version', version=kpi.version)}",
            safe(kpi.whole_definition[board.language]),
            f"{board.say('default_target', target=goal(board.language, kpi, target.target))} {_from(board, target.origin)}",
            *([safe(target.note[board.language])] if target.note else []),
            f"{board.say('n_min', n=kpi.n_min)} {_from(board, kpi.n_min_origin)}",
            *(
                f"{board.say('benchmark')} {safe(mark.text[board.language])} {_from(board, mark.origin)}"
                for mark in kpi.benchmarks
            ),
        ]
        st.markdown("  \n".join(lines))


def _from(board: Board, origin: Origin) -> str:
    """The source of one figure as a grey half-line."""
    source = board.known.sources[origin.source]
    kind = say(board.language, f"source.kind.{source.kind}")
    lines = " · ".join(source_lines(board.language, source, origin))
    return f":small[:gray[{safe(f'{kind}: {lines}' if board.language == 'en' else f'{kind}：{lines}')}]]"


def lazy(label: str, icon: str, key: str, draw: Callable[[], None]) -> None:
    """A popover whose content is made only when it is opened."""
    with (box := st.popover(link(f":material/{icon}: {label}"), type="tertiary", key=key, on_change="rerun")):
        if box.open:
            draw()
