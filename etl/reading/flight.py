"""People who "reached" or "went to" a place, or were registered there, are displaced where the words tell of flight."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.reading.cues import Found, Link, find_cues
from etl.reading.enumerations import is_told_alone
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.spans import Span
from etl.reading.tokens import Words, words_of
from etl.vocabulary import Term

FLIGHT = frozenset(("new_displacement", "idps", "refugee_arrivals"))
ARRIVALS, REGISTERED = "arrivals", "registered"
ON_THE_WAY = frozenset((ARRIVALS, REGISTERED))
INFERRED_COST = 1.2
N_WORDS_TO_CAUSE, N_WORDS_TO_CAMP = 9, 6

Told = tuple[str, str]


def fled(
    words: Words,
    items: Sequence[Item],
    links: Sequence[Link | None],
    cues: Sequence[Found],
    before: Told | None,
    lexicon: Lexicon,
) -> list[Link | None]:
    """Return the links, those of mere movement taking the measure of the flight that the sentence or the one before tells.

    `before` is the measure and term of the last figure of the sentences before it.
    """
    if not any(link is not None and link.cue.measure in ON_THE_WAY for link in links):
        return list(links)
    told = [(cue.measure, cue.term) for found in cues if not _names(items, found) for cue in found.cues if cue.measure in FLIGHT]
    told += [before] if before and before[0] in FLIGHT and before[1] not in (Term.RELOCATED, Term.SHELTERED) else []
    fled_by = [told[0] if told else _told_by_signs(words, link, lexicon) for link in links]
    for at, (item, following) in enumerate(pairwise(items)):
        link = links[at]
        if told and link and link.cue.measure == REGISTERED and is_told_alone(words, item, following, lexicon):
            fled_by[at] = None  # registered 900 families and now 300 are in camps
    of_travel = lexicon.words["noun_travelling"]  # the train with 700 passengers arrived
    return [
        link if item.counting.head in of_travel else _fled(item, link, one)
        for item, link, one in zip(items, links, fled_by, strict=True)
    ]


def flight_told(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Told | None:
    """Return the measure and term of the first flight that the sentences tell of, or None."""
    found = (one for sentence in sentences for one in find_cues(words_of(text, sentence, lexicon), lexicon))
    cues = (cue for one in found if not one.is_weak for cue in one.cues)  # a road is moved as well
    return next(((cue.measure, cue.term) for cue in cues if cue.measure in FLIGHT), None)


def _names(items: Sequence[Item], found: Found) -> bool:
    """Say whether a cue only describes what another number counts: "500 people came to greet the 120 displaced families"."""
    return any(item.counted.end <= found.first < item.counting.end for item in items)


def _told_by_signs(words: Words, link: Link | None, lexicon: Lexicon) -> Told | None:
    """Return what other words of the sentence make of a movement: a camp, the refugee agency, "due to the fighting"."""
    if link is None or link.cue.measure not in ON_THE_WAY:
        return None
    signs_at = list(lexicon.flight.find(words.normal))
    signs = {name for _, _, names in signs_at for name in names}
    if link.cue.measure == REGISTERED:
        return ("idps", Term.IN_RELIEF_CAMP.value) if "camps" in signs else None
    if "agencies" in signs:
        return "refugee_arrivals", Term.REFUGEE.value
    if "erupted" in signs:
        return "new_displacement", Term.FORCED_TO_FLEE.value
    is_taken_in = words.word(link.found.first) in lexicon.words["clause_taken_in"]  # the camp has received 40,000
    near = range(link.found.first - N_WORDS_TO_CAMP * is_taken_in, link.found.end + N_WORDS_TO_CAMP)
    if any(first in near for first, _, names in signs_at if "camps" in names):
        return "new_displacement", Term.IN_RELIEF_CAMP.value
    return ("new_displacement", Term.DISPLACED.value) if _is_put_down_to_a_cause(words, lexicon) else None


def _is_put_down_to_a_cause(words: Words, lexicon: Lexicon) -> bool:
    """Say whether the sentence names what displaces people right behind the words that make it the reason."""
    reasons = [end for _, end, names in lexicon.flight.find(words.normal) if "because" in names]
    causes = [first for first, _, _ in lexicon.causes.find(words.normal)] if reasons else []
    return any(0 <= first - end <= N_WORDS_TO_CAUSE for end in reasons for first in causes)


def _fled(item: Item, link: Link | None, told: Told | None) -> Link | None:
    if link is None or told is None or link.cue.measure not in ON_THE_WAY or item.counting.is_name:
        return link
    measure, term = told
    cue, found = replace(link.cue, measure=measure, term=term), replace(link.found, is_everyday=True)
    return replace(link, cue=cue, found=found, cost=link.cost + INFERRED_COST)
