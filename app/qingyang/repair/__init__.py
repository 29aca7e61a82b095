"""Damage in, edits out. Pure: a raw text and a dictionary go in, proposals come out, nothing is read or kept."""

from qingyang.repair.engine import VERSION, Repair, repair

__all__ = ["VERSION", "Repair", "repair"]
