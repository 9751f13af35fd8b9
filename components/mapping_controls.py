"""What the map shows, as the reader or the address chose it: an area, a count, the days of events, the ground."""

from components import data, filters, mapping_ground, mapping_view, mapping_words
from components.mapping_day import Outlook
from components.selection import SeriesKey
from components.viewpoint import Viewpoint
from components.wording import N_, _

SPANS = {"1": N_("this day"), "7": N_("the 7 days up to it"), "30": N_("the 30 days up to it")}
DRAWN, TILES = "drawn here", "tiles"
GROUNDS = {TILES: N_("Tiles"), DRAWN: N_("Drawn here")}


def outlook(viewpoint: Viewpoint) -> Outlook:
    """Return how the reader looks at the map: from a viewpoint, and on all of it or on one wide area."""
    everywhere = data.crisis().area
    wide = mapping_view.wide_areas(mapping_view.outlook(viewpoint))
    names = {everywhere: _("Everywhere with a mark")} | {code: name for code, name in wide.items() if code != everywhere}
    why = _("Areas in which something has a mark on some day. The largest circle is then the largest number in that area.")
    area = filters.choose(
        _("Area"), list(names), key="area", names=lambda code: names.get(code, code), default=everywhere, why=why
    )
    return mapping_view.outlook(viewpoint, None if area == everywhere else area)


def count(by: Outlook) -> SeriesKey:
    """Return what the circles count, as the reader or the address chose it; one count at a time."""
    known = {one.measure + "-" + one.slug: one for one in mapping_view.counts(by)}
    names = {slug: mapping_words.count_name(one) for slug, one in known.items()}
    why = _(
        "Only what counts the same thing in the same way stands on one map; counts reported only for wide areas are not offered."
    )
    chosen = filters.choose(
        _("Circles show"), list(known), key="count", names=lambda slug: names[slug], default=next(iter(known)), why=why
    )
    return known[chosen]


def days() -> int:
    """Return over how many days, up to the chosen one, events are shown."""
    return int(filters.choose(_("Events of"), list(SPANS), key="days", names=lambda span: _(SPANS[span]), default="7"))


def style() -> str | None:
    """Return the style of the tiles where the operator set one and the reader did not choose the drawn ground."""
    if (found := mapping_ground.style()) is None:
        return None
    chosen = filters.choose(_("Ground"), list(GROUNDS), key="ground", names=lambda name: _(GROUNDS[name]), default=TILES)
    return found if chosen == TILES else None
