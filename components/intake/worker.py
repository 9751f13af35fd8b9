"""`python -m components.intake.worker`: one report on standard input, what it reports as JSON on standard output.

A process of its own, because what is handed in may be made to hurt: it gets so much memory and so many seconds of work and no
more, a library that crashes on it takes nothing else down, and nothing of it is left when the process ends. The first line of
the input is JSON (suffix, published_on, publisher); the bytes of the file follow. Exit 2: a sentence on standard error.
"""

import json
import resource
import sys
from datetime import date

from components.intake import limits
from components.wording import speaking
from etl.errors import NuzuhError
from etl.reading import extract, render
from etl.reading.dates import find_dateline
from etl.reading.document import Document, document_of
from etl.reading.files import READERS
from etl.reading.language import readable_languages
from etl.reading.lexicon import Lexicon

MEMORY = 1 << 30
SECONDS = 20
NAME = "The file"


def main() -> int:
    """Read standard input and print what it reports; return 0, or 2 where it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        with speaking(asked["language"]):
            document = opened(sys.stdin.buffer.read(), asked["suffix"], asked["published_on"], asked["publisher"])
        reading = extract.read(document, extract.known_places(), extract.known_speakers())
    except NuzuhError as error:
        sys.stderr.buffer.write(str(error).encode())
        return error.exit_code
    sys.stdout.write(json.dumps(render.as_record(reading) | {"text": document.text}, default=date.isoformat))
    return 0


def opened(content: bytes, suffix: str, published_on: str | None, publisher: str | None) -> Document:
    """Return the document; what the reader says of it overrules the file. Raises CannotRead."""
    found = READERS[suffix](content, NAME)
    limits.checked_text(found.text)
    document = document_of(
        found.text,
        title=found.title,
        publisher=publisher or found.publisher,
        url=found.url,
        published_on=date.fromisoformat(published_on) if published_on else found.published_on,
        source="handed_in",
    )
    if document.published_on is not None or document.language not in readable_languages():
        return document
    return document.on(find_dateline(document.text, Lexicon.load(document.language)))


if __name__ == "__main__":
    sys.exit(main())
