"""People who "reached" or "went to" a place, or were registered there, are displaced where the words tell of flight."""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.cues import Found, Link
from etl.reading.items import Item

FLIGHT = frozenset(("new_displacement", "idps", "refugee_arrivals"))
ON_THE_WAY = frozenset(("arrivals", "registered"))
INFERRED_COST = 1.2


def fled(
    items: Sequence[Item], links: Sequence[Link | None], cues: Sequence[Found], before: tuple[str, str] | None
) -> list[Link | None]:
    """Return the links, those of mere movement taking the measure of the flight that the sentence or the one before tells.

    `before` is the measure and term of the last figure of the sentences before it.
    """
    told = [(cue.measure, cue.term) for found in cues for cue in found.cues if cue.measure in FLIGHT]
    told += [before] if before and before[0] in FLIGHT else []
    return [_fled(item, link, told[0]) if told else link for item, link in zip(items, links, strict=True)]


def _fled(item: Item, link: Link | None, told: tuple[str, str]) -> Link | None:
    if link is None or link.cue.measure not in ON_THE_WAY or item.counting.is_name:
        return link
    measure, term = told
    cue, found = replace(link.cue, measure=measure, term=term), replace(link.found, is_everyday=True)
    return replace(link, cue=cue, found=found, cost=link.cost + INFERRED_COST)
