"""What a reader finds in a file: its text, and what it says about itself. Decides nothing about dates."""

from __future__ import annotations

from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """text: cleaned, paragraphs parted by a blank line.

    dates: (name of the field, value as written), best first; urls: addresses of the page itself, best first;
    images: addresses of its lead images.
    """

    text: str
    format: str
    reader: str
    title: str | None = None
    outlet: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    urls: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
