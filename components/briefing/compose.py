"""The briefing, composed: the sections an audience reads, in order, and the notes they gathered."""

from collections.abc import Callable
from datetime import datetime

from components import captions, wording
from components.briefing import changes, closing, counts, disagreements, gaps, surges, timeline, where, words
from components.briefing.audiences import Audience, audience_named
from components.briefing.material import Asked, Material, read_material
from components.briefing.model import Briefing, Cited, Imprint, Section
from components.briefing.notes import Notes
from components.wording import _
from etl.counting.intervals import DEFAULT_PROFILE

SECTIONS: dict[str, Callable[[Material, Notes, Audience], Section | None]] = {
    "key_figures": counts.key_figures,
    "also_reported": counts.also_reported,
    "chart": counts.chart,
    "map": where.map_of,
    "series": counts.series,
    "disagreements": disagreements.disagreements,
    "changes": changes.changes,
    "places": where.origin_and_destination,
    "surges": surges.surges,
    "other_counts": counts.other_counts,
    "turning_points": timeline.turning_points,
    "timeline": timeline.timeline,
    "not_known": gaps.not_known,
    "method": closing.method,
    "sources": closing.sources,
}


def build_briefing(asked: Asked, build: str | None = None) -> Briefing:
    """Return the briefing on a selection of one build, the live one by default.

    Raises NoBuild, UnknownCrisis, UnknownPlace, UnknownWord for an audience there is not, or CannotRead.
    """
    audience = audience_named(asked.audience)
    with wording.speaking(asked.language):
        return compose(read_material(asked, build), audience)


def compose(material: Material, audience: Audience) -> Briefing:
    """Return the briefing made of a selection's rows, in the language of the moment.

    A section with nothing to say is left out; what is not known never is.
    """
    notes = Notes(material, with_remarks=audience.shows_every_table)
    opening = _opening(material, notes)
    sections = [SECTIONS[name](material, notes, audience) for name in audience.sections]
    return Briefing(
        title=_title(material),
        for_whom=_(audience.title),
        selection=_selection(material),
        opening=opening,
        sections=tuple(section for section in sections if section is not None),
        citations=notes.citations,
        imprint=_imprint(material),
        name_parts=_name_parts(material, audience),
        is_brief=audience.is_brief,
        most_pages=audience.most_pages,
        shows_row_ids=audience.shows_row_ids,
        is_whole=audience.shows_every_table,
        language=wording.language(),
        direction=wording.direction(),
    )


def _title(material: Material) -> str:
    if material.area_code == material.crisis.area:
        return material.crisis.title
    return _("{area}: {title}").format(area=material.area_name, title=material.crisis.title)


def _opening(material: Material, notes: Notes) -> Cited:
    if material.count is None:
        nothing = words.nothing(material.crisis.default_measure, material.area_name, material.first, material.last)
        return Cited(nothing)
    return Cited(words.opening(material.count), (notes.figure(material.count.last["figure_id"]),))


def _selection(material: Material) -> tuple[tuple[str, str], ...]:
    counted = words.measured(material.count.key) if material.count else _("nothing found")
    rules = _("{profile}, version {version}").format(profile=_profile(material), version=material.build["rules"])
    previous = material.asked.previous
    return (
        (_("Area"), material.area_name),
        (_("Period"), captions.period(material.first, material.last)),
        (_("Known on"), words.known(material.asked.known_on)),
        *([(_("Previous briefing"), words.known(previous))] if previous else []),
        (_("Counted"), counted),
        (_("Rule profile"), rules),
    )


def _profile(material: Material) -> str:
    """Return the profile of rules that made the intervals, as the figures name it; none was used where there are none."""
    profiles = {claim["rule_id"].partition("/")[0] for claim in material.claims}
    return ", ".join(sorted(profiles)) or _("none used")


def _name_parts(material: Material, audience: Audience) -> tuple[str, ...]:
    asked = material.asked
    days = (("known", asked.known_on), ("since", asked.previous))
    more = [f"{name}-{day}" for name, day in days if day]
    more += [f"profile-{asked.profile}"] if asked.profile != DEFAULT_PROFILE else []
    more += [wording.language()] if wording.language() != wording.DEFAULT else []
    period = (str(material.first), str(material.last))
    return (material.crisis.crisis_id, material.area_code, *period, *more, audience.name)


def _imprint(material: Material) -> Imprint:
    finished = material.build["finished_at"]
    return Imprint(
        build_id=material.build["build_id"],
        built=_moment(finished),
        built_at=finished,
        selection_hash=material.hash,
        rules=material.build["rules"],
        profile=_profile(material),
        reviewed_by=material.asked.reviewed_by,
        reviewed=_moment(material.asked.reviewed_at) if material.asked.reviewed_at else None,
    )


def _moment(when: datetime) -> str:
    return _("{day}, {time} UTC").format(day=captions.day(when), time=f"{when:%H:%M}")
