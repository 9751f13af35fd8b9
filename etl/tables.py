"""Every table declared once: column, type, unit, definition, HXL tag, allowed values, key.

From these declarations come the Arrow schema (with the definitions in the field metadata), the checks, the data
dictionary, and the headers of every download.
"""

from enum import StrEnum

from etl import vocabulary as v
from etl.columns import COUNT, DAY, FLAG, ID, MOMENT, REAL, TEXT, Column, Table, surely
from etl.errors import UnknownTable

__all__ = ["COUNT", "DAY", "FLAG", "REAL", "TABLES", "TEXT", "Column", "Table", "surely", "table_named"]


def _words(enum: type[StrEnum]) -> frozenset[str]:
    return frozenset(word.value for word in enum)


def _id(name: str, definition: str, required: bool = False) -> Column:
    return Column(name, ID, definition, required, hxl=f"#meta+id+{name.removesuffix('_id')}")


def _text(name: str, definition: str, required: bool = False, hxl: str = "") -> Column:
    return Column(name, TEXT, definition, required, hxl=hxl)


def _word(name: str, enum: type[StrEnum], definition: str, required: bool = False, hxl: str = "") -> Column:
    return Column(name, TEXT, definition, required, _words(enum), hxl=hxl)


def _day(name: str, definition: str, required: bool = False, hxl: str = "") -> Column:
    return Column(name, DAY, definition, required, unit="day", hxl=hxl)


def _count(name: str, definition: str, required: bool = False, unit: str = "", hxl: str = "") -> Column:
    return Column(name, COUNT, definition, required, unit=unit, hxl=hxl)


def _flag(name: str, definition: str, required: bool = True) -> Column:
    return Column(name, FLAG, definition, required)


def _real(name: str, definition: str, required: bool = False, unit: str = "", hxl: str = "") -> Column:
    return Column(name, REAL, definition, required, unit=unit, hxl=hxl)


def _people(what: str) -> tuple[Column, ...]:
    return (
        _count(
            "people_low", f"Lower end of {what}. Missing: open, or not known. Never zero for unknown.", unit="unit of the row"
        ),
        _count("people_value", f"The printed number of {what}. Missing for vague words and ranges.", unit="unit of the row"),
        _count("people_high", f"Upper end of {what}. Missing: open, or not known.", unit="unit of the row"),
    )


# fmt: off  (a line a column reads as the table it declares)
MEASURE = Column("measure", TEXT, "What is counted.", True, frozenset(v.MEASURES), hxl="#indicator+name")
KIND = _word("kind", v.Kind, "stock (people on a day) or flow (movements in a period).", True, hxl="#indicator+type")
UNIT = _word("unit", v.Unit, "What one counted thing is. Units are never added across.", True, hxl="#meta+unit")
SERIES_UNIT = _word(
    "unit",
    v.Unit,
    "What people_* and the series count: persons where reported or converted, else the unit as reported.",
    True,
    hxl="#meta+unit",
)
AREA_ROLE = _word(
    "area_role",
    v.AreaRole,
    "Whether the people left the area, came to it, or are in it. Missing: not said.",
    hxl="#meta+area_role",
)
SINCE = _day(
    "since",
    "The day a running total starts; for a stock, the day from which its people had been displaced. Missing: none.",
    hxl="#date+start",
)
SPEAKER = _text("speaker", "Whom the text credits with the number; the publisher where it credits no one.", True, "#meta+speaker")
AREA_CODE = _text(
    "area_code", "The area's p-code (UN OCHA) or the code of a named group. Missing: could not be coded.", hxl="#adm+code"
)
AREA_NAME = _text("area_name", "The area's name in our gazetteer.", hxl="#adm+name")
SPAN = (
    _count("span_start", "First character of the phrase in the document's text. Missing for feeds and the register."),
    _count("span_end", "Character after the phrase in the document's text."),
)

DOCUMENTS = Table(
    "documents",
    "One thing published each.",
    ("document_id",),
    (
        _id("document_id", "SHA-256 of the text; of the citation where the text is not ours to keep.", True),
        _text("source", "Our connector: a file in etl/sources/.", True, "#meta+source"),
        _text("publisher", "Who published it.", True, "#meta+publisher"),
        _text("title", "Its title, or a descriptive label.", False, "#meta+title"),
        _text("url", "Where it was read.", False, "#meta+url"),
        _text("language", "ISO 639-1 code.", False, "#meta+language"),
        _day("published_on", "The day it appeared. Missing: not known.", hxl="#date+published"),
        _day("accessed_on", "The day we took it.", hxl="#date+accessed"),
        _text("licence", "The terms it comes under.", True, "#meta+licence"),
        _flag("is_redistributable", "Whether rows read from it may be passed on."),
        _count("n_chars", "Length of its text. Missing: the text is not kept."),
    ),
)

FIGURES = Table(
    "figures",
    "One reported number each, tied to its words, speaker, day and place.",
    ("figure_id",),
    (
        _id("figure_id", "A stable hash of the statement.", True),
        _id("document_id", "The document it stands in.", True),
        _text("source", "Our connector.", True, "#meta+source"),
        _text("publisher", "Who published it.", True, "#meta+publisher"),
        SPEAKER,
        _day("published_on", "The day it was published. Missing: not known, and as_of stands in for it.", hxl="#date+published"),
        MEASURE,
        KIND,
        _word("term", v.Term, "How people moved or were affected, in IDMC's terms.", hxl="#meta+term"),
        _word("cause", v.Cause, "What it is put down to. Missing: not said.", hxl="#cause"),
        UNIT,
        _word("quantifier", v.Quantifier, "How the words bound the number.", True, hxl="#meta+quantifier"),
        _count("reported_low", "The lower number as printed.", unit="as reported", hxl="#value+reported+min"),
        _count(
            "reported_value",
            "The number as printed, or what a printed share of it makes, in its unit. Missing for vague words and ranges.",
            unit="as reported",
            hxl="#value+reported",
        ),
        _count("reported_high", "The higher number as printed.", unit="as reported", hxl="#value+reported+max"),
        _real(
            "household_size",
            "Persons per household: used to convert, or what the two numbers of the document make. Missing: neither.",
            unit="persons per household",
        ),
        _text("household_size_source", "Where the household size comes from; 'text' where the document gives both numbers."),
        *_people("the interval the words claim, after conversion to people"),
        _day(
            "period_start",
            "First day of a flow; for a stock, the day from which its people had been displaced.",
            hxl="#date+start",
        ),
        _day(
            "as_of",
            "The day a stock describes or a flow ends. Missing: not given, and the figure stays out of series.",
            hxl="#date+end",
        ),
        _word("accuracy", v.DateAccuracy, "How exactly as_of is known.", hxl="#meta+accuracy"),
        AREA_CODE,
        AREA_NAME,
        _text("area_as_reported", "The place as the publisher wrote it.", False, "#loc+reported"),
        _count(
            "area_level",
            "0 country, 1 governorate, 2 district, 3 sub-district, 4 place. Missing for named groups.",
            hxl="#adm+level",
        ),
        AREA_ROLE,
        _word(
            "subgroup",
            v.Subgroup,
            "Which part of the people is counted; all where the figure is the total.",
            True,
            "#meta+subgroup",
        ),
        _id("is_part_of", "The figure_id of the total it belongs to. A part is never added to its total."),
        _word("modality", v.Modality, "Whether the words say that it happened. Only asserted figures enter series.", True),
        _text("phrase", "The words that hold the number, exactly.", True, "#meta+phrase"),
        _text("excerpt", "The sentence around the phrase, where it is ours to keep.", False, "#meta+excerpt"),
        *SPAN,
        _text("rule_id", "The rule that made the interval, as profile/rule.", True, "#meta+rule"),
        _word("confidence", v.Confidence, "How much was explicit: high, medium or low.", True, "#meta+confidence"),
        _text("note", "What a reader must know: doubts, conflicts, what was inferred.", False, "#description"),
        _day("known_from", "The day it counts as known: published_on, or as_of where that is missing."),
        _id("claim_id", "The claim it repeats."),
        _word("role", v.Role, "recommended, triangulation or superseded. Missing: it takes no part in series.", hxl="#meta+role"),
        _text("role_reason", "Why it has that role, in words."),
    ),
)

CLAIMS = Table(
    "claims",
    "One statement by one speaker each, however many documents repeat it.",
    ("claim_id",),
    (
        _id("claim_id", "A stable hash of the statement.", True),
        MEASURE,
        SERIES_UNIT,
        AREA_CODE,
        AREA_ROLE,
        _word("subgroup", v.Subgroup, "Which part of the people is counted.", True),
        _day("period_start", "First day of the flow.", hxl="#date+start"),
        _day("as_of", "The day the stock describes or the flow ends.", hxl="#date+end"),
        SPEAKER,
        *_people("the interval claimed"),
        _day("first_published_on", "The first day any document published it, or as_of where none is known."),
        _count("n_documents", "How many documents repeat it.", True),
    ),
)

OFFENSIVES = Table(
    "offensives",
    "A campaign, or one phase of it, with a start, an end and parties.",
    ("offensive_id",),
    (
        _id("offensive_id", "Our identifier.", True),
        _id("part_of", "The campaign a phase belongs to. Missing: it is a campaign."),
        _text("name", "What it is called.", True, "#event+name"),
        _day("started_on", "First day.", True, "#date+start"),
        _day("ended_on", "Last day. Missing: not ended, or not known.", hxl="#date+end"),
        _word("accuracy", v.DateAccuracy, "How exactly the days are known.", True),
        _text("parties", "Who fought, the attacker first, separated by semicolons.", True, "#group"),
        _text("summary", "What happened, in our words, disputes included.", True, "#description"),
        _text("publisher", "Who is the source of the dates.", True, "#meta+publisher"),
        _text("url", "Where the dates were read.", True, "#meta+url"),
    ),
)

EVENTS = Table(
    "events",
    "One dated incident each.",
    ("event_id",),
    (
        _id("event_id", "A stable identifier.", True),
        _id("offensive_id", "The campaign or phase it belongs to. Missing: none."),
        _word("event_type", v.EventType, "What happened.", True, "#event+type"),
        _day("started_on", "First day. Missing: not given.", hxl="#date+start"),
        _day("ended_on", "Last day.", hxl="#date+end"),
        _word("accuracy", v.DateAccuracy, "How exactly the days are known."),
        AREA_CODE,
        AREA_NAME,
        _text("area_as_reported", "The place as the publisher wrote it.", False, "#loc+reported"),
        _real("latitude", "Degrees north of the area's point.", unit="degrees", hxl="#geo+lat"),
        _real("longitude", "Degrees east of the area's point.", unit="degrees", hxl="#geo+lon"),
        _word("place_accuracy", v.PlaceAccuracy, "How exactly the place is known."),
        _text("actor", "Who acted, as attributed.", False, "#group+actor"),
        _text("opponent", "Against whom or what.", False, "#group+opponent"),
        _word("status", v.EventStatus, "reported, claimed, denied or confirmed.", True, "#status"),
        SPEAKER,
        _text("publisher", "Who published it.", True, "#meta+publisher"),
        _text("leaning", "Where the publisher stands: independent, un, government, opposition, turkey, tertiary, unknown.", True),
        _id("document_id", "The document it was read from. Missing for the register of events."),
        _text("phrase", "The words that report it, where it was read from prose."),
        *SPAN,
        _count("killed_low", "Deaths reported in it, lower end.", unit="persons", hxl="#affected+killed+min"),
        _count("killed_value", "Deaths reported in it, as printed.", unit="persons", hxl="#affected+killed"),
        _count("killed_high", "Deaths reported in it, upper end.", unit="persons", hxl="#affected+killed+max"),
        _word("confidence", v.Confidence, "How surely it was read: high, medium or low.", True),
        _text("note", "What a reader must know, disputes included.", False, "#description"),
        _text("url", "Where it was read.", False, "#meta+url"),
        _text("source", "Our connector or register.", True, "#meta+source"),
        _day("known_from", "The day it counts as known: publication, or its own last day where that is missing."),
    ),
)

SERIES = Table(
    "series",
    "The recommended figure of one count, day by day. Rows of one series share measure, unit, area, area_role, since and window.",
    ("measure", "unit", "area_code", "area_role", "since", "window", "as_of"),
    (
        MEASURE,
        KIND,
        SERIES_UNIT,
        AREA_CODE,
        AREA_NAME,
        AREA_ROLE,
        SINCE,
        _word("window", v.Window, "Length of the period of a flow over windows. Missing: a stock or a running total."),
        _day("as_of", "The day the value describes (stock) or its period ends (flow).", True, "#date+end"),
        _count("low", "Lower end of the band: the envelope of the claims of that day. Missing: open.", hxl="#value+min"),
        _count("value", "The recommended number as printed. Missing for vague words and ranges, never zero.", hxl="#value"),
        _count("high", "Upper end of the band: the envelope of the claims of that day. Missing: open.", hxl="#value+max"),
        _word("quantifier", v.Quantifier, "How the recommended words bound their number.", True),
        _id("figure_id", "The recommended figure.", True),
        SPEAKER,
        _count("n_claims", "Claims about that day, the recommended one included.", True),
        _count("n_speakers", "Speakers behind them.", True),
        _count("change_low", "Least change of the recommended count since the previous point."),
        _count("change_value", "Difference of the two printed numbers. Missing where either has none."),
        _count("change_high", "Most change of the recommended count since the previous point. Missing: open."),
        _count("days", "Days since the previous point. Missing for the first.", unit="days"),
        _flag("is_revision", "Whether the speaker lowered its own running total."),
    ),
)

AREAS = Table(
    "areas",
    "Places and named groups of places.",
    ("area_code",),
    (
        _text("area_code", "P-code of UN OCHA where there is one, else our own.", True, "#adm+code"),
        _text("name", "Its name in English.", True, "#adm+name"),
        _text("name_ar", "Its name in Arabic, where seen in a source.", False, "#adm+name+i_ar"),
        _count(
            "level", "0 country, 1 governorate, 2 district, 3 sub-district, 4 place. Missing for named groups.", hxl="#adm+level"
        ),
        _text("parent_code", "The area that contains it.", False, "#adm+code+parent"),
        _text("aliases", "Other spellings, separated by semicolons."),
        _real("latitude", "Degrees north. Missing: none with clear terms.", unit="degrees", hxl="#geo+lat"),
        _real("longitude", "Degrees east.", unit="degrees", hxl="#geo+lon"),
        _text("members", "For a named group: the area codes in it, separated by semicolons."),
        _text(
            "place_kind",
            "country, governorate, district, subdistrict, town, village, camp, border_crossing, road or group.",
            True,
        ),
        _text("source", "Where name, code and point come from.", True, "#meta+source"),
        _text("note", "What a reader must know.", False, "#description"),
    ),
)

SPEAKERS = Table(
    "speakers",
    "Those whom texts credit with numbers.",
    ("speaker",),
    (
        _text("speaker", "Its name as our tables give it.", True),
        _text("aliases", "Other ways texts name it, separated by semicolons."),
        _text("speaker_type", "un, ngo, monitor, government, media, other.", True),
        _text("leaning", "independent, un, government, opposition, turkey, tertiary, unknown.", True),
        _text("note", "Whose count it passes on, and anything else a reader must know."),
    ),
)

PROBLEMS = Table(
    "problems",
    "What could not be accepted, and why.",
    (),
    (
        _word("stage", v.Stage, "Where in the build it was met.", True),
        _text("source", "Our connector.", True),
        _id("document_id", "The document it concerns."),
        _text("file", "The file it was met in."),
        _count("row", "The row of a table file, the header being row 1."),
        _text("column", "The column of a table file."),
        _text("reason", "What was not understood, in a sentence.", True),
        _text("excerpt", "The words concerned."),
        *SPAN,
    ),
)

BUILDS = Table(
    "builds",
    "One run of the pipeline each.",
    ("build_id",),
    (
        _id("build_id", "Names the folder of the build.", True),
        _text("crisis", "The crisis it was built for.", True),
        Column("started_at", MOMENT, "When it began.", True),
        Column("finished_at", MOMENT, "When every table was ready.", True),
        _text("inputs", "JSON: path and sha256 of every file read.", True),
        _text("n_rows", "JSON: rows by table.", True),
        _text("rules", "Version of the counting rules.", True),
    ),
)

# fmt: on

TABLES: dict[str, Table] = {
    table.name: table for table in (DOCUMENTS, FIGURES, CLAIMS, OFFENSIVES, EVENTS, SERIES, AREAS, SPEAKERS, PROBLEMS, BUILDS)
}


def table_named(name: str) -> Table:
    """Return the declaration of a table, or raise UnknownTable with the names there are."""
    if name not in TABLES:
        raise UnknownTable(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]
