"""Rule 7. One recommended figure a day of a count; the others are triangulation or superseded, and the reason is kept."""

from dataclasses import replace
from datetime import date

import pytest

from etl.crises import Choice
from etl.figures import figure_id_of
from tests.spec.tables import CRISIS, counted, same_table

SINCE = {"period_start": "2019-12-01"}


def roles(text: str) -> list[tuple[str, str]]:
    figures = counted(text, **SINCE).figures
    return list(zip(figures["phrase"], figures["role"], strict=True))


def test_the_best_ranked_group_of_speakers_is_recommended() -> None:
    assert roles("""
        speaker | words           | as_of
        Monitor | more than 800,000 | 2020-02-02
        OCHA    | about 586,000   | 2020-02-02
        UNICEF  | more than 600,000 | 2020-02-02
    """) == [
        ("more than 800,000", "triangulation"),
        ("about 586,000", "recommended"),
        ("more than 600,000", "triangulation"),
    ]


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        ("about 586,000", "hundreds of thousands", "a number before a vague word"),
        ("961,300", "about 960,000", "printed with more digits"),
        ("about 961,300", "900,000 to 1,000,000", "printed with more digits"),
    ],
)
def test_inside_a_group_the_exacter_wording_is_recommended(better: str, worse: str, why: str) -> None:
    figures = counted(
        f"""
        speaker      | words    | as_of
        OCHA         | {worse}  | 2020-03-03
        CCCM Cluster | {better} | 2020-03-03
        """,
        **SINCE,
    ).figures
    assert list(figures["role"]) == ["triangulation", "recommended"]
    assert why in figures["role_reason"].iloc[0]


def test_a_more_exact_day_comes_before_a_vaguer_one() -> None:
    figures = counted(
        """
        speaker         | words         | as_of      | accuracy
        UN spokesperson | about 590,000 | 2020-01-31 | month
        OCHA            | about 580,000 | 2020-01-31 | day
        """,
        **SINCE,
    ).figures
    assert list(figures["role"]) == ["triangulation", "recommended"]


def test_a_later_figure_by_the_same_speaker_for_the_same_day_supersedes_the_earlier_one() -> None:
    figures = counted(
        """
        speaker | words         | as_of      | known
        OCHA    | about 586,000 | 2020-02-02 | 2020-02-03
        OCHA    | about 612,000 | 2020-02-02 | 2020-02-06
        """,
        **SINCE,
    ).figures
    assert list(figures["role"]) == ["superseded", "recommended"]
    assert "6 Feb 2020" in figures["role_reason"].iloc[0]


def test_a_figure_whose_publication_day_is_unknown_supersedes_nothing_and_is_superseded_by_nothing() -> None:
    count = counted(
        """
        speaker | words         | as_of      | known
        OCHA    | about 586,000 | 2020-02-02 |
        OCHA    | about 600,000 | 2020-02-02 | 2020-02-06
        """,
        **SINCE,
    )
    assert list(count.figures["role"]) == ["recommended", "triangulation"]


def test_a_rounder_number_never_moves_the_line_off_an_exacter_one_it_contains() -> None:
    assert roles("""
        speaker      | words             | as_of
        CCCM Cluster | 961,300           | 2020-03-03
        OCHA         | nearly 1,000,000  | 2020-03-05
    """) == [("961,300", "recommended"), ("nearly 1,000,000", "triangulation")]


def test_a_rounder_number_outside_the_exacter_one_moves_the_line() -> None:
    assert roles("""
        speaker      | words             | as_of
        CCCM Cluster | about 689,100     | 2020-02-09
        OCHA         | more than 800,000 | 2020-02-12
    """) == [("about 689,100", "recommended"), ("more than 800,000", "recommended")]


def test_the_line_of_one_group_is_not_broken_by_the_reports_of_another_on_days_between() -> None:
    count = counted(
        """
        speaker | words          | as_of
        OCHA    | about 586,000  | 2020-02-02
        Monitor | nearly 800,000 | 2020-02-03
        OCHA    | about 612,000  | 2020-02-05
        """,
        **SINCE,
    )
    assert same_table(
        count.series,
        """
        as_of      | value   | change_value | is_revision
        2020-02-02 | 586,000 |              | False
        2020-02-05 | 612,000 | 26,000       | False
    """,
    )
    assert count.figures["role_reason"].iloc[1] == "Monitor counts apart (monitors); the line follows UN count"


def test_a_lower_number_by_another_speaker_of_the_group_is_no_fall_of_the_line() -> None:
    assert roles("""
        speaker      | words         | as_of
        OCHA         | about 900,000 | 2020-02-17
        CCCM Cluster | about 875,000 | 2020-02-19
        OCHA         | about 900,000 | 2020-02-20
    """) == [("about 900,000", "recommended"), ("about 875,000", "triangulation"), ("about 900,000", "recommended")]


def test_where_no_ranked_group_reports_the_speaker_with_most_days_carries_the_line() -> None:
    count = counted(
        """
        speaker | words  | as_of
        A       | 10,000 | 2020-01-01
        B       | 11,000 | 2020-01-02
        B       | 12,000 | 2020-01-03
        """,
        **SINCE,
    )
    assert list(count.series["speaker"]) == ["B", "B"]


def test_the_order_of_the_rows_decides_nothing() -> None:
    rows = [
        "OCHA | about 586,000 | 2020-02-02 | x",
        "CCCM Cluster | about 586,000 | 2020-02-02 | y",
        "Monitor | nearly 800,000 | 2020-02-03 | z",
        "OCHA | about 900,000 | 2020-02-17 | w",
    ]
    head = "speaker | words | as_of | id\n"
    one = counted(head + "\n".join(rows), document_id="d", **SINCE)
    other = counted(head + "\n".join(reversed(rows)), document_id="d", **SINCE)
    assert one.series.equals(other.series)
    assert (
        one.claims.sort_values("claim_id")
        .reset_index(drop=True)
        .equals(other.claims.sort_values("claim_id").reset_index(drop=True))
    )


CHOICE = Choice(
    figure_id=figure_id_of("spec", "newspaper"), who="the analyst on duty", when=date(2020, 3, 1), why="it names villages"
)
TWO = """
    id        | speaker | words         | as_of
    ocha      | OCHA    | about 586,000 | 2020-02-02
    newspaper | Monitor | 600,000       | 2020-02-02
    later     | OCHA    | about 900,000 | 2020-02-17
"""


def test_a_persons_choice_overrules_the_rules_and_says_who_when_and_why() -> None:
    count = counted(TWO, crisis=replace(CRISIS, choices=(CHOICE,)), **SINCE)
    assert list(count.figures["role"]) == ["triangulation", "recommended", "recommended"]
    assert count.figures["role_reason"].iloc[1] == "chosen by the analyst on duty on 1 Mar 2020: it names villages"
    assert "it names villages" in count.figures["role_reason"].iloc[0]


def test_a_choice_is_not_known_before_it_was_made() -> None:
    count = counted(TWO, known_on="2020-02-20", crisis=replace(CRISIS, choices=(CHOICE,)), **SINCE)
    assert list(count.figures["role"]) == ["recommended", "triangulation", "recommended"]


def test_unicefs_over_586000_of_31_january_and_ochas_some_586000_of_2_february() -> None:
    """Two offices, one number, two days.

    UNICEF's is dated two days before OCHA's, in a month's report; whether it is OCHA's count dated early cannot be told. So
    nothing is merged (a claim never crosses speakers or days): on 31 January the 520,000 of the ranked group stays on the
    line and UNICEF's number stands beside it, opening the band; on 2 February OCHA's number moves the line.
    """
    count = counted(
        """
        speaker         | words             | as_of      | accuracy
        UN spokesperson | about 520,000     | 2020-01-31 | month
        UNICEF          | more than 586,000 | 2020-01-31 | month
        OCHA            | about 586,000     | 2020-02-02 | day
        """,
        **SINCE,
    )
    assert count.claims["claim_id"].nunique() == 3
    assert list(count.figures["role"]) == ["recommended", "triangulation", "recommended"]
    assert same_table(
        count.series,
        """
        as_of      | low     | value   | high    | n_claims | n_speakers
        2020-01-31 | 515,000 | 520,000 |         | 2        | 2
        2020-02-02 | 585,500 | 586,000 | 586,500 | 1        | 1
    """,
    )
