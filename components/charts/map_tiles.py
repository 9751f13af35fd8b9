"""The same map of a day on tiles of a style the operator chose: the reader's browser then asks their server. No streamlit.

Tiles bring roads and names, so only the marks are drawn, all as discs: other shapes would be asked of the tiles' server.
"""

import plotly.graph_objects as go

from components.charts.canvas import hover_label
from components.charts.map_labels import HEIGHT
from components.charts.map_marks import LEFT, Marks, Scene, marks_of
from components.palette import LIGHT, Palette

ZOOM = 7.4
OPACITY = {"came there": 0.65, LEFT: 0.3, "towns": 0.9, "events": 0.9}
"""Who left is paler than who came; pointing at a disc says it in words."""


def tiles_map(scene: Scene, style: str, *, palette: Palette = LIGHT) -> go.Figure:
    """Return the map over tiles of a style: its name in Plotly, or the address of a MapLibre style."""
    extent = scene.extent
    chart = go.Figure([_trace(kind) for kind in marks_of(scene, palette)])
    chart.update_layout(
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        uirevision="ground",
        paper_bgcolor=palette.background,
        hoverlabel=hover_label(palette),
        map={
            "style": style,
            "center": {"lon": (extent.west + extent.east) / 2, "lat": (extent.south + extent.north) / 2},
            "zoom": ZOOM,
        },
    )
    return chart


def _trace(kind: Marks) -> go.Scattermap:
    return go.Scattermap(
        lon=[row["longitude"] for row in kind.rows],
        lat=[row["latitude"] for row in kind.rows],
        mode="markers",
        name=kind.name,
        customdata=list(kind.ids),
        text=list(kind.hovers),
        hovertemplate="%{text}<extra></extra>",
        marker={"size": list(kind.sizes), "color": list(kind.inks), "opacity": OPACITY[kind.name]},
    )
