"""Rule 6. One statement repeated is one claim: rounding by a retelling is forgiven, never across speakers."""

import pytest

from tests.spec.tables import counted, same_table

SINCE = {"period_start": "2019-12-01"}


def test_two_documents_with_one_speakers_number_are_one_claim_known_from_the_first() -> None:
    assert same_table(
        counted(
            """
            speaker | words          | as_of      | known      | publisher
            OCHA    | nearly 390,000 | 2020-01-27 | 2020-01-30 | a newspaper
            OCHA    | nearly 390,000 | 2020-01-27 | 2020-01-29 | OCHA
            """,
            **SINCE,
        ).claims,
        """
        speaker | people_value | first_published_on | n_documents
        OCHA    | 390,000      | 2020-01-29         | 2
        """,
    )


@pytest.mark.parametrize(
    ("exacter", "rounder"),
    [
        ("389,000", "nearly 390,000"),
        ("389,000", "about 390,000"),
        ("about 569,000", "more than 500,000"),
        ("more than 948,000", "948,000"),
        ("389,000", "hundreds of thousands"),
    ],
)
def test_a_rounder_retelling_joins_the_claim_and_the_exacter_wording_speaks_for_it(exacter: str, rounder: str) -> None:
    count = counted(
        f"""
        speaker | words     | as_of
        OCHA    | {exacter} | 2020-01-27
        OCHA    | {rounder} | 2020-01-27
        """,
        **SINCE,
    )
    assert count.figures["claim_id"].nunique() == 1
    assert list(count.figures["role"]) == ["recommended", "triangulation"]
    assert list(count.claims["n_documents"]) == [2]
    assert count.figures["role_reason"].iloc[1].endswith("of that one: the only claim of this count")


def test_families_with_the_people_of_the_text_are_the_same_claim_as_the_people_alone() -> None:
    assert same_table(
        counted(
            """
            speaker | words          | unit       | people_value | people_high | as_of
            OCHA    | nearly 180,000 | households | 948000       | 948000      | 2020-02-23
            OCHA    | about 948,000  | persons    |              |             | 2020-02-23
            """,
            **SINCE,
        ).claims,
        """
        unit    | people_value | n_documents
        persons | 948,000      | 2
        """,
    )


@pytest.mark.parametrize(
    ("one", "other"), [("300,000", "400,000"), ("more than 100,000", "569,000"), ("nearly 390,000", "391,000")]
)
def test_numbers_that_do_not_retell_each_other_stay_two_claims(one: str, other: str) -> None:
    assert (
        len(
            counted(
                f"""
        speaker | words   | as_of
        OCHA    | {one}   | 2020-01-27
        OCHA    | {other} | 2020-01-27
    """,
                **SINCE,
            ).claims
        )
        == 2
    )


@pytest.mark.parametrize(
    "column", ["speaker", "as_of", "period_start", "area_code", "area_role", "measure", "unit", "subgroup", "modality"]
)
def test_whatever_else_differs_makes_another_claim(column: str) -> None:
    other = {
        "speaker": "UNICEF", "as_of": "2020-01-28", "period_start": "2019-11-01", "area_code": "SY07", "area_role": "destination",
        "measure": "returns", "unit": "movements", "subgroup": "children", "modality": "forecast",
    }[column]  # fmt: skip
    same = {
        "speaker": "OCHA", "as_of": "2020-01-27", "period_start": "2019-12-01", "area_code": "NW", "area_role": "origin",
        "measure": "new_displacement", "unit": "persons", "subgroup": "all", "modality": "asserted",
    }[column]  # fmt: skip
    base = {"period_start": "2019-12-01", "as_of": "2020-01-27"}
    base.pop(column, None)
    assert (
        len(
            counted(
                f"""
        words   | {column}
        390,000 | {same}
        390,000 | {other}
    """,
                **base,
            ).claims
        )
        == 2
    )
