"""The only SQL in the house: the desk file (``*.qy``, SQLite).

What is written once: `Source` bytes and text, what rules proposed, and the journal of every `Change`, hash-chained.
What follows from it and can be made again: paragraphs and articles. Originals of pictures, by their SHA-256: the large
ones are files in ``*.pictures`` beside it. What is plain rows: documents, house lists and roles that the journal names,
names found in texts, settings, the state of views. One program writes (`open_desk`), any may read (`open_read_only`).
Ids, persons and times come from the caller.
"""

from qingyang.store.checking import Finding
from qingyang.store.desk import Desk, create, open_desk, open_read_only, verify
from qingyang.store.journal import JournalRow
from qingyang.store.lock import Holder, this_process
from qingyang.store.paragraphs import ArticleRow, Hit
from qingyang.store.pictures import Kept
from qingyang.store.sources import DocumentRow

__all__ = [
    "ArticleRow",
    "Desk",
    "DocumentRow",
    "Finding",
    "Hit",
    "Holder",
    "JournalRow",
    "Kept",
    "create",
    "open_desk",
    "open_read_only",
    "this_process",
    "verify",
]
