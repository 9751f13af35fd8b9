"""Plotly charts from frames. No streamlit: every function takes frames and a palette and returns a chart."""

from components.charts.campaign import campaign
from components.charts.intervals import intervals
from components.charts.rates import rates
from components.charts.strip import strip
from components.charts.timeline import timeline
from components.charts.windows import windows

__all__ = ["campaign", "intervals", "rates", "strip", "timeline", "windows"]
