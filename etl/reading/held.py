"""Displaced whom a place or a country has: how many there are, and not how many were displaced of late."""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.cues import Link
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import Term

FLOW, STOCK = "new_displacement", "idps"


def held(words: Words, items: Sequence[Item], links: Sequence[Link | None], lexicon: Lexicon) -> list[Link | None]:
    """Return the links, a bare "displaced" behind a number that someone has being a stock: "the state has 900,000 displaced"."""
    return [
        replace(link, cue=replace(link.cue, measure=STOCK)) if link and _are_held(words, item, link, lexicon) else link
        for item, link in zip(items, links, strict=True)
    ]


def _are_held(words: Words, item: Item, link: Link, lexicon: Lexicon) -> bool:
    """Say whether the verb before a number is one of having, and nothing behind it says what displaced them."""
    found, at = link.found, item.first - 1
    if link.cue.measure != FLOW or link.cue.term != Term.DISPLACED or found.first != item.end or found.end != item.end + 1:
        return False
    at -= words.word(at) in lexicon.words["clause_by_now"]
    is_had = words.word(at) in lexicon.words["clause_has_them"]
    return is_had and words.word(found.end) not in lexicon.words["clause_agent"]
