"""IDP Task Force / HNAP: monthly movements of displaced people and returnees by governorate of arrival, 2016 to 2021.

The workbook prints a grand total beside its parts. The total is the check, never a row of ours: parts that do not add up
to it mean that the source changed. Movements are not people: one person who fled twice is counted twice.
"""

import calendar
from collections import defaultdict
from datetime import date
from pathlib import Path

from etl import cells, raw
from etl.errors import SourceChanged, UnknownPlace, UnknownWord
from etl.figures import figure_id_of
from etl.reference import Reference
from etl.sources import CellNotUnderstood, Received, Record, Source, document_of, problem, understood
from etl.vocabulary import AreaRole, Cause, Confidence, DateAccuracy, Modality, Quantifier, Subgroup, Term, Unit

SOURCE = Source(
    name="hnap",
    title="IDP movements and spontaneous returns by governorate",
    publisher="OCHA / IDP Task Force",
    licence="Public copy of a humanitarian workbook; credit OCHA and the IDP Task Force",
    coverage="Syria by governorate and month, January 2016 to 2021; arrivals in assessed communities",
    figures_at_least=800,
)
COLUMNS = ["kind", "governorate", "month", "people"]
TOTAL = "Grand Total"
SPEAKER = "IDP Task Force"
MEASURE_OF = {"IDP": ("new_displacement", Term.DISPLACED), "Returnee": ("returns", Term.RETURNED)}


def sniff(path: Path) -> bool:
    """Return whether the file is the monthly table: its first line names the four columns."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        return lines.readline().strip().split(",") == COLUMNS


def read(path: Path, reference: Reference) -> Received:
    """Return a figure a governorate and month. Raises SourceChanged where the parts do not add up to the printed total."""
    sidecar = raw.read_sidecar(path)
    document = document_of(sidecar, source=SOURCE.name, document_id=sidecar.sha256)
    received = Received(documents=[document])
    sums: dict[tuple[str, str], int] = defaultdict(int)
    totals: dict[tuple[str, str], int] = {}
    incomplete: set[tuple[str, str]] = set()
    for row, texts in raw.read_rows(path, COLUMNS):
        try:
            people = understood("people", _count, texts["people"])
            if texts["governorate"] == TOTAL:
                totals[texts["kind"], texts["month"]] = people
                continue
            received.figures.append(_figure(texts, people, document, reference))
            sums[texts["kind"], texts["month"]] += people
        except CellNotUnderstood as error:
            incomplete.add((texts["kind"], texts["month"]))
            received.problems.append(
                problem(path, row, str(error), source=SOURCE.name, column=error.column, excerpt=",".join(texts.values()))
            )
    _check_totals(path, sums, {key: total for key, total in totals.items() if key not in incomplete})
    return received


def _count(cell: str) -> int:
    people = cells.parse_count(cell)
    if people is None:
        raise UnknownWord("no number is printed; it is not taken as zero")
    return people


def _month(cell: str) -> tuple[date, date]:
    try:
        first = date.fromisoformat(f"{cell}-01")
    except ValueError as error:
        raise UnknownWord(f"{cell!r} is not a month written as 2020-01") from error
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _kind(cell: str) -> tuple[str, Term]:
    if cell not in MEASURE_OF:
        raise UnknownWord(f"{cell!r} is not one of {', '.join(MEASURE_OF)}")
    return MEASURE_OF[cell]


def _figure(texts: dict[str, str], people: int, document: Record, reference: Reference) -> Record:
    measure, term = understood("kind", _kind, texts["kind"])
    first, last = understood("month", _month, texts["month"])
    try:
        area_code = reference.area_code(texts["governorate"])
    except UnknownPlace as error:
        raise CellNotUnderstood("governorate", str(error)) from error
    return {
        "figure_id": figure_id_of(SOURCE.name, texts["kind"], texts["governorate"], texts["month"]),
        "document_id": document["document_id"],
        "source": SOURCE.name,
        "publisher": document["publisher"],
        "speaker": SPEAKER,
        "published_on": document["published_on"],
        "measure": measure,
        "term": term.value,
        "cause": Cause.CONFLICT.value,
        "unit": Unit.MOVEMENTS.value,
        "quantifier": Quantifier.EXACT.value,
        "reported_value": people,
        "period_start": first,
        "as_of": last,
        "accuracy": DateAccuracy.MONTH.value,
        "area_code": area_code,
        "area_as_reported": texts["governorate"],
        "area_role": AreaRole.DESTINATION.value,
        "subgroup": Subgroup.ALL.value,
        "modality": Modality.ASSERTED.value,
        "phrase": texts["people"],
        "rule_id": "exact",
        "confidence": Confidence.MEDIUM.value,
        "note": "Read from a public copy of the workbook; the day of publication is not known.",
    }


def _check_totals(path: Path, sums: dict[tuple[str, str], int], totals: dict[tuple[str, str], int]) -> None:
    for (kind, month), total in totals.items():
        if sums.get((kind, month), 0) != total:
            raise SourceChanged(
                f"{path.name}: the {kind} parts of {month} add up to {sums.get((kind, month), 0):,}, not to the printed {total:,}"
            )
