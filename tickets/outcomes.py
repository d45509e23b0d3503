"""What becomes of each ticket under each named measurement, as plain SQL.

Every query counts tickets per vendor, week and outcome. An outcome is ``hit``, ``miss``, ``missing`` (a needed
value is not there), ``censored`` (too young at the cut-off to tell) or the reason it was excluded.
"""

from domain.shared.kpis import Measure

# A ticket counts once its time has run out, answered or not: counting the early answers of the last
# hours without the silences beside them would flatter the vendor.
_FIRST_REPLY_WITHIN = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN age_us < $threshold_us THEN 'censored'
            WHEN reply_us <= $threshold_us THEN 'hit'
            ELSE 'miss'
        END AS outcome
    FROM clocked
    WHERE channel = $channel AND clock = $clock
) AS told
GROUP BY vendor, week, outcome
"""

# Calls given up within the short-abandon limit say nothing about the vendor.
_ANSWERED_WITHIN = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN queue_enter_at IS NULL OR COALESCE(answered_at, abandoned_at) IS NULL THEN 'missing'
            WHEN answered_at - queue_enter_at <= $threshold_us THEN 'hit'
            WHEN answered_at IS NOT NULL THEN 'miss'
            WHEN abandoned_at - queue_enter_at <= $short_us THEN 'short_abandon'
            ELSE 'miss'
        END AS outcome
    FROM candidates
    WHERE channel = $channel
) AS told
GROUP BY vendor, week, outcome
"""

_JUDGED_ACCURATE = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN qa_sampled IS NULL OR qa_accurate IS NULL THEN 'missing'
            WHEN qa_accurate THEN 'hit'
            ELSE 'miss'
        END AS outcome
    FROM candidates
    WHERE COALESCE(qa_sampled, FALSE) OR unread LIKE '%|qa_sampled|%'
) AS told
GROUP BY vendor, week, outcome
"""

_CRITICAL_ERROR = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN qa_sampled IS NULL OR qa_critical IS NULL THEN 'missing'
            WHEN qa_critical THEN 'hit'
            ELSE 'miss'
        END AS outcome
    FROM candidates
    WHERE COALESCE(qa_sampled, FALSE) OR unread LIKE '%|qa_sampled|%'
) AS told
GROUP BY vendor, week, outcome
"""

_ESCALATED_WITHIN = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN unread LIKE '%|complaint_flag|%' OR unread LIKE '%|escalated_at|%' THEN 'missing'
            WHEN cut_off_us - created_at < $threshold_us THEN 'censored'
            WHEN escalated_at - created_at <= $threshold_us AND escalated_at <= cut_off_us THEN 'hit'
            ELSE 'miss'
        END AS outcome
    FROM candidates
    WHERE COALESCE(complaint_flag, FALSE) OR unread LIKE '%|complaint_flag|%'
) AS told
GROUP BY vendor, week, outcome
"""

# Four of five is 80 % of any scale: 8 of 10, 80 of 100.
_TOP_TWO_BOXES = """
SELECT vendor, week, outcome, COUNT(*) AS cases
FROM (
    SELECT vendor, week,
        CASE
            WHEN exclusion <> '' THEN exclusion
            WHEN csat_score IS NULL OR csat_scale_max IS NULL THEN 'missing'
            WHEN csat_scale_max <= 0 OR csat_score > csat_scale_max THEN 'missing'
            WHEN csat_score * 5 >= csat_scale_max * 4 THEN 'hit'
            ELSE 'miss'
        END AS outcome
    FROM candidates
    WHERE csat_score IS NOT NULL OR unread LIKE '%|csat_score|%'
) AS told
GROUP BY vendor, week, outcome
"""

OUTCOMES: dict[Measure, str] = {
    "first_reply_within": _FIRST_REPLY_WITHIN,
    "answered_within": _ANSWERED_WITHIN,
    "judged_accurate": _JUDGED_ACCURATE,
    "critical_error": _CRITICAL_ERROR,
    "escalated_within": _ESCALATED_WITHIN,
    "top_two_boxes": _TOP_TWO_BOXES,
}

# An answer without a recorded survey still had one.
SURVEYS_SENT = """
SELECT vendor, COUNT(*) AS sent
FROM candidates
WHERE exclusion = '' AND (csat_sent_at IS NOT NULL OR csat_score IS NOT NULL
    OR unread LIKE '%|csat_score|%' OR unread LIKE '%|csat_sent_at|%')
GROUP BY vendor
"""

# Rows that were rejected as a whole are missing from the KPIs that speak about every ticket of a channel:
# those of the channel, and those whose channel could not be read.
UNUSABLE_ROWS = """
SELECT vendor,
    SUM(CASE WHEN channel = $channel THEN 1 ELSE 0 END) AS on_channel,
    SUM(CASE WHEN channel = '' THEN 1 ELSE 0 END) AS on_unknown_channel
FROM unusable
GROUP BY vendor
"""
