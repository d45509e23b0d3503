"""What every subject counts with: the days of a week, the seconds and minutes of an hour, the months of a year, what still counts as a whole."""

from decimal import Decimal

# In the order of the week; Python counts them from 0 alike.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SECONDS_PER_HOUR = 3600
MINUTES_PER_HOUR = 60
MONTHS_PER_YEAR = 12
# Shares are typed as percentages; a sum off by less than this is what binary fractions leave behind.
SHARES_TOLERANCE = Decimal("0.000001")
