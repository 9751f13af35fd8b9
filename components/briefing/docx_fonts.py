"""The letters of a Word briefing, inside the file: the same lines on every machine, in Latin and in Arabic letters.

Word wants an embedded font hidden by a key that stands beside it. What the font lacks is taken from Arial, which Word has.
"""

import uuid
from functools import cache

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from components.briefing import fonts
from components.briefing.office import FONT

FAMILY = fonts.FAMILIES[0]
FACES = {"embedRegular": "Regular", "embedBold": "Bold"}
KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
HIDDEN, KEY = 32, 16
"""How many bytes of a font are hidden, and how long the key is."""


def embed(document: Document) -> None:
    """Name our font in the table of fonts of a document and leave room for its files, which `files` fills."""
    table = document.part.part_related_by(RT.FONT_TABLE)
    embedded = ""
    for element, face in FACES.items():
        part = Part(PackURI(f"/{_name(face)}"), KIND, b"", document.part.package)
        embedded += f'<w:{element} r:id="{table.relate_to(part, RT.FONT)}" w:fontKey="{_key(face)}"/>'
    table._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts {nsdecls("w", "r")}><w:font w:name="{FAMILY}"><w:altName w:val="{FONT}"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{embedded}</w:font></w:fonts>'
    ).encode()
    document.settings.element.insert(1, parse_xml(f"<w:embedTrueTypeFonts {nsdecls('w')}/>"))


def files() -> dict[str, bytes]:
    """Return the parts of a file that hold our font, by their names."""
    return {_name(face): _hidden(face) for face in FACES.values()}


def _name(face: str) -> str:
    return f"word/fonts/{FAMILY}-{face}.odttf"


def _key(face: str) -> str:
    return f"{{{uuid.uuid5(uuid.NAMESPACE_DNS, f'{face}.{FAMILY}.nuzuh')}}}".upper()


@cache
def _hidden(face: str) -> bytes:
    content, key = fonts.content(face), uuid.UUID(_key(face)).bytes[::-1]
    return bytes(byte ^ key[place % KEY] for place, byte in enumerate(content[:HIDDEN])) + content[HIDDEN:]
