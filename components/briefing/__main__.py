"""The command line: one briefing of the live build, as files in a folder. Progress and messages go to standard error.

Exit 0: done. 1: the data broke a rule. 2: the call or a file could not be read.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from components import wording
from components.briefing.audiences import AUDIENCES, DEFAULT_AUDIENCE
from components.briefing.compose import build_briefing
from components.briefing.files import FORMATS, file_name
from components.briefing.material import Asked
from etl.arguments import day
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.errors import NuzuhError


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the briefing in every wanted format and return the exit code; an error of ours is one sentence, never a traceback."""
    parser = build_parser()
    args = parser.parse_args(arguments)
    if args.reviewed_at and not args.reviewed_by:
        parser.error("--reviewed-at without --reviewed-by signs nothing")
    try:
        return run(args)
    except NuzuhError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    parser = argparse.ArgumentParser(
        prog="python -m components.briefing", description="A briefing on what was reported, every number with its source."
    )
    parser.add_argument("--crisis", required=True, metavar="ID", help="a file of data/crises/")
    parser.add_argument("--area", help="an area's code, name or alias (default: the area of the crisis)")
    parser.add_argument("--from", dest="first_day", type=day, metavar="DAY", help="first day, as 2020-01-28")
    parser.add_argument("--to", dest="last_day", type=day, metavar="DAY", help="last day")
    parser.add_argument("--known-on", type=day, metavar="DAY", help="only what was published by that day")
    parser.add_argument("--since-known", type=day, metavar="DAY", help="tell what changed since a briefing known on that day")
    parser.add_argument("--profile", choices=sorted(PROFILES), default=DEFAULT_PROFILE, help="convention for vague words")
    parser.add_argument("--audience", choices=list(AUDIENCES), default=DEFAULT_AUDIENCE)
    parser.add_argument("--language", choices=wording.LANGUAGES, default=wording.DEFAULT)
    parser.add_argument("--format", dest="formats", type=formats, default="html", help=f"one or more of {', '.join(FORMATS)}")
    parser.add_argument("--reviewed-by", type=name, metavar="NAME", help="who signs it; a draft without")
    parser.add_argument("--reviewed-at", type=moment, metavar="MOMENT", help="when, in UTC, as 2020-03-05T09:30 (default: now)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the files go")
    return parser


def formats(text: str) -> list[str]:
    """Return the formats of a list with commas, each once; argparse tells the caller about one that there is not."""
    wanted = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise argparse.ArgumentTypeError(f"there is no format {', '.join(unknown) or text!r}; there is {', '.join(FORMATS)}")
    return wanted


def name(text: str) -> str:
    """Return the name of the person who signs; argparse tells the caller that an empty one signs nothing."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty name signs nothing; leave --reviewed-by out for a draft")
    return text.strip()


def moment(text: str) -> datetime:
    """Return a moment in UTC; argparse tells the caller about one that is written otherwise."""
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M").replace(tzinfo=UTC)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a moment written as 2020-03-05T09:30") from error


def run(args: argparse.Namespace) -> int:
    """Compose the briefing once and write it in every format; say where the files are."""
    asked = Asked(
        crisis_id=args.crisis, area=args.area, first_day=args.first_day, last_day=args.last_day, known_on=args.known_on,
        audience=args.audience, language=args.language, profile=args.profile, previous=args.since_known,
        reviewed_by=args.reviewed_by, reviewed_at=args.reviewed_at or (datetime.now(UTC) if args.reviewed_by else None),
    )  # fmt: skip
    written = []
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("Reading the build", total=1 + len(args.formats))
        briefing = build_briefing(asked)
        for kind in args.formats:
            bar.update(task, description=f"Writing {kind}", advance=1)
            content = FORMATS[kind](briefing)
            path = args.output / file_name(briefing, kind)
            try:
                args.output.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            except OSError as error:
                print(f"error: {path} cannot be written: {error.strerror}", file=sys.stderr)
                return 2
            written.append(path)
        bar.update(task, description="Done", advance=1)
    print("\n".join(map(str, written)))
    return 0


if __name__ == "__main__":
    # A process of a few seconds has no rubbish worth looking for; looking would take a tenth of its time.
    gc.disable()
    sys.exit(main())
