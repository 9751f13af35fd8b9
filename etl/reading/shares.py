"""A share of a number that nothing else tells of makes a number: "half of the town's 20,000 people have fled"."""

from dataclasses import replace
from fractions import Fraction

from etl.counting.intervals import significant_digits
from etl.reading.cues import Found, Link
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.links import links_of
from etl.reading.quantities import Counted
from etl.reading.spans import Quantity
from etl.reading.tokens import Words
from etl.vocabulary import Quantifier

N_WORDS_TO_WHOLE, FEWEST_DIGITS = 5, 2
TOLD = frozenset(
    ("new_displacement", "idps", "refugees", "refugee_arrivals", "returns", "killed", "injured", "buildings_destroyed")
)


def shares_worked_out(
    words: Words, items: list[Item], links: list[Link | None], cues: list[Found], lexicon: Lexicon
) -> tuple[list[Item], list[Link | None]]:
    """Return the items and their links, a share and the whole behind it as one number where the words tell of that only."""
    for at in range(len(items) - 1):
        share, whole, told = items[at], items[at + 1], links[at + 1]
        if not _is_share_of(share, whole, told) or (made := _made(words, share, whole, is_apart=told is not None)) is None:
            continue
        joined = [*items[:at], made, *items[at + 1 + (told is None) :]]
        relinked = links_of(words, joined, cues, lexicon)
        if (link := relinked[at]) is not None and link.cue.measure in TOLD:
            return joined, relinked
    return items, links


def _is_share_of(share: Item, whole: Item, told: Link | None) -> bool:
    is_near = whole.first - share.counted.end <= N_WORDS_TO_WHOLE
    return share.counted.part is not None and whole.is_whole and is_near and (told is None or told.cue.measure not in TOLD)


def _made(words: Words, share: Item, whole: Item, *, is_apart: bool) -> Item | None:
    """Return the number that a share of a whole makes, in the words of both or, where the whole is told of, of the share.

    None where the whole is vague. What does not come out even is as exact as the whole: a third of 73,000 is about 24,000.
    """
    part, bound, of = share.counted.part, share.counted.bound, whole.counted.quantity
    if part is None or of.value is None:
        return None
    amount = Fraction(part) * of.value
    quantifier = of.quantifier if bound is Quantifier.EXACT else bound
    value = round(amount)
    if amount.denominator > 1:
        step = len(str(value)) - max(FEWEST_DIGITS, significant_digits(of.value))
        value = round(value, -max(step, 0))
        quantifier = Quantifier.ABOUT if quantifier is Quantifier.EXACT else quantifier
    first, end = share.counted.first, (share if is_apart else whole).counted.end
    span = words.span(first, end)
    quantity = Quantity(span.start, span.end, quantifier.value, quantifier, value=value)
    note = f"worked out from a share of {of.value:,}"
    reach = max(whole.end, whole.reach)
    counting = replace(whole.counting, end=end) if is_apart else whole.counting
    counted = Counted(first, end, quantity, is_digits=True, is_worked_out=True)
    return replace(whole, counted=counted, counting=counting, reach=reach, is_whole=False, is_part=False, note=note)
