"""The ground of the map: roads through places of the gazetteer, crossings, borders where a file gives them."""

import csv
import json

import pytest

from components import mapping_ground
from components.selection import rows
from etl.errors import CannotRead
from tests.components.mapped import AREAS

GAZETTEER = rows(AREAS)
SQUARE = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 35.0]]


def road_file(tmp_path, *stops):
    path = tmp_path / "roads.csv"
    lines = [f"{road},{order},{code},a note" for road, order, code in stops]
    path.write_text("\n".join(["road,order,area_code,source", *lines]) + "\n", encoding="utf-8")
    return path


def border_file(tmp_path, text):
    path = tmp_path / "boundaries.geojson"
    path.write_text(text, encoding="utf-8")
    return path


def ground(tmp_path, *stops, boundaries=None):
    return mapping_ground.ground(GAZETTEER, roads=road_file(tmp_path, *stops), boundaries=boundaries or tmp_path / "none")


def test_a_road_runs_through_its_towns_in_order(tmp_path):
    found = ground(tmp_path, ("M5", 10, "C3916"), ("M5", 2, "C3985"))
    assert found.roads == {"M5": (("Maaret al-Numan", 36.68, 35.65), ("Saraqeb", 36.81, 35.86))}


def test_a_stop_and_a_crossing_without_a_point_are_named_not_drawn(tmp_path):
    found = ground(tmp_path, ("M5", 1, "C6389"), ("M5", 2, "C3916"))
    assert [name for name, _, _ in found.roads["M5"]] == ["Saraqeb"]
    assert found.crossings == ()
    assert found.without_point == ("Bab al-Hawa",)
    assert found.n_without_point == 1


def test_a_road_through_a_place_that_is_no_area_is_refused(tmp_path):
    with pytest.raises(CannotRead, match="nowhere"):
        ground(tmp_path, ("M5", 1, "nowhere"))


def test_without_a_boundaries_file_there_are_no_borders(tmp_path):
    assert ground(tmp_path).borders == ()


@pytest.mark.parametrize(
    ("kind", "coordinates", "n_lines"),
    [
        ("LineString", SQUARE, 1),
        ("MultiLineString", [SQUARE, SQUARE], 2),
        ("Polygon", [SQUARE], 1),
        ("MultiPolygon", [[SQUARE], [SQUARE, SQUARE]], 3),
    ],
)
def test_borders_are_the_lines_and_outlines_of_the_file(tmp_path, kind, coordinates, n_lines):
    text = json.dumps({"type": "FeatureCollection", "features": [{"geometry": {"type": kind, "coordinates": coordinates}}]})
    found = ground(tmp_path, boundaries=border_file(tmp_path, text)).borders
    assert len(found) == n_lines
    assert found[0][1] == (37.0, 35.0)


@pytest.mark.parametrize("text", ["not json", "{}", '{"features": [{"geometry": {"type": "Point", "coordinates": [1, 2]}}]}'])
def test_a_file_that_holds_no_borders_is_refused(tmp_path, text):
    with pytest.raises(CannotRead, match=r"boundaries\.geojson"):
        ground(tmp_path, boundaries=border_file(tmp_path, text))


def test_the_setting_names_the_style_of_the_tiles(monkeypatch):
    monkeypatch.delenv("NUZUH_MAP_STYLE", raising=False)
    assert mapping_ground.style() is None
    monkeypatch.setenv("NUZUH_MAP_STYLE", "https://tiles.example/style.json")
    assert mapping_ground.style() == "https://tiles.example/style.json"


def test_every_stop_of_our_roads_is_an_area_of_the_gazetteer_and_names_its_source():
    with mapping_ground.ROADS.open(encoding="utf-8", newline="") as file:
        stops = list(csv.DictReader(file))
    with (mapping_ground.REFERENCE / "areas.csv").open(encoding="utf-8", newline="") as file:
        areas = {row["area_code"]: row for row in csv.DictReader(file)}
    assert {stop["area_code"] for stop in stops} <= set(areas)
    assert all(stop["source"].strip() for stop in stops)
    found = mapping_ground.read_roads(mapping_ground.ROADS, areas)
    assert {"M4", "M5"} == set(found)
    northward = [float(areas[code]["latitude"]) for code in found["M5"]]
    assert northward == sorted(northward)
    assert found["M4"][-1] in found["M5"]
