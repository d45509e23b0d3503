"""Demand to staffing to one comparable price."""
