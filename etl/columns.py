"""What a column and a table are: the declaration from which schema, checks, dictionary and headers come.

`Table.frame` is the one way from records to a typed frame.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from etl.errors import TableRejected

ID = pa.string()
TEXT = pa.string()
DAY = pa.date32()
COUNT = pa.int64()
REAL = pa.float64()
FLAG = pa.bool_()
MOMENT = pa.timestamp("us", tz="UTC")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, in which unit, what may stand in it, and whether it may be empty."""

    name: str
    type: pa.DataType
    definition: str
    required: bool = False
    allowed: frozenset[str] = frozenset()
    unit: str = ""
    hxl: str = ""

    def field(self) -> pa.Field:
        """Return the Arrow field; its metadata carries definition, unit and HXL tag."""
        texts = {"definition": self.definition, "unit": self.unit, "hxl": self.hxl}
        return pa.field(self.name, self.type, metadata={key: text for key, text in texts.items() if text})

    def problems(self, values: pd.Series) -> list[str]:
        """Return a sentence for each way the values break the declaration."""
        found = []
        if self.required and (n_missing := int(values.isna().sum())):
            found.append(f"{self.name} is missing in {n_missing} rows")
        if self.allowed and (strange := sorted(set(values.dropna().unique()) - self.allowed)):
            found.append(f"{self.name} does not know {', '.join(map(repr, strange[:5]))}")
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order and the columns whose values together are unique."""

    name: str
    definition: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError where there is none."""
        return {column.name: column for column in self.columns}[name]

    def schema(self) -> pa.Schema:
        """Return the Arrow schema, definitions included."""
        return pa.schema([column.field() for column in self.columns], metadata={"definition": self.definition})

    def frame(self, records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
        """Return records as a frame typed by the schema; a field no column declares raises TableRejected."""
        rows = list(records)
        strange = sorted({name for row in rows for name in row} - set(self.names))
        if strange:
            raise TableRejected(self.name, [f"there is no column {name}" for name in strange])
        arrays = [pa.array([row.get(c.name) for row in rows], type=c.type) for c in self.columns]
        return arrow_frame(pa.Table.from_arrays(arrays, schema=self.schema()))

    def arrow(self, frame: pd.DataFrame) -> pa.Table:
        """Return a frame with some or all of the columns as an Arrow table with the declared types and definitions."""
        schema = pa.schema([self.column(name).field() for name in frame.columns], metadata=self.schema().metadata)
        return pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata)

    def problems(self, frame: pd.DataFrame) -> list[str]:
        """Return a sentence for each way the frame breaks the declaration; none means it may be written."""
        if list(frame.columns) != self.names:
            missing, extra = set(self.names) - set(frame.columns), set(frame.columns) - set(self.names)
            return [f"columns differ: missing {sorted(missing)}, unknown {sorted(extra)}"]
        found = [text for column in self.columns for text in column.problems(frame[column.name])]
        if self.key and (n_twice := int(frame.duplicated(list(self.key)).sum())):
            found.append(f"{n_twice} rows repeat the key {', '.join(self.key)}")
        return found

    def check(self, frame: pd.DataFrame) -> None:
        """Raise TableRejected with every problem of the frame at once."""
        if found := self.problems(frame):
            raise TableRejected(self.name, found)


def arrow_frame(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as a frame that keeps Arrow's types: counts with gaps stay whole numbers, days stay days."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def surely(mask: pd.Series) -> np.ndarray:
    """Return where a comparison is surely true; a missing value is not, and it is not turned into a number either."""
    return mask.to_numpy(dtype=bool, na_value=False)
