"""Every figure the product knows, where it comes from and what uses it; every source and what names it."""

from services.sources import as_csv, as_xlsx, numbers, sources_in_use
from ui.guard import open_page
from ui.sources import (
    filtered_sources,
    filtered_uses,
    section_picker,
    source_row,
    table_with_exports,
    use_row,
)
from ui.sources_card import source_card, source_picker

page = open_page("sources")
figures, sources = numbers(page.language), sources_in_use(page.language)
page.title(page.t("sources_page.title"), page.t("sources_page.facts"))

section = section_picker(page, {"numbers": len(figures), "sources": len(sources)})
if section == "sources":
    chosen = source_picker(page, sources)
    if chosen is not None:
        source_card(page, chosen)
    rows = [source_row(page, use) for use in filtered_sources(page, sources)]
else:
    rows = [use_row(page, use) for use in filtered_uses(page, figures)]
table_with_exports(page, rows, section, xlsx=as_xlsx, csv=as_csv)
