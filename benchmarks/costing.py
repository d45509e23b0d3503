"""How long an estimate takes anew after a slider moved, and its 10,000 draws: limits of 300 ms and of a second."""

from benchmarks.clock import fastest
from domain.costing.breakeven import Grid, cost_grid
from domain.costing.estimate import Estimate
from domain.costing.scenario import Overrides
from services.costing import estimate_record
from services.costing_uncertainty import uncertainty_of
from services.requirements import from_file
from services.samples import read_sample


def run() -> list[str]:
    """The worked example: five languages, four channels, every region, country and quote."""
    record = from_file(read_sample()[0], sample=True)[1]
    moved = Overrides(answers={"occupancy": 0.75})

    def slider() -> tuple[Estimate, Grid]:
        """Everything the views derive without drawing; kept by an estimate, so a new one makes it anew."""
        made = estimate_record(record, overrides=moved)
        _ = made.year_one, made.steady_state, made.comparison, made.alternatives, made.crossovers
        return made, cost_grid(made.make_or_buy)

    slider_s, (made, _) = fastest(slider)
    drawn_s, drawn = fastest(lambda: uncertainty_of(made))
    return [
        f"costing: a moved slider priced anew in {slider_s * 1000:.0f} ms",
        (
            f"costing: {drawn.draws} draws of {len(drawn.places)} places, both plans by the hour included, "
            f"in {drawn_s * 1000:.0f} ms"
        ),
    ]
