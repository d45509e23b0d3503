"""Ticket files in, KPI measurements out."""
