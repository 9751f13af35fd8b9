"""Why a figure has its role: in English as the tables say it, in another language whole, and never half."""

import re

import pytest

from components import reasons
from components.directions import bare
from components.wording import speaking
from etl import store

LATIN = re.compile(r"[A-Za-z]{3,}")
GROUPS = (
    *("UN humanitarian count", "UN agencies and clusters", "Other monitors and aid organisations", "Media"),
    *("Syrian Observatory for Human Rights", "Governments and officials"),
)


@pytest.mark.parametrize(
    ("reason", "arabic"),
    [
        ("the only claim of this count", "الإفادة الوحيدة عن هذا العدد"),
        (
            "it is a rounder number that contains 689,100 by CCCM Cluster for 9 Feb 2020",
            "رقم مقرَّب يتضمن 689,100 من CCCM Cluster ليوم 9 شباط/فبراير 2020",
        ),
        (
            "it repeats a statement that another document words as exactly or better; of that one: the only claim of this count",
            "يكرر إفادة صاغتها وثيقة أخرى بالدقة نفسها أو أفضل؛ وعن تلك: الإفادة الوحيدة عن هذا العدد",
        ),
        (
            "179,600 by UN for 9 May 2019 is the better claim of that day: it is printed with more digits",
            "179,600 من UN ليوم 9 أيار/مايو 2019 هي الإفادة الأفضل لذلك اليوم: طُبع بخانات أكثر",
        ),
        ("a part is already inside its total", "الجزء محسوب أصلًا ضمن مجموعه"),
        ("سلقين is already inside ناحية سلقين", "سلقين محسوبة أصلًا ضمن ناحية سلقين"),
        ("a reason of tomorrow", "a reason of tomorrow"),
    ],
)
def test_a_reason_is_said_in_the_language_and_one_that_is_not_known_as_it_stands(reason, arabic):
    assert reasons.spoken(reason) == reason
    with speaking("ar"):
        assert bare(reasons.spoken(reason)) == arabic


def test_every_reason_of_the_default_crisis_is_known(built):
    figures = store.read("figures")
    found = set(figures["role_reason"].dropna())
    assert found
    names = sorted({*figures["speaker"], *GROUPS}, key=len, reverse=True)
    with speaking("ar"):
        for reason in found:
            left = bare(reasons.spoken(reason))
            for name in names:
                left = left.replace(name, "")
            assert not LATIN.search(left), reason
