"""The command line. Results go to standard output, progress and messages to standard error.

Exit 0: done. 1: the data broke a rule. 2: the call or a file could not be read.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from etl import around, check, diff, exports, pipeline, store, tables
from etl.arguments import day
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.errors import CannotRead, NuzuhError
from etl.formats import FORMATS
from etl.reading import extract
from etl.reading.recall import found_again
from etl.select import Selection


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; an error of ours is one sentence, never a traceback."""
    args = build_parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        return run(args)
    except NuzuhError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(prog="python -m etl", description="Reported facts about displacement, as tables.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_build(commands.add_parser("build", help="read the raw files and build every table"))
    commands.add_parser("check", help="hold the live build against every rule").set_defaults(run=run_check)
    _add_export(commands.add_parser("export", help="write one table, or part of it"))
    _add_extract(commands.add_parser("extract", help="read documents: text in, figures and events out"))
    _add_diff(commands.add_parser("diff", help="what came between two days"))
    _add_meanwhile(commands.add_parser("meanwhile", help="what a running total says around offensives and events"))
    commands.add_parser("sources", help="what can be read, with licence and coverage").set_defaults(run=run_sources)
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--crisis", metavar="ID", help="a file of data/crises/ (default: northwest Syria 2019-20)")
    parser.set_defaults(run=run_build)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", choices=sorted(tables.TABLES), metavar="TABLE", help=", ".join(sorted(tables.TABLES)))
    parser.add_argument("--format", choices=sorted(FORMATS), default="csv")
    parser.add_argument("--hxl", action="store_true", help="a row of HXL hashtags under the header of a CSV")
    parser.add_argument("--area", help="an area's code, name or alias")
    parser.add_argument("--measure")
    parser.add_argument("--from", dest="first_day", type=day, metavar="DAY", help="first day, as 2020-01-28")
    parser.add_argument("--to", dest="last_day", type=day, metavar="DAY", help="last day")
    parser.add_argument("--known-on", type=day, metavar="DAY", help="only what was published by that day")
    parser.add_argument("--profile", choices=sorted(PROFILES), default=DEFAULT_PROFILE, help="convention for vague words")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    parser.set_defaults(run=run_export)


def _add_extract(parser: argparse.ArgumentParser) -> None:
    extract.add_arguments(parser)
    parser.set_defaults(run=extract.run)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--known-on", type=day, metavar="DAY", action="append", required=True, help="give it twice")
    parser.add_argument("--profile", choices=sorted(PROFILES), default=DEFAULT_PROFILE, help="convention for vague words")
    parser.set_defaults(run=run_diff)


def _add_meanwhile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", help="an area's code, name or alias (default: the crisis')")
    parser.add_argument("--measure", help="a flow (default: the crisis')")
    parser.add_argument("--since", type=day, metavar="DAY", help="the day the running total starts (default: the crisis')")
    parser.add_argument("--known-on", type=day, metavar="DAY", help="only what was published by that day")
    parser.set_defaults(run=run_meanwhile)


def run_build(args: argparse.Namespace) -> int:
    """Build every table and say what came of it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Starting")
        build_id = pipeline.build(
            args.crisis, progress=lambda step, done, total: bar.update(task, description=step, completed=done, total=total)
        )
    n_rows = store.read("builds", build_id)["n_rows"].iloc[0]
    print(f"built {build_id}: {n_rows}", file=sys.stderr)
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Print every breach of a rule in the live build; exit 1 if there is one."""
    build = store.live_build()
    broken = check.broken_rules(build)
    for sentence in broken:
        print(sentence)
    n_problems = len(store.read("problems", build))
    verdict = f"{len(broken)} rules broken" if broken else f"keeps all {len(check.RULES)} rules"
    again = found_again(store.read("figures", build), store.read("documents", build))
    print(
        f"{again.n_numbers} of the register's {again.n_figures} figures from {again.n_documents} reports are found again in our "
        f"digests of them, {again.n_complete} with area and day",
        file=sys.stderr,
    )
    print(f"build {build} {verdict}; {n_problems} problems on record (see: python -m etl export problems)", file=sys.stderr)
    return 1 if broken else 0


def run_export(args: argparse.Namespace) -> int:
    """Write the selected rows of one table."""
    selection = Selection(
        area=args.area,
        measure=args.measure,
        first_day=args.first_day,
        last_day=args.last_day,
        known_on=args.known_on,
        profile=args.profile,
    )
    export = exports.Export(args.table, selection, store.live_build() or "", hxl=args.hxl, is_shared=False)
    chunks = exports.chunks(export, args.format)
    if args.output is None:
        sys.stdout.buffer.writelines(chunks)
        sys.stdout.buffer.flush()
        return 0
    try:
        with args.output.open("wb") as file:
            file.writelines(chunks)
    except OSError as error:
        print(f"error: {args.output.name} cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def run_diff(args: argparse.Namespace) -> int:
    """Print, as CSV, every figure and point that differs between the knowledge of two days."""
    if len(args.known_on) != 2:
        raise CannotRead("diff compares two days: give --known-on twice")
    one, other = args.known_on
    print(diff.diff(one, other, profile=args.profile).rows.to_csv(index=False), end="")
    return 0


def run_meanwhile(args: argparse.Namespace) -> int:
    """Print, as CSV, the change of a running total around each offensive and event; the findings by type on standard error."""
    found = around.around(Selection(area=args.area, measure=args.measure, known_on=args.known_on), since=args.since)
    print(found.rows.to_csv(index=False), end="")
    for one in found.associations:
        print(f"{one.event_type}: {one.sentence}", file=sys.stderr)
    return 0


def run_sources(args: argparse.Namespace) -> int:
    """Print what can be read: name, title, publisher, licence, coverage."""
    for name, module in pipeline.source_modules().items():
        source = module.SOURCE
        print(f"{name}\n  {source.title}, {source.publisher}\n  licence: {source.licence}\n  coverage: {source.coverage}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
