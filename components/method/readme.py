"""The README's own words: what it says of rules, words and limits is what the page says. One text, read where it stands."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.errors import CannotRead

PATH = Path(__file__).resolve().parents[2] / "README.md"


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule: its number and its words."""

    number: int
    words: str


def section(title: str, path: Path = PATH) -> str:
    """Return the text under a title, up to the next one. Raises CannotRead where there is none."""
    found = _text(path).partition(f"\n## {title}\n")[2].partition("\n## ")[0].strip()
    if not found:
        raise CannotRead(f"{path.name} has no section {title}")
    return found


def _text(path: Path) -> str:
    try:
        return _text_of(path, path.stat().st_mtime_ns)
    except FileNotFoundError as error:
        raise CannotRead(f"{path.name} is not here, and it holds these words") from error


@lru_cache(maxsize=2)
def _text_of(path: Path, written_at: int) -> str:
    """Return a text as it was written at a moment; read once, for every reader's every page asks for it several times."""
    return path.read_text(encoding="utf-8")


def points(title: str, path: Path = PATH) -> list[str]:
    """Return the points of the list in a section."""
    return [line.removeprefix("- ") for line in section(title, path).splitlines() if line.startswith("- ")]


def table(title: str, path: Path = PATH) -> list[list[str]]:
    """Return the cells of the table in a section, without its head."""
    lines = [line for line in section(title, path).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def shown(path: Path = PATH) -> list[str]:
    """Return every sentence of it that the page of the method shows, so that each can be said in other languages."""
    meanings = [meaning for _word, meaning in table("The words", path)]
    return [*(rule.words for rule in rules(path)), *points("What it does not claim", path), *meanings]


def rules(path: Path = PATH) -> list[Rule]:
    """Return the counting rules in order."""
    return [Rule(int(number), words) for number, words, *_ in table("How it counts", path)]
