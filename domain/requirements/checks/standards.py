"""Can the standards be kept, measured and lived with?"""

import re
from collections.abc import Iterator

from domain.requirements.checks.case import Case, said, said_percent
from domain.shared.outcomes import Finding
from domain.shared.rounding import to_decimal


def high_value_slower(case: Case) -> Iterator[Finding]:
    """X-02, SR-18: dear orders must not wait longer than ordinary ones."""
    special, standard = case.value("high_value_reply_h"), case.value("standard_reply_h")
    if special is not None and standard is not None and special > standard:
        yield case.found(
            "high_value_slower", "high_value_reply_h", special=said(special, 2), standard=said(standard, 2)
        )


def fcr_high(case: Case) -> Iterator[Finding]:
    """X-04, SR-08: nobody settles that much at the first contact."""
    target, most = case.value("fcr_target"), case.limit("fcr_most")
    if target is not None and to_decimal(target) > most:
        yield case.found("fcr_high", "fcr_target", target=said_percent(target), most=said_percent(most))


def fcr_above_resolution(case: Case) -> Iterator[Finding]:
    """X-04: what is settled at the first contact is a part of what is settled at all."""
    first, all_in_all = case.value("fcr_target"), case.value("resolution_target")
    if first is not None and all_in_all is not None and first > all_in_all:
        yield case.found(
            "fcr_above_resolution",
            "resolution_target",
            first=said_percent(first),
            resolved=said_percent(all_in_all),
        )


def csat_perfect(case: Case) -> Iterator[Finding]:
    """SR-08: a target of every single customer is missed by the first unhappy one."""
    if case.value("csat_target") == 1:
        yield case.found("csat_perfect", "csat_target")
    best_stars = case.record.book.questions["csat_mean_target"].maximum
    if case.value("csat_mean_target") == best_stars:
        yield case.found("csat_perfect", "csat_mean_target")


def target_outside_kpi(case: Case) -> Iterator[Finding]:
    """A target no KPI can take would be promised by vendors and replaced in pilot and contract."""
    for question, (lowest, highest) in case.figures.target_limits.items():
        target = case.value(question)
        if target is not None and not lowest <= to_decimal(target) <= highest:
            yield case.found(
                "target_outside_kpi",
                question,
                target=said_percent(target),
                lowest=said_percent(lowest),
                highest=said_percent(highest),
            )


def seconds_without_channel(case: Case) -> Iterator[Finding]:
    """X-06: a reply within seconds is a matter of live chat or the phone, and must say so."""
    text = case.value("reply_standards") or ""
    if not re.search(case.rules.seconds_pattern, text, re.IGNORECASE):
        return
    live = {"chat", "phone"} & set(case.value("channels") or ())
    if not live or not any(word in text.lower() for word in case.rules.live_words):
        yield case.found("seconds_without_channel", "reply_standards")


def kpi_counts_otherwise(case: Case) -> Iterator[Finding]:
    """A time asked of vendors that no KPI counts with would be promised and never measured."""
    for question, times in case.figures.kpi_times.items():
        wanted = case.value(question)
        if wanted is not None and wanted not in times:
            counted = " / ".join(said(time, 2) for time in sorted(set(times)))
            yield case.found(
                "kpi_counts_otherwise",
                question,
                question=question,
                wanted=said(wanted, 2),
                counted=counted,
                unit=case.record.book.questions[question].unit,
            )


def phone_after_answering(case: Case) -> Iterator[Finding]:
    """X-07, SR-19: the wait is before the call is answered; after that there is none to measure."""
    if case.value("phone_clock") == "after_answering":
        yield case.found("phone_after_answering", "phone_clock", seconds=case.value("phone_answer_s") or 0)


def aht_penalised(case: Case) -> Iterator[Finding]:
    """SR-17: whoever pays for long calls gets short ones, not solved ones."""
    if case.value("aht_penalty") is True:
        yield case.found("aht_penalised", "aht_penalty")


def full_ai_quality(case: Case) -> Iterator[Finding]:
    """X-09: a machine that judges every conversation watches customers and staff."""
    if case.value("qa_method") != "full_ai":
        return
    if case.value("dpia_done") is not True:
        yield case.found("full_ai_without_assessment", "dpia_done")
    if case.value("monitoring_planned") is not True:
        yield case.found("full_ai_not_declared", "monitoring_planned")


def off_platform_contact(case: Case) -> Iterator[Finding]:
    """X-22: leading customers away from a platform usually breaks its rules."""
    if case.value("off_platform_contact") is True:
        for platform in case.value("platforms") or ():
            if platform != "own_shop":
                yield case.found("off_platform_contact", "off_platform_contact", platform=platform)


CHECKS = (
    high_value_slower,
    fcr_high,
    fcr_above_resolution,
    csat_perfect,
    target_outside_kpi,
    seconds_without_channel,
    kpi_counts_otherwise,
    phone_after_answering,
    aht_penalised,
    full_ai_quality,
    off_platform_contact,
)
