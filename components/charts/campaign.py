"""One campaign: its phases as bars and its events in lanes by who acts, without any count beside them. No streamlit."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from components.charts import canvas as ground
from components.charts import crowds, lanes
from components.charts.canvas import Canvas
from components.palette import LIGHT, Palette
from components.selection import rows

HEAD = 12


def campaign(
    offensives: pd.DataFrame,
    events: pd.DataFrame,
    *,
    first: date,
    last: date,
    sides: Sequence[lanes.Side] = (),
    palette: Palette = LIGHT,
) -> go.Figure:
    """Return the chart of a campaign from first to last day: the same marks and lanes as under the timeline."""
    happened = crowds.events(events, first=first, last=last, lane=lambda event: lanes.lane_of(event, sides))
    below = lanes.arrange(rows(offensives), rows(happened), sides, ground.REFERENCE / max((last - first).days, 1))
    canvas = Canvas(first, last, 1.0, below.height, 0, palette)
    chart = go.Figure([lanes.bars(below, canvas), lanes.events_trace(below, canvas, sides)])
    layout = ground.layout(canvas)
    layout["height"] = HEAD + below.height + ground.BOTTOM
    layout["margin"] = layout["margin"] | {"l": ground.RIGHT, "t": HEAD}
    layout["yaxis"] = {"visible": False, "domain": [0, 1], "fixedrange": True}
    layout["yaxis2"] = layout["yaxis2"] | {"domain": [0, 1]}
    chart.update_layout(layout, shapes=lanes.ground_lines(below, canvas), annotations=lanes.names(below, canvas))
    return chart
