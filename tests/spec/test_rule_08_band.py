"""Rule 8. The band around a recommended value is the envelope of the claims of that day; one open side opens it."""

from tests.spec.tables import counted, same_table

SINCE = {"period_start": "2019-12-01"}


def test_the_band_is_the_envelope_of_the_claims_of_the_day() -> None:
    assert same_table(
        counted(
            """
            speaker | words              | as_of
            OCHA    | about 520,000      | 2020-01-31
            Monitor | 300,000 to 350,000 | 2020-01-31
            UNICEF  | nearly 590,000     | 2020-01-31
            """,
            **SINCE,
        ).series,
        """
        as_of      | low     | value   | high    | n_claims | n_speakers
        2020-01-31 | 300,000 | 520,000 | 590,000 | 3        | 3
        """,
    )


def test_one_open_side_opens_the_band() -> None:
    assert same_table(
        counted(
            """
            speaker | words             | as_of
            OCHA    | about 520,000     | 2020-01-31
            UNICEF  | more than 586,000 | 2020-01-31
            """,
            **SINCE,
        ).series,
        """
        as_of      | low     | value   | high
        2020-01-31 | 515,000 | 520,000 |
        """,
    )


def test_nothing_is_averaged() -> None:
    values = counted(
        """
        speaker | words   | as_of
        OCHA    | 400,000 | 2020-01-31
        Monitor | 600,000 | 2020-01-31
        """,
        **SINCE,
    ).series["value"]
    assert list(values) == [400_000]
