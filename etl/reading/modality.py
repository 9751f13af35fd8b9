"""Whether the words say that it happened: asserted, hypothetical, forecast, a target, or denied."""

from itertools import pairwise

from etl.frozen import frozen
from etl.reading.cues import POPULATION, Link, gap_cost
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import Modality

CELL_END = "|"
REACH = 2.2
TARGET_REACH = 0.9
NEGATION_REACH = 3
BEHIND = 2


@frozen
class Mark:
    """Words that say it did not, or not yet, happen."""

    first: int
    end: int
    modality: Modality
    is_opener: bool


def find_marks(words: Words, lexicon: Lexicon) -> list[Mark]:
    """Return the marks of modality of a sentence in order; the month of May is none, nor is "life-threatening"."""
    return [
        Mark(first, end, meanings[0], lexicon.openers.at(words.normal, first) is not None)
        for first, end, meanings in lexicon.modalities.find(words.normal)
        if not _is_month(words, first, end, lexicon) and not (words.word(first - 1) == "-" and words.is_glued(first))
    ]


def modality_of(
    words: Words, marks: list[Mark], *, first: int, end: int, cue_first: int, cue_end: int, lexicon: Lexicon
) -> Modality:
    """Return the modality of a number (words `first` to `end`) and its cue; asserted where no mark reaches them."""
    start, last = min(first, cue_first), max(end, cue_end)
    for mark in marks:
        if mark.modality is Modality.ASSERTED or (mark.first >= first and mark.end <= end):
            continue
        if mark.modality is Modality.NEGATED:
            if _negates(words, mark, first=first, end=end, cue_first=cue_first, lexicon=lexicon):
                return mark.modality
        elif (
            _are_there_already(words, first, end, lexicon)
            or _is_in_relative(words, mark, end=end, cue_first=cue_first, lexicon=lexicon)
            or _is_for_those_told_of(words, mark, first, end, cue_first, lexicon)
            or _only_describes(words, mark, end=end, cue_first=cue_first, lexicon=lexicon)
        ):
            continue
        elif _reaches(words, mark, start=start, last=last, lexicon=lexicon) or _goes_on(words, mark, cue_first, lexicon):
            return mark.modality
    return Modality.ASSERTED


def _are_there_already(words: Words, first: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether those counted are only joined by those to come: "thousands are expected to join the 30,000 already there"."""
    is_known = words.word(first - 1) in lexicon.words["noun_articles"]
    return is_known and words.word(end) in lexicon.words["clause_already"]


def _is_in_relative(words: Words, mark: Mark, *, end: int, cue_first: int, lexicon: Lexicon) -> bool:
    """Say whether what may happen stands in a clause about those counted: "300 people who must leave were moved to schools"."""
    if words.word(mark.first - 1) not in lexicon.words["clause_relative"] or not end <= mark.first < cue_first:
        return False
    verb = words.normal[max(mark.end + 1, cue_first - 2) : cue_first + 1]
    is_past = not (lexicon.words["clause_be clause_have"] | {","}).isdisjoint(verb)
    return is_past and mark.end < cue_first - 1


def is_only_named(words: Words, first: int, link: Link, lexicon: Lexicon) -> bool:
    """Say whether what may happen only names those counted by a number at `first`, who are there whatever happens.

    "Will cut jobs in a town of 7,400", "may look into the deaths of two men", "will help to feed 9,000 people displaced in May".
    """
    cue, last = link.found, words.word(link.found.end - 1)
    before = words.normal[max(0, cue.first - 2) : cue.first]
    if cue.end > first:
        return link.is_attributive and words.word(first - 1) in lexicon.words["clause_helping"]
    within = words.normal[cue.first : cue.end]
    if any(mark == "," and word in lexicon.words["clause_relative"] for mark, word in pairwise(within)):
        return True  # it would be wrong to close the camp, which houses 200,000
    if link.cue.measure == POPULATION:
        is_noun = last in lexicon.words["of to"]
        return (
            is_noun and lexicon.words["clause_be"].isdisjoint(before) and not lexicon.words["clause_become"].intersection(before)
        )
    return last in lexicon.words["of"] and not lexicon.words["clause_inquiring"].isdisjoint(before)


def _is_for_those_told_of(words: Words, mark: Mark, first: int, end: int, cue_first: int, lexicon: Lexicon) -> bool:
    """Say whether a plan is only made for those counted, or about another verb: "plans to help the 3,000 people displaced"."""
    if mark.modality is not Modality.TARGET or mark.end > first:
        return False
    is_known = words.word(first - 1) in lexicon.words["noun_articles clause_those"]
    if words.word(mark.end - 1) in lexicon.words["clause_taking_in"] and cue_first >= end:
        return True  # agreed to rehouse 60 families displaced by the fire
    is_aim = mark.end - mark.first == 1  # the raid targeting the group killed 30
    return (is_known and cue_first > first) or (is_aim and mark.end <= cue_first < first)


def _negates(words: Words, mark: Mark, *, first: int, end: int, cue_first: int, lexicon: Lexicon) -> bool:
    """Say whether a negation stands right before the cue, or denies the clause that holds number and cue.

    It denies nothing of those it only names: "have yet to reach thousands who fled".
    """
    cue_first = max(cue_first, mark.end) if mark.first < cue_first else cue_first  # "refused to" and "to evacuate"
    between = words.normal[mark.end : cue_first]
    if words.word(mark.first) in lexicon.words["clause_without"] and not lexicon.words["clause_without_any"].issuperset(between):
        return False  # seasons without rain killed 300
    if 0 <= cue_first - mark.end < NEGATION_REACH and not first < mark.first < cue_first - NEGATION_REACH:
        return gap_cost(words, mark.end, cue_first, lexicon) < 1
    are_named = cue_first > end and words.word(end) in lexicon.words["clause_relative"]
    start = min(first, cue_first)
    is_denial = mark.end <= start and mark.end - mark.first > 1 and not are_named
    if is_denial and words.word(mark.end - 1) in lexicon.words["to"] and "," in words.normal[mark.end : start]:
        return False  # refusing to let them in, 300 are in tents
    return is_denial and gap_cost(words, mark.end, start, lexicon) < REACH


def _reaches(words: Words, mark: Mark, *, start: int, last: int, lexicon: Lexicon) -> bool:
    if mark.end > last:
        is_predicate = words.word(mark.first) in lexicon.words["clause_be"]
        are_bodies = mark.first == last and words.word(last - 1) in lexicon.words["noun_of_bodies"]  # 140 bodies could be inside
        return are_bodies or (is_predicate and 0 <= mark.first - last < BEHIND)
    if mark.first >= start:
        return True
    if mark.is_opener:
        return ";" not in words.normal[mark.end : start]
    if _is_closed(words, mark, start=start, lexicon=lexicon):
        return False
    return gap_cost(words, mark.end, start, lexicon) < (TARGET_REACH if mark.modality is Modality.TARGET else REACH)


def _only_describes(words: Words, mark: Mark, *, end: int, cue_first: int, lexicon: Lexicon) -> bool:
    """Say whether a risk only tells which people are meant, whose verb tells what did happen: "those at risk were moved"."""
    articles = lexicon.words["articles noun_articles"]
    has_article = words.word(mark.first - 1) in articles  # at the risk of being swept away
    first = mark.first - 2 * has_article
    if not end <= first < cue_first or words.word(first) not in lexicon.words["clause_at_risk"]:
        return False
    if words.word(first - 1) in lexicon.words["clause_be"]:
        return False
    verb = words.normal[max(mark.end, cue_first - 3) : cue_first]
    return any(word in lexicon.words["clause_happened"] for word in verb)


def _goes_on(words: Words, mark: Mark, cue_first: int, lexicon: Lexicon) -> bool:
    """Say whether a bare verb behind "and" is another thing that would happen: "would raze the block and displace 300"."""
    is_joined = words.word(cue_first - 1) in lexicon.words["and"] and words.word(cue_first) in lexicon.words["clause_bare_verbs"]
    is_means = words.word(cue_first - 1) in lexicon.words["clause_agent"] and mark.modality is Modality.TARGET
    is_joined = is_joined or (is_means and words.word(cue_first) in lexicon.words["clause_means"])  # "vowed peace by killing 300"
    return is_joined and mark.end < cue_first and ";" not in words.normal[mark.end : cue_first]


def _is_closed(words: Words, mark: Mark, *, start: int, lexicon: Lexicon) -> bool:
    """Say whether what might happen ends before another verb tells what did: "threatening to blow had forced 7,000 out".

    In a row of key figures it ends with its cell: "5.2M targeted | 1.7M displaced".
    """
    between = words.normal[mark.end : start]
    if CELL_END in between:
        return True
    if words.word(mark.end) in lexicon.words["clause_feared_dead"] and not lexicon.words["and"].isdisjoint(between):
        return True  # 300 were feared dead and 15,000 left homeless
    is_infinitive = words.word(mark.end - 1) in lexicon.words["to"]
    return is_infinitive and not lexicon.words["clause_perfect"].isdisjoint(words.normal[mark.end : start])


def _is_month(words: Words, index: int, end: int, lexicon: Lexicon) -> bool:
    if words.word(index) not in lexicon.words["months"] or end - index > 1:
        return False
    return words.raw[index][:1].isupper() and index > 0
