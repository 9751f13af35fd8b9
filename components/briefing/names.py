"""The names of areas in the language of the moment, where the gazetteer has them."""

import pandas as pd

from components import selection, wording


def named(areas: pd.DataFrame) -> pd.DataFrame:
    """Return the areas with the names they have in the language of the moment; one without such a name keeps its own."""
    column = f"name_{wording.language()}"
    return areas.assign(name=areas[column].fillna(areas["name"])) if column in areas else areas


def with_names(frame: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table with their areas named as in `named` areas."""
    is_other = "area_name" in frame and wording.language() != wording.DEFAULT
    return selection.with_names(frame, areas, "name") if is_other else frame
