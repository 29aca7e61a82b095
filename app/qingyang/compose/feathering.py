"""Pages and stories that end a little too high: white between stories, or round their headlines, takes what is left."""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.compose.drafts import Draft
from qingyang.compose.layout import Entry
from qingyang.compose.template import Template

_LINES = 2
"""So many grid lines more are not too much for a gap between stories, nor is twice the gap."""


def most(template: Template) -> int:
    """Return how many grid lines a gap between stories may be wider than it likes."""
    return max(_LINES, template.story_gap)


def opened(heights: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the lines of white more above and below the headlines of stories side by side, for them to end level.

    A line below the headline comes first, one above it next; within one line stories are level.
    """
    lacking = [max(heights) - each for each in heights]
    return [int(each > 2) for each in lacking], [int(each > 1) for each in lacking]


def feathered(pages: Sequence[Draft], outline: Sequence[Entry], template: Template) -> list[Entry]:
    """Bring pages to their foot where no gap between stories need too much; return the bookmarks then."""
    entries = list(outline)
    for page, draft in enumerate(pages):
        count = len(draft.gaps)
        if 0 < draft.free <= count * most(template):
            each, more = divmod(draft.free, count)
            # From the lowest gap up: what is lowered by it goes on with those above.
            for number in reversed(range(count)):
                by = each + (number >= count - more)
                entries = _lowered(entries, page, draft.gaps[number].at, by, template)
                draft.lower(number, by)
    return entries


def _lowered(entries: Sequence[Entry], page: int, at: int, by: int, template: Template) -> list[Entry]:
    """Return bookmarks of which those of a page from a grid line on are so many lines lower."""
    head = template.height_at(at) + template.leading / 2
    return [
        entry._replace(y=entry.y - by * template.leading) if entry.page == page and entry.y < head else entry
        for entry in entries
    ]
