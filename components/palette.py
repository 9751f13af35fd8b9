"""The colours of every chart, the same in dashboard and print: blue displacement, warm offensive action, grey context.

Blue against orange and red stays apart for the common colour vision deficiencies; a shape or a word always says the
same thing again. Every ink has a contrast of at least 4.5 to its background.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as `#rrggbb`."""

    background: str
    ink: str
    muted: str
    faint: str
    displacement: str
    band: str
    claim: str
    whisker: str
    offensive: str
    advance: str
    opposition: str
    strikes: str
    talks: str


LIGHT = Palette(
    background="#ffffff",
    ink="#1f2933",
    muted="#52606d",
    faint="#dde2e7",
    displacement="#0b5fa5",
    band="#c9deef",
    claim="#52606d",
    whisker="#c2cad2",
    offensive="#d9a29f",
    advance="#a3262a",
    opposition="#1f2933",
    strikes="#b4430f",
    talks="#52606d",
)

DARK = Palette(
    background="#12181f",
    ink="#e4e9ee",
    muted="#9aa5b1",
    faint="#2b3641",
    displacement="#6db3f2",
    band="#24435e",
    claim="#9aa5b1",
    whisker="#3f4c59",
    offensive="#8a4446",
    advance="#e57f81",
    opposition="#e4e9ee",
    strikes="#e8935a",
    talks="#9aa5b1",
)

PRINT = LIGHT
"""Paper is a light theme: nothing on it depends on a glowing screen."""


def mixed(color: str, ground: str, share: float) -> str:
    """Return a colour laid over a ground so that this share of it is seen."""
    pairs = ((int(color[k : k + 2], 16), int(ground[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(ink * share + below * (1 - share)):02x}" for ink, below in pairs)


def palette_of(theme: str | None) -> Palette:
    """Return the palette of a theme's type, `dark` or `light`; the light one while the browser has not said."""
    return DARK if theme == "dark" else LIGHT
