"""Which figure a reader would quote first, and how much of each was explicit."""

from math import log10

from etl.counting.intervals import Interval
from etl.reading.mention import Mention
from etl.vocabulary import Confidence, Modality, Quantifier, Term, Unit

SURE_AT_MOST = 1.7
LIKELY_AT_MOST = 4.2
RANKS = {
    "new_displacement": 3,
    "idps": 3,
    "refugee_arrivals": 3,
    "returns": 3,
    "refugees": 2,
    "buildings_destroyed": 2,
    "people_in_need": 1,
    "facilities_closed": 0,
    "population": 0,
    "killed": 1,
    "injured": 0,
}
LEAD_BONUS = 0.5
FIRST_BONUS = 0.65  # what opens a text is told first even where a number told later is four times as large
TITLE_BONUS = 1.0
BACKGROUND_COST = 1.5
PARTIAL_COST = 1.5
RETURN_COST = 0.3
VAGUE_COST = 0.3
TOTAL_BONUS = 0.5
TALLY_COST = 3.0  # "9,000 fled in May, bringing the total to 117,000" tells of the 9,000
OUT_OF_COST = 1.5  # "3,000 of the 5,000 displaced have returned" tells of the 3,000
FURTHER_COST = 0.6  # "another 4,000" go on from those told first
HOUSEHOLD_BONUS = 0.6  # a family is some four people, for the order alone
DOUBT_COST = {Confidence.HIGH: 0.0, Confidence.MEDIUM: 0.3, Confidence.LOW: 1.2}


def confidence_of(mention: Mention, *, n_inferred: int) -> Confidence:
    """Return high where number, noun and cue stand together, low where the cue is far or most of the rest was inferred."""
    doubt = mention.cost + 1.2 * mention.is_alone + 0.4 * n_inferred + (1.0 if mention.note else 0.0)
    if doubt <= SURE_AT_MOST:
        return Confidence.HIGH
    return Confidence.MEDIUM if doubt <= LIKELY_AT_MOST else Confidence.LOW


def salience(
    mention: Mention,
    interval: Interval,
    confidence: Confidence,
    *,
    is_first: bool,
    is_lead: bool,
    is_in_title: bool,
    is_background: bool,
    are_counted: bool,
) -> tuple[bool, bool, int, float]:
    """Return a key that grows with salience: asserted first, totals before parts, displacement before deaths, large first.

    Where no number is given of those displaced (`are_counted`), "thousands" come before the homes that were counted only
    where they are more.
    """
    size = max(interval.value or interval.low or interval.high or 1, 1)
    score = (
        log10(size) + LEAD_BONUS * is_lead + TITLE_BONUS * is_in_title - BACKGROUND_COST * is_background - DOUBT_COST[confidence]
    )
    score += (
        FIRST_BONUS * is_first
        + TOTAL_BONUS * mention.is_total
        + HOUSEHOLD_BONUS * (mention.unit is Unit.HOUSEHOLDS and not mention.people)
    )
    is_vague = mention.counted.quantity.quantifier is Quantifier.VAGUE
    score -= VAGUE_COST * is_vague
    score -= PARTIAL_COST * (mention.term == Term.PARTIALLY_DESTROYED_HOUSING) + RETURN_COST * (mention.measure == "returns")
    score -= FURTHER_COST * mention.counted.is_further + OUT_OF_COST * mention.is_out_of + TALLY_COST * mention.is_tally
    is_hosted_too = mention.measure == "refugee_arrivals" and mention.counted.is_further  # 8,000 are registered, 6,700 more came
    is_lower = is_hosted_too or (is_vague and not are_counted)
    rank = min(RANKS[mention.measure], RANKS["buildings_destroyed"]) if is_lower else RANKS[mention.measure]
    return mention.modality is Modality.ASSERTED, not mention.is_part, rank, score
