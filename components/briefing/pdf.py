"""A briefing as a PDF for every reader: tagged, in one language, every letter embedded, set by typst without a network.

The look lies in `briefing.typ`; here the briefing becomes data for it. What other people wrote reaches the page as strings of
that data and is never read as markup.
"""

import io
import json
import math
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, cast

import pikepdf

from components import wording
from components.briefing import drawn, fonts
from components.briefing.model import Block, Briefing, Citation, Drawing, MapDrawing
from components.briefing.notes import address_in_print, is_link
from components.briefing.pictures import svg_of
from components.briefing.typesetting import compiler
from components.palette import PRINT
from components.wording import _

TEMPLATE = Path(__file__).with_name("briefing.typ")
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1, ISO 14289-1: what a PDF must hold so that it can be read aloud."""

SIZES = (9.2, 8.6, 8.1, 7.6, 7.2)
"""How large the letters are in points; the smaller ones where a briefing must not be longer than so many pages."""
ALWAYS, TOLD_A_PAGE, NOTES_A_PAGE = 1.9, 9_500, 6_500
"""What a briefing in the largest letters fills at least (head, chart and map), and how many signs of its data fill a page."""
MANY = 60
"""From how many notes on their addresses are shortened in print; the link behind them stays whole."""


def render(briefing: Briefing) -> bytes:
    """Return the briefing as a PDF; the same briefing gives the same bytes, dated like its build."""
    with wording.speaking(briefing.language):
        data = fonts.printable(_with_references(_data(briefing)))
    moment, content = briefing.imprint.built_at.replace(microsecond=0), b""
    for size in _sizes(data, briefing):
        content, n_pages = _packed(_printed(data | {"size": size}, moment))
        if briefing.most_pages is None or n_pages <= briefing.most_pages:
            break
    return content


def _sizes(data: dict[str, Any], briefing: Briefing) -> tuple[float, ...]:
    """Return the sizes to try, the largest first; one page finds its own, and sizes that will hardly do are not tried."""
    most = briefing.most_pages
    if briefing.is_brief or most is None:
        return SIZES[:1]
    # Letters of half the area fill half the pages.
    likely = SIZES[0] * min(1, math.sqrt(most / _pages(data)))
    return tuple(size for size in SIZES if size <= likely) or SIZES[-1:]


def _pages(data: dict[str, Any]) -> float:
    """Return about how many pages a briefing fills in the largest letters, by how much it says and how much its notes say."""
    told = sum(len(str(block)) for section in data["sections"] for block in section["blocks"] if block["kind"] != "Image")
    notes = sum(len(str(note["said"])) + len(note["title"] or "") + len(note["address"]) for note in data["citations"])
    return ALWAYS + told / TOLD_A_PAGE + notes / NOTES_A_PAGE


def _printed(data: dict[str, Any], moment: datetime) -> bytes:
    inputs = {"briefing": json.dumps(data, ensure_ascii=False)}
    content = compiler(TEMPLATE).compile(format="pdf", pdf_standards=STANDARD, timestamp=moment, sys_inputs=inputs)
    # Typed for formats of many files too; a PDF is one.
    return cast("bytes", content)


def _packed(content: bytes) -> tuple[bytes, int]:
    """Return the PDF with its thousands of tags and links packed, a third of the bytes, and how many pages it has."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return file.getvalue(), len(document.pages)


def _data(briefing: Briefing) -> dict[str, Any]:
    return {
        "title": briefing.title,
        "for_whom": briefing.for_whom,
        "language": briefing.language,
        "direction": briefing.direction,
        "standing": briefing.standing,
        "is_draft": briefing.is_draft,
        "is_brief": briefing.is_brief,
        "is_close": briefing.most_pages is not None,
        "selection": briefing.selection,
        "opening": asdict(briefing.opening),
        "sections": [
            {"title": section.title, "blocks": [_block(block, briefing) for block in section.blocks]}
            for section in briefing.sections
        ],
        "citations": [_note(note, briefing) for note in briefing.citations],
        "imprint": _imprint(briefing),
        "made": _("Build {build}").format(build=briefing.imprint.build_id),
        "keywords": [words for _name, words in briefing.selection],
        "words": {
            "notes": _("Annex: notes, each with the id of its row") if briefing.shows_row_ids else _("Notes"),
            "contents": _("Contents"),
        },
        "palette": asdict(PRINT),
        "fonts": fonts.FAMILIES,
    }


def _with_references(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data with a mark at the first place that refers to a note, to which the note leads back."""
    met: set[int] = set()

    def marked(part: Any) -> Any:
        if isinstance(part, dict) and part.keys() == {"words", "notes"}:
            return {"words": part["words"], "notes": [first(number) for number in part["notes"]]}
        if isinstance(part, dict):
            return {name: marked(value) for name, value in part.items()}
        return [marked(value) for value in part] if isinstance(part, list | tuple) else part

    def first(number: int) -> dict[str, Any]:
        is_first = number not in met
        met.add(number)
        return {"number": number, "is_first": is_first}

    return {
        **data,
        "opening": marked(data["opening"]),
        "sections": marked(data["sections"]),
        "citations": [note | {"is_met": note["number"] in met} for note in data["citations"]],
    }


def _block(block: Block, briefing: Briefing) -> dict[str, Any]:
    if isinstance(block, Drawing | MapDrawing):
        return _image(block, block.subtitle if isinstance(block, Drawing) else "", svg_of(block, briefing))
    return {**asdict(block), "kind": type(block).__name__}


def _image(block: Drawing | MapDrawing, subtitle: str, svg: str) -> dict[str, Any]:
    return {
        "kind": "Image",
        "title": asdict(block.title),
        "subtitle": subtitle,
        "alt": block.alt,
        "caption": asdict(block.caption),
        "svg": drawn.as_file(svg),
    }


def _note(note: Citation, briefing: Briefing) -> dict[str, Any]:
    published = f"{note.published[0].upper()}{note.published[1:]}"
    if note.publisher != note.speaker:
        published = _("{publisher}, {published}").format(publisher=note.publisher, published=note.published)
    words = f"“{note.words}”" if note.is_quote else note.words
    also = _("The same claim in: {publishers}.").format(publishers=", ".join(note.also_in)) if note.also_in else ""
    more = " ".join(f"{told.rstrip('.')}." for told in (also, note.note or "") if told)
    return {
        "number": note.number,
        "said": _("{words}, {speaker}, {day}. {published}.").format(
            words=words, speaker=note.speaker, day=note.day, published=published
        ),
        "title": note.title,
        "more": more,
        "url": note.url,
        "is_link": is_link(note.url),
        "address": _address(note, briefing),
        "row_id": note.row_id if briefing.shows_row_ids else None,
    }


def _address(note: Citation, briefing: Briefing) -> str:
    is_short = len(briefing.citations) > MANY and not briefing.shows_row_ids
    return address_in_print(note, is_short=is_short) or _("No link is known.")


def _imprint(briefing: Briefing) -> list[str]:
    made = briefing.imprint
    unsigned = f"{_('DRAFT')}. {_('No named person has reviewed this briefing.')}"
    return [
        unsigned if briefing.is_draft else f"{briefing.standing}.",
        _("Made by Nuzuh from what was reported; it does not say that a number is true, nor that one thing caused another."),
        _("Build {build}, finished {built}. Selection {selection}. Rule profile {profile}, version {rules}.").format(
            build=made.build_id, built=made.built, selection=made.selection_hash, profile=made.profile, rules=made.rules
        ),
    ]
