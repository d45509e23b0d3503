"""Where every figure comes from, and what names each source."""

from services.sources.exports import as_csv, as_xlsx
from services.sources.uses import mentions, numbers, sources_in_use

__all__ = ["as_csv", "as_xlsx", "mentions", "numbers", "sources_in_use"]
