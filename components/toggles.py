"""Which types of events a chart draws: a pill for each type that occurs, with its mark, so that they are the key as well.

The address holds what is left out, so that a link stays good where other types occur. A pill reruns no more than the
fragment it stands in.
"""

from collections.abc import Callable, Iterable

import streamlit as st

from components import address, captions
from components.legends import EVENT_SHAPES
from components.wording import _

WITHOUT, PILLS = "without", "event types shown"
BETWEEN = "."


def without(present: Iterable[str], *, touched: Callable[[], None] | None = None) -> frozenset[str]:
    """Show a pill for each type that occurs and return the types to leave out; `touched` is called when one is clicked."""
    options = [name for names in EVENT_SHAPES.values() for name in names if name in set(present)]
    hidden = _hidden()
    if not options:
        return hidden
    shapes = {name: words for words, names in EVENT_SHAPES.items() for name in names}
    st.session_state[PILLS] = [name for name in options if name not in hidden]
    st.pills(
        _("Events drawn"),
        options,
        selection_mode="multi",
        format_func=lambda name: _(shapes[name]),
        key=PILLS,
        wrap=True,
        on_change=_remember,
        args=(options, touched),
        help=_("Click a type to leave it out, and again to draw it. Paler marks: claimed by one side only, or denied."),
    )
    return hidden


def _hidden() -> frozenset[str]:
    """Return what the address leaves out; what it names that is no type is ignored."""
    known = {name for names in EVENT_SHAPES.values() for name in names}
    asked = st.query_params.get(WITHOUT, st.session_state.get(WITHOUT, ""))
    found = frozenset(asked.split(BETWEEN)) & known
    for name in sorted(frozenset(asked.split(BETWEEN)) - known - {""}):
        st.caption(captions.ignored(name, _("every other type of event")))
    _write(found)
    return found


def _write(hidden: frozenset[str]) -> None:
    words = BETWEEN.join(sorted(hidden))
    st.session_state[WITHOUT] = words
    address.write(WITHOUT, words or None)


def _remember(options: list[str], touched: Callable[[], None] | None) -> None:
    kept = set(st.session_state[PILLS])
    _write((_hidden() | set(options)) - kept)
    if touched:
        touched()
