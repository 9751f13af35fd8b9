"""What every page shares: the pages there are, the first build, and a sentence where a build cannot be shown."""

import json
import threading
from pathlib import Path

import pytest
import streamlit as st

from components import first_build, kept
from etl import pipeline, store
from etl.errors import SourceChanged
from tests.components.app import assert_runs, opened, words


@pytest.fixture
def unbuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tables folder with nothing in it, and no first build begun yet."""
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path / "tables"))
    st.cache_resource.clear()
    kept.empty()
    yield tmp_path / "tables"
    st.cache_resource.clear()
    kept.empty()


def test_without_a_build_the_page_says_that_one_is_made_and_then_appears(unbuilt, monkeypatch):
    may_finish, real = threading.Event(), pipeline.build
    monkeypatch.setattr(pipeline, "build", lambda: may_finish.wait(60) and real())
    app = opened()
    assert_runs(app)
    assert "is being built" in words(app)
    assert not app.get("plotly_chart")
    may_finish.set()
    first_build.started().result(60)
    app.run()
    assert_runs(app)
    assert app.get("plotly_chart")


def test_a_first_build_that_fails_says_why(unbuilt, monkeypatch):
    def fail():
        raise SourceChanged("figures.csv has not the layout of the source register")

    monkeypatch.setattr(pipeline, "build", fail)
    with pytest.raises(SourceChanged):
        first_build.started().result(60)
    app = opened()
    assert_runs(app)
    assert "could not be built" in words(app)
    assert "has not the layout of the source register" in words(app)


def test_a_first_build_that_fails_in_a_way_nobody_thought_of_shows_no_innards(unbuilt, monkeypatch):
    def fail():
        raise ZeroDivisionError("secret path")

    monkeypatch.setattr(pipeline, "build", fail)
    with pytest.raises(ZeroDivisionError):
        first_build.started().result(60)
    app = opened()
    assert_runs(app)
    assert "could not be built" in words(app)
    assert "secret" not in words(app)


def test_where_there_is_a_build_the_first_build_is_that_one(built):
    st.cache_resource.clear()
    kept.empty()
    assert first_build.started().result(60) == store.live_build()


@pytest.mark.parametrize(
    ("pointer", "sentence"),
    [('{"build_id": "gone"}', "cannot be read"), ("{", "does not name a build")],
)
def test_a_broken_build_is_a_sentence_not_a_traceback(unbuilt, pointer, sentence):
    unbuilt.mkdir()
    (unbuilt / store.CURRENT).write_text(pointer)
    app = opened()
    assert_runs(app)
    assert "This build cannot be shown" in words(app)
    assert sentence in words(app)


def test_a_new_build_is_seen_at_the_next_rerun(unbuilt):
    pipeline.build()
    app = opened()
    before = store.live_build()
    pipeline.build()
    app.run()
    assert_runs(app)
    assert json.loads((unbuilt / store.CURRENT).read_text())["build_id"] != before
    assert app.get("plotly_chart")
