"""The facts kept by hand hold together: codes, days, words, parts and citations of everything in data/."""

import csv
import hashlib
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from etl import tables
from etl.counting.intervals import interval_of
from etl.vocabulary import (
    MEASURES,
    AreaRole,
    Cause,
    Confidence,
    DateAccuracy,
    EventStatus,
    EventType,
    Kind,
    Modality,
    PlaceAccuracy,
    Quantifier,
    Subgroup,
    Term,
    Unit,
)

DATA = Path(__file__).resolve().parents[2] / "data"
NUMBERS = ("reported_low", "reported_value", "reported_high", "people_low", "people_value", "people_high")
LEANINGS = {"independent", "un", "government", "opposition", "turkey", "tertiary", "unknown"}
REGISTER_WORDS = {
    "measure": set(MEASURES),
    "term": set(Term),
    "cause": set(Cause),
    "unit": set(Unit),
    "quantifier": set(Quantifier),
    "accuracy": set(DateAccuracy),
    "area_role": set(AreaRole),
    "subgroup": set(Subgroup),
    "modality": set(Modality),
    "confidence": set(Confidence),
    "source_access": {"primary", "mirror", "secondary"},
}
EVENT_WORDS = {
    "event_type": set(EventType),
    "accuracy": set(DateAccuracy),
    "place_accuracy": set(PlaceAccuracy),
    "status": set(EventStatus),
    "leaning": LEANINGS,
    "confidence": set(Confidence),
}
UNITS_OF = {
    "killed": {"persons"},
    "injured": {"persons"},
    "facilities_closed": {"facilities"},
    "buildings_destroyed": {"buildings"},
    "people_in_need": {"persons"},
}

Row = dict[str, str]


def rows_of(path: str) -> list[Row]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGISTER = rows_of("raw/register/figures.csv")
AREAS = {row["area_code"]: row for row in rows_of("reference/areas.csv")}
SPEAKERS = {row["speaker"]: row for row in rows_of("reference/speakers.csv")}
EVENTS = rows_of("reference/events.csv")
OFFENSIVES = {row["offensive_id"]: row for row in rows_of("reference/offensives.csv")}
BY_ID = {row["register_id"]: row for row in REGISTER}
CSV_FILES = sorted(path for folder in ("raw/register", "raw/hnap", "reference") for path in (DATA / folder).glob("*.csv"))
CRISES = sorted((DATA / "crises").glob("*.toml"))
ID_OF = {
    "raw/register/figures.csv": "register_id",
    "reference/areas.csv": "area_code",
    "reference/speakers.csv": "speaker",
    "reference/events.csv": "event_id",
    "reference/offensives.csv": "offensive_id",
}


def listed(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def number(cell: str) -> int | None:
    return int(cell) if cell else None


def name_key(name: str) -> str:
    return re.sub(r"[^\w ]", "", name.casefold().replace("-", " ")).strip()


def breaches(rows: list[Row], words: dict[str, set[str]]) -> list[tuple[str, str]]:
    return [(name, row[name]) for row in rows for name, allowed in words.items() if row[name] and row[name] not in allowed]


@pytest.mark.parametrize("path", CSV_FILES, ids=lambda path: path.name)
def test_files_are_utf_8_without_byte_order_mark_and_with_plain_line_ends(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.decode("utf-8").endswith("\n")


@pytest.mark.parametrize("path", CSV_FILES, ids=lambda path: path.name)
def test_every_line_has_as_many_cells_as_the_header(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    assert {len(line) for line in lines} == {len(header)}


@pytest.mark.parametrize(("path", "name"), ID_OF.items())
def test_ids_are_there_and_unique(path: str, name: str) -> None:
    counted = Counter(row[name] for row in rows_of(path))
    assert "" not in counted
    assert [one for one, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("sidecar", sorted((DATA / "raw").rglob("*.csv.toml")), ids=lambda path: path.stem)
def test_sidecars_carry_the_hash_of_their_file(sidecar: Path) -> None:
    fields = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    assert fields["sha256"] == hashlib.sha256(sidecar.with_suffix("").read_bytes()).hexdigest()
    assert all(fields[name] for name in ("licence", "publisher", "title"))


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (REGISTER, ("published_on", "period_start", "as_of")),
        (EVENTS, ("started_on", "ended_on", "published_on")),
        (list(OFFENSIVES.values()), ("started_on", "ended_on")),
    ],
    ids=["register", "events", "offensives"],
)
def test_days_are_iso_days_of_these_years(rows: list[Row], names: tuple[str, ...]) -> None:
    days = [date.fromisoformat(row[name]) for row in rows for name in names if row[name]]
    assert min(days) >= date(2018, 9, 17)
    assert max(days) < date(2021, 5, 1)


def test_register_uses_only_words_of_the_vocabulary() -> None:
    assert breaches(REGISTER, REGISTER_WORDS) == []


def test_events_use_only_words_of_the_vocabulary() -> None:
    assert breaches(EVENTS, EVENT_WORDS) == []


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: row["register_id"])
def test_a_rule_finds_its_printed_numbers_and_makes_an_interval(row: Row) -> None:
    low, value, high = (number(row[name]) for name in NUMBERS[:3])
    interval = interval_of(row["rule"], low=low, value=value, high=high)
    assert (interval.low, interval.high) != (None, None)
    ends = [end for end in (interval.low, interval.value, interval.high) if end is not None]
    assert ends == sorted(ends)


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: row["register_id"])
def test_reported_numbers_stand_where_their_words_put_them(row: Row) -> None:
    printed = tuple(bool(row[name]) for name in NUMBERS[:3])
    expected = {"between": (True, False, True), "vague": (False, False, False)}.get(row["quantifier"], (False, True, False))
    assert printed == expected
    assert row["phrase"]
    assert row["rule"] == row["quantifier"] or (row["quantifier"] == "vague" and row["rule"].startswith("plural_"))


@pytest.mark.parametrize("group", ["reported", "people"])
def test_low_value_and_high_stand_in_order(group: str) -> None:
    names = [f"{group}_low", f"{group}_value", f"{group}_high"]
    numbers = [[number(row[name]) for name in names if row[name]] for row in REGISTER]
    assert all(ends == sorted(ends) for ends in numbers)


def test_only_households_carry_the_people_of_the_text() -> None:
    assert {row["unit"] for row in REGISTER if any(row[name] for name in NUMBERS[3:])} == {"households"}


def test_flows_do_not_end_before_they_start() -> None:
    assert [row["register_id"] for row in REGISTER if row["period_start"] and row["period_start"] > row["as_of"]] == []


def test_stocks_have_a_first_day_only_where_it_says_since_when_people_had_been_displaced() -> None:
    stocks = [row for row in REGISTER if MEASURES[row["measure"]].kind is Kind.STOCK]
    assert {row["measure"] for row in stocks if row["period_start"]} == {"idps"}


@pytest.mark.parametrize("measure", sorted(UNITS_OF))
def test_measures_are_counted_in_their_units(measure: str) -> None:
    assert {row["unit"] for row in REGISTER if row["measure"] == measure} <= UNITS_OF[measure]


def test_every_area_code_is_an_area() -> None:
    used = {row["area_code"] for row in [*REGISTER, *EVENTS] if row["area_code"]}
    assert used - AREAS.keys() == set()


def test_what_has_no_code_says_the_place_as_reported_and_why() -> None:
    without = [row for row in REGISTER if not row["area_code"]]
    assert len(without) == 5
    assert all(row["area_as_reported"] and "no c" in row["note"] for row in without)


@pytest.mark.parametrize("row", [row for row in REGISTER if row["is_part_of"]], ids=lambda row: row["register_id"])
def test_a_part_belongs_to_a_total_of_the_same_measure_and_publisher_and_lies_inside_its_period(row: Row) -> None:
    total = BY_ID[row["is_part_of"]]
    assert (total["measure"], total["publisher"]) == (row["measure"], row["publisher"])
    assert total["period_start"] <= row["period_start"]
    assert row["as_of"] <= total["as_of"]


def test_no_part_is_its_own_total() -> None:
    for row in REGISTER:
        seen = [row["register_id"]]
        while part_of := BY_ID[seen[-1]]["is_part_of"]:
            assert part_of not in seen
            seen.append(part_of)


def test_a_part_is_not_larger_than_its_total() -> None:
    for row in (row for row in REGISTER if row["is_part_of"] and row["unit"] != "percent"):
        total = BY_ID[row["is_part_of"]]
        if row["unit"] == total["unit"] and row["reported_value"] and total["reported_value"]:
            assert int(row["reported_value"]) < int(total["reported_value"]), row["register_id"]


def test_every_speaker_is_known_or_is_the_publisher() -> None:
    rows = [*REGISTER, *EVENTS]
    assert {row["speaker"] for row in rows if row["speaker"] != row["publisher"]} - SPEAKERS.keys() == set()


def test_every_row_has_an_address() -> None:
    rows = [*REGISTER, *EVENTS, *OFFENSIVES.values()]
    assert [row for row in rows if not row["url"].startswith(("http://", "https://"))] == []


def test_every_figure_of_low_confidence_says_why() -> None:
    assert [row["register_id"] for row in REGISTER if row["confidence"] == "low" and not row["note"]] == []


def test_register_stands_in_the_order_of_its_days() -> None:
    days = [row["as_of"] for row in REGISTER]
    assert days == sorted(days)


def test_the_running_total_of_ocha_since_1_december_is_there() -> None:
    told = {
        (row["as_of"], row["quantifier"], int(row["reported_value"]))
        for row in REGISTER
        if row["area_code"] == "SY-NW"
        and (row["measure"], row["unit"], row["subgroup"]) == ("new_displacement", "persons", "all")
        and (row["area_role"], row["period_start"]) == ("origin", "2019-12-01")
        and row["speaker"] in {"OCHA", "UN Emergency Relief Coordinator", "CCCM Cluster"}
        and row["accuracy"] == "day"
    }
    assert told >= {
        ("2019-12-29", "about", 284_000),
        ("2020-01-08", "more_than", 312_000),
        ("2020-01-27", "nearly", 390_000),
        ("2020-02-02", "about", 586_000),
        ("2020-02-12", "more_than", 800_000),
        ("2020-02-17", "about", 900_000),
        ("2020-02-20", "about", 900_000),
        ("2020-02-23", "more_than", 948_000),
        ("2020-03-03", "exact", 961_300),
    }


@pytest.mark.parametrize(
    ("register_id", "unit", "value"),
    [
        ("o8-cum-northwest-syria", "movements", 452_623),
        ("o9-cum-northwest-syria", "movements", 500_000),
        ("wfp6-cum-northwest-syria", "movements", 590_000),
        ("o11-cum-northwest-syria", "movements", 630_000),
        ("echo-cum-northwest-syria", "movements", 730_165),
        ("snfi12-flow-northwest-syria", "movements", 367_026),
        ("hcjul-cum-northwest-syria-2", "persons", 330_000),
        ("wfp14-cum-northwest-syria", "persons", 961_300),
    ],
)
def test_movements_are_not_people(register_id: str, unit: str, value: int) -> None:
    row = BY_ID[register_id]
    assert (row["unit"], int(row["reported_value"])) == (unit, value)


@pytest.mark.parametrize("code", sorted(AREAS))
def test_an_area_has_parents_and_members_we_know_and_a_point_in_syria_or_none(code: str) -> None:
    area = AREAS[code]
    assert {area["parent_code"], *listed(area["members"])} - {""} <= AREAS.keys()
    assert (area["level"] == "") == (area["place_kind"] == "group")
    assert bool(area["parent_code"]) == (code != "SY")
    if area["latitude"] or area["longitude"]:
        assert 32 < float(area["latitude"]) < 37.5
        assert 35.5 < float(area["longitude"]) < 42.5


def test_a_district_stands_under_its_governorate_and_a_place_under_something_larger() -> None:
    for code, area in AREAS.items():
        if area["level"] not in ("", "0"):
            assert int(AREAS[area["parent_code"]]["level"]) < int(area["level"]), code


def test_no_name_is_shared_by_two_areas_of_one_level() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for code, area in AREAS.items():
        for name in (area["name"], *listed(area["aliases"])):
            owners.setdefault((area["level"], name_key(name)), set()).add(code)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {}


def test_points_come_under_clear_terms() -> None:
    with_point = [area for area in AREAS.values() if area["latitude"]]
    assert all("CC BY 4.0" in area["source"] for area in with_point)
    assert [area for area in AREAS.values() if "Wikipedia" in area["source"]] == []


def test_no_alias_names_two_speakers() -> None:
    owners = Counter(name.casefold() for row in SPEAKERS.values() for name in (row["speaker"], *listed(row["aliases"])))
    assert [name for name, n in owners.items() if n > 1] == []


def test_speakers_lean_one_of_the_known_ways() -> None:
    assert {row["leaning"] for row in SPEAKERS.values()} <= LEANINGS
    assert {row["speaker_type"] for row in SPEAKERS.values()} <= {"un", "ngo", "monitor", "government", "media", "other"}


def test_events_and_phases_belong_to_offensives_there_are() -> None:
    named = {row["offensive_id"] for row in EVENTS} | {row["part_of"] for row in OFFENSIVES.values()}
    assert named - {""} <= OFFENSIVES.keys()


def test_phases_lie_inside_their_campaign() -> None:
    for row in OFFENSIVES.values():
        if row["part_of"]:
            campaign = OFFENSIVES[row["part_of"]]
            assert campaign["started_on"] <= row["started_on"] <= row["ended_on"] <= campaign["ended_on"], row["offensive_id"]


def test_the_article_that_started_the_project_is_a_source() -> None:
    cited = {row["url"] for row in [*REGISTER, *EVENTS] if row["publisher"] == "The New Arab"}
    assert "https://www.newarab.com/news/thousands-flee-syrian-regime-enters-key-rebel-held-town" in cited


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["event_id"])
def test_an_event_is_drawn_as_a_point_only_where_its_place_has_one(row: Row) -> None:
    if row["place_accuracy"] == "point":
        assert AREAS[row["area_code"]]["latitude"]
    assert bool(row["area_code"]) == bool(row["place_accuracy"])
    deaths = [int(row[name]) for name in ("killed_low", "killed_value", "killed_high") if row[name]]
    assert deaths == sorted(deaths)


@pytest.mark.parametrize("path", ["reference/areas.csv", "reference/speakers.csv", "reference/offensives.csv"])
def test_reference_files_have_the_columns_of_their_tables(path: str) -> None:
    table = tables.table_named(Path(path).stem)
    assert list(rows_of(path)[0]) == table.names


def test_governorates_add_up_to_the_printed_total_of_every_month() -> None:
    sums: Counter[str] = Counter()
    totals = {}
    for row in rows_of("raw/hnap/hnap_monthly_flows.csv"):
        if row["governorate"] == "Grand Total":
            totals[row["month"]] = int(row["people"])
        else:
            sums[row["month"]] += int(row["people"])
    assert dict(sums) == totals
    assert len(totals) == 72
    assert (totals["2019-12"], totals["2020-02"]) == (308_214, 752_131)
    assert sum(total for month, total in totals.items() if month.startswith("2020")) == 1_821_973


def test_household_sizes_lie_between_their_bounds_and_are_sourced() -> None:
    for row in rows_of("reference/household_sizes.csv"):
        assert float(row["low"]) <= float(row["size"]) <= float(row["high"])
        assert row["url"].startswith("https://")
        assert row["source"]
        cited = set(re.findall(r"\(([a-z0-9-]+)\)", row["note"]))
        assert cited
        assert cited <= BY_ID.keys()


@pytest.mark.parametrize("path", CRISES, ids=lambda path: path.stem)
def test_a_crisis_names_only_areas_events_figures_and_speakers_there_are(path: Path) -> None:
    crisis = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {crisis["area"], *crisis["areas"]} <= AREAS.keys()
    events = {row["event_id"]: row for row in EVENTS}
    for point in crisis["turning_points"]:
        event = events[point["event_id"]]
        assert event["started_on"] <= point["date"].isoformat() <= event["ended_on"]
    assert set(crisis["baseline"].values()) <= BY_ID.keys()
    ranked = [speaker for group in crisis["speaker_group"] for speaker in group["speakers"]]
    assert len(ranked) == len(set(ranked))
    assert set(ranked) <= SPEAKERS.keys()
    assert all(group["reason"] for group in crisis["speaker_group"])


def test_every_speaker_of_the_register_has_a_rank_in_the_default_crisis() -> None:
    crisis = tomllib.loads((DATA / "crises" / "nw-syria-2019-20.toml").read_text(encoding="utf-8"))
    ranked = {speaker for group in crisis["speaker_group"] for speaker in group["speakers"]}
    assert {row["speaker"] for row in REGISTER} <= ranked


def test_corrections_expect_what_the_register_says() -> None:
    for entry in tomllib.loads((DATA / "corrections.toml").read_text(encoding="utf-8"))["correction"]:
        row = BY_ID[entry["register_id"]]
        assert entry["reason"]
        assert entry["action"] in {"set", "drop"}
        assert {name: row[name] for name in entry["expect"]} == {name: str(value) for name, value in entry["expect"].items()}


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("raw/register/figures.csv", 459),
        ("raw/hnap/hnap_monthly_flows.csv", 880),
        ("reference/areas.csv", 438),
        ("reference/events.csv", 129),
        ("reference/speakers.csv", 87),
    ],
)
def test_the_readme_gives_the_number_of_rows_there_are(path: str, rows: int) -> None:
    assert len(rows_of(path)) == rows
    assert f"| `{path}` | {rows} |" in (DATA / "README.md").read_text(encoding="utf-8")
