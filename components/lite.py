"""The overview for slow links and for paper: one HTML page under 100 kB, a drawing inside it, no script, no further request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from components import captions, legends, wording
from components.api import answers, asked
from components.api.image import DRAWING, checked_period
from components.api.view import PARAMETERS, Seen, read_view
from components.briefing import chart
from components.briefing.model import Drawing
from components.lean import lean
from components.wording import _, ngettext
from etl.select import Selection, select
from etl.vocabulary import MEASURES

FOLDER = Path(__file__).parent
BYTES = 100_000
"""What the page may weigh, uncompressed."""
ROWS = 60
"""Reports listed, the last ones; the page says how many there are."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: its value in the address, its words, and whether it is the one shown."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Language:
    """A language the page can be read in: its code, the query of this view in it, and its own name."""

    of: str
    value: str
    words: str


def lite(request: Request) -> Response:
    """Return the page; a filter of the form that was left empty is as good as none."""
    found, build = asked.read(request, (*PARAMETERS, "lang"), empty_is_absent=True), answers.live()
    key = tuple(sorted(found.items()))
    policy = {"Content-Security-Policy": POLICY}
    policy |= {"Content-Language": wording.known(found.get("lang"))}
    return answers.answer(
        request, build, "text/html; charset=utf-8", lambda: _page(answers.tag_of(request, build), key, build), policy
    )


@lru_cache(maxsize=64)
def _page(tag: str, found: tuple[tuple[str, object], ...], build: str) -> bytes:
    asked_for = dict(found)
    with wording.speaking(str(asked_for.get("lang", wording.DEFAULT))):
        return page(asked_for, build)


def page(found: Mapping[str, Any], build: str) -> bytes:
    """Return the page of a view as UTF-8 HTML of at most `BYTES`. Raises what `read_view` raises.

    Where there are too many marks for a page this small, some are left out of the drawing, and the page says which.
    """
    seen = read_view(found, build, is_lenient=True)
    checked_period(seen)
    choices = {"areas": _areas(build, seen), "measures": _measures(seen), "series": _series(seen), "asked": found}
    text = b""
    for drawing, missing in _leaner(seen.drawing):
        text = _rendered(seen, drawing, missing, choices | {"downloads": _downloads(found, seen)})
        if len(text) <= BYTES:
            break
    return text


def _leaner(drawing: Drawing) -> Iterator[tuple[Drawing, str]]:
    """Yield the drawing, then with fewer marks and the words that say what is missing."""
    yield drawing, ""
    drawing = replace(drawing, events=())
    yield drawing, _("Events are left out of this drawing; the full dashboard shows them.")
    drawing = replace(drawing, claims=tuple(claim for claim in drawing.claims if claim["role"] == "recommended"))
    yield drawing, _("Events and other claims are left out of this drawing; the full dashboard shows them.")
    drawing = replace(drawing, points=drawing.points[-ROWS:], claims=(), offensives=drawing.offensives[:ROWS])
    words = _("The drawing shows the last {n} reports alone; the full dashboard shows all.")
    yield drawing, words.format(n=captions.number(ROWS))


def _rendered(seen: Seen, drawing: Drawing, missing: str, choices: Mapping[str, Any]) -> bytes:
    told, claims = seen.drawing.points, seen.drawing.claims
    n_speakers = len({claim["speaker"] for claim in claims})
    with DRAWING:
        svg = lean(chart.svg(drawing, chart.WIDE))
    text: str = (
        _environment()
        .get_template("lite.html.jinja")
        .render(
            seen=seen,
            drawing=Markup(svg),  # noqa: S704  # matplotlib escapes the words in it
            missing=missing,
            cards=captions.headlines(seen.key, told, n_claims=len(claims), n_speakers=n_speakers) if told else [],
            marks=_plain(legends.key((claim["quantifier"] for claim in drawing.claims), has_band=legends.differs(told))),
            events=legends.events_key(event["event_type"] for event in drawing.events),
            told=[_line(point) for point in reversed(told[-ROWS:])],
            how_many=_how_many(len(told)),
            languages=_languages(choices["asked"]),
            same_language="" if wording.language() == wording.DEFAULT else f"?lang={wording.language()}",
            reading=legends.reading_note(),
            **choices,
        )
    )
    return text.encode()


def _plain(markdown: str) -> str:
    return markdown.replace("**", "")


def _how_many(n_told: int) -> str:
    shown = captions.number(min(n_told, ROWS))
    words = ngettext("{n} of {all} point of this series.", "{n} of {all} points of this series, the last first.", n_told)
    return words.format(n=shown, all=captions.number(n_told))


def _languages(found: Mapping[str, Any]) -> list[Language]:
    """Return the same view in each other language."""
    others = [one for one in wording.LANGUAGES if one != wording.language()]
    rest = {name: value for name, value in found.items() if name != "lang"}
    return [Language(one, urlencode(rest | {"lang": one}), wording.name(one)) for one in others]


def _line(point: Mapping[str, Any]) -> tuple[str, str, str, str]:
    change = captions.change(point["change_low"], point["change_high"]) if point["days"] is not None else ""
    return captions.day(point["as_of"]), captions.printed(point), change, point["speaker"]


def _areas(build: str, seen: Seen) -> list[Option]:
    """Return the areas that have a series, the one of the crisis first."""
    series = select("series", Selection(), build)[["area_code", "area_name"]].dropna().drop_duplicates("area_code")
    pairs = sorted(series.astype(object).to_numpy().tolist(), key=lambda pair: (pair[0] != seen.crisis.area, pair[1]))
    return [Option(code, name, code == seen.key.area_code) for code, name in pairs]


def _measures(seen: Seen) -> list[Option]:
    names = dict.fromkeys(key.measure for key in seen.choices)
    return [Option(name, MEASURES[name].label.capitalize(), name == seen.key.measure) for name in names]


def _series(seen: Seen) -> list[Option]:
    here = [key for key in seen.choices if key.measure == seen.key.measure]
    return [Option(key.slug, captions.choice(key), key == seen.key) for key in here]


def _downloads(found: Mapping[str, Any], seen: Seen) -> list[tuple[str, str]]:
    """Return the downloads of what is shown: words and address."""
    shown = {"area": seen.key.area_code, "measure": seen.key.measure, "from": seen.drawing.first, "to": seen.drawing.last}
    shown |= {name: found[name] for name in ("known_on", "profile") if name in found}
    query, picture = urlencode(shown), urlencode(shown | {"series": seen.key.slug})
    return [
        (_("series (CSV)"), f"api/v1/series.csv?{query}&for=people"),
        (_("figures (CSV)"), f"api/v1/figures.csv?{query}&for=people"),
        (_("figures (Excel)"), f"api/v1/figures.xlsx?{query}"),
        (_("everything (ZIP)"), f"api/v1/package.zip?{query}"),
        (_("this chart (PNG)"), f"api/v1/chart.png?{picture}"),
    ]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"day": captions.day}
    environment.globals |= {"plain_built": _built, "_": _, "language": wording.language, "direction": wording.direction}
    return environment


def _built(seen: Seen) -> str:
    finished = seen.built["finished_at"]
    words = _("Built {day}, {time} UTC. Counting rules version {rules}.")
    return words.format(day=captions.day(finished), time=f"{finished:%H:%M}", rules=seen.built["rules"])
