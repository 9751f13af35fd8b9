"""What changed since the previous briefing: what its reader did not have yet, and what that reader was told instead."""

from collections.abc import Iterable

from components import captions, terms
from components.briefing import timeline, words
from components.briefing.audiences import Audience
from components.briefing.earlier import Earlier
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes
from components.briefing.points import last_of_others
from components.wording import _

SAID = ("figure_id", "value", "own_low", "own_high")
"""What a point must share with an earlier one to say the same."""


def changes(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return what an earlier reader was told of the count and what is told now, with the points, measures and events new."""
    earlier = material.earlier
    if earlier is None:
        return None
    lead = Paragraph((_then(earlier, material, notes), _now(earlier, material, notes)))
    grid = () if audience.is_brief else _points(earlier, material, notes)
    came = (*_measures(earlier, material, notes, audience.most_cards), *_events(earlier, material, notes, audience))
    title = _("What changed since the briefing of {day}").format(day=captions.day(earlier.day))
    return Section("changes", title, (lead, *grid, *((Bullets(came),) if came else ())))


def _then(earlier: Earlier, material: Material, notes: Notes) -> Cited:
    day = captions.day(earlier.day)
    if earlier.count is None:
        label = terms.measure(material.measure)
        return Cited(_("By {day} nothing had been published on this count of {measure}.").format(day=day, measure=label))
    last = earlier.count.last
    told = {"day": day, "amount": captions.printed_count(last, earlier.count.key.unit), "said": captions.said(last)}
    return Cited(_("By {day} the last number published was {amount} ({said}).").format(**told), notes.of([last]))


def _now(earlier: Earlier, material: Material, notes: Notes) -> Cited:
    count = material.count
    if count is None:
        return Cited(_("Nothing is recommended on it now either."))
    if earlier.count is not None and _is_same(earlier.count.last, count.last):
        return Cited(_("No later number of this count came since."))
    told = {"amount": captions.printed_count(count.last, count.key.unit), "said": captions.said(count.last)}
    return Cited(_("Now it is {amount} ({said}).").format(**told), notes.of([count.last]))


def _is_same(one: Row | None, other: Row | None) -> bool:
    return one is not None and other is not None and all(one[name] == other[name] for name in SAID)


def _points(earlier: Earlier, material: Material, notes: Notes) -> tuple[Grid, ...]:
    then, now = ({point["as_of"]: point for point in count.points} if count else {} for count in (earlier.count, material.count))
    days = [day for day in sorted({*then, *now}) if not _is_same(then.get(day), now.get(day))]
    if not days:
        return ()
    columns = (_("As of"), _("Known then"), _("Known now"), _("Speaker"))
    return (
        Grid(_("Points of the count that came or changed"), columns, tuple(_row(then.get(d), now.get(d), notes) for d in days)),
    )


def _row(then: Row | None, now: Row | None, notes: Notes) -> tuple[Cited, ...]:
    point = now or then or {}
    return (
        Cited(captions.day(point["as_of"])),
        Cited(captions.printed(then), notes.of([then])) if then else Cited(_("nothing")),
        Cited(captions.printed(now), notes.of([now])) if now else Cited(_("no longer recommended")),
        Cited(words.published(point["speaker"])),
    )


def _measures(earlier: Earlier, material: Material, notes: Notes, most: int) -> Iterable[Cited]:
    """Yield the other measures whose last number is another one now."""
    before = {key.measure: (key, point) for key, point in last_of_others(earlier.others, material.measure, most)}
    for key, point in last_of_others(material.others, material.measure, most):
        old_key, old = before.get(key.measure, (None, None))
        if _is_same(old, point):
            continue
        told = {
            "measure": captions.sentence_case(terms.measure(key.measure)),
            "now": captions.printed_count(point, key.unit),
            "said": captions.said(point),
        }
        if old is None or old_key is None:
            yield Cited(_("{measure}: {now} ({said}); nothing had been published then.").format(**told), notes.of([point]))
        else:
            then = captions.printed_count(old, old_key.unit)
            yield Cited(_("{measure}: {now} ({said}); then it was {then}.").format(**told, then=then), notes.of([point, old]))


def _events(earlier: Earlier, material: Material, notes: Notes, audience: Audience) -> Iterable[Cited]:
    """Yield one sentence with the events told here that had not been published then."""
    told = timeline.told(material, audience)
    came = [event for event in told if event["event_id"] not in earlier.event_ids]
    if came:
        events = words.apart(timeline.in_short(group) for group in timeline.grouped(came))
        yield Cited(_("Events that had not been published then: {events}.").format(events=events), notes.of_events(came))
