"""The page of the briefing: what its reader asks for, who signs it, and its files. A signature belongs to one selection."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from threading import Lock

import streamlit as st

from components import captions, data, filters, paper, selection, wording
from components.briefing import files
from components.briefing.audiences import AUDIENCES, DEFAULT_AUDIENCE
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Briefing
from components.kept import kept
from components.viewpoint import Viewpoint
from components.wording import _
from etl.errors import NuzuhError

HEIGHT = 900  # pixels; the preview scrolls inside its frame
SIGNATURES = "signatures of briefings"
SHOWN = "html"
MIME = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
NAMES = {"html": "HTML", "pdf": "PDF", "docx": "Word", "pptx": "PowerPoint"}
_drawing = Lock()
"""Files are written on threads of their own, and the library that draws their charts is made for one."""


def asked(viewpoint: Viewpoint) -> Asked:
    """Return what the reader asks for, without a signature; each choice is in the address."""
    crisis = data.crisis()
    areas = _areas(crisis.area, data.build(), viewpoint, wording.language())
    with st.container(horizontal=True):
        area = filters.choose(_("Area"), list(areas), key="area", names=lambda code: areas.get(code, code), default=crisis.area)
        audience = filters.choose(
            _("Audience"), list(AUDIENCES), key="audience", names=lambda name: _(AUDIENCES[name].title), default=DEFAULT_AUDIENCE
        )
        spoken = wording.language()
        language = filters.choose(_("Language"), list(wording.LANGUAGES), key="briefing_lang", names=wording.name, default=spoken)
    with st.container(horizontal=True):
        first, last = filters.period()
        earliest, latest = data.publication_days()
        previous = filters.day(
            _("Previous briefing known on"),
            key="previous",
            crisis_first=earliest,
            crisis_last=latest,
            without=_("no change since another briefing"),
        )
    return Asked(
        crisis_id=crisis.crisis_id,
        area=area,
        first_day=first,
        last_day=last,
        known_on=viewpoint.known_on,
        audience=audience,
        language=language,
        profile=viewpoint.profile,
        previous=previous,
    )


@kept(16)
def _areas(of_crisis: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> dict[str, str]:
    """Return the areas that a briefing can be on, by code with their name in the language spoken; that of the crisis first."""
    with wording.speaking(spoken):
        reported = selection.pairs(data.read("series", build_id, viewpoint), "area_code", "area_name")
        return {of_crisis: _name_of(of_crisis)} | dict(reported)


def _name_of(code: str) -> str:
    found = selection.identified(data.table("areas"), "area_code", code)
    return str(found.get(f"name_{wording.language()}") or found["name"]) if found else code


def briefing_of(wish: Asked) -> Briefing | None:
    """Return the briefing on the build of the page, or None where it cannot be made; the reader is told why."""
    if reason := _refusal(wish, data.build(), wording.language()):
        st.info(captions.plain(reason))
        return None
    return _composed(wish, data.build())


@kept(16)
def _refusal(wish: Asked, build_id: str, spoken: str) -> str:
    """Return why a briefing cannot be made, in the language spoken, or ''; finding out may take reading a large build."""
    try:
        with st.spinner(_("Composing the briefing")):
            _composed(wish, build_id)
    except NuzuhError as error:
        return str(error)
    return ""


@kept(16)
def _composed(wish: Asked, build_id: str) -> Briefing:
    return build_briefing(wish, build_id)


def signed(wish: Asked) -> Asked:
    """Return what is asked for with the signature it has in this session, and let the reader sign it or take that back."""
    signatures: dict[tuple[Asked, str], tuple[str, datetime]] = st.session_state.setdefault(SIGNATURES, {})
    what = (wish, data.build())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if what in signatures:
            name, when = signatures[what]
            paper.show(paper.note(_("Signed by {name}.").format(name=name)))
            st.button(_("Take the signature back"), key="unsign", on_click=_unsign, args=(what,))
            return replace(wish, reviewed_by=name, reviewed_at=when)
        st.text_input(_("Name of the person who reviewed it"), key="reviewer")
        st.button(_("Sign this briefing"), key="sign", on_click=_sign, args=(what,))
    paper.show(
        paper.note(_("A draft until a named person signs it. The signature holds for this selection and this build alone."))
    )
    return wish


def _sign(what: tuple[Asked, str]) -> None:
    name = str(st.session_state.get("reviewer") or "").strip()
    if name:
        st.session_state[SIGNATURES][what] = (name, datetime.now(UTC).replace(microsecond=0))


def _unsign(what: tuple[Asked, str]) -> None:
    st.session_state[SIGNATURES].pop(what, None)


def downloads(briefing: Briefing, wish: Asked) -> None:
    """Offer the briefing in every format; a file is written when it is asked for, the one on the page is there already."""
    with st.container(horizontal=True):
        for kind in files.FORMATS:
            st.download_button(
                _("Download as {format}").format(format=NAMES[kind]),
                partial(_written, wish, kind, data.build()),
                file_name=files.file_name(briefing, kind),
                mime=MIME[kind],
                on_click="ignore",
                key=kind,
            )


def preview(wish: Asked) -> None:
    """Show the very file in a frame of its own."""
    content = _previewed(wish, data.build(), wording.language())
    st.iframe(files.framed(content), height=HEIGHT, alt=_("The briefing as it is in the file"))


@kept(16)
def _previewed(wish: Asked, build_id: str, spoken: str) -> bytes:
    """Return the file that is shown, with a sign in the language spoken that it is being written."""
    with st.spinner(_("Composing the briefing")):
        return _written(wish, SHOWN, build_id)


@kept(32)
def _written(wish: Asked, kind: str, build_id: str) -> bytes:
    render: Callable[[Briefing], bytes] = files.FORMATS[kind]
    composed = _composed(wish, build_id)
    with _drawing:
        return render(composed)
