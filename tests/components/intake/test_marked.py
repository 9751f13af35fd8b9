"""The text with its marks: all of it, in order, and none of it markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.intake import marked
from components.palette import DARK, LIGHT
from tests.components.intake.files import HOSTILE

OURS = {"html", "head", "meta", "title", "style", "body", "main", "mark", "span", "sup"}


class Seen(HTMLParser):
    """What a browser would see: the tags of the page and the words of its body."""

    def __init__(self):
        super().__init__()
        self.tags, self.words, self.is_body = [], "", False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.is_body = self.is_body or tag == "main"

    def handle_endtag(self, tag):
        self.is_body = self.is_body and tag != "main"

    def handle_data(self, data):
        self.words += data if self.is_body else ""


def seen(text, marks=()):
    parser = Seen()
    parser.feed(marked.page(text, marks, LIGHT))
    return parser


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_the_pieces_are_the_whole_text_wherever_marks_lie(text, spans):
    inside = [(min(one, len(text)), min(two, len(text))) for one, two in map(sorted, spans)]
    cut = marked.pieces(text, marked.marks_of([span for span in inside if span[0] < span[1]], []))
    assert "".join(piece.words for piece in cut) == text


def test_a_mark_says_its_name_once_at_its_end():
    cut = marked.pieces("ab cd ef", marked.marks_of([(0, 5)], [(3, 8)]))
    assert [(piece.words, piece.is_figure, piece.is_event, piece.names) for piece in cut] == [
        ("ab ", True, False, ()),
        ("cd", True, True, ("1",)),
        (" ef", False, True, ("E1",)),
    ]


def test_hostile_words_inside_a_mark_become_no_tag_either():
    page = seen(HOSTILE, marked.marks_of([(0, len(HOSTILE))], [(1, len(HOSTILE))]))
    assert set(page.tags) <= OURS
    assert page.words == f"{HOSTILE}1E1"


@pytest.mark.parametrize("text", [HOSTILE, "<svg onload=x>", "</style><script>x</script>", "&lt;b&gt;"])
def test_hostile_words_become_no_tag_and_are_shown_as_they_are(text):
    page = seen(text)
    assert set(page.tags) <= OURS
    assert page.words == text


def test_the_policy_of_the_page_forbids_scripts_and_requests():
    assert "default-src 'none'; style-src 'unsafe-inline'" in marked.page("x", [], DARK)
    assert re.match(r"data:text/html;charset=utf-8;base64,[A-Za-z0-9+/=]+$", marked.framed("<p>x"))


def test_a_long_text_scrolls_and_a_short_one_leaves_no_hole():
    assert marked.height("x") == marked.LEAST
    assert marked.height("x\n" * 500) == marked.MOST


@pytest.mark.parametrize(
    ("sentence", "phrase", "marked_words"),
    [
        ("Some 900,000 people fled.", "Some 900,000", ["Some 900,000"]),
        ("Of 12 camps, 12 were hit.", "12", []),
        ("Nobody counted.", "12", []),
    ],
)
def test_a_phrase_is_marked_in_its_sentence_where_there_is_no_doubt_which_one_it_is(sentence, phrase, marked_words):
    cut = marked.pieces(sentence, marked.marks_in(sentence, phrase))
    assert [piece.words for piece in cut if piece.is_figure] == marked_words
    assert "<sup>" not in marked.page(sentence, marked.marks_in(sentence, phrase), LIGHT)
