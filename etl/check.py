"""The live build against every rule: one function a rule, one sentence a breach."""

from collections.abc import Callable

import pandas as pd

from etl import crises, pipeline, store, tables
from etl.counting.count import count
from etl.reading.files import READERS, read_documents
from etl.vocabulary import Kind, Role

Frames = dict[str, pd.DataFrame]
RUNNING = ["measure", "unit", "area_code", "area_role", "since"]


def broken_rules(build: str | None = None) -> list[str]:
    """Return a sentence for each breach in the build; none means that it keeps every rule. Raises NoBuild, CannotRead."""
    build = build or store.live_build()
    frames = {name: store.read(name, build) for name in tables.TABLES}
    return [text for rule in RULES for text in rule(frames)]


def tables_keep_their_declaration(frames: Frames) -> list[str]:
    """Types, allowed words, required cells and unique keys are as declared."""
    return [f"{name}: {text}" for name, table in tables.TABLES.items() for text in table.problems(frames[name])]


def intervals_are_in_order(frames: Frames) -> list[str]:
    """Low <= value <= high wherever two of them are given."""
    found = []
    for name, columns in (("figures", ("people_low", "people_value", "people_high")), ("series", ("low", "value", "high"))):
        frame, (low, value, high) = frames[name], columns
        wrong = (frame[low] > frame[value]) | (frame[value] > frame[high]) | (frame[low] > frame[high])
        if n_wrong := int(tables.surely(wrong).sum()):
            found.append(f"{name}: {n_wrong} intervals have their ends the wrong way round")
    return found


def parts_have_their_total(frames: Frames) -> list[str]:
    """Every part names a figure of the table, and no figure is part of itself."""
    figures = frames["figures"]
    parts = figures[figures["is_part_of"].notna()]
    lost = parts[~parts["is_part_of"].isin(figures["figure_id"])]
    own = parts[parts["is_part_of"] == parts["figure_id"]]
    found = [f"figures: {figure_id} is part of a figure that is not there" for figure_id in lost["figure_id"]]
    return found + [f"figures: {figure_id} is part of itself" for figure_id in own["figure_id"]]


def parts_do_not_exceed_their_total(frames: Frames) -> list[str]:
    """No part is surely larger than its total, in the same unit."""
    figures = frames["figures"]
    pairs = figures.merge(figures, left_on="is_part_of", right_on="figure_id", suffixes=("", "_total"))
    same = pairs[pairs["unit"] == pairs["unit_total"]]
    larger = same[tables.surely(same["people_low"] > same["people_high_total"])]
    return [f"figures: {row.figure_id} is larger than the total it is part of, {row.is_part_of}" for row in larger.itertuples()]


def figures_name_their_document(frames: Frames) -> list[str]:
    """Every figure stands in a document of the build."""
    figures = frames["figures"]
    lost = figures[~figures["document_id"].isin(frames["documents"]["document_id"])]
    return [f"figures: the document of {figure_id} is not there" for figure_id in lost["figure_id"]]


def words_stand_in_their_text(frames: Frames) -> list[str]:
    """Every phrase read from prose stands in the text as published, letter by letter (counting rule 3)."""
    texts = _texts(crises.read_crisis(frames["builds"]["crisis"].iloc[0]))
    found = []
    for name in ("figures", "events"):
        rows = frames[name][frames[name]["span_start"].notna()]
        for row in rows[["document_id", "phrase", "span_start", "span_end"]].astype(object).to_dict("records"):
            text = texts.get(row["document_id"])
            if text is None:
                found.append(f"{name}: the text of document {row['document_id'][:12]} is no longer in data/raw")
            elif text[row["span_start"] : row["span_end"]] != row["phrase"]:
                found.append(f"{name}: {row['phrase']!r} does not stand in document {row['document_id'][:12]}")
    return found


def _texts(crisis: crises.Crisis) -> dict[str, str]:
    """Return the text of every prose document among the raw files of the crisis, by its id."""
    paths = [file.path for file in pipeline.raw_files(crisis) if file.path.suffix.lower() in READERS]
    return {document.document_id: document.text for path in paths for document in read_documents(path, language="en")}


def areas_are_known(frames: Frames) -> list[str]:
    """Every area code of figures and events is in the areas table."""
    found = []
    for name in ("figures", "events"):
        codes = frames[name]["area_code"].dropna()
        found += [f"{name}: {code} is no area" for code in sorted(set(codes) - set(frames["areas"]["area_code"]))]
    return found


def series_hold_recommended_figures(frames: Frames) -> list[str]:
    """Each point of a series is a recommended figure, and each recommended figure is a point."""
    recommended = frames["figures"].loc[tables.surely(frames["figures"]["role"] == Role.RECOMMENDED), "figure_id"]
    points = frames["series"]["figure_id"]
    return [f"series: {figure_id} is not recommended" for figure_id in sorted(set(points) - set(recommended))] + [
        f"figures: {figure_id} is recommended but no point of a series" for figure_id in sorted(set(recommended) - set(points))
    ]


def running_totals_fall_only_as_revisions(frames: Frames) -> list[str]:
    """Each running total that is lower than the point before is marked as a revision."""
    totals = _of_kind(frames["series"], Kind.FLOW, has_window=False).sort_values([*RUNNING, "as_of"])
    falls = totals.groupby(RUNNING, dropna=False)["value"].diff() < 0
    unmarked = totals[tables.surely(falls & ~totals["is_revision"])]
    return [f"series: {row.area_code} falls to {row.value} on {row.as_of} unmarked" for row in unmarked.itertuples()]


def stocks_have_no_window(frames: Frames) -> list[str]:
    """Stocks describe a day; only flows have the length of a period."""
    stocks = _of_kind(frames["series"], Kind.STOCK, has_window=True)
    return [f"series: the stock {row.measure} of {row.area_code} has a window" for row in stocks.itertuples()]


def _of_kind(series: pd.DataFrame, kind: Kind, *, has_window: bool) -> pd.DataFrame:
    mask = tables.surely(series["kind"] == kind) & (series["window"].notna().to_numpy() == has_window)
    chosen: pd.DataFrame = series.loc[mask]
    return chosen


def choices_are_followed(frames: Frames) -> list[str]:
    """Every figure a person chose in the crisis file is there, and is recommended (or is a repeat of the claim that is)."""
    crisis = crises.read_crisis(frames["builds"]["crisis"].iloc[0])
    figures = frames["figures"]
    recommended = set(figures.loc[tables.surely(figures["role"] == Role.RECOMMENDED), "claim_id"])
    claim_of = dict(zip(figures["figure_id"], figures["claim_id"], strict=True))
    return [
        f"crisis file: the chosen figure {choice.figure_id} is not recommended"
        for choice in crisis.choices
        if claim_of.get(choice.figure_id) not in recommended
    ]


def a_second_count_gives_the_same(frames: Frames) -> list[str]:
    """Claims, roles and series follow from the figures alone: counting again changes nothing."""
    crisis = crises.read_crisis(frames["builds"]["crisis"].iloc[0])
    again = count(frames["figures"], crisis)
    return [
        f"{name}: counting the figures again gives another table"
        for name, frame in (("figures", again.figures), ("claims", again.claims), ("series", again.series))
        if not tables.TABLES[name].arrow(frame).equals(tables.TABLES[name].arrow(frames[name]))
    ]


RULES: tuple[Callable[[Frames], list[str]], ...] = (
    tables_keep_their_declaration,
    intervals_are_in_order,
    parts_have_their_total,
    parts_do_not_exceed_their_total,
    figures_name_their_document,
    words_stand_in_their_text,
    areas_are_known,
    series_hold_recommended_figures,
    running_totals_fall_only_as_revisions,
    stocks_have_no_window,
    choices_are_followed,
    a_second_count_gives_the_same,
)
