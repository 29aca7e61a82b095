"""Tables fitted in the open by tests/bench/fit_tables.py: trees over small signs, as text."""
