"""Names that speak or suffer in an article and that its conflict file does not know. Proposes no claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce_cli.extract.article import Article
from truce_cli.extract.engine import extract
from truce_cli.extract.lexicon import lexicon
from truce_cli.extract.speakers import frames
from truce_cli.extract.vocabulary import BODIES
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.words import THIRD, UNKNOWN

_LONGEST = 80
"""Characters of a name; more are a clause."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """role: speaks, suffers (whose dead these are cannot be told), place (not in the file); name, quote: the
    document's words; start: of the quote, in code points."""

    role: str
    name: str
    quote: str
    start: int


def strangers(document: Document, conflict: Conflict) -> Iterator[Stranger]:
    """Everybody whom the file should perhaps know, in the order of the text, role by role."""
    article = Article(document, lexicon(conflict))
    for sentence in article.sentences:
        for frame in frames(sentence):
            speaker = frame.speaker
            if (
                speaker.words
                and speaker.slug is None
                and speaker.side in (UNKNOWN, THIRD)
                and _is_name(speaker.words)
            ):
                yield Stranger("speaks", speaker.words, sentence.words.strip(), sentence.start)
    known = {name.casefold() for place in conflict.places for name in (place.name, *place.aliases)}
    known |= {alias.casefold() for side in conflict.sides for alias in side.aliases}
    for claim in extract(document, conflict):
        quote, start = claim.quote or "", claim.start or 0
        if claim.kind == "toll" and claim.side == UNKNOWN and claim.other_conflict is None:
            yield Stranger("suffers", claim.place or quote, quote, start)
        if (
            claim.place
            and _is_name(claim.place)
            and not any(name in claim.place.casefold() for name in known)
        ):
            yield Stranger("place", claim.place, quote, start)


def _is_name(words: str) -> bool:
    """True for words that name somebody: some word in them is written large, and not only for being the first."""
    named = [word for word in words.split() if word[:1].isupper() and word.lower() not in BODIES]
    return len(words) <= _LONGEST and bool(named)
