"""Synthetic articles of about 4 kB, the same for the same seed: about the conflict, and ordinary news.

Sentences are put together from the tables of `article_phrases`, whose slots are filled anew each time, so that hardly
a sentence comes twice and no cache can live on it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from article_phrases import CONFLICT, SLOTS
from news_phrases import NEWS

LENGTH: Final = 4_000
"""Characters that an article has at least; a paragraph more at most."""

_SLOT: Final = re.compile(r"\{(\w+)\}")
_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "few": (2, 19),
    "some": (12, 98),
    "many": (101, 983),
    "lots": (1_015, 9_870),
    "day": (1, 28),
    "age": (19, 88),
    "hour": (1, 12),
    "minute": (10, 59),
    "share": (2, 89),
    "year": (1991, 2019),
}


def conflict_articles(n: int, seed: int = 1) -> Iterator[str]:
    """n articles about the 2020 Nagorno-Karabakh war: claims in about a third of their sentences."""
    for index in range(n):
        yield _article(random.Random(f"conflict {seed} {index}"), CONFLICT, 6)


def ordinary_news(n: int, seed: int = 1) -> Iterator[str]:
    """n articles about everything else: sport, trade, weather, councils; one in three tells of a death or a wound."""
    for index in range(n):
        yield _article(random.Random(f"news {seed} {index}"), NEWS, 3)


def mixed_archive(n: int, seed: int = 1, *, every: int = 10) -> Iterator[str]:
    """n articles of which each `every`-th is about the conflict, as in an agency's archive."""
    ours, others = conflict_articles(n, seed), ordinary_news(n, seed)
    for index in range(n):
        yield next(ours if index % every == 0 else others)


def _article(rng: random.Random, subjects: Mapping[str, Sequence[str]], spread: int) -> str:
    """Title, then paragraphs of one to three sentences. spread: so many subjects an article draws on."""
    drawn = rng.sample(sorted(set(subjects) - {"title"}), k=spread)
    pool = [sentence for subject in drawn for sentence in subjects[subject]]
    rng.shuffle(pool)
    paragraphs = [_filled(rng, rng.choice(subjects["title"]))]
    length, place = 0, 0
    while length < LENGTH:
        sentences = []
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            sentences.append(_filled(rng, pool[place % len(pool)]))
            place += 1
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def _filled(rng: random.Random, template: str) -> str:
    """The template with its slots filled, and theirs; a capital in front."""

    def fill(match: re.Match[str]) -> str:
        slot = match.group(1)
        if slot in _RANGES:
            figure = rng.randint(*_RANGES[slot])
            return f"{figure:,}" if slot == "lots" else str(figure)
        return _SLOT.sub(fill, rng.choice(SLOTS[slot]))

    text = _SLOT.sub(fill, template)
    return text[0].upper() + text[1:]
