"""A finished chart is sent as it is, and worked out once."""

import json

import plotly.graph_objects as go

from components.charts.ready import Ready

CHART = go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), layout={"title": "people"})


def test_a_finished_chart_is_sent_as_the_chart_itself():
    assert json.loads(Ready(CHART).to_json()) == json.loads(CHART.to_json())


def test_its_record_is_made_once():
    ready = Ready(CHART)
    assert ready.to_dict() is ready.to_dict()
