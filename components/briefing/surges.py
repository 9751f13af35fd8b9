"""Surge signals: which windows of a flow were higher than the area's own past, by the thresholds of the crisis file."""

from components import captions, facts, terms
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Paragraph, Section
from components.briefing.notes import Notes
from components.wording import N_, _, ngettext
from etl.counting import signals
from etl.counting.signals import Signal

LEVELS = {
    "medium": N_("higher than every such sum of the year before"),
    "high": N_("more than {factor} times as high as every such sum of the year before"),
}


def surges(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the surges of the period, each with the reported number of its last window; the sums themselves are not printed.

    A shorter briefing tells the latest of each area and measure.
    """
    latest = {(signal.area_code, signal.measure, signal.unit): signal for signal in reversed(material.signals)}
    told = material.signals if audience.shows_every_table else [one for one in material.signals if one in latest.values()]
    items = tuple(_surge(signal, material, notes) for signal in told)
    if not items:
        return None
    return Section("surges", _("Surge signals"), (Paragraph((Cited(_lead(material)),)), Bullets(items)))


def _lead(material: Material) -> str:
    days = signals.thresholds_of(material.crisis).days
    text = ngettext(
        "A running sum of {days} day, computed from the reported windows, is held against the same area's own past. It compares "
        "reports with reports and says nothing of why people moved; a time that nobody reported cannot be listed.",
        "A running sum of {days} days, computed from the reported windows, is held against the same area's own past. It compares "
        "reports with reports and says nothing of why people moved; a time that nobody reported cannot be listed.",
        days,
    )
    return text.format(days=captions.number(days))


def _surge(signal: Signal, material: Material, notes: Notes) -> Cited:
    figures = [material.figures[figure_id] for figure_id in signal.figure_ids]
    last = max(figures, key=lambda figure: figure["as_of"])
    told = {
        "area": last["area_name"],
        "measure": terms.measure(signal.measure),
        "amount": facts.claimed(last),
        "days": captions.period(last["period_start"], last["as_of"]),
        "speaker": last["speaker"],
        "level": _(LEVELS[signal.level]).format(factor=f"{signals.thresholds_of(material.crisis).high_factor:g}"),
    }
    text = _("{area}, {measure}: {amount}, {days}, according to {speaker}; the running sum was {level}.")
    return Cited(text.format(**told), notes.of(figures))
