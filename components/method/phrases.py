"""A phrase to the intervals that each published convention makes of it: read and counted by the functions of the build."""

import pandas as pd

from components import captions
from components.wording import _
from etl.counting.intervals import PROFILES, Interval, interval_of
from etl.reading.lexicon import Lexicon
from etl.reading.quantities import find_quantities
from etl.reading.spans import Quantity

LONGEST = 120
LANGUAGE = "en"


def quantity_in(phrase: str) -> Quantity | None:
    """Return the first quantity of a phrase, or None where it holds none."""
    found = find_quantities(phrase[:LONGEST], Lexicon.load(LANGUAGE))
    return found[0] if found else None


def intervals(quantity: Quantity) -> list[tuple[str, Interval, str]]:
    """Return for each profile its name, the interval it makes, and where the convention is published."""
    numbers = {"low": quantity.low, "value": quantity.value, "high": quantity.high}
    return [(name, interval_of(quantity.rule, **numbers, profile=name), profile.citation) for name, profile in PROFILES.items()]


def table(quantity: Quantity) -> pd.DataFrame:
    """Return the intervals as a reader's table; an open side is called open."""
    return pd.DataFrame(
        {_("Profile"): name, _("From"): _end(made.low), _("To"): _end(made.high), _("Where it is published"): _(citation)}
        for name, made, citation in intervals(quantity)
    )


def examples(figures: pd.DataFrame) -> list[str]:
    """Return phrases of the live figures, one for each interval rule, vague ones first; all can be read alone."""
    own = figures[["rule_id", "phrase", "quantifier"]].assign(length=figures["phrase"].str.len())
    own = own[own["length"] <= LONGEST].sort_values(["length", "phrase"], kind="stable")
    first = own.drop_duplicates("rule_id").assign(is_number=lambda one: one["quantifier"].ne("vague"))
    phrases = first.sort_values(["is_number", "rule_id"], kind="stable")["phrase"].tolist()
    return [phrase for phrase in dict.fromkeys(phrases) if quantity_in(phrase)]


def _end(count: int | None) -> str:
    return _("open") if count is None else captions.number(count)
