"""Reads `data/` and `contract_templates/` and refuses what is malformed."""
