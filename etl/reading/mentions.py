"""Mentions: the quantities of a sentence with what they count, by which cue, and how sure that is.

A number without a cue is no figure: it comes back with the reason why not.
"""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.cues import CASUALTIES, N_WORDS_ANNOUNCED, POPULATION, Link, find_cues
from etl.reading.fits import HOUSING
from etl.reading.flight import ON_THE_WAY, fled, flight_told
from etl.reading.held import held
from etl.reading.items import Item, items_of, unit_of
from etl.reading.lexicon import Lexicon
from etl.reading.links import links_of
from etl.reading.mention import Mention, Unread
from etl.reading.modality import Mark, find_marks, is_only_named, modality_of
from etl.reading.overrun import SAME
from etl.reading.parts import is_rise
from etl.reading.quantities import quantities_in
from etl.reading.shares import shares_worked_out
from etl.reading.spans import Span
from etl.reading.tallies import hosted_before, is_tally
from etl.reading.tokens import Words, words_of
from etl.reading.totals import (
    is_fate_of_its_own,
    is_of_unread,
    opens_with_others,
    out_of,
    part_of,
    refers_back,
    some_of_them,
    total_of,
    with_alone,
    with_total,
    with_total_told,
)
from etl.vocabulary import MEASURES, Modality, Subgroup, Term, Unit

STROKE = "/"
HOMES_HIT = "people whose homes were hit"
N_CHARS_BACK = 300  # how far before a sentence the number stands that "the total" is of
N_WORDS_LISTED = 3


def read_sentence(
    text: str, sentence: Span, lexicon: Lexicon, before: Mention | None = None, beside: Sequence[Span] = ()
) -> tuple[list[Mention], list[Unread]]:
    """Return the mentions of a sentence in the order of the text, and the numbers of people that lack a measure.

    `before` is the last mention of the sentences before it, which "bringing the total to" refers to; `beside` are sentences
    that may tell from what people arrive.
    """
    words = words_of(text, sentence, lexicon)
    counted = quantities_in(words, lexicon)
    if not counted:
        return [], []
    cues = find_cues(words, lexicon)
    items = items_of(words, counted, cues, lexicon)
    if not items:
        return [], []
    told = before if before and not text[before.sentence.end : sentence.start].strip() else None  # in the sentence right before
    is_of_told = bool(told and lexicon.parts["after"].at(words.normal, 0) and not opens_with_others(words, told, lexicon))
    total = told.part_of or told if told and is_of_told else None
    items = [replace(item, is_part=True, has_total=True) for item in items] if total else items
    items, links = shares_worked_out(words, items, links_of(words, items, cues, lexicon), cues, lexicon)
    fled_before = (told.measure, told.term) if told and told.modality is Modality.ASSERTED else None
    links = held(words, items, fled(words, items, links, cues, fled_before, lexicon), lexicon)
    if beside and any(link is not None and link.cue.measure in ON_THE_WAY for link in links):
        links = fled(words, items, links, cues, flight_told(text, beside, lexicon), lexicon)
    is_first = items[0].counted == counted[0]
    is_back = told is not None and is_first and refers_back(words, items, told, lexicon)
    if told and (named := with_alone(words, with_total_told(words, items, told, lexicon), links, told, lexicon)) != items:
        items, before, is_back = named, told.part_of or told, True
    if before and (sentence.start - before.sentence.end > N_CHARS_BACK or not (is_first or is_back or total)):
        before = None
    mentions, unread = _mentions(words, items, links, sentence, lexicon, total or before, is_back=is_back)
    causes = _causes(words, lexicon) if mentions else frozenset()
    return [replace(mention, causes=causes) for mention in mentions] if causes else mentions, unread


def _causes(words: Words, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(cause for _, _, causes in lexicon.causes.find(words.normal) for cause in causes)


def _mentions(
    words: Words,
    items: list[Item],
    links: list[Link | None],
    sentence: Span,
    lexicon: Lexicon,
    before: Mention | None,
    *,
    is_back: bool,
) -> tuple[list[Mention], list[Unread]]:
    marks = find_marks(words, lexicon)
    found: dict[int, Mention] = {}
    unread: list[Unread] = []
    totals_first = sorted(range(len(items)), key=lambda position: items[position].is_part)
    for position in totals_first:
        item, last = items[position], found[max(found)] if found else before
        link = _aimed(words, marks, item, _resolved(words, links, position, last, lexicon), lexicon)
        is_unread = items[position].is_part and is_of_unread(words, items, position, found, lexicon)
        total = None if is_unread else total_of(items, position, found, before if is_back else None)
        total = None if total and total.measure == POPULATION and is_rise(words, item.counted, lexicon) else total
        if total is not None and item.is_part and not is_fate_of_its_own(words, item, link, total, lexicon):
            found[position] = part_of(words, item, link, total, sentence, lexicon)
        elif _is_rate(words, item, link, lexicon):
            unread.append(Unread(item.counted, sentence, "so many in a period, which is no count"))
        elif link is None or link.cue.measure not in MEASURES or item.counted.quantity.is_share:
            unread += _unread(item, link, sentence)
        else:
            modality = _modality(words, marks, item, link, lexicon)
            is_same = (links[position] or link).cue.measure == SAME
            is_total = is_same and (links[position] or link).cue.term == "total"
            unit = last.unit if is_same and last else _unit_before(items, position)
            mention = _mention(words, item, link, sentence, modality, unit, lexicon)
            is_sum = hosted_before(words, item, lexicon) or (last is not None and is_tally(words, item, last, sentence, lexicon))
            if is_same or is_sum:
                mention = replace(mention, is_total=is_total and not is_sum, is_tally=is_sum)
            found[position] = mention
    where = {at: whole for at, whole in some_of_them(words, items, found, lexicon).items() if links[at] is None}
    unread = [one for one in unread if all(one.counted != items[at].counted for at in where)]
    found |= {at: part_of(words, items[at], None, whole, sentence, lexicon) for at, whole in where.items()}
    found |= {position: replace(found[position], is_out_of=True) for position in out_of(items, found)}
    return [with_total(items, position, found) for position in sorted(found)], unread


def _unit_before(items: list[Item], position: int) -> Unit | None:
    """Return what the last number before one counts; None where no noun says."""
    named = next((items[at] for at in range(position - 1, -1, -1) if unit_of(items[at]) is not None), None)
    return None if named is None else Unit.PERSONS if named.twin else unit_of(named)


def _is_rate(words: Words, item: Item, link: Link | None, lexicon: Lexicon) -> bool:
    """Say whether the words around what is counted, or behind its verb, make it so many a day; "a day later" does not."""
    if item.counted.quantity.is_share:
        return False
    ends = (item.end, link.found.end) if link and link.found.first >= item.end else (item.end,)
    ends = tuple(dict.fromkeys((*ends, *(_behind_place(words, end, lexicon) for end in ends))))  # who cross into Uganda each day
    near = [at for end in ends for at in (end, end + 1)]  # "one person dies every 30 seconds", "30 deaths reported per 100,000"
    if any(words.word(at) in lexicon.words["rate_per"] and words.word(at + 1)[:1].isdecimal() for at in near):
        return True
    if any(words.word(at) == STROKE and words.word(at + 1) in lexicon.words["rate_bases"] for at in near):
        return True  # 10 deaths/1,000 population; not "12 killed/30 wounded"
    behind = [found for end in ends if (found := lexicon.rates.at(words.normal, end))]
    is_behind = any(words.word(found[0]) not in lexicon.words["rate_times"] for found in behind) or any(
        words.word(at) in lexicon.words["rate_per"] and lexicon.rates.at(words.normal, at) for at in ends
    )  # "every day since May", but not "a year since"
    return is_behind or lexicon.rates_before.before(words.normal, item.first) is not None


def _behind_place(words: Words, at: int, lexicon: Lexicon) -> int:
    """Return the word behind the name of a place that stands there: of "into North Kivu each day" that at "each"."""
    first = named = at + (words.word(at) in lexicon.words["clause_placing"])
    while named < len(words) and words.raw[named][:1].isupper():
        named += 1
    return named if named > first else at


def _resolved(words: Words, links: list[Link | None], position: int, last: Mention | None, lexicon: Lexicon) -> Link | None:
    """Return the link, a "total" taking the measure of the number before it, if only of a rise to it; a toll is of the dead."""
    link = links[position]
    if link is None or link.cue.measure != SAME:
        return link
    is_toll = not lexicon.words["clause_toll"].isdisjoint(words.normal[link.found.first : link.found.end])
    if is_toll and (last is None or last.measure not in CASUALTIES):
        return replace(link, cue=replace(link.cue, measure=CASUALTIES[0], term=CASUALTIES[0]))
    if last:
        return replace(link, cue=replace(link.cue, measure=last.measure, term=last.term))
    told = next((one for one in reversed(links[:position]) if one and one.cue.measure in MEASURES), None)
    return replace(link, cue=replace(link.cue, measure=told.cue.measure, term=told.cue.term)) if told else None


def _aimed(words: Words, marks: list[Mark], item: Item, link: Link | None, lexicon: Lexicon) -> Link | None:
    """Return the link, one to people who are to be helped taking the measure that has: "plans to reach 800,000 people"."""
    if link is None or f"{link.cue.measure}+{Modality.TARGET}" not in lexicon.combined:
        return link
    if _modality(words, marks, item, link, lexicon) is not Modality.TARGET:
        return link
    measure = lexicon.combined[f"{link.cue.measure}+{Modality.TARGET}"]
    cue = replace(link.cue, measure=measure, term=Term.IN_NEED.value)
    return replace(link, cue=cue, found=replace(link.found, is_everyday=True))


def _modality(words: Words, marks: list[Mark], item: Item, link: Link, lexicon: Lexicon) -> Modality:
    if item.counted.is_nobody:
        return Modality.NEGATED
    cue = link.found
    told = modality_of(words, marks, first=item.first, end=item.end, cue_first=cue.first, cue_end=cue.end, lexicon=lexicon)
    is_unreal = told in (Modality.FORECAST, Modality.HYPOTHETICAL)
    return Modality.ASSERTED if is_unreal and is_only_named(words, item.first, link, lexicon) else told


def _unread(item: Item, link: Link | None, sentence: Span) -> list[Unread]:
    """Return the number as unread where people or households are counted; other things are not ours to miss."""
    noun = item.counting.noun
    if noun is None or noun.is_actor or noun.unit not in (Unit.PERSONS, Unit.HOUSEHOLDS):
        return []
    is_unmeasured = not item.is_part and (link is None or link.cue.measure in ON_THE_WAY)
    return [Unread(item.counted, sentence, _why_not(link), noun.unit, is_unmeasured, noun.subgroup)]


def _why_not(link: Link | None) -> str:
    return (
        "number of people without a measure" if link is None else f"number of people {link.cue.term}: there is no measure for it"
    )


def _mention(
    words: Words, item: Item, link: Link, sentence: Span, modality: Modality, last_unit: Unit | None, lexicon: Lexicon
) -> Mention:
    measure, term, note = link.cue.measure, link.cue.term, item.note
    noun = item.counting.noun
    unit = noun.unit if noun else _unit_announced(words, link, item.counted.first, lexicon)
    unit = unit or _unit_alone(measure, last_unit, is_of_owners=_are_owners(words, link, lexicon))
    if unit is Unit.BUILDINGS and measure != HOUSING:
        unit, note = Unit.HOUSEHOLDS, "counted in homes, read as households"
    elif unit in (Unit.PERSONS, Unit.HOUSEHOLDS) and measure == HOUSING:
        measure, note = "new_displacement", HOMES_HIT
    elif unit is Unit.MOVEMENTS and measure not in ("new_displacement", "returns"):
        measure = "new_displacement"
    return Mention(
        item.counted,
        measure,
        term,
        unit,
        _subgroup(item, measure, lexicon),
        modality,
        link.cost,
        sentence,
        words.span(link.found.first, link.found.end),
        is_alone=noun is None,
        twin=item.twin,
        note=note,
        is_everyday=link.found.is_everyday and note != HOMES_HIT,
    )


def _unit_announced(words: Words, link: Link, start: int, lexicon: Lexicon) -> Unit | None:
    """Return what the words of the cue or before it say is counted by a number that starts at `start`.

    "The number of households displaced has reached 7,300", "displaced families: 356".
    """
    first = link.found.first
    if link.found.is_number:
        announced = (at for at in range(max(0, first - N_WORDS_ANNOUNCED), first + 1) if lexicon.number_of.at(words.normal, at))
        first = next(announced, first)
    elif not first < start <= link.found.end + N_WORDS_LISTED:
        return None
    end = max(link.found.end, start) - 2 * (words.word(start - 1) in lexicon.words["of"])  # a family of five are five people
    found = (lexicon.nouns.get(words.word(at)) for at in range(first, end))
    units = [noun.unit for noun in found if noun and noun.unit in (Unit.PERSONS, Unit.HOUSEHOLDS)]
    return units[0 if link.found.is_number else -1] if units else None


def _are_owners(words: Words, link: Link, lexicon: Lexicon) -> bool:
    """Say whether the words of a cue speak of their homes, so that people are counted: "3,000 suffered damage to their homes"."""
    cue = range(link.found.first, link.found.end)
    return any(words.word(at) in lexicon.words["noun_owners"] for at in cue)


def _unit_alone(measure: str, last_unit: Unit | None, *, is_of_owners: bool) -> Unit:
    """Return the unit of a number that stands alone: that of the number before it where it can be, else of the measure."""
    if measure == HOUSING and not is_of_owners:
        return Unit.BUILDINGS
    if measure in CASUALTIES:
        return Unit.PERSONS  # displaced 40 families and killed two
    return last_unit if last_unit in (Unit.PERSONS, Unit.HOUSEHOLDS) else Unit.PERSONS


def _subgroup(item: Item, measure: str, lexicon: Lexicon) -> Subgroup:
    """Return whom the noun names; of the dead and injured, civilians are a part."""
    if measure in CASUALTIES and item.counting.head in lexicon.words["civilians"]:
        return Subgroup.CIVILIANS
    return item.counting.noun.subgroup if item.counting.noun else Subgroup.ALL
