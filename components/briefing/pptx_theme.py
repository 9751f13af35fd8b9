"""The template of the slides, made in code: wide pages, our colours and letters, a title, the standing and a slide number.

Of the library's own template only the empty package is used. Read from right to left, every place is mirrored.
"""

from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Length

from components.briefing.model import Briefing
from components.briefing.office import FONT
from components.palette import PRINT

WIDTH, HEIGHT = 13.333, 7.5
"""Inches of a slide: 16 to 9."""
SIDE, TOP, BOTTOM = 0.6, 1.3, 6.95
"""Inches: the margin left and right, and where the content begins and ends."""
NAMES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
NAMES += 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
NAMES += 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
KEPT = ("Title Slide", "Title Only")
UNWANTED = (RT.THUMBNAIL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings")
INKS = {
    "dk1": PRINT.ink, "lt1": PRINT.background, "dk2": PRINT.muted, "lt2": PRINT.faint, "accent1": PRINT.displacement,
    "accent2": PRINT.advance, "accent3": PRINT.claim, "accent4": PRINT.strikes, "accent5": PRINT.band, "accent6": PRINT.offensive,
    "hlink": PRINT.displacement, "folHlink": PRINT.displacement,
}  # fmt: skip
"""The colours of a theme by the names that Office knows them by."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on a slide, in inches from the corner in which reading begins."""

    x: float
    y: float
    width: float
    height: float

    def box(self, *, is_rtl: bool) -> tuple[Length, Length, Length, Length]:
        """Return left, top, width and height as Office counts them; mirrored where reading begins at the right."""
        left = WIDTH - self.x - self.width if is_rtl else self.x
        return Inches(left), Inches(self.y), Inches(self.width), Inches(self.height)


FULL = WIDTH - 2 * SIDE
TITLE = Place(SIDE, 0.5, FULL, 0.7)
FIRST_TITLE = Place(SIDE, 1.2, FULL, 1.3)
OPENING = Place(SIDE, 2.6, FULL, 1.7)
STANDING = Place(WIDTH - SIDE - 5, 0.18, 5, 0.3)
NUMBER = Place(WIDTH - SIDE - 1.5, 7.05, 1.5, 0.28)


def new_deck(briefing: Briefing) -> Deck:
    """Return an empty presentation in our template, in the direction of the briefing."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _take_out(deck)
    is_rtl = briefing.direction == "rtl"
    master = deck.slide_master
    _replace(
        master._element, _shapes(is_rtl=is_rtl, title=TITLE, name="title", second=("body", Place(SIDE, TOP, FULL, 5))), is_rtl
    )
    first, others = deck.slide_layouts
    second = ("subTitle", OPENING)
    _replace(first._element, _shapes(is_rtl=is_rtl, title=FIRST_TITLE, name="ctrTitle", second=second), is_rtl)
    _replace(others._element, _shapes(is_rtl=is_rtl, title=TITLE, name="title", second=None), is_rtl)
    for part in (master.part, *(layout.part for layout in deck.slide_layouts)):
        part._element.set("preserve", "1")
    _theme(deck)
    return deck


def _take_out(deck: Deck) -> None:
    """Take out what the library's template holds besides: its picture, the settings of a printer, unused layouts."""
    for part in (deck.part, deck.part.package):
        rels = part._rels
        for rel_id in [rel_id for rel_id, rel in rels.items() if rel.reltype in UNWANTED]:
            rels.pop(rel_id)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)


def _replace(element: etree._Element, shapes: str, is_rtl: bool) -> None:
    tree = element.cSld.spTree
    for shape in tree.xpath("./p:sp"):
        tree.remove(shape)
    for shape in parse_xml(f"<p:spTree {NAMES}>{shapes}</p:spTree>"):
        tree.append(shape)
    styles = element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}txStyles")
    if styles is not None:
        element.replace(styles, parse_xml(_text_styles(is_rtl)))


def _shapes(*, is_rtl: bool, title: Place, name: str, second: tuple[str, Place] | None) -> str:
    anchor = "t" if name == "ctrTitle" else "b"
    shapes = placeholder(2, name, title, is_rtl=is_rtl, words="Title", anchor=anchor)
    if second:
        shapes += placeholder(3, second[0], second[1], is_rtl=is_rtl, words="Text", index=1)
    return shapes + standing("", is_rtl=is_rtl) + number(is_rtl=is_rtl)


def standing(words: str, *, is_rtl: bool, number: int = 4, language: str = "en-GB") -> str:
    """Return the placeholder for the words that every slide carries: DRAFT until a named person signs."""
    looks = f'<a:defRPr sz="1200" b="1"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>{LETTERS}</a:defRPr>'
    aligned = f'<a:lvl1pPr marL="0" indent="0" algn="{"l" if is_rtl else "r"}" rtl="{int(is_rtl)}"><a:buNone/>{looks}</a:lvl1pPr>'
    return placeholder(number, "ftr", STANDING, is_rtl=is_rtl, words=words, index=11, looks=aligned, language=language)


def number(*, is_rtl: bool, number: int = 5) -> str:
    """Return the placeholder for the number of the slide, a field that counts itself."""
    looks = f'<a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>{LETTERS}</a:defRPr>'
    aligned = f'<a:lvl1pPr marL="0" indent="0" algn="{"l" if is_rtl else "r"}" rtl="0"><a:buNone/>{looks}</a:lvl1pPr>'
    return placeholder(number, "sldNum", NUMBER, is_rtl=is_rtl, words="", index=12, looks=aligned)


LETTERS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
FIELD = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'


def placeholder(
    number: int,
    kind: str,
    place: Place,
    *,
    is_rtl: bool,
    words: str,
    index: int | None = None,
    looks: str = "",
    anchor: str = "t",
    language: str = "en-GB",
) -> str:
    """Return a placeholder as XML: `kind` as PowerPoint names it, its place, its words (already safe for XML) and looks."""
    left, top, width, height = place.box(is_rtl=is_rtl)
    mark = f' idx="{index}"' if index is not None else ""
    run = f'<a:r><a:rPr lang="{language}"/><a:t>{words}</a:t></a:r>' if words else ""
    text = FIELD if kind == "sldNum" else run
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{mark}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="{int(is_rtl)}" '
        f'anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{looks}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>'
    )


def _text_styles(is_rtl: bool) -> str:
    side = f'marL="0" indent="0" algn="{"r" if is_rtl else "l"}" rtl="{int(is_rtl)}"'
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    heads = LETTERS.replace("+mn", "+mj")
    title = f'<a:lvl1pPr {side}><a:buNone/><a:defRPr sz="2600" b="1">{ink}{heads}</a:defRPr></a:lvl1pPr>'
    body = f'<a:lvl1pPr {side}><a:buNone/><a:defRPr sz="1400">{ink}{LETTERS}</a:defRPr></a:lvl1pPr>'
    parts = f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{body}</p:otherStyle>"
    return f"<p:txStyles {NAMES}>{parts}</p:txStyles>"


def _theme(deck: Deck) -> None:
    """Give the theme our colours and letters, so that whatever a reader adds to the slides matches."""
    part = deck.slide_master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", "Nuzuh")
    for scheme in root.iterfind(".//a:clrScheme", space):
        scheme.set("name", "Nuzuh")
        for name, color in INKS.items():
            slot = scheme.find(f"a:{name}", space)
            slot[:] = [etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=color.removeprefix("#").upper())]
    for scheme in root.iterfind(".//a:fontScheme", space):
        scheme.set("name", "Nuzuh")
        for kind in scheme.iterfind("*", space):
            for script in ("latin", "cs"):
                kind.find(f"a:{script}", space).set("typeface", FONT)
            for other in kind.findall("a:font", space):
                kind.remove(other)
    part.blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
