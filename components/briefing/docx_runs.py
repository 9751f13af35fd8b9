"""The small parts of a Word file: runs of words, fields, bookmarks and links."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from components.briefing.office import by_script, clean

Element = Any
"""An element of WordprocessingML: a node of lxml, which ships no types."""


def element(tag: str, **attributes: str) -> Element:
    """Return an element such as `w:bidi` with its attributes, which are of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"{tag.partition(':')[0]}:{name}"), value)
    return made


def run(text: str, *, is_rtl: bool = False, style: str | None = None, tag: str = "w:t") -> Element:
    """Return one run of words in one direction; what XML forbids is marked, and blanks at its ends are kept."""
    made, looks = element("w:r"), element("w:rPr")
    if style:
        looks.append(element("w:rStyle", val=style))
    if is_rtl:
        looks.append(element("w:rtl"))
    if len(looks):
        made.append(looks)
    if text:
        words = element(tag)
        words.text = clean(text)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(words)
    return made


def tab() -> Element:
    """Return a run that goes to the next stop of its line."""
    made = element("w:r")
    made.append(element("w:tab"))
    return made


def runs(text: str, *, is_rtl: bool, style: str | None = None) -> list[Element]:
    """Return words as runs, each of one direction, so that Arabic and Latin words are shaped and ordered as they are read."""
    return [run(part, is_rtl=rtl, style=style) for part, rtl in by_script(clean(text), is_rtl=is_rtl)]


def field(instruction: str, shown: list[Element], *, style: str | None = None) -> list[Element]:
    """Return a field as runs: what Word computes on request, and until then the words shown."""
    marks = []
    for kind in ("begin", "separate", "end"):
        mark = run("", style=style)
        mark.append(element("w:fldChar", fldCharType=kind))
        marks.append(mark)
    return [marks[0], run(f" {instruction} ", style=style, tag="w:instrText"), marks[1], *shown, marks[2]]


def bookmarked(name: str, number: int, inside: list[Element]) -> list[Element]:
    """Return runs between the two ends of a bookmark, by which fields and links find them."""
    return [element("w:bookmarkStart", id=str(number), name=name), *inside, element("w:bookmarkEnd", id=str(number))]


def link_to(anchor: str, inside: list[Element]) -> Element:
    """Return runs as a link to a bookmark of the same file."""
    made = element("w:hyperlink", anchor=anchor, history="1")
    made.extend(inside)
    return made


def link_out(part: Part, address: str, inside: list[Element]) -> Element:
    """Return runs as a link to a page of the web, kept in the relations of the part that it stands in."""
    made = element("w:hyperlink", history="1")
    made.set(qn("r:id"), part.relate_to(clean(address), RT.HYPERLINK, is_external=True))
    made.extend(inside)
    return made
