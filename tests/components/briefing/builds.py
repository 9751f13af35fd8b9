"""Small builds: figures of our own words in front of the areas and events of the default crisis."""

from datetime import UTC, datetime
from typing import Any

from etl import crises, store, tables
from etl.counting.count import count
from etl.counting.profiles import with_profile
from tests.spec.tables import figures_of

KEPT = ("areas", "speakers", "events", "offensives")
FINISHED = datetime(2021, 5, 4, 10, 30, tzinfo=UTC)


def build_of(figures: str, *, without: tuple[str, ...] = (), **defaults: Any) -> str:
    """Write a build of the figures drawn as a table, in the folder the tables are read from; return its id.

    Areas, speakers, events and offensives are those of the build that is live; `without` leaves the rows of a table out.
    """
    frame = figures_of(figures, **defaults).assign(area_code="SY-NW", area_name="Northwest Syria")
    counted = count(with_profile(frame, "interval", lambda area_code, year: None), crises.read_crisis())
    frames = {name: store.read(name) for name in KEPT}
    frames |= {name: frames[name].head(0) for name in without}
    frames |= {"figures": counted.figures, "claims": counted.claims, "series": counted.series}
    frames["documents"] = tables.DOCUMENTS.frame(_document(row) for row in counted.figures["document_id"].unique())
    frames["problems"] = tables.PROBLEMS.frame([])
    build_id = f"small-{len(figures)}"
    with store.new_build(build_id) as new:
        for name, one in frames.items():
            new.write(tables.TABLES[name], one)
        new.write(tables.BUILDS, tables.BUILDS.frame([_record(build_id)]))
    return build_id


def _document(document_id: str) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "source": "spec",
        "publisher": "a publisher",
        "title": "<b>A title</b> & more",
        "url": "https://example.org/report?a=1&b=2",
        "licence": "CC BY",
        "is_redistributable": True,
    }


def _record(build_id: str) -> dict[str, Any]:
    moments = {"started_at": FINISHED, "finished_at": FINISHED}
    return {"build_id": build_id, "crisis": crises.DEFAULT_CRISIS, "inputs": "[]", "n_rows": "{}", "rules": "1"} | moments
