"""What is not known: where reports end, open sides, places and days that are not known, claims of one side."""

from collections.abc import Iterable

from components import captions
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Row, Section
from components.briefing.notes import Notes
from components.briefing.timeline import ONE_SIDED
from components.wording import _
from etl.vocabulary import PlaceAccuracy

WIDE = (PlaceAccuracy.ADM2, PlaceAccuracy.ADM1, PlaceAccuracy.ADM0)


def not_known(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return the gaps in words; there is always something that is not known."""
    is_whole = material.area_code == material.crisis.area
    items = [*_end_of_reports(material, notes), *_open_sides(material, notes), *_twice(material)]
    if not audience.is_brief:
        items += [*(_uncoded(material, notes) if is_whole else ()), *_one_sided(material, notes), *_wide_places(material, notes)]
        items += _unchanged(material)
    items += _unpublished(notes)
    return Section("not_known", _("What is not known"), (Bullets(tuple(items or [Cited(_always())])),))


def _always() -> str:
    return _("What nobody reported, or what was reported where this build does not look.")


def _end_of_reports(material: Material, notes: Notes) -> Iterable[Cited]:
    if material.measure != material.crisis.default_measure or material.count is None:
        yield Cited(words.nothing(material.crisis.default_measure, material.area_name, material.first, material.last))
    if material.count is None:
        return
    last = material.count.last
    if last["as_of"] < material.last:
        days = {"first": captions.day(last["as_of"]), "last": captions.day(material.last)}
        text = _("No recommended report of this count was found after {first}, up to {last}. That is a gap, not a zero.")
        yield Cited(text.format(**days), notes.of([last]))


def _open_sides(material: Material, notes: Notes) -> Iterable[Cited]:
    last = material.count.last if material.count else None
    if not last or (last["own_high"] is not None and last["own_low"] is not None):
        return
    upper = _("The upper end of the last number, {amount}: none was given.")
    lower = _("The lower end of the last number, {amount}: none was given.")
    text = upper if last["own_high"] is None else lower
    yield Cited(text.format(amount=captions.printed(last)), notes.of([last]))


def _twice(material: Material) -> Iterable[Cited]:
    if material.count and material.measure in words.TWICE:
        yield Cited(_("How many people are counted more than once: whoever moved twice may stand in this count twice."))


def _uncoded(material: Material, notes: Notes) -> Iterable[Cited]:
    if not material.uncoded:
        return
    told = words.apart(_uncoded_one(row) for row in material.uncoded)
    text = _("Where exactly these were counted, since their places have no common code and they stand in no count: {figures}.")
    yield Cited(text.format(figures=told), notes.of(material.uncoded))


def _uncoded_one(row: Row) -> str:
    place = row["area_as_reported"] or _("a place not given")
    told = {"phrase": row["phrase"], "place": place, "speaker": row["speaker"], "day": captions.day(row["as_of"])}
    return _("“{phrase}” ({place}; {speaker}, as of {day})").format(**told)


def _one_sided(material: Material, notes: Notes) -> Iterable[Cited]:
    found = notes.numbers_of(row["event_id"] for row in material.events if row["status"] in ONE_SIDED)
    if found:
        yield Cited(_("Whether it happened as told: these events are claimed by a party to them only, or denied by one."), found)


def _wide_places(material: Material, notes: Notes) -> Iterable[Cited]:
    found = notes.numbers_of(row["event_id"] for row in material.events if row["place_accuracy"] in (None, *WIDE))
    if found:
        yield Cited(_("Where exactly these events took place: their places are known less exactly than the sub-district."), found)


def _unchanged(material: Material) -> Iterable[Cited]:
    if material.earlier is None:
        yield Cited(_("What changed since an earlier briefing: none was named to compare with."))


def _unpublished(notes: Notes) -> Iterable[Cited]:
    if any(figure["published_on"] is None for _number, figure in notes.cited_figures()):
        yield Cited(_("On which day some of the figures were published: the notes say of which; their as-of day stands in."))
