"""Known errors at the source: recorded, justified changes, each with the value it expects to find (counting rule 14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl import raw, tables
from etl.errors import CannotRead, CorrectionExpired
from etl.figures import figure_id_of

Record = dict[str, Any]
PATH = Path(__file__).resolve().parents[1] / "data" / "corrections.toml"
ACTIONS = ("drop", "set")


@dataclass(frozen=True, slots=True)
class Correction:
    """One change to one figure. `expect` must still be what the source says, or the build stops."""

    figure_id: str
    action: str
    reason: str
    expect: dict[str, Any]
    set: dict[str, Any]


def read_corrections(path: Path = PATH) -> list[Correction]:
    """Return the corrections on file. Raises CannotRead for one without a figure, a reason, an expectation or a known action."""
    return [_correction(path, number, entry) for number, entry in enumerate(raw.read_toml(path).get("correction", []), start=1)]


def _correction(path: Path, number: int, entry: Mapping[str, Any]) -> Correction:
    where = f"{path.name}, correction {number}"
    figure_id = entry.get("figure_id") or (figure_id_of("register", entry["register_id"]) if "register_id" in entry else None)
    if not figure_id or not entry.get("reason") or not entry.get("expect") or entry.get("action") not in ACTIONS:
        raise CannotRead(f"{where}: needs register_id or figure_id, a reason, expect, and an action ({' or '.join(ACTIONS)})")
    if strange := sorted((set(entry["expect"]) | set(entry.get("set", {}))) - set(tables.FIGURES.names)):
        raise CannotRead(f"{where}: the figures table has no column {', '.join(strange)}")
    return Correction(figure_id, entry["action"], entry["reason"], dict(entry["expect"]), dict(entry.get("set", {})))


def correct(figures: Iterable[Record], corrections: Iterable[Correction]) -> list[Record]:
    """Return the figures with the corrections applied. Raises CorrectionExpired where a figure is not what one expects."""
    by_id = {figure["figure_id"]: figure for figure in figures}
    for correction in corrections:
        figure = by_id.get(correction.figure_id)
        if figure is None:
            raise CorrectionExpired(f"there is no figure {correction.figure_id} to correct ({correction.reason})")
        for name, expected in correction.expect.items():
            if figure.get(name) != expected:
                raise CorrectionExpired(
                    f"figure {correction.figure_id} says {name} = {figure.get(name)!r}, not {expected!r} ({correction.reason})"
                )
        if correction.action == "drop":
            del by_id[correction.figure_id]
        else:
            note = "; ".join(filter(None, (figure.get("note"), f"Corrected: {correction.reason}")))
            by_id[correction.figure_id] = figure | correction.set | {"note": note}
    return list(by_id.values())
