"""From stories to pages: bands of a headline group and balanced columns, on one baseline grid a page.

A story fills a strip of columns; short ones may stand side by side on a shelf. What does not fit goes to the next
page; nothing is ever left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from qingyang.compose.beginning import wanted
from qingyang.compose.boxes import OFF, box, boxes
from qingyang.compose.columns import Column, Row, rows
from qingyang.compose.drafts import Draft, Placed, Short, Turn, stacked
from qingyang.compose.ending import ended
from qingyang.compose.feathering import feathered, most, opened
from qingyang.compose.figures import Illustration
from qingyang.compose.filling import Filled, reach
from qingyang.compose.layout import Entry, Rule
from qingyang.compose.memory import Memory
from qingyang.compose.shelves import Shelf
from qingyang.compose.spanning import Spanning, left_behind, placing
from qingyang.compose.stories import Band, Story, identity
from qingyang.compose.template import Template


class _Height(NamedTuple):
    """How high a story is, which is kept so that nothing else is ever taken for it."""

    story: Story
    lines: int


class Heights:
    """How high stories are in their strips, each measured once."""

    def __init__(self, template: Template, memory: Memory | None = None) -> None:
        self._template = replace(template, masthead=0)
        self._memory = memory
        self._known: dict[tuple[int, int], int] = {}

    def of(self, story: Story) -> int:
        """Return the grid lines a story takes on an empty page; more than a page has where it takes more than one."""
        key = story.number, story.columns
        if key not in self._known:
            self._known[key] = self._height(story)
        return self._known[key]

    def _height(self, story: Story) -> int:
        if self._memory is None:
            return Flow(self._template, self).alone(story)
        key = identity(story)
        found = self._memory.get(key, _Height)
        if found is None:
            found = _Height(story, Flow(self._template, self).alone(story))
            self._memory.put(key, found)
        return found.lines


class Flow:
    """Pages being filled from the top, grid line by grid line."""

    def __init__(
        self,
        template: Template,
        heights: Heights,
        head: int = 0,
        short: Short | None = None,
        memory: Memory | None = None,
    ) -> None:
        """Begin below the masthead; ``head`` keeps so many grid lines more of the first page free."""
        self._head = head
        self._memory = memory
        self.template = template
        self.pages: list[Draft] = [Draft(template)]
        self.outline: list[Entry] = []
        self._at = self._top = template.masthead + head
        self._short = short
        self._heights = heights

    def filled(self, shelves: Sequence[Shelf], short: Short | None = None) -> Flow:
        """Return pages that begin as these did, with all stories on them."""
        flow = Flow(self.template, self._heights, self._head, short, self._memory)
        for shelf in shelves:
            for stories in flow._abreast(shelf):
                flow.shelf([story for story in stories if story.bands])
        flow.outline = feathered(flow.pages[:-1], flow.outline, flow.template)
        return flow

    def _abreast(self, shelf: Shelf) -> Iterator[Sequence[Story]]:
        """Yield stories side by side; one after the other where only so the first may begin on this page."""
        pair, first = shelf
        if len(pair) > 1 and self._at > self._top and all(story.bands for story in pair):
            room = self._room() - self.template.story_gap
            high = max(self._heights.of(story) for story in pair)
            if wanted(first[0].bands[0], first[0].columns, self.template) <= room < high:
                yield from ((story,) for story in first)
                return
        yield pair

    def shelf(self, stories: Sequence[Story]) -> None:
        """Place a story, or short ones side by side, as last time where they stand where they stood then."""
        if not stories:
            return
        if self._memory is None:
            self._shelf(stories)
            return
        here, page = self.pages[-1], len(self.pages)
        begun = page, self._at, self._top, self._short, here.size, *map(identity, stories)
        placed = self._memory.get(begun, Placed)
        if placed is None:
            size, entries = here.size, len(self.outline)
            self._shelf(stories)
            added = here.since(size), *(draft.since() for draft in self.pages[page:])
            placed = Placed(tuple(stories), added, tuple(self.outline[entries:]), self._at, self._top)
            self._memory.put(begun, placed)
            return
        here.add(placed.pages[0])
        self.pages += [draft.since() for draft in placed.pages[1:]]
        self.outline += placed.entries
        self._at, self._top = placed.at, placed.top

    def _shelf(self, stories: Sequence[Story]) -> None:
        """Place stories side by side: rule, bookmark, bands."""
        gap = self.template.story_gap if self._at > self._top else 0
        heights = [self._heights.of(story) for story in stories] if len(stories) > 1 else []
        begun = [wanted(story.bands[0], story.columns, self.template) for story in stories]
        if (gap and self._leaving(stories, self._room() - gap)) or self._room() < gap + max(
            [*heights, *begun]
        ):
            self._new_page()
            gap = 0
        if gap:
            self._separate(gap)
        head, foot = self._at, 0
        for story, above, below in zip(stories, *opened(heights or [0]), strict=True):
            self._at = head + above
            entry = Entry(story.title, len(self.pages) - 1, self._y(head), story.number)
            self.outline.append(entry)
            page, mark = len(self.pages) - 1, len(self.pages[-1].rules)
            for band in story.bands:
                self._band(band, story, below if band is story.bands[0] else 0)
            if story.boxed:
                self._frame(story, page, head, mark)
            foot = max(foot, self._at)
        self._at = foot
        self._part(stories, head, foot)

    def _leaving(self, stories: Sequence[Story], room: int) -> bool:
        """Say whether a story that one page holds would leave its pictures to the next one."""
        return any(
            left_behind(story, room, self.template) and self._heights.of(story) <= self.template.lines
            for story in stories
        )

    def alone(self, story: Story) -> int:
        """Place a story on pages of its own; return the grid lines it takes, too many where it takes two pages."""
        for band in story.bands:
            self._band(band, story)
        return self._at if len(self.pages) == 1 else self.template.lines + 1

    def _band(self, band: Band, story: Story, below: int = 0) -> None:
        """Place a headline group and its text, so many lines of white more between the two."""
        template = self.template
        if self._at > self._top and self._room() < wanted(band, story.columns, template):
            self._new_page()
        _, height = stacked(band.heads, template.leading)
        if height <= template.lines - self._top:
            self.pages[-1].heads(band.heads, template.column_left(story.first), self._at)
            self._move(height + below)
        else:
            alone = story._replace(columns=1)
            self._columns(rows(band.heads, template.leading, 1), (), alone)
        text = rows(band.text, template.leading, template.lines // 2)
        self._columns(text, band.floats, story)

    def _columns(self, text: Sequence[Row], floats: Sequence[Illustration], story: Story) -> None:
        left, waiting, begun = list(text), list(floats), False
        while left or waiting:
            fresh = self._at == self._top
            tops = [0] * story.columns
            if begun and self.template.continued:
                tops[0] = 1
            near = left[: reach(story.columns, self.template.lines)]
            placed = self._spanning(waiting, tops, story, near)
            for each in placed:
                tops[:] = each.below(tops)
            rows, made = self._filled(near, tops, fresh, begun)
            end = made[-1].end
            left[: len(near)] = rows[end:]
            if not end and not placed:
                self._new_page()
                continue
            if begun and self.template.continued:
                self._turn(story.first, self._at, False)
            self._place(rows, made, story)
            begun = begun or end > 0
            self._move(max([*(column.foot for column in made), *tops]))
            if left or waiting:
                self._new_page()

    def _filled(self, text: Sequence[Row], tops: Sequence[int], fresh: bool, begun: bool) -> Filled:
        """Fill what is left of the page; where the story goes on on the next, a line is kept to say so."""
        room, gaps = self._room(), len(self.pages[-1].gaps)
        ways = [(tops, room - by) for by in range(gaps * most(self.template) + 1)]
        if not gaps and not begun and self._at > self._top and not any(tops):
            ways.append(([1] * len(tops), room))
        found = ended(text, ways, self.template, fresh)
        if found.turn is not None:
            self._turn(len(tops) - 1, self._at + found.turn, True)
        return found.filled

    def _spanning(
        self, waiting: list[Illustration], tops: Sequence[int], story: Story, text: Sequence[Row]
    ) -> tuple[Spanning, ...]:
        """Place pictures that span columns at the head of the area, as long as there is room."""
        placed = placing(waiting, tops, self._room(), text, self.template, not text and not self._at)
        del waiting[: len(placed)]
        for picture, first, top, _ in placed:
            x = self.template.column_left(story.first + first)
            self.pages[-1].picture(picture, x, self._at + top, self.template.across(picture.frame.columns))
        return placed

    def _turn(self, column: int, line: int, leaves: bool) -> None:
        page = len(self.pages)
        self.pages[-1].turns.append(Turn(column, line, page + 1 if leaves else page - 1, leaves))

    def _place(self, text: Sequence[Row], made: Sequence[Column], story: Story) -> None:
        template = self.template
        for number, column in enumerate(made):
            at = self._at + column.top
            x = template.column_left(story.first + number)
            stood: list[tuple[Row, int]] = []
            for k in range(column.start, column.end):
                row = text[k]
                at += row.before if k > column.start else 0
                stood.append((row, at))
                self.pages[-1].row(row, x, at)
                at += row.height
            if not story.boxed:
                self.pages[-1].rules += boxes(stood, x, template)
        if template.column_rule and len(made) > 1:
            height = max(column.foot for column in made)
            for number in range(1, len(made)):
                top = max(column.top for column in made[number - 1 : number + 1])
                self._between(story.first + number, self._at + top, self._at + height)

    def _frame(self, story: Story, page: int, head: int, mark: int) -> None:
        """Draw one frame a page round a story, below the rules that were drawn in it."""
        template, last = self.template, len(self.pages) - 1
        x = template.column_left(story.first)
        for number in range(page, last + 1):
            top, foot = head if number == page else 0, self._at if number == last else self.pages[number].used
            at = mark if number == page else 0
            above, below = OFF * (top > 0), OFF * (foot < template.lines)
            drawn = box(template, x, x + template.across(story.columns), top - above, foot + below)
            self.pages[number].rules[at:at] = drawn if foot > top else ()

    def _part(self, stories: Sequence[Story], head: int, foot: int) -> None:
        """Draw a rule between stories that stand side by side."""
        if self.template.story_rule:
            for story in stories[1:]:
                self._between(story.first, head, foot, self.template.story_rule)

    def _between(self, column: int, head: int, foot: int, width: float = 0.0) -> None:
        """Draw the rule on the left of a column."""
        x = self.template.column_left(column) - self.template.gutter / 2
        rule = Rule(x, self._y(head), x, self._y(foot), width or self.template.column_rule)
        if foot > head:
            self.pages[-1].rules.append(rule)

    def _separate(self, gap: int) -> None:
        template = self.template
        self.pages[-1].part(self._at + gap)
        if template.story_rule:
            y = self._y(self._at) - gap * template.leading / 2
            right = template.left + template.type_width
            self.pages[-1].rules.append(Rule(template.left, y, right, y, template.story_rule))
        self._at += gap

    def _move(self, height: int) -> None:
        self._at += height
        self.pages[-1].used = max(self.pages[-1].used, self._at)

    def _room(self) -> int:
        short = self._short
        cut = short.by if short and short.page == len(self.pages) - 1 else 0
        return self.template.lines - cut - self._at

    def _new_page(self) -> None:
        self.pages.append(Draft(self.template))
        self._at = self._top = 0

    def _y(self, at: int) -> float:
        """Return the height of the upper edge of a grid line."""
        return self.template.height_at(at)
