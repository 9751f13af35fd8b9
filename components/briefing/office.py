"""What the Word and the PowerPoint file share: harmless words, runs by script, the words of a note, and files that repeat.

An Office file is a zip of XML. Two characters decide whether it opens: one that XML forbids stops it, and a time of day in the
zip makes a second file differ from the first.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.briefing.model import Briefing, Citation, Cited
from components.wording import _

FONT = "Arial"
"""A font that Word and PowerPoint have on every system, with Latin and Arabic letters."""
LOCALES = {"en": "en-GB", "ar": "ar-SY"}
"""The language tags that Office spells and speaks by."""
MOST = 255
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name; every part of a file carries it."""
ABOUT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Nuzuh</Application></Properties>"
)
"""What a file says of the program that wrote it, in place of what the libraries' templates say."""
FORBIDDEN = re.compile("[^\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|[\\u202d\\u202e]")
BLANKS = re.compile("[\\t\\n\\r]+")
RTL = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc"
LETTER = "A-Za-z\\u00c0-\\u024f"
LATIN_WORDS = re.compile(f"[{LETTER}](?:[^{RTL}]*[{LETTER}0-9])?")
RTL_WORDS = re.compile(f"[{RTL}](?:[^{LETTER}]*[{RTL}])?")
NO_BREAK = "\u00a0"
"""What keeps the number of a note apart from the number it backs, and the numbers of two notes apart from each other."""


def clean(text: str) -> str:
    """Return words that any XML may hold: one blank for a break, and a mark for what is forbidden or turns reading round.

    Nothing is dropped without a mark: two digits around a forbidden character must not become one number.
    """
    return FORBIDDEN.sub("\ufffd", BLANKS.sub(" ", text))


def by_script(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the words in runs of one direction, each with whether it runs from right to left.

    In text that runs from right to left, only words in Latin letters (with what stands between them) do not.
    """
    other, start = LATIN_WORDS if is_rtl else RTL_WORDS, 0
    for found in other.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], is_rtl
        yield found[0], not is_rtl
        start = found.end()
    if start < len(text):
        yield text[start:], is_rtl


def sentences_of(note: Citation) -> str:
    """Return the words of a note without its number and link: what was said, by whom, of which day, who published it and when."""
    words = _("“{words}”").format(words=note.words) if note.is_quote else note.words
    said = _("{words}, {speaker}, {day}.").format(words=words, speaker=note.speaker, day=note.day)
    who = f"{note.published[:1].upper()}{note.published[1:]}."
    if note.publisher != note.speaker:
        who = _("{publisher}, {published}.").format(publisher=note.publisher, published=note.published)
    again = _("The same claim in: {publishers}.").format(publishers=", ".join(note.also_in)) if note.also_in else ""
    parts = (said, who, _stopped(note.title), again, _stopped(note.note))
    return " ".join(part for part in parts if part)


def _stopped(text: str | None) -> str:
    if not text:
        return ""
    return text if text.endswith((".", "?", "!", "؟")) else f"{text}."


def imprint_of(briefing: Briefing) -> tuple[str, ...]:
    """Return the lines of the imprint: who stands behind the briefing, what it does not say, and from what it was made."""
    imprint = briefing.imprint
    standing = f"{briefing.standing}. {_('No named person has reviewed this briefing.') if briefing.is_draft else ''}".strip()
    made = _("Made by Nuzuh from what was reported; it does not say that a number is true, nor that one thing caused another.")
    build = _("Build {build}, finished {built}. Selection {selection}. Rule profile {profile}, version {rules}.").format(
        build=imprint.build_id,
        built=imprint.built,
        selection=imprint.selection_hash,
        profile=imprint.profile,
        rules=imprint.rules,
    )
    return standing, made, build


def name_file(core: Any, briefing: Briefing) -> None:
    """Write the properties of a file: what it is about, in which language, how it stands, and the moment of its build.

    Word and PowerPoint allow a property 255 characters.
    """
    core.title, core.subject = clean(briefing.title)[:MOST], clean(briefing.for_whom)[:MOST]
    core.author, core.last_modified_by, core.comments = "Nuzuh", "Nuzuh", clean(briefing.standing)[:MOST]
    core.keywords = clean("; ".join(f"{name}: {words}" for name, words in briefing.selection))[:MOST]
    core.language = LOCALES.get(briefing.language, briefing.language)
    core.identifier = briefing.imprint.build_id
    core.created = core.modified = briefing.imprint.built_at.replace(tzinfo=None, microsecond=0)


def shares(columns: Sequence[str], rows: Sequence[Sequence[Cited]]) -> list[float]:
    """Return the share of the width each column of a table needs: by its usual cell, and not too narrow for its longest word."""
    needs = []
    for place, head in enumerate(columns):
        cells = sorted((row[place].words for row in rows), key=len)
        usual = len(cells[len(cells) * 9 // 10]) if cells else 0
        word = max((len(word) for text in (head, *cells) for word in text.split()), default=0)
        needs.append(max(min(usual, 60), min(word, 16) + 2, 8) ** 0.85)
    return [need / sum(needs) for need in needs]


def packed(content: bytes, large: Mapping[str, bytes] | None = None) -> bytes:
    """Return an Office file with the same parts and no time of day in it, so that it can be made again byte by byte.

    `large` are contents of parts that stand empty so far: packed once, and quickly.
    """
    late = large or {}
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as taken:
        for part in given.infolist():
            record = zipfile.ZipInfo(part.filename, EARLIEST)
            record.compress_type, record.create_system = zipfile.ZIP_DEFLATED, 0
            if part.filename in late:
                taken.writestr(record, late[part.filename], compresslevel=1)
            else:
                taken.writestr(record, ABOUT if part.filename == "docProps/app.xml" else given.read(part))
    return written.getvalue()
