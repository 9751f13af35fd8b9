"""A finished chart: nobody changes it any more, so what is sent of it is worked out once, for all readers. No streamlit."""

from typing import Any

import plotly.graph_objects as go


class Ready(go.Figure):  # type: ignore[misc]  # plotly ships no types
    """A chart whose record is made once; Plotly would copy and check every trace again each time it is shown."""

    def to_dict(self) -> dict[str, Any]:
        """Return the record of the chart; the same one at each call."""
        if "_record" not in self.__dict__:
            self.__dict__["_record"] = super().to_dict()
        record: dict[str, Any] = self.__dict__["_record"]
        return record
