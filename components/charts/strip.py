"""The conflict strip: every claim about one count and day side by side, the recommended one in blue. No streamlit."""

import pandas as pd
import plotly.graph_objects as go

from components import captions, facts
from components.charts.intervals import Interval, intervals
from components.palette import LIGHT, Palette
from components.selection import rows


def strip(claims: pd.DataFrame, *, palette: Palette = LIGHT) -> go.Figure:
    """Return one interval a claim, in the order given, under a heading for each first day they count from.

    `claims` are rows of `selection.conflict`: of one measure, area, unit and day.
    """
    return intervals([_interval(claim) for claim in rows(claims)], palette=palette)


def _interval(claim: captions.Row) -> Interval:
    low, value, high = facts.counted_sides(claim)
    return Interval(
        words=f"{claim['speaker']}: {facts.claimed(claim)}",
        low=low,
        value=value,
        high=high,
        quantifier=claim["quantifier"],
        hover=facts.claim_hover(claim),
        record_id=claim["figure_id"],
        heading=captions.first_day(claim),
        is_strong=claim["role"] == "recommended",
    )
