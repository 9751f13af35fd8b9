"""The footnotes of a Word briefing: real notes, each cited for the first time by its mark and again by a field that repeats it.

python-docx has no footnotes. They are a part of their own beside the document, with relations of their own for their links.
"""

from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.parser import OxmlElement
from lxml import etree

from components.briefing import docx_runs as xml
from components.briefing.docx_runs import Element
from components.briefing.model import Briefing, Citation
from components.briefing.notes import address_in_print, is_link
from components.briefing.office import NO_BREAK, sentences_of
from components.wording import _

MARK = "FootnoteReference"


@dataclass(slots=True)
class Footnotes:
    """The notes while a document is written: which have been met, in order. Word numbers them by that order."""

    briefing: Briefing
    met: list[int] = field(default_factory=list)

    def marks(self, numbers: tuple[int, ...]) -> list[Element]:
        """Return the marks of the notes that back some words: a note's own mark the first time, then a field that repeats it."""
        made: list[Element] = []
        for number in numbers:
            made.append(xml.run(NO_BREAK, style=MARK))
            made += self._again(number) if number in self.met else self._first(number)
        return made

    def _first(self, number: int) -> list[Element]:
        self.met.append(number)
        place = len(self.met)
        mark = xml.run("", style=MARK)
        mark.append(xml.element("w:footnoteReference", id=str(place)))
        return xml.bookmarked(name_of(place), 1000 + place, [mark])

    def _again(self, number: int) -> list[Element]:
        place = self.met.index(number) + 1
        return xml.field(f"NOTEREF {name_of(place)} \\f \\h", [xml.run(str(place), style=MARK)], style=MARK)

    @property
    def unmet(self) -> tuple[int, ...]:
        """The notes that no words of the document cite: those of marks in a drawing only."""
        return tuple(note.number for note in self.briefing.citations if note.number not in self.met)

    def close(self, document: Document) -> None:
        """Add the part that holds the notes, in the order in which they were met."""
        part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, b"", document.part.package)
        document.part.relate_to(part, RT.FOOTNOTES)
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            root.append(_separator(number, kind))
        notes = {note.number: note for note in self.briefing.citations}
        for place, number in enumerate(self.met, start=1):
            root.append(self._note(notes[number], place, part))
        part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def _note(self, note: Citation, place: int, part: Part) -> Element:
        made, paragraph, looks = xml.element("w:footnote", id=str(place)), xml.element("w:p"), xml.element("w:pPr")
        looks.append(xml.element("w:pStyle", val="FootnoteText"))
        mark = xml.run("", style=MARK)
        mark.append(OxmlElement("w:footnoteRef"))
        words = f"{NO_BREAK}{sentences_of(note)} "
        told = xml.runs(words, is_rtl=self.briefing.direction == "rtl")
        paragraph.extend([looks, mark, *told, *self._address(note, part)])
        if self.briefing.shows_row_ids:
            paragraph.append(xml.run(f" {note.row_id}", style="RowId"))
        made.append(paragraph)
        return made

    def _address(self, note: Citation, part: Part) -> list[Element]:
        if not note.url:
            return xml.runs(_("No link is known."), is_rtl=self.briefing.direction == "rtl")
        if is_link(note.url):
            address = address_in_print(note, is_short=self.briefing.most_pages is not None) or note.url
            return [xml.link_out(part, note.url, [xml.run(address, style="Hyperlink")])]
        return [xml.run(note.url)]


def name_of(place: int) -> str:
    """Return the name of the bookmark around the mark of a note; Word hides names that begin with a line."""
    return f"_Note{place}"


def _separator(number: int, kind: str) -> Element:
    made, paragraph, run = xml.element("w:footnote", type=kind, id=str(number)), xml.element("w:p"), xml.element("w:r")
    run.append(xml.element(f"w:{kind}"))
    paragraph.append(run)
    made.append(paragraph)
    return made
