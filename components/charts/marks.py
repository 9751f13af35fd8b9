"""The reported counts as marks: the recommended line, the band, and one mark a claim. No streamlit.

The shape says how the words bound the number: a triangle points to the open side, a ring is "about", a dot is exact, a
bar is a range. Blue is recommended, grey is another claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import plotly.graph_objects as go

from components import facts
from components.charts.canvas import DAY, Canvas, noon
from components.selection import known_sides

Row = dict[str, Any]
"""A record of a frame, a missing value as None."""

SYMBOLS = {
    "exact": "circle",
    "about": "circle",
    "at_least": "triangle-up",
    "more_than": "triangle-up",
    "at_most": "triangle-down",
    "less_than": "triangle-down",
    "nearly": "triangle-down",
}
RANGE = "line-ew"
SILENT_DAYS = 45
"""After so many days without a report the line is broken: to go on would say that nothing changed."""
MARK = 11.0
"""Pixels a mark needs."""
SIZE = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim and the moment its mark stands at: noon of its day, or beside it where another mark is in the way."""

    claim: Row
    at: datetime
    height: int

    @property
    def is_moved(self) -> bool:
        """Whether the mark stands beside its day."""
        return self.at != noon(self.claim["as_of"])


def height_of(claim: Row) -> int:
    """Return the count a mark stands at: the printed number, else the known end of its interval."""
    known = (claim["people_value"], claim["people_low"], claim["people_high"])
    return next(int(count) for count in known if count is not None)


def place(claims: Sequence[Row], canvas: Canvas) -> list[Placed]:
    """Return every claim with its place; the recommended ones stand on their day, the others where they can be pointed at."""
    placed: list[Placed] = []
    for claim in sorted(claims, key=lambda claim: (claim["role"] != "recommended", claim["as_of"], height_of(claim))):
        placed.append(Placed(claim, _free(claim, placed, canvas), height_of(claim)))
    return placed


def _free(claim: Row, placed: Sequence[Placed], canvas: Canvas) -> datetime:
    home = noon(claim["as_of"])
    if claim["role"] == "recommended":
        return home
    step = timedelta(days=MARK / 2 / canvas.day_px)
    near = [other for other in placed if abs(other.height - height_of(claim)) * canvas.count_px < MARK]
    tries = [home + sign * k * step for k in range(12) for sign in ((1, -1) if k else (1,))]
    reach = timedelta(days=MARK / canvas.day_px) - timedelta(seconds=1)
    return next((at for at in tries if all(abs(other.at - at) >= reach for other in near)), home)


def line(points: Sequence[Row], canvas: Canvas) -> go.Scatter:
    """Return the recommended line, in steps: each number stands until the next report and not a day beyond the last.

    A straight line between two reports would draw numbers nobody gave. A vague point or a long silence breaks it.
    """
    days: list[datetime] = []
    values: list[int | None] = []
    for previous, point in zip([None, *points], points, strict=False):
        if previous and (point["as_of"] - previous["as_of"]).days > SILENT_DAYS:
            days.append(noon(previous["as_of"] + timedelta(days=1)))
            values.append(None)
        days.append(noon(point["as_of"]))
        values.append(point["value"])
    return go.Scatter(
        x=days,
        y=values,
        mode="lines",
        line={"color": canvas.palette.displacement, "width": 2.5, "shape": "hv"},
        connectgaps=False,
        hoverinfo="skip",
        name="recommended line",
    )


def band(points: Sequence[Row], claims: Sequence[Row], canvas: Canvas) -> go.Bar:
    """Return the band, a day wide and pale, on the days on which speakers differ; an open side ends at the last known claim."""
    differing = [point for point in points if point["n_speakers"] > 1 and point["low"] != point["high"]]
    sides = [known_sides(point, claims) for point in differing]
    return go.Bar(
        x=[noon(point["as_of"]) for point in differing],
        base=[low for low, _ in sides],
        y=[high - low for low, high in sides],
        width=max(DAY, 12 * DAY / canvas.day_px),
        marker={"color": canvas.palette.band, "line": {"width": 0}},
        hoverinfo="skip",
        name="band",
        offsetgroup="band",
        unselected={"marker": {"opacity": 1}},
    )


def open_sides(points: Sequence[Row], claims: Sequence[Row], canvas: Canvas) -> go.Scatter:
    """Return a small arrow at each open side of the band."""
    differing = [point for point in points if point["n_speakers"] > 1]
    # A standoff moves a mark against the way it is turned: an arrow that points down, turned round, stands above and points up.
    up = [(point["as_of"], known_sides(point, claims)[1], 180) for point in differing if point["high"] is None]
    down = [(point["as_of"], known_sides(point, claims)[0], 0) for point in differing if point["low"] is None]
    arrows = up + down
    return go.Scatter(
        x=[noon(day) for day, _, _ in arrows],
        y=[count for _, count, _ in arrows],
        mode="markers",
        hoverinfo="skip",
        name="open side",
        marker={
            "symbol": "arrow-down",
            "angle": [angle for _, _, angle in arrows],
            "standoff": 18,
            "size": 9,
            "color": canvas.palette.displacement,
        },
        unselected={"marker": {"opacity": 1}},
    )


def tethers(placed: Sequence[Placed], canvas: Canvas) -> go.Scatter:
    """Return a thin line from each moved mark to its day."""
    moved = [mark for mark in placed if mark.is_moved]
    return go.Scatter(
        x=[x for mark in moved for x in (noon(mark.claim["as_of"]), mark.at, None)],
        y=[y for mark in moved for y in (mark.height, mark.height, None)],
        mode="lines",
        line={"color": canvas.palette.whisker, "width": 1},
        hoverinfo="skip",
        name="moved aside",
    )


def claim_traces(placed: Sequence[Placed], canvas: Canvas) -> list[go.Scatter]:
    """Return one mark a claim, with its interval as a thin bar: other claims first, ranges, the recommended ones on top."""
    others = [mark for mark in placed if mark.claim["role"] != "recommended"]
    ranges = [mark for mark in others if mark.claim["quantifier"] not in SYMBOLS]
    grey, pale, blue = canvas.palette.claim, canvas.palette.whisker, canvas.palette.displacement
    return [
        _claims("other claims", [mark for mark in others if mark not in ranges], canvas, ink=grey, bar=pale),
        _claims("ranges", ranges, canvas, ink=grey, bar=grey),
        _claims("recommended", [mark for mark in placed if mark.claim["role"] == "recommended"], canvas, ink=blue, bar=blue),
    ]


def _claims(name: str, shown: Sequence[Placed], canvas: Canvas, *, ink: str, bar: str) -> go.Scatter:
    claims = [mark.claim for mark in shown]
    return go.Scatter(
        x=[mark.at for mark in shown],
        y=[mark.height for mark in shown],
        mode="markers",
        name=name,
        customdata=[claim["figure_id"] for claim in claims],
        text=[facts.claim_hover(claim) for claim in claims],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": [SYMBOLS.get(claim["quantifier"], RANGE) for claim in claims],
            "size": SIZE,
            # Only an exact number is full; the ground shows through the others.
            "color": [ink if claim["quantifier"] == "exact" else canvas.palette.background for claim in claims],
            "opacity": [0.6 if claim["role"] == "superseded" else 1 for claim in claims],
            "line": {"width": 2 if name == "recommended" else 1.5, "color": ink},
        },
        error_y=_interval(claims, bar),
        error_x=_vague_day(claims, bar),
        selected={"marker": {"size": SIZE + 5}},
        unselected={"marker": {"opacity": 1}},
    )


def _interval(claims: Sequence[Row], color: str) -> dict[str, Any]:
    heights = [(claim, height_of(claim)) for claim in claims]
    above = [0 if claim["people_high"] is None else claim["people_high"] - height for claim, height in heights]
    below = [0 if claim["people_low"] is None else height - claim["people_low"] for claim, height in heights]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "thickness": 1.5, "width": 0, "color": color}


def _vague_day(claims: Sequence[Row], color: str) -> dict[str, Any]:
    spans = [(claim["as_of"], *days_of(claim["as_of"], claim["accuracy"])) for claim in claims]
    after = [(last - day).days * DAY for day, _, last in spans]
    before = [(day - first).days * DAY for day, first, _ in spans]
    return {"type": "data", "symmetric": False, "array": after, "arrayminus": before, "thickness": 1, "width": 0, "color": color}


def days_of(day: date, accuracy: str | None) -> tuple[date, date]:
    """Return the first and last day a date may mean: three days around it, its month, its year, or itself."""
    if accuracy == "week":
        return day - timedelta(days=3), day + timedelta(days=3)
    if accuracy == "month":
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        return day.replace(day=1), following - timedelta(days=1)
    if accuracy == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def window_bars(points: Sequence[Row], canvas: Canvas) -> go.Bar:
    """Return the recommended flows over windows as bars as wide as their windows; a window nobody reported is a gap."""
    spans = [first_and_days(point["as_of"], point["window"]) for point in points]
    return go.Bar(
        x=[datetime(first.year, first.month, first.day) for first, _ in spans],
        y=[point["value"] for point in points],
        offset=0,
        width=[days * DAY * 0.94 for _, days in spans],
        marker={"color": canvas.palette.displacement},
        name="recommended",
        customdata=[point["figure_id"] for point in points],
        text=[facts.window_hover(point) for point in points],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        unselected={"marker": {"opacity": 0.6}},
    )


def first_and_days(last: date, window: str) -> tuple[date, int]:
    """Return the first day of the window that ends on a day, and its length in days."""
    starts = {"day": last, "week": last - timedelta(days=6), "month": last.replace(day=1), "year": last.replace(month=1, day=1)}
    return starts[window], (last - starts[window]).days + 1
