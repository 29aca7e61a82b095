"""The table of what signs are worth, fitted in the open by tests/bench/fit_roles.py."""
