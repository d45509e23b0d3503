"""What every subject of the domain may use."""
