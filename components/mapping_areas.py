"""The ground of a wide area: which places lie in it, and which wide areas have a mark to show. Pure: frames in, codes out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from components import selection

COUNTRY = 0
WIDEST = 2
"""The level of a district: what is smaller is a mark on the map, not ground to choose."""
BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Nesting:
    """What lies in what: the areas directly inside each area, by parent or as members of a group; and the wide ones."""

    inside: Mapping[str, frozenset[str]]
    wide: tuple[str, ...]

    def within(self, code: str) -> frozenset[str]:
        """Return the codes of an area and of all that lies in it, however deep."""
        found: set[str] = set()
        waiting = [code]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.inside.get(one, ())
        return frozenset(found)

    def holding(self, marked: Iterable[str]) -> list[str]:
        """Return the wide areas in which one of the marked places lies, the widest first."""
        places = set(marked)
        sizes = {code: self.within(code) for code in self.wide}
        return sorted((code for code in self.wide if sizes[code] & places), key=lambda code: (-len(sizes[code]), code))


def nesting(areas: pd.DataFrame) -> Nesting:
    """Return what lies in what by the gazetteer: an area in its parent, a member in its group.

    A group's own parent holds the group's name, not its ground: what lies in the group lies in the parent by itself.
    """
    inside: dict[str, set[str]] = {}
    rows = selection.rows(areas[["area_code", "parent_code", "level", "members"]])
    for row in rows:
        if row["level"] is not None and row["parent_code"]:
            inside.setdefault(row["parent_code"], set()).add(row["area_code"])
        inside.setdefault(row["area_code"], set()).update((row["members"] or "").split(BETWEEN) if row["members"] else ())
    wide = [row["area_code"] for row in rows if row["level"] is None or COUNTRY < row["level"] <= WIDEST]
    return Nesting({code: frozenset(found) for code, found in inside.items()}, tuple(wide))
