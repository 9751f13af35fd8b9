"""Surge signals: the reported number of the window, never the computed sum, and who gives it."""

import re
from datetime import date

from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Bullets


def told(**asked):
    briefing = build_briefing(Asked(**asked))
    found = [one for one in briefing.sections if one.name == "surges"]
    return [item for one in found for block in one.blocks if isinstance(block, Bullets) for item in block.items]


def test_a_surge_is_told_by_the_number_its_speaker_gave(built):
    (idleb,) = (item for item in told() if item.words.startswith("Idleb, people newly displaced"))
    assert idleb.words == (
        "Idleb, people newly displaced: 453,556 movements, 1 Feb 2020 to 29 Feb 2020, according to IDP Task Force; "
        "the running sum was higher than every such sum of the year before."
    )
    assert idleb.notes


def test_a_shorter_briefing_tells_the_latest_of_each_area_and_measure(built):
    heads = [re.split("[:,]", item.words)[:2] for item in told()]
    assert len({tuple(head) for head in heads}) == len(heads)
    assert len(told(audience="technical")) > len(heads)


def test_another_area_is_told_its_own_surges_only(built):
    assert {item.words.partition(",")[0] for item in told(area="SY02")} == {"Aleppo"}


def test_nothing_surged_before_it_was_known(built):
    assert told(known_on=date(2020, 1, 20)) == []
