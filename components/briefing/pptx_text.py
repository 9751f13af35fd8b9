"""Words on slides: how much room they need, and how they are written, with the notes behind each number.

PowerPoint does not tell what fits. Letters are measured generously in kinds: too much air is no fault, a word off the slide is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from components.briefing.model import Cited
from components.briefing.office import LOCALES, NO_BREAK, by_script, clean
from components.briefing.pptx_theme import NAMES
from components.palette import PRINT

Element = Any
"""An element of DrawingML: a node of lxml, which ships no types."""
NARROW, WIDE = set("iljtfrI.,:;'|!()[]{}/\\ ‘’“”-\u00a0"), set("mwMW@%—–…")
SPACING = 1.22
"""Height of a line, in heights of its letters."""
POINTS = 72


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide: its sentences, the size of its letters in points, the room before it, and its look."""

    sentences: tuple[Cited, ...]
    size: float = 14
    ink: str = PRINT.ink
    is_bold: bool = False
    is_italic: bool = False
    is_bullet: bool = False
    before: float = 0
    url: str = ""
    is_link: bool = False
    tail: str = ""
    is_at_end: bool = False
    is_latin: bool = False

    @property
    def text(self) -> str:
        """The words with the numbers of their notes, as wide as they will be."""
        told = [" ".join((sentence.words, *map(str, sentence.notes))) for sentence in self.sentences]
        return " ".join((*told, self.url, self.tail))

    def height(self, width: float) -> float:
        """Return the inches that it needs in a column so many inches wide."""
        room = width - (0.2 if self.is_bullet else 0)
        return (n_lines(self.text, self.size, room, is_bold=self.is_bold) * self.size * SPACING + self.before) / POINTS


def line(words: str, size: float = 14, **look: Any) -> Line:
    """Return a paragraph of words without a note."""
    return Line((Cited(words),), size, **look)


@cache
def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.33
    if letter in WIDE or ord(letter) > 0x2E80:
        return 1.0
    return 0.74 if letter.isupper() else 0.58


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return the inches a text takes on one line, rather too many than too few."""
    return sum(map(_letter, text)) * size / POINTS * (1.07 if is_bold else 1)


def n_lines(text: str, size: float, width: float, *, is_bold: bool = False) -> int:
    """Return the lines a text takes in a column; a word longer than a line is broken as PowerPoint breaks it."""
    lines, used, blank = 1, 0.0, width_of(" ", size)
    for word in text.split():
        need = width_of(word, size, is_bold=is_bold)
        if used and used + blank + need > width:
            lines, used = lines + 1, 0.0
        if need > width:
            lines += int(need / width)
            need %= width
        used += need + (blank if used else 0)
    return lines


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are written: in which language and direction, and what is done with the mark of a note."""

    language: str
    is_rtl: bool
    mark: Callable[[Element, int], None]
    link: Callable[[Element, str], None]

    def fill(self, frame: Element, lines: Sequence[Line]) -> None:
        """Write paragraphs into a text body in place of those that are in it."""
        for paragraph in frame.findall(qn("a:p")):
            frame.remove(paragraph)
        for one in lines:
            frame.append(self.paragraph(one))

    def paragraph(self, line: Line) -> Element:
        """Return a paragraph, each of its sentences followed by the marks of its notes."""
        direction = int(self.is_rtl and not line.is_latin)
        side = f'algn="{"r" if self.is_rtl != line.is_at_end else "l"}" rtl="{direction}"'
        hang = ' marL="182880" indent="-182880"' if line.is_bullet else ' marL="0" indent="0"'
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if line.is_bullet else "<a:buNone/>"
        space = f'<a:spcBef><a:spcPts val="{round(line.before * 100)}"/></a:spcBef>'
        made = parse_xml(f"<a:p {NAMES}><a:pPr {side}{hang}>{space}{bullet}</a:pPr></a:p>")
        for place, sentence in enumerate(line.sentences):
            words = clean(sentence.words)
            for part, is_rtl in by_script(f" {words}" if place else words, is_rtl=self.is_rtl):
                made.append(self.run(part, line, is_arabic=is_rtl))
            for number in sentence.notes:
                made.append(self.run(NO_BREAK, line, is_raised=True))
                made.append(self.run(str(number), line, is_raised=True))
                self.mark(made[-1], number)
        if line.url:
            made.append(self.run(f" {clean(line.url)}", replace(line, ink=PRINT.displacement)))
        if line.url and line.is_link:
            self.link(made[-1], line.url)
        if line.tail:
            made.append(self.run(f" {clean(line.tail)}", replace(line, ink=PRINT.muted)))
        return made

    def run(self, text: str, line: Line, *, is_arabic: bool = False, is_raised: bool = False) -> Element:
        """Return a run of words in the look of its paragraph; raised, and in the ink of links, as the mark of a note."""
        language = LOCALES["ar"] if is_arabic else LOCALES["en"] if self.is_rtl else self.language
        weight = (' b="1"' if line.is_bold and not is_raised else "") + (' i="1"' if line.is_italic else "")
        raised = ' baseline="30000"' if is_raised else ""
        ink = (PRINT.displacement if is_raised else line.ink).removeprefix("#").upper()
        looks = f'<a:rPr lang="{language}" sz="{round(line.size * 100)}"{weight}{raised}>'
        fill = f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        made = parse_xml(f"<a:r {NAMES}>{looks}{fill}</a:rPr><a:t/></a:r>")
        made.find(qn("a:t")).text = text
        return made


def parts_of(line: Line, width: float, most: float) -> list[Line]:
    """Return a paragraph, or its parts where it is higher than a slide; the notes stay with the last part of a sentence."""
    if line.height(width) <= most:
        return [line]
    n_fit = max(int((most * POINTS - line.before) / (line.size * SPACING)), 1)
    made: list[Line] = []
    for sentence in line.sentences:
        pieces = pieces_of(sentence, line.size, width - 0.25, n_fit)
        made += [replace(line, sentences=(piece,), url="", tail="") for piece in pieces]
    return [*made[:-1], replace(made[-1], url=line.url, tail=line.tail)]


def pieces_of(sentence: Cited, size: float, width: float, most: int) -> list[Cited]:
    """Return a sentence in pieces of at most so many lines; a word that is longer than a line is broken."""
    room = max(int(width / (0.7 * size / POINTS)), 1)
    words = [word[at : at + room] for word in sentence.words.split() for at in range(0, len(word), room)] or [""]
    pieces: list[list[str]] = [[]]
    for word in words:
        if pieces[-1] and n_lines(" ".join((*pieces[-1], word, *map(str, sentence.notes))), size, width) > most:
            pieces.append([])
        pieces[-1].append(word)
    told = [" ".join(piece) for piece in pieces]
    return [*(Cited(piece) for piece in told[:-1]), Cited(told[-1], sentence.notes)]
