"""The styles, the settings and the frame of a Word briefing, made in code: nothing is left of the library's own template.

Whoever edits the file changes a style once. Every style says its size and weight twice, for Latin and for Arabic letters.
"""

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from components.briefing.docx_fonts import FAMILY, embed
from components.briefing.docx_sizes import Sizes, sizes_of
from components.briefing.model import Briefing
from components.briefing.office import LOCALES
from components.palette import PRINT

DRAFT_INK = PRINT.advance
UNWANTED = (RT.THUMBNAIL, RT.CUSTOM_XML, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")


def style_id(name: str) -> str:
    """Return the name of a style without blanks, each word begun large, as files refer to it."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs or letters: sizes and spaces in points, `outline` the level of a heading from 0.

    `stays` keeps it on the page of what follows, `is_whole` keeps its lines on one page.
    """

    name: str
    size: float | None = None
    ink: str = PRINT.ink
    is_bold: bool = False
    is_italic: bool = False
    before: float = 0
    after: float = 0
    stays: bool = False
    is_whole: bool = False
    outline: int | None = None
    more: str = ""
    kind: str = "paragraph"

    @property
    def style_id(self) -> str:
        """The name without blanks, as files refer to it."""
        return style_id(self.name)


BUILT_IN = (
    "Title", "Subtitle", "heading 1", "heading 2", "List Bullet", "caption", "TOC Heading", "toc 1", "header", "footer",
    "footnote text", "footnote reference", "Hyperlink",
)  # fmt: skip
"""The styles that Word knows by name and uses by itself."""

HANGING = '<w:tabs><w:tab w:val="left" w:pos="1300"/></w:tabs>{spacing}<w:ind w:left="1300" w:hanging="1300"/>'
LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>{spacing}<w:ind w:left="284" w:hanging="284"/>'


def styles_of(sizes: Sizes, *, is_close: bool) -> tuple[Style, ...]:
    """Return the styles of a briefing in its sizes; where it is set close the selection is one paragraph."""
    body, small, tight = sizes.body, sizes.small, sizes.tight
    return (
        Style("Title", sizes.title, is_bold=True, after=4 * tight, stays=True),
        Style("Subtitle", small + 1, PRINT.muted, after=2 * tight),
        Style("Opening", sizes.opening, after=10 * tight),
        Style("Selection", small, PRINT.ink, after=1 * tight, more="" if is_close else HANGING),
        Style("heading 1", sizes.heading, is_bold=True, before=16 * tight, after=4 * tight, stays=True, outline=0),
        Style("heading 2", body, PRINT.muted, is_bold=True, before=8 * tight, after=3 * tight, stays=True, outline=1),
        Style("List Bullet", body, after=3 * tight, more=LIST),
        Style("caption", small, PRINT.muted, before=3 * tight, after=6 * tight, is_whole=True),
        Style("Table Caption", small + (0 if is_close else 0.5), is_bold=True, before=8 * tight, after=3 * tight, stays=True),
        Style("Drawing Title", body, is_bold=True, before=4 * tight, stays=True),
        Style("Drawing Subtitle", small, PRINT.muted, after=2 * tight, stays=True),
        Style("Drawing", body, stays=True),
        Style("Table Head", small, PRINT.muted, is_bold=True, before=1.5 * tight, after=1.5 * tight, stays=True),
        Style("Table Cell", small, before=1.5 * tight, after=1.5 * tight),
        Style("Card Label", small, PRINT.muted, stays=True),
        Style("Card Number", sizes.card, is_bold=True, stays=True),
        Style("Card Line", small, PRINT.muted),
        Style("Card Quote", small, is_italic=True),
        Style("Gap", 5 * tight),
        Style("Imprint", small - 0.5, PRINT.muted, before=2 * tight),
        Style("TOC Heading", small + 1, PRINT.muted, is_bold=True, before=6 * tight, after=2 * tight, stays=True),
        Style("toc 1", small, after=1 * tight),
        Style("header", small, PRINT.muted),
        Style("footer", small - 0.5, PRINT.muted),
        Style("footnote text", sizes.note, after=1 * tight),
        Style("footnote reference", ink=PRINT.displacement, more='<w:vertAlign w:val="superscript"/>', kind="character"),
        Style("Hyperlink", ink=PRINT.displacement, kind="character"),
        Style("Row Id", sizes.note, PRINT.muted, kind="character"),
        Style("Standing", ink=DRAFT_INK, is_bold=True, kind="character"),
    )


def dress(document: Document, briefing: Briefing) -> None:
    """Give a new document our styles, settings, bullets, page and language, and take the library's own out."""
    part = document.part
    for rel_id in [key for owner in (part,) for key, rel in owner.rels.items() if rel.reltype in UNWANTED]:
        del part.rels[rel_id]
    package = part.package
    for rel_id in [key for key, rel in package.rels.items() if rel.reltype in UNWANTED]:
        del package.rels[rel_id]
    _styles(document, briefing)
    _bullets(document)
    _settings(document)
    embed(document)
    _page(document, briefing)


def _styles(document: Document, briefing: Briefing) -> None:
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        root.remove(style)
    is_rtl = briefing.direction == "rtl"
    defaults = root.find(qn("w:docDefaults"))
    root.replace(defaults, parse_xml(_defaults(briefing)))
    mark = "<w:bidi/>" if is_rtl else ""
    sizes = sizes_of(briefing)
    normal = (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{mark}<w:spacing w:after="{sizes.after}"/></w:pPr><w:rPr>{_letters(sizes.body)}</w:rPr></w:style>'
    )
    root.append(parse_xml(normal))
    for text in (FOUNDATIONS % nsdecls("w"), CELLS % nsdecls("w"), TABLE.format(ns=nsdecls("w"), **_table_inks())):
        root.append(parse_xml(text))
    for style in styles_of(sizes, is_close=briefing.most_pages is not None):
        root.append(parse_xml(_xml(style)))


def _defaults(briefing: Briefing) -> str:
    language = LOCALES.get(briefing.language, briefing.language)
    is_rtl = briefing.direction == "rtl"
    tags = f'w:val="{LOCALES["en"] if is_rtl else language}" w:bidi="{language if is_rtl else LOCALES["ar"]}"'
    line = sizes_of(briefing).line
    fonts = f'w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:eastAsia="{FAMILY}" w:cs="{FAMILY}"'
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang {tags}/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


FOUNDATIONS = (
    '<w:style %s w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
CELLS = (
    '<w:style %s w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)
TABLE = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="BriefingTable"><w:name w:val="Briefing Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4" w:color="{rule}"/><w:bottom w:val="single" w:sz="4" w:color="{faint}"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="{faint}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{muted}"/></w:rPr>'
    '<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="{muted}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
)


def _table_inks() -> dict[str, str]:
    return {"rule": _hex(PRINT.muted), "faint": _hex(PRINT.faint), "muted": _hex(PRINT.muted)}


def _hex(color: str) -> str:
    return color.removeprefix("#").upper()


def _letters(size: float | None, *, is_bold: bool = False, is_italic: bool = False, ink: str = PRINT.ink) -> str:
    weight = ("<w:b/><w:bCs/>" if is_bold else "") + ("<w:i/><w:iCs/>" if is_italic else "")
    sizes = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return f'{weight}<w:color w:val="{_hex(ink)}"/>{sizes}'


def _xml(style: Style) -> str:
    letters = _letters(style.size, is_bold=style.is_bold, is_italic=style.is_italic, ink=style.ink)
    if style.kind == "character":
        inside = f"<w:rPr>{letters}{style.more}</w:rPr>"
        based = "DefaultParagraphFont"
    else:
        spacing = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"/>'
        stays = ("<w:keepNext/>" if style.stays else "") + ("<w:keepLines/>" if style.is_whole or style.stays else "")
        level = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
        space = style.more.format(spacing=spacing) if style.more else spacing
        inside = f"<w:pPr>{stays}{space}{level}</w:pPr><w:rPr>{letters}</w:rPr>"
        based = "Normal"
    own = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style {nsdecls("w")} w:type="{style.kind}"{own} w:styleId="{style.style_id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/>{inside}</w:style>'
    )


def _bullets(document: Document) -> None:
    """Leave one list: a dot before each sentence that stands on its own."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    level += '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl>'
    kind = f'<w:multiLevelType w:val="hybridMultilevel"/>{level}'
    root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="0">{kind}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))


def _settings(document: Document) -> None:
    """Leave what a new document of today's Word has: no compatibility mode, and footnotes counted 1, 2, 3."""
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    root.append(parse_xml(f'<w:zoom {nsdecls("w")} w:percent="100"/>'))
    root.append(parse_xml(f'<w:defaultTabStop {nsdecls("w")} w:val="720"/>'))
    marks = '<w:numFmt w:val="decimal"/><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    root.append(parse_xml(f"<w:footnotePr {nsdecls('w')}>{marks}</w:footnotePr>"))
    today = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    root.append(parse_xml(f"<w:compat {nsdecls('w')}><w:compatSetting {today}/></w:compat>"))


def _page(document: Document, briefing: Briefing) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    side, above, below, header, footer = sizes_of(briefing).margins
    section.left_margin = section.right_margin = side
    section.top_margin, section.bottom_margin = above, below
    section.header_distance, section.footer_distance = header, footer
    root = document.element.body.sectPr
    root.insert(0, parse_xml(f'<w:footnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/></w:footnotePr>'))
    grid = root.find(qn("w:docGrid"))
    if grid is not None:
        root.remove(grid)
    if briefing.direction == "rtl":
        root.append(OxmlElement("w:bidi"))
