"""A briefing as a Word document: styles, contents, captions and footnotes that Word knows as such, and can go on with.

Nothing is drawn by hand that Word could do itself: headings lead the contents, captions count themselves, notes are footnotes.
"""

import io
from dataclasses import dataclass, field

from docx import Document
from docx.document import Document as WordFile
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as Written

from components import wording
from components.briefing import docx_fonts, docx_tables
from components.briefing import docx_runs as xml
from components.briefing.docx_notes import Footnotes
from components.briefing.docx_runs import Element
from components.briefing.docx_sizes import sizes_of
from components.briefing.docx_styles import dress, style_id
from components.briefing.model import Block, Briefing, Bullets, Cards, Cited, Drawing, Grid, MapDrawing, Paragraph, Section
from components.briefing.office import clean, imprint_of, name_file, packed
from components.briefing.pictures import picture_of
from components.wording import _

COUNTED, REPEATED = "\\* ARABIC", "\\c"
"""How a field that counts captions counts: one further, or the same number again."""
CONTENTS_FROM = 5
"""The number of sections from which a reader is given a contents."""
MOST_MARKS = 6
"""How many notes a caption carries; more stand in a paragraph of their own."""
BETWEEN = "  ·  "
"""What stands between entries of a contents that follow each other."""


def render(briefing: Briefing) -> bytes:
    """Return the briefing as a .docx file; the same briefing gives the same bytes."""
    with wording.speaking(briefing.language):
        writer = Writer(briefing, Document())
        writer.write()
        return writer.content()


@dataclass(slots=True)
class Writer:
    """One document while it is written: its footnotes, how many captions of each kind it has, and its bookmarks."""

    briefing: Briefing
    document: WordFile
    notes: Footnotes = field(init=False)
    captions: dict[str, int] = field(default_factory=dict)
    n_bookmarks: int = 0

    def __post_init__(self) -> None:
        self.notes = Footnotes(self.briefing)
        dress(self.document, self.briefing)

    @property
    def is_rtl(self) -> bool:
        """Whether the briefing is read from right to left."""
        return self.briefing.direction == "rtl"

    @property
    def width(self) -> int:
        """The width of the text, in the units of Office (914,400 an inch)."""
        page = self.document.sections[0]
        return int(page.page_width or 0) - int(page.left_margin or 0) - int(page.right_margin or 0)

    def write(self) -> None:
        """Write the whole document, top to bottom."""
        briefing = self.briefing
        name_file(self.document.core_properties, briefing)
        self._frame()
        if not briefing.is_brief:
            self.say(briefing.for_whom, "Subtitle")
        self.say(briefing.title, "Title")
        self.tell((briefing.opening,), "Opening")
        self._selection()
        self._contents()
        for section in briefing.sections:
            self._section(section)
        if self.notes.unmet:
            self.tell((Cited(_("Marks in the drawings:"), self.notes.unmet),), "Caption")
        self._end()
        self.notes.close(self.document)

    def content(self) -> bytes:
        """Return the bytes of the file."""
        written = io.BytesIO()
        self.document.save(written)
        return packed(written.getvalue(), docx_fonts.files())

    def say(self, text: str, style: str, at: Written | None = None) -> Written:
        """Write words without a note as a paragraph of a style, or into a given one."""
        return self.tell((Cited(text),), style, at)

    def tell(self, sentences: tuple[Cited, ...], style: str, at: Written | None = None) -> Written:
        """Write sentences, each followed by the marks of its notes, as a paragraph of a style, or into a given one."""
        paragraph = at if at is not None else self.document.add_paragraph()
        paragraph._p.style = style_id(style)
        paragraph._p.extend(self.runs_of(sentences))
        return paragraph

    def line(self, style: str, cell: Cell | None = None, *, is_first: bool = False) -> Written:
        """Return a new paragraph of a style, in a cell or below all else; the first of a cell is there already."""
        new = self.document if cell is None else cell
        paragraph = cell.paragraphs[0] if cell is not None and is_first else new.add_paragraph()
        paragraph._p.style = style_id(style)
        return paragraph

    def runs_of(self, sentences: tuple[Cited, ...]) -> list[Element]:
        """Return sentences as runs, each with the marks of its notes and a blank before the next."""
        made: list[Element] = []
        for place, sentence in enumerate(sentences):
            blank = " " if place else ""
            made += [*xml.runs(f"{blank}{sentence.words}", is_rtl=self.is_rtl), *self.notes.marks(sentence.notes)]
        return made

    def caption(self, kind: str, words: Cited, style: str, cell: Cell | None = None, *, is_continued: bool = False) -> None:
        """Write a caption that counts itself: its kind, its number as a field, its words. `kind` is Chart, Map or Table.

        The further parts of a table repeat its number and say that it goes on.
        """
        self.captions[kind] = self.captions.get(kind, 0) + (not is_continued)
        named = {"Chart": _("Chart"), "Map": _("Map"), "Table": _("Table")}[kind]
        shown = [xml.run(str(self.captions[kind]), is_rtl=self.is_rtl)]
        number = xml.field(f"SEQ {kind} {REPEATED if is_continued else COUNTED}", shown)
        after = [] if is_continued else self.runs_of((words,))
        stop = _(", continued") if is_continued else ". "
        runs = [*xml.runs(f"{named} ", is_rtl=self.is_rtl), *number, *xml.runs(stop, is_rtl=self.is_rtl), *after]
        self.line(style, cell)._p.extend(runs)

    def heading(self, text: str, level: int, name: str) -> None:
        """Write a heading with the bookmark by which the contents leads to it."""
        paragraph = self.line(f"Heading {level}")
        self.n_bookmarks += 1
        paragraph._p.extend(xml.bookmarked(name, self.n_bookmarks, xml.runs(text, is_rtl=self.is_rtl)))

    def _frame(self) -> None:
        """Write what stands on every page: the title and the standing above, the build and the page number below."""
        section = self.document.sections[0]
        tab = f'<w:tab w:val="right" w:pos="{self.width // 635}"/>'
        for part, style, left, right in (
            (section.header, "header", xml.runs(self.briefing.title, is_rtl=self.is_rtl), self._standing()),
            (section.footer, "footer", xml.runs(self._build(), is_rtl=self.is_rtl), self._page_number()),
        ):
            paragraph = part.paragraphs[0]
            paragraph._p.style = style_id(style)
            paragraph._p.get_or_add_pPr().append(docx_tables.parsed(f"<w:tabs>{tab}</w:tabs>"))
            paragraph._p.extend([*left, xml.tab(), *right])

    def _build(self) -> str:
        return _("Build {build}").format(build=self.briefing.imprint.build_id)

    def _standing(self) -> list[Element]:
        return xml.runs(self.briefing.standing, is_rtl=self.is_rtl, style="Standing")

    def _page_number(self) -> list[Element]:
        first, total = (xml.field(name, [xml.run("1", is_rtl=self.is_rtl)]) for name in ("PAGE", "NUMPAGES"))
        return [*first, *xml.runs(" / ", is_rtl=self.is_rtl), *total]

    def _selection(self) -> None:
        """Write what was asked for, a line each; where a briefing must stay within a few pages it is one paragraph."""
        if self.briefing.most_pages:
            self.say("; ".join(f"{name}: {words}" for name, words in self.briefing.selection), "Selection")
            return
        for name, words in self.briefing.selection:
            paragraph = self.line("Selection")
            paragraph._p.extend([*xml.runs(name, is_rtl=self.is_rtl), xml.tab(), *xml.runs(words, is_rtl=self.is_rtl)])

    def _contents(self) -> None:
        """Write the contents with its entries, so that it is right before Word is asked to update it.

        Where a briefing must stay within a few pages its entries follow each other in one paragraph.
        """
        sections = self.briefing.sections
        if self.briefing.is_brief or len(sections) < CONTENTS_FROM:
            return
        self.say(_("Contents"), "TOC Heading")
        entries = [*((section.title, anchor_of(section.name)) for section in sections), (_("Imprint"), anchor_of("imprint"))]
        frame = xml.field('TOC \\o "1-1" \\n \\h \\z', [])
        paragraph, is_run_in = self.line("toc 1"), self.briefing.most_pages is not None
        paragraph._p.extend(frame[:3])
        for place, (title, anchor) in enumerate(entries):
            if place and is_run_in:
                paragraph._p.extend(xml.runs(BETWEEN, is_rtl=self.is_rtl))
            elif place:
                paragraph = self.line("toc 1")
            paragraph._p.append(xml.link_to(anchor, xml.runs(title, is_rtl=self.is_rtl, style="Hyperlink")))
        paragraph._p.extend(frame[3:])

    def _section(self, section: Section) -> None:
        self.heading(section.title, 1, anchor_of(section.name))
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Cards():
                docx_tables.cards(self, block)
            case Paragraph():
                self.tell(block.sentences, "Normal")
            case Bullets():
                for item in block.items:
                    self.tell((item,), "List Bullet")
            case Grid():
                docx_tables.grid(self, block)
            case Drawing() | MapDrawing():
                self._drawing(block)

    def _drawing(self, drawing: Drawing | MapDrawing) -> None:
        """Write a drawing as a picture with its title above and its caption below; on one page both stand beside it."""
        picture = picture_of(drawing, self.briefing)
        beside = docx_tables.columns(self, [0.66, 0.34], drawing.title.words) if self.briefing.is_brief else []
        at, words = (beside[0], beside[1]) if beside else (None, None)
        self.tell((drawing.title,), "Drawing Title", self.line("Drawing Title", words, is_first=True))
        if isinstance(drawing, Drawing):
            self.say(drawing.subtitle, "Drawing Subtitle", self.line("Drawing Subtitle", words))
        kind = "Chart" if isinstance(drawing, Drawing) else "Map"
        name = f"{kind} {self.captions.get(kind, 0) + 1}"
        self._picture(picture, name, drawing.alt, self.line("Drawing", at, is_first=True))
        notes = drawing.caption.notes
        is_long = len(notes) > MOST_MARKS and words is None
        self.caption(kind, Cited(drawing.caption.words, () if is_long else notes), "Caption", words)
        if is_long:
            # As many footnotes seldom fit under the drawing: words and marks may stand on two pages.
            self.tell((Cited(_("Marks in the drawings:"), notes),), "Caption")

    def _picture(self, picture: bytes, name: str, alt: str, at: Written) -> None:
        """Put a picture into a paragraph, as wide as the text or as tall as a page allows, with words for who cannot see it."""
        width, tallest = self.width * (0.64 if self.briefing.is_brief else 1), sizes_of(self.briefing).tallest
        shape = at.add_run().add_picture(io.BytesIO(picture), width=round(width))
        if shape.height > tallest:
            shape.width, shape.height = round(shape.width * tallest / shape.height), tallest
        shape._inline.docPr.set("name", name)
        shape._inline.docPr.set("descr", clean(alt))

    def _end(self) -> None:
        lines = imprint_of(self.briefing)
        if self.briefing.is_brief:
            self.say(" ".join(lines), "Imprint")
            return
        self.heading(_("Imprint"), 1, anchor_of("imprint"))
        for line in lines:
            self.say(line, "Imprint")


def anchor_of(name: str) -> str:
    """Return the name of the bookmark at a heading, which Word hides as it hides those of its own contents."""
    return f"_Toc_{name}"
