"""What may be handed in: which files, how large, how long, and how much a file may unfold to."""

import io
from zipfile import BadZipFile, ZipFile

from components.wording import _
from etl.errors import CannotRead

SUFFIXES = (".txt", ".html", ".pdf", ".docx")
MEGABYTE = 1_000_000
MEGABYTES = 2
CHARACTERS = 200_000
UNFOLDED = 40 * MEGABYTE
"""The most bytes that the parts of a .docx may declare together; a report of hundreds of pages declares a few million."""
PARTS = 2_000


def checked(content: bytes, suffix: str) -> None:
    """Raise CannotRead, with a sentence for the reader, for a file that is empty, too large, of another kind, or a trap."""
    if suffix not in SUFFIXES:
        raise CannotRead(_("This kind of file cannot be read; {kinds} can").format(kinds=", ".join(SUFFIXES)))
    if not content.strip():
        raise CannotRead(_("There is nothing to read: it is empty"))
    if len(content) > MEGABYTES * MEGABYTE:
        raise CannotRead(_("It is larger than {megabytes} MB; hand in the part with the figures").format(megabytes=MEGABYTES))
    if suffix == ".docx":
        _checked_parts(content)


def checked_text(text: str) -> None:
    """Raise CannotRead for a text without words or longer than can be read in a moment."""
    if not text.strip():
        raise CannotRead(_("There is nothing to read: it is empty"))
    if len(text) > CHARACTERS:
        words = _("It has {n} characters, more than the {most} that are read at once; hand in a part")
        raise CannotRead(words.format(n=f"{len(text):,}", most=f"{CHARACTERS:,}"))


def _checked_parts(content: bytes) -> None:
    """Raise CannotRead for a .docx that unfolds too far. A part never gives more bytes than it declares: reading stops there."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            sizes = [part.file_size for part in archive.infolist()]
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise CannotRead(_("It is not a .docx file that can be read; it may be damaged")) from error
    if sum(sizes) > UNFOLDED or len(sizes) > PARTS:
        raise CannotRead(_("This .docx unfolds to far more than a report holds, and was not opened"))
