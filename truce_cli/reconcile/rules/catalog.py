"""The rules by name, in order, each with what it holds. `why` names them; the README's method section does."""

from __future__ import annotations

from typing import Final

RULES: Final[dict[str, str]] = {
    "scope": "claims about another war, or outside the conflict's dates, enter no tally",
    "status": "rejected claims count for nothing; retracted ones count until their retraction",
    "echo": "the same assertion by the same claimant in many documents is one assertion with one origin",
    "latest": "within one series the latest day leads, not the latest article; a vague word leads no figure",
    "stance": "different voices never merge: one leads, by whose losses they are; the others stand beside it",
    "increment": "an addition adds nothing to its total, and checks the total before it",
    "incident": "an event is inside a count only if its victims, place and day are; else it stands beside",
    "subset": "a part never adds to its whole",
    "compound": "killed or injured stays one figure and adds nothing to killed",
    "silence": "not disclosed, not reported and zero are three different things",
    "bounds": "more than, at least, about survive to the screen; nothing is rounded or averaged",
    "monotone": "a running total that falls is a finding, unless a correction explains it",
    "truce toll": "the toll of a truce comes from claims whose own window lies in it",
    "units": "shells and houses are not people, and different units never add",
    "dispute": "an accusation that its accused denies is shown with the denial",
    "candidates": "what the machine proposed is marked wherever it is printed",
    "windows": "truce windows are half-open; an undated accusation prints by its publication day",
    "clock": "as-of asks for the day that a claim is about, known-on for the day of its document",
    "grade": "how firmly a figure stands: on whose word, and on how many independent origins",
    "arithmetic": "one source's parts are added to be compared; what adds up and what stays open is told",
    "derived": "sums and differences of ours print only when asked for, marked, every addend named",
}


def named(text: str) -> str | None:
    """The rule that a person means: "truce-toll" is "truce toll"."""
    name = text.casefold().replace("-", " ").replace("_", " ").strip()
    return name if name in RULES else None
