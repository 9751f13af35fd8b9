"""Words on a page, many in one element: what is somebody's words stays words."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components import captions, paper
from components.wording import speaking
from tests.components.app import blocks

HOSTILE = "<img src=x onerror=alert(1)> [a link](https://example.org) ![p](https://example.org/p.png) **bold** `code` <b>b</b>"
MAKERS = [paper.heading, paper.prose, paper.note, paper.caption, paper.key, paper.quotation, paper.lines]


@pytest.mark.parametrize("make", MAKERS)
@given(words=st.text(min_size=1))
def test_words_are_shown_letter_by_letter_and_no_letter_begins_a_mark(make, words):
    made = make(words)
    assert made.count("<") == 2
    assert html.unescape(re.fullmatch(r"<[^>]*>(.*)</\w+>", made, re.DOTALL)[1]) == words


@given(st.lists(st.text()))
def test_a_point_adds_no_mark_of_its_words(told):
    assert paper.points(told).count("<") == 2 + 2 * len(told)


@given(st.lists(st.tuples(st.text(), st.text(), st.lists(st.text()))))
def test_a_card_adds_no_mark_of_its_words(told):
    n_marks = 2 + sum(2 * (3 + len(words)) for _, _, words in told)
    assert paper.cards(told).count("<") == n_marks


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Reported **twice**.", "Reported <strong>twice</strong>."),
        (
            "[figure 1](figures?figure=7&lang=ar)",
            '<a href="figures?figure=7&amp;lang=ar" target="_blank" rel="noopener">figure 1</a>',
        ),
        ("Run `python -m etl check`.", "Run <code>python -m etl check</code>."),
        ("[here](javascript:alert(1))", "[here](javascript:alert(1))"),
        ("![p](https://example.org/p.png)", None),
    ],
)
def test_our_own_marks_are_obeyed_and_none_that_would_fetch_or_run_something(words, marked):
    made = paper.marked(words)
    assert "<img" not in made
    assert marked is None or made == marked


def test_other_peoples_words_in_our_markdown_never_become_marks():
    made = paper.marked(f"**{captions.plain('Idleb')}**, {captions.plain(HOSTILE)}")
    assert re.findall(r"<(\w+)", made) == ["strong"]


@pytest.mark.parametrize("make", [paper.prose, paper.note, paper.caption, paper.key])
def test_no_words_are_no_block(make):
    assert make("") == ""


def test_on_a_page_from_right_to_left_our_lines_begin_at_the_right_and_a_quotation_where_its_letters_do():
    with speaking("ar"):
        assert paper.lines("OCHA\nUN") == '<p class="lines">\u200fOCHA\n\u200fUN</p>'
        assert paper.quotation("“more than 100,000”") == '<p class="lines">“more than 100,000”</p>'


def shown():
    from components import paper

    paper.show(paper.heading("Figures"), paper.note(""), paper.lines("1 < 2"))
    paper.show(paper.note(""))


def test_blocks_stand_in_one_element_and_nothing_makes_none():
    app = AppTest.from_function(shown).run()
    assert len(app.get("html")) == 1
    assert blocks(app) == ["Figures", "1 < 2"]
