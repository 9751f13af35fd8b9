"""Words on a page, many in one element: an element costs the server and the browser more than its words do.

Words are shown as they are, whoever wrote them. Only what `marked` makes of our own Markdown has marks.
"""

from collections.abc import Iterable, Sequence

import streamlit as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from components import directions
from components.kept import kept
from components.wording import direction

MOST = 1024
Card = tuple[str, str, Sequence[str]]
"""A label, a number, and the lines below it."""


def _opening_link(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Return the mark of a link, which opens a page of its own: the session stays, with what was signed or handed in."""
    tokens[index].attrSet("target", "_blank")
    tokens[index].attrSet("rel", "noopener")
    return renderer.renderToken(tokens, index, options, env)


_markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
_markdown.add_render_rule("link_open", _opening_link)


def show(*blocks: Markup) -> None:
    """Show blocks one under another, as one element; nothing where all are empty."""
    if told := Markup().join(blocks):
        st.html(Markup('<div class="paper">{}</div>').format(told))


@kept(MOST)
def marked(words: str) -> Markup:
    """Return a line of our own Markdown with its marks; in it `captions.plain` keeps other people's words from becoming marks."""
    return Markup(_markdown.renderInline(words))  # noqa: S704 - the renderer escapes all that is no mark


def heading(words: str) -> Markup:
    """Return a heading of a part of the page."""
    return Markup("<h2>{}</h2>").format(words)


def prose(words: str) -> Markup:
    """Return a text in lines short enough to read; nothing of no words."""
    return Markup('<p class="prose">{}</p>').format(words) if words else Markup()


def points(lines: Iterable[str]) -> Markup:
    """Return a list, a point a line, as narrow as a text."""
    return Markup('<ul class="prose">{}</ul>').format(Markup().join(Markup("<li>{}</li>").format(line) for line in lines))


def note(words: str) -> Markup:
    """Return what stands under or beside a chart, smaller than the text and in lines short enough to read."""
    return Markup('<p class="prose small">{}</p>').format(words) if words else Markup()


def caption(words: str) -> Markup:
    """Return what is as wide as the chart it belongs to, smaller than the text."""
    return Markup('<p class="small">{}</p>').format(words) if words else Markup()


def key(words: str) -> Markup:
    """Return how to read a chart; its bold words have the colour of the line they name."""
    return Markup('<p class="small key">{}</p>').format(words) if words else Markup()


def lines(words: str) -> Markup:
    """Return lines of ours, with names of others in them; each begins where the page's language does."""
    return quotation(directions.led(words) if direction() == "rtl" else words)


def quotation(words: str) -> Markup:
    """Return other people's words, line by line, in the direction of their own letters."""
    return Markup('<p class="lines">{}</p>').format(words)


def cards(told: Iterable[Card]) -> Markup:
    """Return numbers beside each other, each with its label above and, below, the lines that say who said it and when."""
    return Markup('<div class="cards">{}</div>').format(Markup().join(map(_card, told)))


def _card(told: Card) -> Markup:
    label, number, words = told
    below = Markup().join(Markup('<p class="small">{}</p>').format(line) for line in words)
    return Markup('<div><p class="small">{}</p><h2>{}</h2>{}</div>').format(label, number, below)
