"""How sure a measured share or quantile is: Wilson bounds and order-statistic ranks."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import bdtr

# Standard normal quantiles of the two readings of "95 %": one bound alone, or both ends of an interval.
Z_ONE_SIDED = 1.644854
Z_TWO_SIDED = 1.959964
_ONE_SIDED_ERROR = 0.05


@dataclass(frozen=True, slots=True)
class Bounds:
    """Two bounds of a share between 0 and 1."""

    lower: float
    upper: float


def wilson(k: int, n: int, *, z: float = Z_ONE_SIDED) -> Bounds:
    """Bounds of the true share behind k hits in n cases.

    With the default z each bound holds with 95 % on its own; verdicts use these. `Z_TWO_SIDED` gives the
    usual 95 % interval.

    Args:
        k: hits, between 0 and n.
        n: cases, at least 1.
        z: how many standard errors wide.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError((k, n))
    share = k / n
    shrink = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / shrink
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink
    # Without a single hit (or miss) the bound is exactly 0 (or 1); arithmetic gives 1e-17.
    return Bounds(
        lower=0.0 if k == 0 else centre - half,
        upper=1.0 if k == n else centre + half,
    )


@dataclass(frozen=True, slots=True)
class Ranks:
    """Ranks (1 = smallest value) whose values bound a quantile; None where the sample is too small."""

    lower: int | None
    upper: int | None


def quantile_ranks(n: int, share: float, *, error: float = _ONE_SIDED_ERROR) -> Ranks:
    """Which values of n sorted ones bound the quantile that `share` of all values lie under.

    Exact by the binomial distribution of how many values lie under the quantile; no shape of the values is assumed.

    Args:
        n: number of values, at least 1.
        share: 0.5 for the median, 0.9 for the ninetieth percentile.
        error: how often each bound may be wrong; 0.05 for verdicts, 0.025 for each end of a 95 % interval.
    """
    # at_most[r] is the chance that r values or fewer lie under the quantile.
    at_most = bdtr(np.arange(n + 1, dtype=float), n, share)
    lower = int((at_most <= error).sum())
    upper = int((at_most < 1 - error).sum()) + 1
    return Ranks(lower=lower if lower >= 1 else None, upper=upper if upper <= n else None)
