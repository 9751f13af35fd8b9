"""Sentences that stand in tables: the months, how words bound a number, how a page opens on each measure, what `etl` says.

What `etl` says in English is repeated here only to be marked for translation; a test holds it to what `etl` says.
"""

from components.wording import N_

CAUTION = N_(
    "This shows what was reported at the same time, not what caused it: events come in clusters, reports come late and on "
    "days of their own, and other events of the same days are not taken out."
)
CITATIONS = (
    N_("Nuzuh's default: every number the words can mean."),
    N_("ACLED, FAQ on fatalities: the lower bound, 1 x M, upper side open; it says nothing of quantifiers (ours stand)."),
    N_("EM-DAT, documentation of the impact variables: 2 x M, upper side open; numbers as printed, the mean of a range."),
    N_("Wikimpacts, annotation guideline, item 14: 2 x M to 9 x M; numbers up to one step s above, below or both."),
    N_("Data4Democracy, internal-displacement: the midpoint, 5.5 x M; numbers as printed, quantifiers passed over."),
)
"""Where each rule profile is published, as `etl.counting.intervals` says it."""

MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)

QUANTIFIERS = {
    "about": N_("about {n}"),
    "at_least": N_("at least {n}"),
    "more_than": N_("more than {n}"),
    "at_most": N_("at most {n}"),
    "less_than": N_("fewer than {n}"),
    "nearly": N_("nearly {n}"),
}

OPENINGS = {
    "population": N_("{when}, {count} lived {where}, according to {who}."),
    "idps": N_("{when}, {count} were living in displacement {where}, according to {who}."),
    "new_displacement": N_("{when}, {count} had been newly displaced {where}, according to {who}."),
    "returns": N_("{when}, {count} had returned {where}, according to {who}."),
    "refugees": N_("{when}, {count} were living as refugees {where}, according to {who}."),
    "refugee_arrivals": N_("{when}, {count} had arrived as refugees {where}, according to {who}."),
    "people_in_need": N_("{when}, {count} were in need of humanitarian help {where}, according to {who}."),
    "killed": N_("{when}, {count} had been killed {where}, according to {who}."),
    "injured": N_("{when}, {count} had been injured {where}, according to {who}."),
    "buildings_destroyed": N_("{when}, {count} had been destroyed {where}, according to {who}."),
    "facilities_closed": N_("{when}, {count} were out of service {where}, according to {who}."),
}
"""A sentence a measure that a minister could read aloud; `where` says since when too."""

WINDOWED = {"day": N_("day by day"), "week": N_("week by week"), "month": N_("month by month"), "year": N_("year by year")}
IN_THE_WINDOW = {
    "day": N_("In the day to {day}"),
    "week": N_("In the week to {day}"),
    "month": N_("In the month to {day}"),
    "year": N_("In the year to {day}"),
}
IN_THAT_WINDOW = {"day": N_("In that day"), "week": N_("In that week"), "month": N_("In that month"), "year": N_("In that year")}
HERE = {"origin": N_("from here"), "destination": N_("to here"), "present": N_("here")}
