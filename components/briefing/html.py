"""A briefing as one HTML file that needs no network: style and drawings inside, every number linked to its note and back.

Other people's words are escaped, none of them becomes markup, and the page's own policy forbids scripts and requests.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from components.briefing import chart
from components.briefing import map as print_map
from components.briefing.model import Briefing, Drawing
from components.briefing.notes import is_link
from components.wording import N_, _, speaking

FOLDER = Path(__file__).parent
FONT_OF_EACH = re.compile(r" ?font-family: [^;\"]*;")
LOOK = re.compile(r' style="([^"&<>{}]+)"')
"""The looks of a mark, as matplotlib writes them: our own words and colours, none of other people's."""
WORDS = {
    "draft": N_("DRAFT"),
    "briefing": N_("Briefing. {for_whom}"),
    "notes": N_("Notes"),
    "annex": N_("Annex: notes, each with the id of its row"),
    "also_in": N_("The same claim in: {publishers}."),
    "no_link": N_("No link is known."),
    "back": N_("back {n}"),
    "imprint": N_("Imprint"),
    "unsigned": N_("No named person has reviewed this briefing."),
    "made": N_("Made by Nuzuh from what was reported; it does not say that a number is true, nor that one thing caused another."),
    "build": N_("Build {build}, finished {built}. Selection {selection}. Rule profile {profile}, version {rules}."),
}
"""What the file says of itself."""


@dataclass(slots=True)
class References:
    """The places that refer to notes, counted while a page is written, so that each note can link back to all of them."""

    met: dict[int, int] = field(default_factory=dict)

    def to(self, number: int) -> str:
        """Return the id of one more place that refers to a note."""
        self.met[number] = self.met.get(number, 0) + 1
        return f"r{number}-{self.met[number]}"

    def back(self, number: int) -> list[str]:
        """Return the ids of the places that refer to a note, in order."""
        return [f"r{number}-{k + 1}" for k in range(self.met.get(number, 0))]


def render(briefing: Briefing) -> bytes:
    """Return the briefing as UTF-8 HTML; the same briefing gives the same bytes."""
    page = _environment().get_template("briefing.html.jinja")
    with speaking(briefing.language):
        text = page.render(
            briefing=briefing,
            references=References(),
            drawings=lambda drawing: _drawings(drawing, briefing),
            map_of=lambda drawing: print_map.svg(drawing, briefing.note_of),
            is_link=is_link,
            kind_of=lambda block: type(block).__name__,
            say=lambda name, **named: _(WORDS[name]).format(**named),
        )
    return _lightened(text).encode()


def _lightened(page: str) -> str:
    """Return a page on which the looks that marks of its drawings share are said once, as classes in its style."""
    looks = Counter(LOOK.findall(page))
    names = {look: f"d{k}" for k, look in enumerate(look for look, n in looks.items() if n > 1)}
    rules = "".join(f".{name} {{ {look} }}\n" for look, name in names.items())
    light = LOOK.sub(lambda found: f' class="{names[found[1]]}"' if found[1] in names else found[0], page)
    return light.replace("</style>", f"{rules}</style>", 1)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["style"] = (FOLDER / "briefing.css").read_text(encoding="utf-8")
    return environment


def _drawings(drawing: Drawing, briefing: Briefing) -> Iterable[tuple[str, str]]:
    """Return the chart for wide pages and paper, and the one for a narrow screen, each with the name of its size."""
    for size in (chart.BRIEF if briefing.is_brief else chart.WIDE, chart.NARROW):
        name = "narrow" if size is chart.NARROW else "wide"
        # The page names the letters of all drawings at once.
        yield name, FONT_OF_EACH.sub("", chart.svg(drawing, size, briefing.note_of))
