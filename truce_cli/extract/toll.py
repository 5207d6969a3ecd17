"""A toll as found, before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass

from truce_cli.extract.links import Link
from truce_cli.extract.people import People
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.timing import Timing


@dataclass(slots=True)
class Toll:
    """A figure with everything found about it; engine.py turns it into a claim."""

    sentence: Sentence
    link: Link
    speaker: Speaker
    frame: Frame | None
    people: People
    side: str
    timing: Timing
    estimated: bool
    whole: Toll | None = None
    place: str | None = None
