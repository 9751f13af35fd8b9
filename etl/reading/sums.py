"""Numbers that add up to another: "273 families fled: 163 from the port and 110 from the hills". The summands are its parts.

Sums of the same unit only, told in one go right before or right behind the total. Rounded numbers may miss it by a hair:
"673,000 are displaced: 274,000 in camps, 400,000 with relatives".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.reading.mention import Mention
from etl.vocabulary import Modality

FEWEST = 2
LARGEST_GAP = 600
SMALLEST_TOTAL = 20
ROUNDED, HUNDREDTHS_OFF = 1000, 1  # numbers in round thousands may add up to one in a hundred more or less
DISPLACED = frozenset(("new_displacement", "idps", "refugees", "refugee_arrivals"))


def with_sums(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions in their order, those that add up to a total before or behind them as its parts."""
    totals: dict[int, Mention] = {}
    for at, total in enumerate(mentions):
        if not _can_be_total(total) or at in totals:
            continue
        for run in (range(at + 1, len(mentions)), range(at - 1, -1, -1)):
            totals |= dict.fromkeys(_summands(mentions, total, run, totals), total)
    return [replace(one, is_part=True, part_of=totals[at]) if at in totals else one for at, one in enumerate(mentions)]


def _can_be_total(mention: Mention) -> bool:
    value = mention.counted.quantity.value
    return not mention.is_part and mention.modality is Modality.ASSERTED and value is not None and value >= SMALLEST_TOTAL


def _summands(mentions: Sequence[Mention], total: Mention, run: range, taken: dict[int, Mention]) -> list[int]:
    """Return which mentions, from the total on in one direction, add up to it; none where they do not."""
    found, left = [], total.counted.quantity.value or 0
    allowed = left * HUNDREDTHS_OFF // 100 if left % ROUNDED == 0 else 0
    for at in _alike(mentions, total, run, taken):
        found.append(at)
        summand = mentions[at].counted.quantity.value or 0
        left, allowed = left - summand, allowed if summand % ROUNDED == 0 else 0
        if left <= allowed:
            break
    return found if abs(left) <= allowed and len(found) >= FEWEST else []


def _alike(mentions: Sequence[Mention], total: Mention, run: range, taken: dict[int, Mention]) -> Iterator[int]:
    """Yield the mentions near a total that count the same; deaths and homes between them part nothing."""
    last = total
    for at in run:
        one = mentions[at]
        if abs(one.counted.quantity.start - last.counted.quantity.start) > LARGEST_GAP:
            return
        if one.is_part or at in taken or one.unit is not total.unit or not _are_alike(one.measure, total.measure):
            continue
        if one.modality is not Modality.ASSERTED or one.counted.quantity.value is None:
            return
        last = one
        yield at


def _are_alike(measure: str, other: str) -> bool:
    return measure == other or (measure in DISPLACED and other in DISPLACED)
