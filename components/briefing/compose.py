"""The briefing, composed: the sections an audience reads, in order, and the notes they gathered."""

from collections.abc import Callable

from components import captions, wording
from components.briefing import around, counts, where, words
from components.briefing.audiences import Audience, audience_named
from components.briefing.material import Asked, Material, read_material
from components.briefing.model import Briefing, Cited, Imprint, Section
from components.briefing.notes import Notes

SECTIONS: dict[str, Callable[[Material, Notes, Audience], Section | None]] = {
    "key_figures": counts.key_figures,
    "also_reported": counts.also_reported,
    "chart": counts.chart,
    "map": where.map_of,
    "series": counts.series,
    "disagreements": counts.disagreements,
    "other_counts": counts.other_counts,
    "turning_points": around.turning_points,
    "timeline": around.timeline,
    "not_known": around.not_known,
    "method": around.method,
    "sources": around.sources,
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
    notes = Notes(material, with_remarks=audience.shows_row_ids)
    opening = _opening(material, notes)
    sections = [SECTIONS[name](material, notes, audience) for name in audience.sections]
    return Briefing(
        title=_title(material),
        for_whom=audience.title,
        selection=_selection(material),
        opening=opening,
        sections=tuple(section for section in sections if section is not None),
        citations=notes.citations,
        imprint=_imprint(material),
        name_parts=_name_parts(material, audience),
        is_brief=audience.is_brief,
        shows_row_ids=audience.shows_row_ids,
        language=wording.language(),
        direction=wording.direction(),
    )


def _title(material: Material) -> str:
    if material.area_code == material.crisis.area:
        return material.crisis.title
    return f"{material.area_name}: {material.crisis.title}"


def _opening(material: Material, notes: Notes) -> Cited:
    if material.count is None:
        return Cited(words.nothing(material))
    return Cited(words.opening(material.count), (notes.figure(material.count.last["figure_id"]),))


def _selection(material: Material) -> tuple[tuple[str, str], ...]:
    counted = words.measured(material.count.key) if material.count else "nothing found"
    return (
        ("Area", material.area_name),
        ("Period", captions.period(material.first, material.last)),
        ("Known on", words.known(material.asked.known_on)),
        ("Counted", counted),
        ("Rule profile", f"{_profile(material)}, version {material.build['rules']}"),
    )


def _profile(material: Material) -> str:
    """Return the profile of rules that made the intervals, as the figures name it; none was used where there are none."""
    profiles = {claim["rule_id"].partition("/")[0] for claim in material.claims}
    return ", ".join(sorted(profiles)) or "none used"


def _name_parts(material: Material, audience: Audience) -> tuple[str, ...]:
    known_on = (f"known-{material.asked.known_on}",) if material.asked.known_on else ()
    return (material.crisis.crisis_id, material.area_code, str(material.first), str(material.last), *known_on, audience.name)


def _imprint(material: Material) -> Imprint:
    finished = material.build["finished_at"]
    return Imprint(
        build_id=material.build["build_id"],
        built=f"{captions.day(finished)}, {finished:%H:%M} UTC",
        selection_hash=material.hash,
        rules=material.build["rules"],
        profile=_profile(material),
        reviewed_by=material.asked.reviewed_by,
    )
