"""The trial run: bounds, statuses, scorecard, verdict."""
