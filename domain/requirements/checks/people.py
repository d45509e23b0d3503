"""Will the people be there: attrition, reserve, replacements and peaks."""

from collections.abc import Iterator
from decimal import Decimal

from domain.requirements.checks.case import Case, said, said_percent
from domain.shared.outcomes import Finding
from domain.shared.rounding import to_decimal


def attrition_lax(case: Case) -> Iterator[Finding]:
    """X-13: 15 % a month, as a trade article allows, is a team that has gone within half a year."""
    most, limit = case.value("attrition_month_max"), case.limit("attrition_month_most")
    if most is not None and to_decimal(most) > limit:
        months = int(case.limit("attrition_shown_months"))
        yield case.found(
            "attrition_lax",
            "attrition_month_max",
            attrition=said_percent(most),
            months=months,
            left=said_percent(staying(most, months=months)),
        )


def tenure_inconsistent(case: Case) -> Iterator[Finding]:
    """X-13, SR-09: with that attrition fewer people stay than the core team promises."""
    most, share = case.value("attrition_month_max"), case.value("core_share")
    months = case.value("core_tenure_months")
    if most is None or share is None or months is None:
        return
    left = staying(most, months=months)
    if left < to_decimal(share):
        yield case.found(
            "tenure_inconsistent",
            "core_share",
            attrition=said_percent(most),
            months=months,
            left=said_percent(left),
            share=said_percent(share),
        )


def staying(attrition_month: float, *, months: int) -> Decimal:
    """Share of a team that is still there after so many months: (1 - m) to the power of the months."""
    return (1 - to_decimal(attrition_month)) ** months


def replacement_without_reserve(case: Case) -> Iterator[Finding]:
    """X-16, SR-10: a gap is filled within a day only from people who are trained already."""
    within, reserve = case.value("replacement_h"), case.value("reserve_share")
    if within is None or reserve is None or within > case.limit("replacement_h_fast"):
        return
    needed = _reserve_needed(case)
    if needed is not None and to_decimal(reserve) < needed:
        yield case.found(
            "replacement_without_reserve",
            "reserve_share",
            hours=said(within, 1),
            reserve=said_percent(reserve),
            needed=said_percent(needed),
        )


def _reserve_needed(case: Case) -> Decimal | None:
    """Attrition a month x months of onboarding + absence, as a share of the team."""
    attrition, weeks = case.value("attrition_month_max"), case.value("onboarding_weeks")
    absence = case.value("absence_share")
    if attrition is None or weeks is None or absence is None:
        return None
    return to_decimal(attrition) * to_decimal(weeks) / case.weeks_a_month + to_decimal(absence)


def extra_staff_unbounded(case: Case) -> Iterator[Finding]:
    """X-21: ordering extra people or hours at will is a hole in the price and looks like labour dispatch."""
    if case.value("extra_staff_priced") is False:
        yield case.found("extra_staff_unpriced", "extra_staff_priced")
    notice, least = case.value("extra_staff_notice_days"), case.limit("extra_staff_notice_days_least")
    if notice is not None and notice < least:
        yield case.found("extra_staff_no_notice", "extra_staff_notice_days", days=notice, least=said(least))


def reserve_below_peak(case: Case) -> Iterator[Finding]:
    """SR-13: a reserve alone does not carry a peak; extra people must have a price."""
    ratio, reserve = case.figures.peak_hours_ratio, case.value("reserve_share")
    if ratio is None or reserve is None or case.value("extra_staff_priced") is True:
        return
    gap = to_decimal(ratio) - 1 - to_decimal(reserve)
    if gap > 0:
        yield case.found(
            "reserve_below_peak",
            "extra_staff_priced",
            more=said_percent(to_decimal(ratio) - 1),
            reserve=said_percent(reserve),
            gap=f"{said(gap * 100)}%",
        )


def peak_lead_short(case: Case) -> Iterator[Finding]:
    """Staff for a peak must be found and trained in time."""
    article, onboarding = case.limit("peak_lead_weeks"), case.value("onboarding_weeks")
    least = max(article, to_decimal(onboarding or 0))
    source = case.rules.limits["peak_lead_weeks"].origin.source if least == article else ""
    for peak in case.value("peaks") or ():
        if peak["lead_weeks"] < least:
            yield case.found(
                "peak_lead_short",
                "peaks",
                source=source,
                peak=peak["name"],
                weeks=peak["lead_weeks"],
                least=said(least, 1),
            )


CHECKS = (
    attrition_lax,
    tenure_inconsistent,
    replacement_without_reserve,
    extra_staff_unbounded,
    reserve_below_peak,
    peak_lead_short,
)
