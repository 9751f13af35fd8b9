"""One thing published, with its text exactly as published: every span of every mention refers to it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from etl.reading.language import detect_language

UNKNOWN_PUBLISHER = "not given"


@dataclass(frozen=True, slots=True)
class Document:
    """A document and what is known about it. `published_on` is missing where nothing says it; it is never guessed."""

    document_id: str
    text: str
    title: str | None = None
    publisher: str = UNKNOWN_PUBLISHER
    url: str | None = None
    language: str | None = None
    published_on: date | None = None
    accessed_on: date | None = None
    licence: str = "not given"
    is_redistributable: bool = False
    source: str = "folder"
    given_id: str | None = None

    def on(self, published_on: date | None) -> "Document":
        """Return the same document with another day of publication."""
        return replace(self, published_on=published_on)

    def record(self) -> dict[str, Any]:
        """Return the row of the documents table."""
        return {
            "document_id": self.document_id,
            "source": self.source,
            "publisher": self.publisher,
            "title": self.title,
            "url": self.url,
            "language": self.language,
            "published_on": self.published_on,
            "accessed_on": self.accessed_on,
            "licence": self.licence,
            "is_redistributable": self.is_redistributable,
            "n_chars": len(self.text),
        }


def document_id_of(text: str) -> str:
    """Return the SHA-256 of the text in hexadecimal. Half a surrogate pair, which JSON can carry, is hashed as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_of(text: str, **fields: Any) -> Document:
    """Return the document of a text; fields left out or None are unknown, the language is then detected."""
    known = {name: value for name, value in fields.items() if value is not None}
    known.setdefault("language", detect_language(text))
    return Document(document_id=document_id_of(text), text=text, **known)
