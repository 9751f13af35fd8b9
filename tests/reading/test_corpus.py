"""The corpus is the specification of reading: sentences, and the figures they report or do not."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.reading import figures
from etl.reading.document import document_of
from etl.vocabulary import Modality

CORPUS = Path(__file__).parents[1] / "corpus"
MODALITIES = {modality.value for modality in Modality}


def load(name: str) -> dict[str, list[Any]]:
    return tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))


def expected(line: str) -> dict[str, Any]:
    """Return a line of the corpus as the columns it fixes."""
    phrase, what, unit, numbers, *rest = (part.strip() for part in line.split("|"))
    measure, term = what.split("/")
    quantifier, number = numbers.split(" ")
    low, _, high = number.partition("-")
    extra = rest[0].split(" ") if rest else []
    return {
        "phrase": phrase,
        "measure": measure,
        "term": term,
        "unit": unit,
        "quantifier": quantifier,
        "number": (int(low), int(high)) if high else int(low),
        "modality": next((word for word in extra if word in MODALITIES), "asserted"),
        "subgroup": next((w for w in extra if w not in MODALITIES and w != "part" and "=" not in w), "all"),
        "is_part": "part" in extra,
        "people": next((int(word.removeprefix("people=")) for word in extra if word.startswith("people=")), None),
        "size": next((float(word.removeprefix("size=")) for word in extra if word.startswith("size=")), None),
    }


def found(figure: dict[str, Any]) -> dict[str, Any]:
    """Return the same columns of a figure that was read."""
    ends = (figure["reported_low"], figure["reported_high"])
    return {
        **{name: figure[name] for name in ("phrase", "measure", "term", "unit", "quantifier", "modality", "subgroup")},
        "number": ends if figure["reported_value"] is None else figure["reported_value"],
        "is_part": figure["is_part_of"] is not None,
        **twin(figure),
    }


def twin(figure: dict[str, Any]) -> dict[str, float | None]:
    """Return the people of households where the text gives them, of people how many a household has there."""
    is_told, in_households = figure["household_size_source"] == "text", figure["unit"] == "households"
    return {
        "people": figure["people_value"] if is_told and in_households else None,
        "size": figure["household_size"] if is_told and not in_households else None,
    }


def read(text: str) -> list[dict[str, Any]]:
    document = document_of(text, language="en", published_on=date(2020, 2, 12))
    return figures.read(document)[0]


REPORTS = [(name, entry) for name, entries in load("en.toml").items() for entry in entries if isinstance(entry, dict)]
NOTHING = [text for entries in load("en.toml").values() for text in entries if isinstance(text, str)]


@pytest.mark.parametrize(("area", "entry"), REPORTS, ids=lambda value: value["text"][:60] if isinstance(value, dict) else value)
def test_a_sentence_reports_exactly_its_figures_the_most_salient_first(area: str, entry: dict[str, Any]) -> None:
    assert [found(figure) for figure in read(entry["text"])] == [expected(line) for line in entry["figures"]]


@pytest.mark.parametrize("text", NOTHING)
def test_a_sentence_that_reports_no_number_of_people_gives_no_figure(text: str) -> None:
    assert read(text) == []
