"""The words of `etl.vocabulary` as a reader sees them, in the reader's language, and numbers of things. Pure: no streamlit.

The tables mark what stands there for `python -m components.wording`; a test holds them to the vocabulary.
"""

from components.wording import N_, NN_, _, ngettext
from etl.vocabulary import MEASURES

LABELS = (
    N_("people living there"),
    N_("people living in displacement"),
    N_("people newly displaced"),
    N_("people returned"),
    N_("refugees"),
    N_("refugee arrivals"),
    N_("people in need"),
    N_("people killed"),
    N_("people injured"),
    N_("buildings destroyed"),
    N_("facilities closed"),
)
DEFINITIONS = (
    N_("People living in the area on a day, displaced or not."),
    N_("Internally displaced people in the area on a day."),
    N_("Movements of people forced from home in a period; one person may count twice."),
    N_("Movements of displaced people back home in a period."),
    N_("People who fled across a border, living in the area on a day."),
    N_("People who crossed a border to flee, in a period."),
    N_("People who need humanitarian help on a day, as the speaker defines it."),
    N_("Deaths in a period."),
    N_("Injuries in a period."),
    N_("Homes and other buildings destroyed in a period."),
    N_("Health facilities, schools and the like out of service on a day."),
)
WORDS = (
    # kinds and windows
    *(N_("stock"), N_("flow"), N_("day"), N_("week"), N_("month"), N_("year")),
    # types of events
    *(N_("offensive launched"), N_("ground advance"), N_("town entered"), N_("town captured"), N_("encirclement")),
    *(N_("airstrike"), N_("shelling"), N_("counter-offensive"), N_("road secured"), N_("withdrawal"), N_("ceasefire")),
    *(N_("corridor opened"), N_("diplomatic"), N_("other")),
    # who stands behind an event, and where its publisher stands
    *(N_("reported"), N_("claimed"), N_("denied"), N_("confirmed")),
    *(N_("independent"), N_("un"), N_("government"), N_("opposition"), N_("turkey"), N_("tertiary"), N_("unknown")),
    # roles, of a figure and of an area
    *(N_("recommended"), N_("triangulation"), N_("superseded"), N_("origin"), N_("destination"), N_("present")),
    # how a figure is meant, and how sure its reading is
    *(N_("asserted"), N_("hypothetical"), N_("forecast"), N_("negated"), N_("target"), N_("high"), N_("medium"), N_("low")),
    # how words bound a number
    *(N_("exact"), N_("about"), N_("at least"), N_("more than"), N_("at most"), N_("less than"), N_("nearly"), N_("between")),
    N_("vague"),
    # parts of the people
    *(N_("all"), N_("children"), N_("women"), N_("women and children"), N_("men"), N_("elderly"), N_("civilians")),
    *(N_("in camps"), N_("outside camps"), N_("in open"), N_("in tents"), N_("in unfinished buildings")),
    N_("in precarious shelter"),
)
SPELLED = {"counter_offensive": "counter-offensive"}
"""Values of the vocabulary that are not written as words apart."""
UNITS = {
    "persons": N_("people"),
    "households": N_("households"),
    "movements": N_("movements"),
    "buildings": N_("buildings"),
    "facilities": N_("facilities"),
    "percent": N_("per cent"),
}
ROLES = {"recommended": N_("Recommended"), "triangulation": N_("Triangulation"), "superseded": N_("Superseded")}
AMOUNTS = {
    "persons": NN_("{amount} person", "{amount} people"),
    "households": NN_("{amount} household", "{amount} households"),
    "movements": NN_("{amount} movement", "{amount} movements"),
    "buildings": NN_("{amount} building", "{amount} buildings"),
    "facilities": NN_("{amount} facility", "{amount} facilities"),
    "percent": NN_("{amount} per cent", "{amount} per cent"),
}
THINGS = {
    "claim": NN_("{n} claim", "{n} claims"),
    "day": NN_("{n} day", "{n} days"),
    "document": NN_("{n} document", "{n} documents"),
    "event": NN_("{n} event", "{n} events"),
    "figure": NN_("{n} figure", "{n} figures"),
    "file": NN_("{n} file", "{n} files"),
    "mark": NN_("{n} mark", "{n} marks"),
    "phase": NN_("{n} phase", "{n} phases"),
    "place": NN_("{n} place", "{n} places"),
    "point": NN_("{n} point", "{n} points"),
    "problem": NN_("{n} problem", "{n} problems"),
    "row": NN_("{n} row", "{n} rows"),
    "source": NN_("{n} source", "{n} sources"),
    "speaker": NN_("{n} speaker", "{n} speakers"),
    "table": NN_("{n} table", "{n} tables"),
    "thing": NN_("{n} thing", "{n} things"),
    "town": NN_("{n} town", "{n} towns"),
}


def measure(name: str) -> str:
    """Return how a caption names a measure."""
    return _(MEASURES[name].label)


def definition(name: str) -> str:
    """Return what a measure counts."""
    return _(MEASURES[name].definition)


def word(code: str) -> str:
    """Return a kind, window, status, modality or any other value of the vocabulary in words: `town captured`."""
    return _(SPELLED.get(code, code.replace("_", " ")))


def unit(name: str) -> str:
    """Return what one counts, in the plural."""
    return _(UNITS[name])


def role(name: str | None, none: str) -> str:
    """Return the role of a figure, or what is said of one without."""
    return _(ROLES[name]) if name in ROLES else none


def amount(words: str, count: int, of: str) -> str:
    """Return a number in words with its unit: `more than 948,000 people`; `count` is the number whose noun it takes."""
    return ngettext(*AMOUNTS[of], count).format(amount=words)


def counted(count: int, noun: str) -> str:
    """Return a number of things: `1 claim`, `2 claims`."""
    return ngettext(*THINGS[noun], count).format(n=f"{count:,}")
