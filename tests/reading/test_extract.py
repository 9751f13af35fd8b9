"""`python -m etl extract`: results to standard output, messages to standard error, one document at a time."""

import argparse
import csv
import io
import itertools
import json
import types

import pytest

from etl import tables
from etl.reading import extract
from etl.reading.document import document_of
from etl.reading.render import as_text

STORY = (
    "Syrian government forces entered Maaret al-Numan on Tuesday. Since 1 December, 350,000 people have fled Idlib, "
    "according to OCHA. A 150-member committee met."
)


def run(*arguments):
    parser = argparse.ArgumentParser()
    extract.add_arguments(parser)
    return extract.run(parser.parse_args([str(argument) for argument in arguments]))


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path):
    path = tmp_path / "many.jsonl"
    lines = [{"id": "a", "text": STORY, "published_on": "2020-01-28"}, {"id": 2, "text": "Nothing happened \ud800."}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_one_document_is_one_json_object_with_the_columns_of_the_tables(story, capsys):
    assert run(story, "--published", "2020-01-28", "--publisher", "The Paper", "--title", "T") == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["document", "figures", "events", "problems"]
    assert (result["document"]["published_on"], result["document"]["publisher"]) == ("2020-01-28", "The Paper")
    (figure,), (event,) = result["figures"], result["events"]
    assert (list(figure), list(event)) == (tables.FIGURES.names, tables.EVENTS.names)
    assert STORY[figure["span_start"] : figure["span_end"]] == figure["phrase"] == "350,000"
    assert (figure["speaker"], figure["area_code"], figure["period_start"]) == ("OCHA", "SY07", "2019-12-01")
    assert (event["event_type"], event["area_code"], event["started_on"]) == ("town_entered", "C3985", "2020-01-28")


def test_jsonl_prints_one_object_a_line_with_its_id(many, capsys):
    assert run(many, "--format", "jsonl") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "2"]
    assert list(lines[0]) == ["id", "document", "figures", "events", "problems"]


def test_a_document_without_an_id_of_its_own_goes_by_its_hash(story, capsys):
    run(story, "--format", "jsonl")
    line = json.loads(capsys.readouterr().out)
    assert line["id"] == line["document"]["document_id"]


def test_several_documents_are_one_json_array(many, capsys):
    run(many)
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_csv_prints_one_header_and_a_row_a_figure(many, story, capsys):
    run(many, story, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["phrase"] for row in rows] == ["350,000"] * 2
    assert rows[0]["reported_high"] == ""


def test_text_shows_the_document_with_its_figures_marked_and_a_line_each(story, capsys):
    run(story, "--format", "text", "--published", "2020-01-28")
    shown = capsys.readouterr().out
    assert "Since 1 December, [[350,000]]1 people" in shown
    assert "[1] new_displacement (flow) 350,000 persons; Idleb (origin); 2019-12-01 to 2020-01-28; OCHA; confidence high" in shown
    assert "event: town_entered; Maaret al-Numan; 2020-01-28; by Syrian government forces" in shown


def test_text_shows_households_as_reported_with_the_people_the_text_gives_them():
    text = (
        "430 families, or about 2,600 people, fled. Up to 900 people (150 households) are in camps at Atma. "
        "Dozens of families left."
    )
    reading = extract.read(document_of(text), extract.known_places(), extract.known_speakers())
    lines = as_text(reading).splitlines()
    assert [line.partition(";")[0] for line in lines[2:5]] == [
        "[1] new_displacement (flow) 430 households, about 2,600 people",
        "[2] idps (stock) at most 900 persons, 6 a household",
        "[3] new_displacement (flow) vague 24 to 99 households",
    ]


def test_a_document_without_figures_says_so():
    assert as_text(extract.Reading(document_of("Quiet."), [], [], [])).endswith("It reports no figure and no event.")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(story, tmp_path, capsys):
    assert run(tmp_path / "none.txt", story, "--format", "jsonl") == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "none.txt: there is no such file" in err
    assert "Traceback" not in err


def test_a_text_in_a_language_without_a_lexicon_is_a_problem(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Des milliers de personnes ont fui la ville et les villages des environs.", encoding="utf-8")
    assert run(path) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["figures"] == []
    assert result["problems"][0]["reason"] == "no lexicon for the language fr; nothing was read"


def test_a_wrong_day_is_an_error_of_the_call(story, capsys):
    with pytest.raises(SystemExit) as stop:
        run(story, "--published", "28 January")
    assert stop.value.code == 2
    assert "is not a day written as 2020-01-28" in capsys.readouterr().err


@pytest.mark.parametrize("name", extract.FORMATS)
def test_what_is_printed_never_waits_for_the_last_document(name):
    endless = (extract.read(document_of(STORY), extract.known_places(), extract.known_speakers()) for _ in itertools.count())
    assert len(list(itertools.islice(extract.FORMATTERS[name](endless), 3))) == 3


class Told:
    """Standard input that notes how many documents are printed by the time the next line is asked for."""

    def __init__(self, n_lines, capsys):
        self.printed = []
        self._lines = self._told(n_lines, capsys)

    def _told(self, n_lines, capsys):
        for number in range(n_lines):
            self.printed.append(capsys.readouterr().out.count("\n"))
            yield json.dumps({"id": number, "text": STORY}).encode() + b"\n"

    def readline(self):
        return next(self._lines)

    def __iter__(self):
        return self._lines


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_a_document_is_printed_before_the_next_line_is_read(name, monkeypatch, capsys):
    told = Told(4, capsys)
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=told))
    run("-", "--format", name)
    assert all(told.printed[1:])
    assert len(told.printed) == 4
    assert told.printed[0] == 0
