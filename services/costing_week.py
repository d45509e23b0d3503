"""The record read hour by hour: when contacts come, when somebody is there, and how soon customers are answered."""

from itertools import chain
from typing import Any

from domain.costing.channels import LIVE_CHANNELS
from domain.costing.live_queue import ServiceTarget
from domain.costing.shifts import ShiftRules
from domain.costing.week import Windows
from domain.costing.week_inputs import WeekInputs
from domain.requirements.hours import minutes_of_week
from domain.requirements.record import Record
from services.catalog import catalog


def week_inputs(record: Record) -> WeekInputs:
    """What a plan by the hour needs; hours of service and contacts must be answered."""
    channels = tuple(record.value("contacts_month"))
    parameters = catalog().parameters
    return WeekInputs(
        open_windows={language: _windows(record, language) for language in record.value("languages_share")}
        | {language: _windows(record, language) for language in record.languages},
        arrivals={channel: tuple(chain(*record.hour_weights(channel))) for channel in channels},
        targets={channel: _target(record, channel) for channel in channels if channel in LIVE_CHANNELS},
        answer_within_h={
            channel: float(_known(record, "standard_reply_h"))
            for channel in channels
            if channel not in LIVE_CHANNELS
        },
        shifts=ShiftRules(
            lengths_h=(
                int(parameters["shift_part_time_h"].default),
                int(parameters["shift_full_h"].default),
                int(parameters["shift_long_h"].default),
            ),
            overlap_h=int(parameters["shift_overlap_h"].default),
        ),
        patience_s=_patience_s(record),
    )


def _windows(record: Record, language: str) -> Windows:
    return tuple(minutes_of_week(record.schedule_of_language(language) or {}))


def _target(record: Record, channel: str) -> ServiceTarget:
    """The promise of a live channel."""
    if channel == "phone":
        share, within_s = _known(record, "phone_answer_share"), _known(record, "phone_answer_s")
    else:
        share, within_s = catalog().parameters["chat_target_share"].default, _known(record, "chat_reply_s")
    return ServiceTarget(share=float(share), within_s=float(within_s))


def _patience_s(record: Record) -> float | None:
    """How long callers wait before they hang up; None (Erlang C) where the merchant says that nobody does."""
    if record.value("callers_hang_up") is False:
        return None
    return float(catalog().parameters["phone_patience_s"].default)


def _known(record: Record, question: str) -> Any:
    """The answer; the default also where the question was set aside, for people are needed all the same."""
    value = record.value(question)
    return record.book.questions[question].default if value is None else value
