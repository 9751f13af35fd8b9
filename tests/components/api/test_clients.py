"""The examples of the README work as they stand, and all of them get the numbers of `select`."""

import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components import selection
from etl.select import Selection, select

README = (Path(__file__).resolve().parents[3] / "README.md").read_text(encoding="utf-8")
SERVER = "http://localhost:8501"
QUESTION = Selection(area="SY-NW", measure="new_displacement", first_day=date(2020, 1, 1), last_day=date(2020, 3, 31))


def example(language: str) -> str:
    """The code block of a language in the section on clients."""
    section = README.partition("\n## From elsewhere\n")[2].partition("\n## ")[0]
    return re.search(rf"^```{language}\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)[1].strip()


def expected() -> list[int | None]:
    return [row["value"] for row in selection.rows(select("series", QUESTION))]


def values(frame: pd.DataFrame) -> list[int | None]:
    return [None if pd.isna(value) else int(value) for value in frame["value"]]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on this machine")
def test_curl_gets_the_numbers(client):
    command = example("sh").replace(SERVER, client.url)
    answer = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert values(pd.read_csv(io.BytesIO(answer.stdout))) == expected()


def test_pandas_gets_the_numbers(client, capsys):
    names: dict = {}
    exec(example("python").replace(SERVER, client.url), names)
    assert values(names["series"]) == expected()
    assert "961300" in capsys.readouterr().out.replace(".0", "")


def test_excel_gets_the_numbers(client):
    workbook = client.ask(example("text").removeprefix(SERVER))
    assert values(pd.read_excel(io.BytesIO(workbook.body))) == expected()


def test_r_asks_the_same_question():
    assert re.search(r'"(http[^"]+)"', example("r"))[1] in example("sh")


@pytest.mark.parametrize("address", re.findall(r"`(/(?:api/v1/(?!\{)|lite|feed|healthz)[^`]*)`", README))
def test_every_address_of_the_readme_answers(client, address):
    assert client.ask(address).status == 200
