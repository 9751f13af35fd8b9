"""Words on a page, many in one element: what is somebody's words stays words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components import captions, paper
from components.wording import speaking
from tests.components.app import blocks

HOSTILE = "<img src=x onerror=alert(1)> [a link](https://example.org) ![p](https://example.org/p.png) **bold** `code` <b>b</b>"
MAKERS = [paper.heading, paper.prose, paper.note, paper.caption, paper.key]


@pytest.mark.parametrize("make", MAKERS)
def test_plain_words_never_become_marks(make):
    made = make(captions.plain(HOSTILE))
    assert "<img" not in made
    assert "<a" not in made
    assert "<strong" not in made
    assert "<code" not in made
    assert "&lt;b&gt;b&lt;/b&gt;" in made


@pytest.mark.parametrize("make", [*MAKERS, paper.lines])
def test_markup_in_words_is_shown_and_not_obeyed(make):
    assert "<img" not in make(HOSTILE)
    assert "<b>" not in make(HOSTILE)


@given(st.text())
def test_lines_are_shown_letter_by_letter_and_no_letter_begins_a_mark(words):
    made = paper.lines(words)
    assert made.unescape() == f'<p class="lines">{words}</p>'
    assert made.count("<") == 2


@given(st.lists(st.tuples(st.text(), st.text(), st.lists(st.text()))))
def test_a_card_adds_no_mark_of_its_words(told):
    n_marks = 2 + sum(2 * (3 + len(words)) for _, _, words in told)
    assert paper.cards(told).count("<") == n_marks


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("Reported **twice**.", '<p class="prose small">Reported <strong>twice</strong>.</p>'),
        (
            "[figure 1](figures?figure=7&lang=ar)",
            '<p class="prose small"><a href="figures?figure=7&amp;lang=ar">figure 1</a></p>',
        ),
        ("", ""),
    ],
)
def test_our_own_marks_are_obeyed_and_an_empty_note_is_nothing(words, block):
    assert paper.note(words) == block


def test_a_link_that_would_run_code_is_not_made():
    assert "<a" not in paper.note("[here](javascript:alert(1))")


def test_lines_of_a_page_from_right_to_left_begin_at_the_right():
    with speaking("ar"):
        assert paper.lines("OCHA\nUN") == '<p class="lines">\u200fOCHA\n\u200fUN</p>'


def shown():
    from components import paper

    paper.show(paper.heading("Figures"), paper.note(""), paper.lines("1 < 2"))
    paper.show(paper.note(""))


def test_blocks_stand_in_one_element_and_nothing_makes_none():
    app = AppTest.from_function(shown).run()
    assert len(app.get("html")) == 1
    assert blocks(app) == ["Figures", "1 < 2"]
