"""What a speech act is: a speaker, and the words that are his. Knows no grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.model.words import MEDIA


@dataclass(frozen=True, slots=True)
class Speaker:
    """words: as the document names it, None for the article's own voice. side: a slug, third, media, unknown."""

    words: str | None
    side: str
    slug: str | None = None
    kind: str | None = None
    relayed_by: tuple[str, ...] = ()
    generic: bool = False


VOICE: Final = Speaker(None, MEDIA)
"""The article itself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A speech act in a sentence. first, last: units of what is said, half-open. at: unit of the verb."""

    speaker: Speaker
    verb: str
    at: int
    first: int
    last: int
    trailing: bool
    """True where the speaker stands after or inside what is said."""
    group: Group | None = None
