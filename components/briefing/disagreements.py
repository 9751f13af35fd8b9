"""Where speakers differ: claims that leave no room for the recommended number, shown and not smoothed."""

from components import captions, facts, reasons
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material, beside
from components.briefing.model import Cited, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes
from components.briefing.points import Count, standing_on
from components.wording import _

PLAIN, WITH_REASONS = 4, 5
"""How many columns the table has without and with the reason of each row."""


def disagreements(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the claims whose words leave no room for the recommended number of their day, or the last before it."""
    if material.count is None:
        return None
    apart = [claim for claim in beside(material) if _is_apart(claim, standing_on(material.count.points, claim["as_of"]))]
    if not apart:
        return None
    told = apart[-audience.most_rows :] if audience.most_rows else apart
    columns = (_("As of"), _("Speaker"), _("Claim"), _("Recommended at the time"), _("Why it stands beside"))
    width = WITH_REASONS if audience.shows_every_table else PLAIN
    rows = tuple(_apart_row(claim, material.count, notes)[:width] for claim in told)
    grid = Grid(_caption(is_whole=len(told) == len(apart)), columns[:width], rows)
    return Section("disagreements", _("Where speakers differ"), (grid, *_why(audience)))


def _caption(*, is_whole: bool) -> str:
    if is_whole:
        return _("Not smoothed: claims that leave no room for the recommended number")
    return _("Not smoothed: the latest claims that leave no room for the recommended number")


def _why(audience: Audience) -> tuple[Paragraph, ...]:
    if audience.is_brief or audience.shows_every_table:
        return ()
    reason = _(
        "Each stands beside the recommended number for a reason that the technical briefing and the export give: another group "
        "of speakers with a count of its own, a rounder number, or a total that names no first day."
    )
    return (Paragraph((Cited(reason),)),)


def _is_apart(claim: Row, point: Row | None) -> bool:
    if point is None:
        return True
    low, high = claim["people_low"], claim["people_high"]
    is_above = low is not None and point["own_high"] is not None and low > point["own_high"]
    return is_above or (high is not None and point["own_low"] is not None and high < point["own_low"])


def _apart_row(claim: Row, count: Count, notes: Notes) -> tuple[Cited, ...]:
    point = standing_on(count.points, claim["as_of"])
    then = f"{captions.printed(point)} ({captions.day(point['as_of'])})" if point else _("none yet")
    note = notes.of([claim])
    return (
        Cited(captions.day(claim["as_of"])),
        Cited(words.published(claim["speaker"])),
        Cited(facts.claimed(claim), note),
        Cited(then, notes.of([point]) if point else ()),
        Cited(reasons.spoken(claim["role_reason"]), note),
    )
