"""The slides while they are written: what still fits on one, what goes on to the next, and the notes behind each number.

Every slide has a title, says how the briefing stands, and holds in its speaker notes the words behind every number on it.
"""

from dataclasses import dataclass, field
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide

from components.briefing import pptx_theme as theme
from components.briefing.model import Briefing, Citation
from components.briefing.notes import is_link
from components.briefing.office import LOCALES, NO_BREAK, clean, sentences_of
from components.briefing.pptx_text import Element, Hand, Line, line, parts_of, width_of
from components.briefing.pptx_theme import BOTTOM, FULL, SIDE, TOP, Place
from components.palette import PRINT
from components.wording import _

GAP = 0.14
NOTE_SIZE = 9
COLUMN = (FULL - 0.4) / 2


@dataclass(slots=True)
class Slides:
    """The deck while it is written: the slide in hand, how far down it is full, and the marks of notes met so far."""

    briefing: Briefing
    deck: Any = field(init=False)
    hand: Hand = field(init=False)
    slide: Slide = field(init=False)
    title: str = ""
    y: float = TOP
    marks: list[tuple[Slide, Element, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.deck = theme.new_deck(self.briefing)
        language = LOCALES.get(self.briefing.language, self.briefing.language)
        self.hand = Hand(language, self.is_rtl, self._marked, self._linked)

    @property
    def is_rtl(self) -> bool:
        """Whether the briefing is read from right to left."""
        return self.briefing.direction == "rtl"

    def _marked(self, run: Element, number: int) -> None:
        self.marks.append((self.slide, run, number))

    def _linked(self, run: Element, address: str) -> None:
        rel_id = self.slide.part.relate_to(clean(address), RT.HYPERLINK, is_external=True)
        run.find(qn("a:rPr")).append(parse_xml(f'<a:hlinkClick {theme.NAMES} r:id="{rel_id}"/>'))

    def open(self, title: str, *, layout: int = 1) -> Slide:
        """Begin a slide under a title, with the standing of the briefing and its number; return it."""
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        self.title, self.y = title, TOP
        heading: Any = self.slide.shapes.title
        words = line(title, _fitting(title, 26 if layout else 34), is_bold=True)
        self.hand.fill(heading._element.txBody, [words])
        tree = self.slide.shapes._spTree
        for shape in (theme.standing("", is_rtl=self.is_rtl, number=90), theme.number(is_rtl=self.is_rtl, number=91)):
            tree.append(parse_xml(shape.replace("<p:sp>", f"<p:sp {theme.NAMES}>", 1)))
        size = _fitting(self.briefing.standing, 12, 4.8)
        standing = line(self.briefing.standing, size, ink=PRINT.advance, is_bold=True, is_at_end=True)
        self.hand.fill(tree[-2].find(qn("p:txBody")), [standing])
        return self.slide

    def on(self) -> None:
        """Go on to another slide under the same title."""
        title = self.title
        self.open(_("{title}, continued").format(title=title))
        self.title = title

    def place(self, height: float, *, x: float = SIDE, width: float = FULL) -> Place:
        """Return the next free place of a height, on another slide where this one is full."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.on()
        place = Place(x, self.y, width, height)
        self.y += height + GAP
        return place

    def box(self, place: Place, lines: list[Line]) -> None:
        """Write paragraphs into a box at a place."""
        shape = self.slide.shapes.add_textbox(*place.box(is_rtl=self.is_rtl))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self.hand.fill(shape._element.txBody, lines)

    def say(self, lines: list[Line]) -> None:
        """Write paragraphs below what the slide holds, and go on to further slides where they do not fit."""
        waiting = [part for one in lines for part in parts_of(one, FULL, BOTTOM - TOP)]
        while waiting:
            n_fit, height = _fit(waiting, BOTTOM - self.y)
            if not n_fit and self.y > TOP:
                self.on()
                continue
            n_fit, height = (n_fit, height) if n_fit else (1, waiting[0].height(FULL))
            self.box(self.place(height), waiting[:n_fit])
            waiting = waiting[n_fit:]

    def name(self, words: str, alt: str) -> None:
        """Give the shape written last a name, and words for who cannot see it."""
        shape = self.slide.shapes[-1]
        named = shape._element.xpath("*/p:cNvPr")[0]
        named.set("name", clean(words))
        named.set("descr", clean(alt))

    def sources(self) -> None:
        """Write the notes on slides of their own, in two columns, and link every mark to the slide of its note."""
        places: dict[int, Slide] = {}
        waiting = [(note.number, part) for note in self.briefing.citations for part in self._note(note)]
        while waiting:
            self.open(notes_title(self.briefing)) if not places else self.on()
            for x in (SIDE, SIDE + COLUMN + 0.4):
                n_fit, height = _fit([one for _number, one in waiting], BOTTOM - TOP, COLUMN)
                if 1 < n_fit < len(waiting) and waiting[n_fit][1].is_latin:
                    n_fit -= 1  # an address stays with its note
                    height -= waiting[n_fit][1].height(COLUMN)
                told = waiting[:n_fit]
                if told:
                    self.box(Place(x, TOP, COLUMN, height), [one for _number, one in told])
                for number, _line in told:
                    places.setdefault(number, self.slide)
                waiting = waiting[n_fit:]
        for slide, run, number in self.marks:
            rel_id = slide.part.relate_to(places[number].part, RT.SLIDE)
            jump = f'<a:hlinkClick {theme.NAMES} r:id="{rel_id}" action="ppaction://hlinksldjump"/>'
            run.find(qn("a:rPr")).append(parse_xml(jump))

    def _note(self, note: Citation) -> list[Line]:
        words = f"{note.number}.{NO_BREAK}{sentences_of(note)}"
        tail = note.row_id if self.briefing.shows_row_ids else ""
        if note.url is None:
            words = f"{words} {_('No link is known.')}"
        address: dict[str, Any] = {"url": note.url or "", "is_link": is_link(note.url), "tail": tail}
        if not self.is_rtl:
            return parts_of(line(words, NOTE_SIZE, before=3, **address), COLUMN, BOTTOM - TOP)
        # An address is broken over lines only where it runs from left to right.
        return [*parts_of(line(words, NOTE_SIZE, before=3), COLUMN, BOTTOM - TOP), line("", NOTE_SIZE, is_latin=True, **address)]

    def tell_speaker(self) -> None:
        """Write into the speaker notes of each slide the words behind every number on it."""
        told = {note.number: note for note in self.briefing.citations}
        met: dict[int, tuple[Slide, dict[int, None]]] = {}
        for slide, _run, number in self.marks:
            met.setdefault(id(slide), (slide, {}))[1][number] = None
        for slide, numbers in met.values():
            lines = [line(f"{number}. {sentences_of(told[number])} {told[number].url or ''}", 12) for number in sorted(numbers)]
            notes: Any = slide.notes_slide.notes_text_frame
            self.hand.fill(notes._txBody, lines)


def notes_title(briefing: Briefing) -> str:
    """Return the title of the notes: an annex where they name their rows."""
    return _("Annex: notes, each with the id of its row") if briefing.shows_row_ids else _("Notes")


def _fit(lines: list[Line], room: float, width: float = FULL) -> tuple[int, float]:
    """Return how many of the lines fit into the room, and the height they take; the first always has none before it."""
    height, n_fit = 0.0, 0
    for one in lines:
        if height + one.height(width) > room:
            break
        height, n_fit = height + one.height(width), n_fit + 1
    return n_fit, height


def _fitting(words: str, size: float, width: float = FULL) -> float:
    """Return a size at which words stand on one line, or two at half of it."""
    return max(min(size, size * width / max(width_of(words, size, is_bold=True), 0.01)), size / 2)
