"""How a figure, a speaker, a day and a side are put into words. Knows claims and findings, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Figure, Tally
from truce_cli.render import signs

STANCE: Final = {
    "own_side": "own side",
    "opponent": "opponent",
    "third_party": "third party",
    "media": "media",
    "party": "a party",
}
ELSEWHERE: Final = "elsewhere"
"""Format of a card that stands for a document held elsewhere."""
_TITLE: Final = 40
"""Characters of a title that stand for an article without an outlet."""
_SIDES: Final = {"both": "both sides", "unknown": "side not stated", "third": "third party", "media": "media"}
_SIGN: Final = {"more_than": ">", "at_least": "≥", "about": "~", "nearly": "nearly ", "up_to": "up to "}


def figure_text(claim: Claim) -> str:
    """A claim's figure as tables print it: 974, >500, ≥12, ~30, 10–12, "hundreds"; — without one."""
    if claim.qualifier == "vague" and claim.value_text:
        return f'"{claim.value_text}"'
    low, high = claim.low, claim.high
    sign = _SIGN.get(claim.qualifier or "", "")
    if low is not None and high is not None and low != high:
        return f"{sign}{low:,}–{high:,}"
    figure = next((number for number in (claim.value, low, high) if number is not None), None)
    if figure is None:
        return signs.NOT_REPORTED
    if not sign and (low is None or high is None):
        sign = _SIGN["up_to" if low is None else "at_least"]
    return f"{sign}{figure:,}"


def figure_signs(texts: Iterable[str]) -> Iterator[str]:
    """What the signs before these figures mean: "≥ at least", for those that occur."""
    known = tuple(texts)
    for sign, meaning in ((">", "more than"), ("≥", "at least"), ("~", "about")):
        if any(text.startswith(sign) for text in known):
            yield f"{sign} {meaning}"


def side_name(slug: str | None, conflict: Conflict | None) -> str:
    """The side as the conflict file names it; words for both, unknown, third and media."""
    if slug is None:
        return ""
    side = conflict.side(slug) if conflict else None
    return side.name if side else _SIDES.get(slug, slug)


def harm_words(harm: str | None) -> str:
    return (harm or "killed or injured").replace("_", " ")


def act_words(act: str | None) -> str:
    """What somebody is accused of; "alleged violation" where no act is named."""
    return "alleged violation" if act in (None, "violation") else harm_words(act)


def speaker(claimant: str | None, documents: Iterable[str], cards: Mapping[str, Card]) -> str:
    """The claimant, or the outlets that speak in their own voice; an article without one by its title."""
    if claimant:
        return claimant
    names = (_own_voice(cards[document]) for document in documents if document in cards)
    return ", ".join(dict.fromkeys(name for name in names if name)) or "an article"


def _own_voice(card: Card) -> str:
    if card.outlet or not card.title:
        return card.outlet or ""
    title = " ".join(card.title.split())
    if len(title) > _TITLE:
        title = title[:_TITLE].rsplit(" ", 1)[0] + "..."
    return f"“{title}”"


def held_words(documents: Sequence[str], cards: Mapping[str, Card]) -> str:
    """How many documents tell it; the sign of the unanchored where none of them is held here."""
    if not documents:
        return signs.UNANCHORED
    elsewhere = all(document in cards and cards[document].format == ELSEWHERE for document in documents)
    return f"{len(documents)} {signs.UNANCHORED}" if elsewhere else str(len(documents))


def source_words(figure: Tally | Figure, cards: Mapping[str, Card]) -> str:
    """Who says it and from where: "Artsakh ombudsman (own side)", "Putin (third party), estimated"."""
    # a silence is as old as its latest report, and that report speaks for it
    silent = isinstance(figure, Tally) and not figure.disclosed
    documents = figure.documents[-1:] if silent else figure.documents
    words = f"{speaker(figure.claimant, documents, cards)} ({STANCE.get(figure.stance, figure.stance)})"
    if isinstance(figure, Tally):
        return f"{words}, via {', '.join(figure.relayed_by)}" if figure.relayed_by else words
    return words if figure.basis == "stated" else f"{words}, {figure.basis}"


def marks(*, disputed: bool, candidate: bool) -> str:
    """The signs behind a figure or an act: †, ?, both or none."""
    return (signs.DISPUTED if disputed else "") + (signs.PROPOSED if candidate else "")


def marked(words: str, *, disputed: bool = False, candidate: bool) -> str:
    """Words with their signs behind them."""
    return f"{words} {marks(disputed=disputed, candidate=candidate)}".rstrip()


def when(at: str | None, precision: str | None, *, before_truce: bool = False) -> str:
    """A time as precise as it was given: "2020-10-10 12:05", "by 2020-10-12", "2020-10-26 minutes after"."""
    if at is None:
        return "undated"
    day, _, clock = at.partition("T")
    clock = clock[:5]
    if precision == "by":
        words = f"by {day}"
    elif precision == "about" and clock:
        words = f"{day} ~{clock}"
    elif precision == "minutes_after":
        words = f"{day} {clock}".rstrip() + " minutes after"
    elif precision == "unknown":
        words = f"{day} or so"
    else:
        words = f"{day} {clock}".rstrip()
    return f"{words} before truce" if before_truce else words
