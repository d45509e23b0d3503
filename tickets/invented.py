"""The invented vendors of the sample: how well they work, when their customers write and about what."""

from dataclasses import dataclass

# Proportions of the worked example: 3,300 e-mails, 600 marketplace messages, 1,500 chats, 600 calls.
CHANNELS = {"email": 0.55, "marketplace": 0.10, "chat": 0.25, "phone": 0.10}
LANGUAGES = {"de": 0.40, "fr": 0.25, "es": 0.15, "it": 0.10, "en": 0.10}
WEEKDAYS = (1.25, 1.10, 1.00, 1.00, 1.05, 0.80, 0.45)
# Arrivals by hour of the local day; chat and phone only while somebody is on duty.
ANY_HOURS = (1, 1, 1, 1, 1, 1, 2, 4, 7, 10, 11, 11, 9, 9, 9, 9, 9, 9, 9, 9, 8, 6, 3, 2)
DUTY_HOURS = (0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 12, 12, 10, 9, 9, 9, 10, 10, 9, 0, 0, 0, 0, 0)

# Shares of the invented file that are the same for both vendors.
BOT_ONLY = 0.03
SPAM = 0.012
HANG_UP = 0.5
COMPLAINT = 0.10
COMPLAINT_UNANSWERED = 0.2
WAITING = 0.07
SURVEYED = 0.75
ANSWER = 0.32
NO_SCALE = 0.02
REVIEWED = 0.25
INCOMPLETE = 0.015


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How well an invented vendor works; shares are 0-1.

    Attributes:
        name: the vendor's name in the file.
        in_time: share of first replies within the time of each channel.
        answered: share of calls answered within 20 seconds.
        unanswered: share of tickets nobody ever answers.
        accurate: share of sampled answers that are accurate.
        critical: share of sampled answers with a critical error.
        escalated: share of complaints escalated within two hours.
        satisfied: share of answers of four or five stars.
    """

    name: str
    in_time: dict[str, float]
    answered: float
    unanswered: float
    accurate: float
    critical: float
    escalated: float
    satisfied: float


VENDORS = (
    Quality(
        name="Demo Nord",
        in_time={"email": 0.965, "marketplace": 0.965, "chat": 0.955},
        answered=0.92,
        unanswered=0.006,
        accurate=0.982,
        critical=0.0,
        escalated=0.997,
        satisfied=0.955,
    ),
    Quality(
        name="Demo Sur",
        in_time={"email": 0.86, "marketplace": 0.80, "chat": 0.81},
        answered=0.74,
        unanswered=0.03,
        accurate=0.91,
        critical=0.02,
        escalated=0.88,
        satisfied=0.84,
    ),
)

# (typical, longest) seconds to a reply in time; (least, typical excess) of one that comes late. The
# marketplace has a target of three hours and one of a day; a late reply misses the first and mostly keeps the second.
PROMPT = {"email": (9_000, 80_000), "marketplace": (3_000, 10_500), "chat": (12, 29)}
LATE = {"email": (88_000, 40_000), "marketplace": (11_500, 25_000), "chat": (33, 60)}
