"""A briefing as slides: charts that can be edited, tables that are tables, the source of every number on slides of their own.

What does not fit on a slide goes on to the next under the same title; nothing is set smaller to make it fit.
"""

import io

from pptx.util import Inches, Length

from components import wording
from components.briefing import pptx_chart, pptx_drawing, pptx_tables
from components.briefing.model import Block, Briefing, Bullets, Card, Cards, Drawing, Grid, MapDrawing, Paragraph
from components.briefing.office import imprint_of, name_file, packed
from components.briefing.pictures import picture_of
from components.briefing.pptx_plot import Plot
from components.briefing.pptx_slides import GAP, Slides
from components.briefing.pptx_text import POINTS, SPACING, Line, line, width_of
from components.briefing.pptx_theme import BOTTOM, FULL, SIDE, TOP, WIDTH, Place
from components.palette import PRINT
from components.wording import _

FEWEST_CARDS, CARDS_A_ROW = 3, 4
ROW, LOWEST = 0.19, 2.1
"""Inches a row of the lower chart needs, and the upper chart at least."""


def render(briefing: Briefing) -> bytes:
    """Return the briefing as a .pptx file; the same briefing gives the same bytes."""
    with wording.speaking(briefing.language):
        slides = Slides(briefing)
        _front(slides)
        for section in briefing.sections:
            slides.open(section.title)
            for block in section.blocks:
                _block(slides, block)
        _imprint(slides)
        slides.sources()
        slides.tell_speaker()
        name_file(slides.deck.core_properties, briefing)
        written = io.BytesIO()
        slides.deck.save(written)
        return packed(written.getvalue())


def _front(slides: Slides) -> None:
    """Write the first slide: the title, the sentence a minister could read aloud, and what was asked for."""
    briefing = slides.briefing
    slide = slides.open(briefing.title, layout=0)
    slides.hand.fill(slide.placeholders[1]._element.txBody, [Line((briefing.opening,), 22)])
    slides.box(Place(SIDE, 0.75, FULL, 0.3), [line(briefing.for_whom, 14, ink=PRINT.muted)])
    lines = [line(f"{name}: {words}", 13, before=3) for name, words in briefing.selection]
    slides.box(Place(SIDE, 4.5, FULL, sum(one.height(FULL) for one in lines)), lines)


def _imprint(slides: Slides) -> None:
    slides.open(_("Imprint"))
    slides.say([line(words, 14, before=6) for words in imprint_of(slides.briefing)])


def _block(slides: Slides, block: Block) -> None:
    match block:
        case Cards():
            _cards(slides, block)
        case Paragraph():
            slides.say([Line(block.sentences, 15)])
        case Bullets():
            slides.say([Line((item,), 15, is_bullet=True, before=4) for item in block.items])
        case Grid():
            pptx_tables.grid(slides, block)
        case Drawing():
            _drawing(slides, block)
        case MapDrawing():
            _map(slides, block)


def _cards(slides: Slides, block: Cards) -> None:
    """Write key figures side by side, at most a few to a row, under the title of their kind."""
    # Few cards are wide ones: no number is torn from its unit for want of room.
    across = min(max(len(block.cards), FEWEST_CARDS), CARDS_A_ROW)
    width = (FULL - 0.3 * (across - 1)) / across
    for start in range(0, len(block.cards), across):
        told = [_card(card) for card in block.cards[start : start + across]]
        height = max(sum(one.height(width) for one in lines) for lines in told)
        title = [line(block.title, 14, ink=PRINT.muted, is_bold=True)] if block.title and not start else []
        head = sum(one.height(FULL) for one in title) + 0.06
        place = slides.place(head + height + 0.1)
        if title:
            slides.box(Place(SIDE, place.y, FULL, head), title)
        for column, lines in enumerate(told):
            slides.box(Place(SIDE + column * (width + 0.3), place.y + head, width, height), lines)


def _card(card: Card) -> list[Line]:
    quote = [line(_("“{words}”").format(words=card.quote), 12, is_italic=True)] if card.quote else []
    lines = [line(words, 12, ink=PRINT.muted) for words in card.lines]
    return [line(card.label, 13, ink=PRINT.muted), Line((card.number,), 22, is_bold=True), *quote, *lines]


def _drawing(slides: Slides, drawing: Drawing) -> None:
    """Write the chart of the count, and under it on the same days offensives and events.

    Where a slide is too low for both and the caption, the caption goes on to the next slide; then the lower chart does too.
    """
    has_counts, meanwhile = bool(drawing.points or drawing.claims), pptx_drawing.meanwhile_of(drawing, slides.briefing)
    slides.say([Line((drawing.title,), 15, is_bold=True), line(drawing.subtitle, 11, ink=PRINT.muted)])
    if not has_counts:
        slides.say([line(_("No report found in this period: a gap, not a zero"), 15)])
    caption = _caption(drawing, 8) if has_counts else []
    below = sum(one.height(FULL) for one in caption) + GAP
    rows = pptx_drawing.rows_of(drawing)
    lower = len(rows) * ROW + 0.35 if meanwhile else 0
    room = BOTTOM - slides.y
    is_split, is_captioned_after = room - lower < LOWEST, room - lower - below < LOWEST
    upper = room - (0 if is_captioned_after else below) - (0 if is_split else lower)
    if counts := pptx_drawing.counts_of(drawing, slides.briefing, upper):
        _plot(slides, counts, upper, drawing.title.words, drawing.alt)
    if meanwhile:
        if has_counts and is_split:
            slides.on()
        lower = min(lower, BOTTOM - slides.y)
        _names(slides, rows, lower, meanwhile)
        _plot(slides, meanwhile, lower, _("Offensives and events"), drawing.alt)
    if has_counts:
        slides.say(_caption(drawing, 12) if is_captioned_after else caption)


def _caption(drawing: Drawing, size: float) -> list[Line]:
    told = [Line((drawing.caption,), size, ink=PRINT.muted, before=4)] if drawing.caption.words else []
    return [line(_reading(), size, ink=PRINT.muted, before=4), *told]


def _plot(slides: Slides, plot: Plot, height: float, name: str, alt: str) -> None:
    place = Place(SIDE, slides.y, FULL, height)
    pptx_chart.add(slides.slide, plot, place.box(is_rtl=slides.is_rtl), slides.briefing.imprint.built_at)
    slides.name(name, alt)
    slides.y += height


def _names(slides: Slides, rows: tuple[str, ...], height: float, plot: Plot) -> None:
    """Write the names of the rows of the lower chart beside it, each at the height of its row."""
    left, top, _width, share = plot.inner
    width, pitch = FULL * left - 0.12, height * share / len(rows)
    for place, name in enumerate(map(_, rows)):
        y = slides.y + height * top + pitch * (place + 0.5) - 9 * SPACING / POINTS / 2
        fitting = 9 * width / width_of(name, 9)
        size = max(min(9, fitting), 7)
        words = name if fitting >= size else f"{name[: int(width / (0.62 * size / POINTS))].rstrip()} …"
        box = Place(SIDE, y, width, 9 * SPACING / POINTS)
        if slides.is_rtl:
            # A chart is not mirrored: its days run from left to right, and its names stand left of it.
            box = Place(WIDTH - SIDE - width, y, width, 9 * SPACING / POINTS)
        slides.box(box, [line(words, size)])


def _reading() -> str:
    return _(
        "In this chart: a filled circle is exact, a ring about, a triangle more than or at least, a diamond nearly or up to. "
        "A thin bar up and down is what the words allow, a wide pale one the band on a day on which speakers differ. "
        "A number stands until the next report."
    )


def _map(slides: Slides, drawing: MapDrawing) -> None:
    """Write the map as a picture with words for who cannot see it, its title and caption beside it."""
    picture = picture_of(drawing, slides.briefing)
    words = [Line((drawing.title,), 15, is_bold=True), Line((drawing.caption,), 10, ink=PRINT.muted, before=8)]
    height, width = BOTTOM - TOP, FULL * 0.66
    slides.box(Place(SIDE + width + 0.3, TOP, FULL - width - 0.3, height), words)
    left, top, _width, tall = Place(SIDE, TOP, width, height).box(is_rtl=slides.is_rtl)
    shape = slides.slide.shapes.add_picture(io.BytesIO(picture), left, top, height=tall)
    if shape.width > Inches(width):
        shape.height, shape.width = Length(round(shape.height * Inches(width) / shape.width)), Inches(width)
    slides.name(drawing.title.words, drawing.alt)
    slides.y = BOTTOM
