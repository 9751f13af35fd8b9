"""Rule 13. Everything can be asked as known on a day: only what was published by then counts, and roles are given anew."""

import pytest

from tests.spec.tables import counted, same_table

REPORTS = """
    speaker | words             | as_of      | known
    OCHA    | nearly 350,000    | 2020-01-14 | 2020-01-16
    Monitor | more than 328,418 | 2020-01-14 | 2020-01-15
    OCHA    | more than 800,000 | 2020-02-12 | 2020-02-13
"""


@pytest.mark.parametrize(
    ("known_on", "speakers", "values"),
    [
        ("2020-01-14", [], []),
        ("2020-01-15", ["Monitor"], [328_418]),
        ("2020-01-16", ["OCHA"], [350_000]),
        ("2020-02-13", ["OCHA", "OCHA"], [350_000, 800_000]),
    ],
)
def test_only_what_was_published_by_then_counts(known_on: str, speakers: list[str], values: list[int]) -> None:
    series = counted(REPORTS, known_on=known_on, period_start="2019-12-01").series
    assert (list(series["speaker"]), list(series["value"])) == (speakers, values)


def test_where_the_day_of_publication_is_unknown_the_as_of_day_stands_in_and_the_row_shows_it() -> None:
    figures = counted("words | as_of\n284,000 | 2019-12-29", known_on="2019-12-29", period_start="2019-12-01").figures
    assert same_table(
        figures,
        """
        published_on | known_from
                     | 2019-12-29
    """,
    )


def test_a_correction_by_its_speaker_is_not_known_before_it_is_published() -> None:
    reports = """
        speaker | words   | as_of      | known
        OCHA    | 586,000 | 2020-02-02 | 2020-02-03
        OCHA    | 612,000 | 2020-02-02 | 2020-02-06
    """
    before = counted(reports, known_on="2020-02-05", period_start="2019-12-01")
    after = counted(reports, period_start="2019-12-01")
    assert (list(before.series["value"]), list(after.series["value"])) == ([586_000], [612_000])
