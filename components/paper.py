"""Words on a page, as many as stand together in one element: an element costs the server and the browser more than its words do.

Blocks are made from Markdown, in which `captions.plain` keeps other people's words from becoming marks, or from text as it is.
"""

from collections.abc import Iterable, Sequence

import streamlit as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from components import directions
from components.kept import kept
from components.wording import direction

MOST = 4096
Card = tuple[str, str, Sequence[str]]
"""A label, a number, and the lines below it."""

_markdown = MarkdownIt("commonmark", {"html": False}).disable("image")


def show(*blocks: Markup) -> None:
    """Show blocks one under another, as one element; nothing where all are empty."""
    if told := Markup().join(blocks):
        st.html(Markup('<div class="paper">{}</div>').format(told))


def heading(words: str) -> Markup:
    """Return a heading of a part of the page."""
    return Markup("<h2>{}</h2>").format(_inline(words))


def prose(words: str) -> Markup:
    """Return a text, or a list, in lines short enough to read."""
    if not words:
        return Markup()
    return Markup('<div class="prose">{}</div>').format(_blocks(words))


def note(words: str) -> Markup:
    """Return what stands under or beside a chart, smaller than the text and in lines short enough to read."""
    return Markup('<p class="prose small">{}</p>').format(_inline(words)) if words else Markup()


def caption(words: str) -> Markup:
    """Return what is as wide as the chart it belongs to, smaller than the text."""
    return Markup('<p class="small">{}</p>').format(_inline(words)) if words else Markup()


def key(words: str) -> Markup:
    """Return how to read a chart; its bold words have the colour of the line they name."""
    return Markup('<p class="small key">{}</p>').format(_inline(words)) if words else Markup()


def lines(words: str) -> Markup:
    """Return lines of our own words and other people's, never as markup; each begins where the page's language does."""
    return Markup('<p class="lines">{}</p>').format(directions.led(words) if direction() == "rtl" else words)


def cards(told: Iterable[Card]) -> Markup:
    """Return numbers beside each other, each with its label above and, below, the lines that say who said it and when."""
    return Markup('<div class="cards">{}</div>').format(Markup().join(map(_card, told)))


def _card(told: Card) -> Markup:
    label, number, words = told
    below = Markup().join(Markup('<p class="small">{}</p>').format(line) for line in words)
    return Markup('<div><p class="small">{}</p><h2>{}</h2>{}</div>').format(label, number, below)


@kept(MOST)
def _inline(words: str) -> Markup:
    return Markup(_markdown.renderInline(words))  # noqa: S704 - the renderer escapes all that is no mark


@kept(MOST)
def _blocks(words: str) -> Markup:
    return Markup(_markdown.render(words))  # noqa: S704 - the same
