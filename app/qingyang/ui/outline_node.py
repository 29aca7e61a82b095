"""The lines of the article tree as it stands, and where one comes to stand that is dropped on another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qingyang.ui.outline_entry import Branch, Entry, Kind

_GROUPS = (Kind.ISSUE, Kind.REST)
_BLOCKS = (Kind.BLOCK, Kind.FIGURE)


@dataclass(slots=True, eq=False)
class Node:
    """A line and what stands below it by now."""

    entry: Entry
    above: Node | None
    id: int
    below: list[Node] = field(default_factory=list)
    blocks: Callable[[], Sequence[Entry]] | None = None
    open: bool = False


def shape(groups: Sequence[Branch]) -> list[tuple[Kind, list[str]]]:
    """Return which documents stand in which group."""
    return [(group.entry.kind, [branch.entry.id for branch in group.below]) for group in groups]


def articles(node: Node) -> Iterator[Node]:
    """Yield the articles at or below a line, in order."""
    if node.entry.kind is Kind.ARTICLE:
        yield node
    elif node.entry.kind not in _BLOCKS:
        for child in node.below:
            yield from articles(child)


def host_of(node: Node) -> Node | None:
    """Return the document in which a line is read; of a group the last one."""
    if node.entry.kind in _GROUPS:
        return node.below[-1] if node.below else None
    while node.above is not None and node.entry.kind is not Kind.DOCUMENT:
        node = node.above
    return node if node.entry.kind is Kind.DOCUMENT else None


def page_of(node: Node) -> str | None:
    """Return the page an article stands on, None where pages do not show."""
    above = node.above
    return above.entry.id if above is not None and above.entry.kind is Kind.PAGE else None


def article_goal(host: Node, goal: Node, row: int) -> tuple[tuple[str, int] | None, str | None]:
    """Return the article before which one dropped on ``goal``, or at a row below it, is to stand, and its page."""
    while goal.entry.kind in _BLOCKS and goal.above is not None:
        goal = goal.above
    page = goal.entry.id if goal.entry.kind is Kind.PAGE else page_of(goal)
    there = list(articles(host))
    if goal.entry.kind is Kind.ARTICLE:
        at = there.index(goal)
    elif 0 <= row < len(goal.below) and goal.entry.kind not in _GROUPS:
        at = there.index(next(articles(goal.below[row])))
    elif goal.entry.kind is Kind.PAGE:
        at = there.index(list(articles(goal))[-1]) + 1
    else:
        at = len(there)
    before = there[at].entry if at < len(there) else None
    return (before.document, before.number) if before is not None else None, page


def document_goal(goal: Node, row: int) -> tuple[str, bool]:
    """Return the document before which one dropped on ``goal`` is to stand, and whether that is in the issue."""
    before = ""
    if goal.entry.kind in _GROUPS:
        before = goal.below[row].entry.id if 0 <= row < len(goal.below) else ""
    while goal.above is not None and goal.entry.kind not in _GROUPS:
        before, goal = goal.entry.id, goal.above
    return before, goal.entry.kind is Kind.ISSUE


def block_goal(goal: Node, row: int) -> Entry | None:
    """Return the block before which one dropped on ``goal`` is to stand, or the article at whose end."""
    if goal.entry.kind is Kind.ARTICLE or goal.entry.kind in _BLOCKS:
        return goal.below[row].entry if 0 <= row < len(goal.below) else goal.entry
    return None
