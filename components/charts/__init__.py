"""Plotly charts from frames. No streamlit: every function takes frames and a palette and returns a chart."""

from components.charts.timeline import timeline
from components.charts.windows import windows

__all__ = ["timeline", "windows"]
