"""An HTML briefing as its reader has it: what is cited, the notes, the words outside of both, the links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br"}


@dataclass
class Note:
    """A note: the id of the row it stands for, and its words."""

    row_id: str
    words: str = ""


@dataclass
class Page:
    """What a reader finds on the page."""

    cited: list[tuple[str, list[int]]] = field(default_factory=list)
    notes: dict[int, Note] = field(default_factory=dict)
    uncited: str = ""
    drawn: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, str]] = []
        self.note = 0

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in given}
        self.page.tags.append(tag)
        self.page.ids += [attributes["id"]] if "id" in attributes else []
        self.page.links += [attributes[name] for name in ("href", "xlink:href", "src") if name in attributes]
        if "data-row" in attributes:
            self.note = int(attributes["id"].removeprefix("n"))
            self.page.notes[self.note] = Note(attributes["data-row"])
        if "data-notes" in attributes:
            self.page.cited.append(("", [int(number) for number in attributes["data-notes"].split()]))
        if tag not in VOID:
            self.open.append((tag, self._place(tag, attributes)))

    def handle_startendtag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, given)
        if tag not in VOID:
            self.open.pop()

    @staticmethod
    def _place(tag: str, attributes: dict[str, str]) -> str:
        if tag in ("style", "title", "code") or attributes.get("class") in ("ref", "selection", "watermark"):
            return "aside"
        if "scale-" in attributes.get("id", "") or attributes.get("id") == "imprint" or tag == "h1":
            return "aside"
        if "data-row" in attributes:
            return "note"
        return {"svg": "drawn"}.get(tag, "cited" if "data-notes" in attributes else "")

    def handle_endtag(self, tag: str) -> None:
        name, _ = self.open.pop()
        assert name == tag, f"<{name}> is closed by </{tag}>"

    def handle_data(self, text: str) -> None:
        self.page.words += text
        places = [place for _, place in self.open if place]
        if "aside" in places:
            return
        if "note" in places:
            self.page.notes[self.note].words += text
        elif "cited" in places:
            words, notes = self.page.cited[-1]
            self.page.cited[-1] = (words + text, notes)
        elif "drawn" in places:
            self.page.drawn += f" {text} "
        else:
            self.page.uncited += f"{text} "


def read_page(content: bytes) -> Page:
    """Return what a reader finds in an HTML briefing."""
    reader = _Reader()
    reader.feed(content.decode())
    return reader.page
