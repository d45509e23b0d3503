"""The form of a pilot's plan: what its fields share, and what the merchant states about each vendor."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.pilot.rules import GateRule, PilotRules
from domain.shared.kpis import Kpi, KpiTarget
from ui.kit import problem, safe
from ui.pilot_words import Known
from words import Language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """What the form is drawn from.

    Attributes:
        language: of the page.
        values: what is stored, by key of the plan.
        problems: what is wrong, as sentences, by key ("weeks", "targets.csat_top2").
        targets: the KPI instances of the channels in use.
        vendors: names that appear in the tickets or in the plan.
        known: the catalog.
        prefix: keeps the fields of one project apart from another's.
        versions: of each stored value, by key ("weeks", "vendors.Demo Nord").
        save: called with key, plain value and the version its fields were filled from when something
            changed; returns the new version, None when it was refused.
    """

    language: Language
    values: Mapping[str, Any]
    problems: Mapping[str, str]
    targets: Sequence[tuple[Kpi, KpiTarget]]
    vendors: Sequence[str]
    known: Known
    prefix: str
    versions: Mapping[str, int]
    save: Callable[[str, Any, int], int | None]

    @property
    def rules(self) -> PilotRules:
        """Rules of the scorecard."""
        return self.known.pilot_rules

    def say(self, key: str, /, **values: str | int) -> str:
        """The words of this page."""
        return say(self.language, f"pilot_page.{key}", **values)

    def key(self, name: str) -> str:
        """The session key of a field."""
        return f"{self.prefix}_{name}"

    def held(self, name: str) -> Any:
        """What a field holds now."""
        return st.session_state.get(self.key(name))

    def changes(self, key: str, field: str, read: Callable[[], Any]) -> dict[str, Any]:
        """The callback of a field: all fields of the same key are read together, so none is lost.

        Args:
            key: of the plan.
            field: a field of that key; while it is on the page it holds what it was filled with.
            read: what the fields of the key hold.
        """
        held: dict[str, int] = st.session_state.setdefault(self.key("versions"), {})
        if self.key(field) not in st.session_state or key not in held:
            held[key] = self.versions.get(key, 0)

        def save() -> None:
            version = self.save(key, read(), held[key])
            if version is not None:
                held[key] = version

        return {"on_change": save}

    def wrong(self, key: str) -> None:
        """What is wrong with a field, under it."""
        if key in self.problems:
            problem(self.problems[key])


def vendor_fields(form: PlanForm, vendor: str) -> None:
    """The rubric and the stated gates of one vendor; folded when something was stated before this visit."""
    given = form.values.get("vendors", {}).get(vendor, {})
    unfolded = st.session_state.setdefault(form.key(f"{vendor}_unfolded"), not given)
    box = st.expander(safe(vendor), expanded=unfolded, key=form.key(f"{vendor}_box"), on_change="rerun")
    if box.open:
        with box:
            _statement(form, vendor, given)


def _statement(form: PlanForm, vendor: str, given: Mapping[str, Any]) -> None:
    marks, gates = given.get("rubric", {}), given.get("gates", {})
    # Taken before any field of this vendor is drawn: all of them are filled from the same version.
    changes = form.changes(f"vendors.{vendor}", f"{vendor}_reports", lambda: read_vendor(form, vendor))
    with st.grid(3, min_column_width=280, gap="small"):
        for item in form.rules.rubric.items:
            st.segmented_control(
                item.name[form.language],
                list(range(form.rules.rubric.points_most + 1)),
                default=marks.get(item.id),
                help=item.meaning[form.language],
                key=form.key(f"{vendor}_{item.id}"),
                **changes,
            )
        st.number_input(
            form.say("reports_read"),
            min_value=0,
            value=marks.get("reports"),
            step=1,
            key=form.key(f"{vendor}_reports"),
            width=160,
            **changes,
        )
    st.markdown(form.say("gates_asked"))
    with st.grid(3, min_column_width=280, gap="small"):
        for gate in stated_gates(form.rules):
            st.segmented_control(
                gate.name[form.language],
                [False, True],
                default=gates.get(gate.id),
                format_func=lambda missed: form.say("happened" if missed else "not_happened"),
                key=form.key(f"{vendor}_{gate.id}"),
                **changes,
            )


def stated_gates(rules: PilotRules) -> list[GateRule]:
    """The gates that no ticket file can measure."""
    return [gate for gate in rules.gates if not gate.measured_by]


def read_vendor(form: PlanForm, vendor: str) -> dict[str, Any] | None:
    """What the fields of a vendor hold; what nobody filled in is absent."""
    items = ["reports", *(item.id for item in form.rules.rubric.items)]
    gates = [gate.id for gate in stated_gates(form.rules)]
    statement = {
        name: kept
        for name, ids in (("rubric", items), ("gates", gates))
        if (kept := {one: value for one in ids if (value := form.held(f"{vendor}_{one}")) is not None})
    }
    return statement or None
