"""Contract terms become a draft: clauses, fields, numbers, annexes, checks."""
