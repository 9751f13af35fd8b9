"""A reader's table as it is sent: made once for all readers, with the ids of its rows beside it and not in it. No streamlit."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a table, and the id of each row where its rows can be selected."""

    cells: pa.Table
    ids: tuple[str, ...] = ()


def sheet(frame: pd.DataFrame, ids: Iterable[str] = ()) -> Sheet:
    """Return a frame as a sheet, without its index; `ids` has one id a row."""
    return Sheet(pa.Table.from_pandas(frame, preserve_index=False), tuple(ids))
