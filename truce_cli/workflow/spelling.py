"""A place that is probably mistyped. A place is in the source's words, so nothing is refused: it is only asked."""

from __future__ import annotations

from difflib import get_close_matches

from truce_cli.model.conflict import Conflict
from truce_cli.render.place_names import PlaceFinder


def place_notes(place: str | None, conflict: Conflict) -> tuple[str, ...]:
    """A note where the words name no place of the conflict file, and are nearly one; () else."""
    if not place or PlaceFinder(conflict.places)(place):
        return ()
    names = [name for known in conflict.places for name in (known.name, *known.aliases)]
    near = get_close_matches(place, names, n=1, cutoff=0.75)
    return tuple(
        f"no place {place!r} in the conflict file; did you mean {name}? kept as written" for name in near
    )
