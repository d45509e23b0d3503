"""Asking vendors: what a request for proposal says, asks and how answers are weighed."""
