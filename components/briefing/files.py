"""The formats a briefing can be written in, and its files: their bytes and their names."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass

from components.briefing import docx, html, pdf, pptx
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Briefing

FORMATS: dict[str, Callable[[Briefing], bytes]] = {
    "pdf": pdf.render,
    "docx": docx.render,
    "pptx": pptx.render,
    "html": html.render,
}
"""A format is a function from a briefing to the bytes of a file."""


@dataclass(frozen=True, slots=True)
class BriefingFile:
    """A file of a briefing: its name and its bytes."""

    name: str
    content: bytes


def file_of(asked: Asked, kind: str, build: str | None = None) -> BriefingFile:
    """Return the briefing on a selection of a build as a file of one of `FORMATS`. Raises what `build_briefing` raises."""
    briefing = build_briefing(asked, build)
    return BriefingFile(file_name(briefing, kind), FORMATS[kind](briefing))


def file_name(briefing: Briefing, kind: str) -> str:
    """Return a file name that says what was asked for: the same for the same selection, with the standing of a draft."""
    standing = "draft" if briefing.is_draft else "reviewed"
    parts = (re.sub(r"[^a-z0-9]+", "-", part.casefold()).strip("-") for part in ("briefing", *briefing.name_parts, standing))
    return f"{'_'.join(part for part in parts if part)}.{kind}"


def framed(content: bytes) -> str:
    """Return an HTML file as an address for a frame: a page of no origin, which cannot reach the page around it."""
    return f"data:text/html;charset=utf-8;base64,{base64.b64encode(content).decode()}"
