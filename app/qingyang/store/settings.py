"""Plain rows outside the journal: settings, the state of views."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qingyang.store.journal import Journal
from qingyang.store.records import canonical


class Settings(Journal):
    """The part of a desk that knows how one works."""

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting's JSON value."""
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def settings(self) -> dict[str, Any]:
        """Return every setting."""
        with self._reading() as connection:
            rows = connection.execute("SELECT key, value FROM settings ORDER BY key").fetchall()
        return {key: json.loads(value) for key, value in rows}

    def put_setting(self, key: str, value: Any) -> None:
        """Keep a setting: any JSON value."""
        with self._writing() as db:
            db.table("settings").upsert({"key": key, "value": canonical(value)}, pk="key")

    def view(self, document: str) -> dict[str, Any]:
        """Return how a document was last looked at (place, selection …); empty if it never was."""
        with self._reading() as connection:
            row = connection.execute("SELECT state FROM views WHERE document = ?", (document,)).fetchone()
        found: dict[str, Any] = {} if row is None else json.loads(row[0])
        return found

    def put_view(self, document: str, state: Mapping[str, Any]) -> None:
        """Keep how a document is looked at: JSON values."""
        with self._writing() as db:
            db.table("views").upsert({"document": document, "state": canonical(dict(state))}, pk="document")
