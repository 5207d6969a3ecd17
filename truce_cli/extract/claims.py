"""Findings of the rules → claims of the model: quotes, figures, ids. The last step of extraction."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from truce_cli.extract.accusation import Violation
from truce_cli.extract.article import Article
from truce_cli.extract.denials import Denial
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.silence import Silence
from truce_cli.extract.speakers import frames
from truce_cli.extract.speech import VOICE, Speaker
from truce_cli.extract.toll import Toll
from truce_cli.extract.truce_events import TruceEvent
from truce_cli.model.claim import Claim
from truce_cli.model.identity import extracted_id


class Ids:
    """Gives ids within one document; equal assertions get ordinals."""

    def __init__(self, article: Article) -> None:
        self._document = article.document.card.id
        self._seen: Counter[tuple[str, str | None, str | None, str]] = Counter()

    def take(self, kind: str, harm: str | None, figure: str | None, sentence: Sentence) -> str:
        key = (kind, harm, figure, sentence.words)
        ordinal = self._seen[key]
        self._seen[key] += 1
        return extracted_id(kind, self._document, harm, figure, sentence.words, ordinal)


def _stated(
    article: Article,
    claim_id: str,
    kind: str,
    rule: str,
    start: int,
    end: int,
    speaker: Speaker,
    **further: Any,
) -> Claim:
    """A proposed claim: where it stands, who says it, and the fields of its kind."""
    return Claim(
        id=claim_id,
        kind=kind,
        rule=rule,
        document=article.document.card.id,
        quote=article.text[start:end],
        start=start,
        end=end,
        claimant=speaker.words,
        claimant_slug=speaker.slug,
        claimant_side=speaker.side,
        relayed_by=speaker.relayed_by,
        **further,
    )


def span_of(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Document offsets of a run of units."""
    units = sentence.units
    return units[first].start, units[max(last, first + 1) - 1].end


def toll_id(article: Article, toll: Toll, ids: Ids) -> str:
    """Id of a toll, taken before its claim is made so that parts can name their wholes."""
    unit = toll.sentence.units[toll.link.head.unit]
    return ids.take("toll", toll.link.harm, article.text[unit.start : unit.end], toll.sentence)


def toll_claim(article: Article, toll: Toll, known: dict[int, str], incident: str | None) -> Claim:
    """The claim of a toll. known: ids of the sentence's tolls by id(link), for parts and increments."""
    link, sentence = toll.link, toll.sentence
    head, count = link.head, link.head.count
    first, last = min(link.first, head.first), max(link.last, head.last)
    start, end = span_of(sentence, first, last)
    figure_start, figure_end = span_of(sentence, head.unit, head.unit + 1)
    figure = article.text[figure_start:figure_end]
    when = toll.timing
    return _stated(
        article,
        known[id(link)],
        "toll",
        link.rule,
        start,
        end,
        toll.speaker,
        stated_on=when.stated_on,
        basis="estimated" if toll.estimated else "stated",
        harm=link.harm,
        low=count.low,
        high=count.high,
        value=count.value,
        qualifier="about" if link.estimated and count.qualifier == "exact" else count.qualifier,
        value_text=figure,
        victims=toll.people.victims,
        subgroup=toll.people.subgroup,
        side=toll.side,
        measure=when.measure,
        since=when.since,
        as_of=when.as_of,
        as_of_basis=when.as_of_basis,
        place=toll.place,
        subset_of=known.get(id(toll.link.subset_of)) or known.get(id(toll.link.total)),
        other_conflict=when.other_conflict,
        incident=incident,
        note="superseded in the same text" if link.superseded else None,
    )


def violation_claim(article: Article, item: Violation, ids: Ids, tolls: list[Toll]) -> Claim:
    """The claim of an accusation. A strike whose sentence tells its dead lends them its id as their incident."""
    claim_id = ids.take("violation", None, item.value_text, item.sentence)
    return _stated(
        article,
        claim_id,
        "violation",
        item.rule,
        item.start,
        item.end,
        item.speaker,
        incident=claim_id if tolls else None,
        accused=item.accused,
        accused_side=item.accused_side,
        truce=item.moment.truce,
        occurred=item.moment.occurred,
        occurred_utc=item.moment.utc,
        precision=item.moment.precision,
        act=item.act,
        place=item.place,
        low=item.low,
        high=item.high,
        value=item.value,
        qualifier=item.qualifier,
        value_text=item.value_text,
        unit=item.unit,
        note="before the truce" if item.moment.before else None,
    )


def denial_claim(article: Article, item: Denial, ids: Ids, earlier: list[Claim]) -> Claim:
    """The claim of a denial, linked to the last accusation against the denier that it can mean."""
    claim_id = ids.take("denial", None, None, item.sentence)
    denied = _denied(item, earlier)
    return _stated(article, claim_id, "denial", item.rule, item.start, item.end, item.speaker, denies=denied)


_FAR: Final = 2_000
"""Code points: what begins so far before a denial stands in no sentence that it can mean."""


def _denied(item: Denial, earlier: list[Claim]) -> str | None:
    """The nearest specific accusation against the denier's side in the two sentences before."""
    if item.own is not None:
        return None
    told = [
        f
        for f in frames(item.sentence)
        if f.speaker.side != item.speaker.side and f.speaker.words is not None
    ]
    here = bool(told) and item.sentence.units[told[0].at].start < item.start
    for claim in reversed(earlier):
        if claim.start is None:
            continue
        if item.sentence.start - claim.start > _FAR:
            return None
        if claim.kind != "violation":
            continue
        if item.sentence.start - claim.start > (0 if here else 500):
            return None  # "A said that ..., but the claim was dismissed by B": B answers this sentence
        if claim.accused_side == item.speaker.side and "mutual" not in (claim.rule or ""):
            return claim.id
    return None


def silence_claim(article: Article, item: Silence, ids: Ids) -> Claim:
    """The claim that a side withholds its losses, in the article's own voice."""
    claim_id = ids.take("undisclosed", item.harm, None, item.sentence)
    return _stated(
        article,
        claim_id,
        "undisclosed",
        "undisclosed",
        item.start,
        item.end,
        VOICE,
        harm=item.harm,
        victims=item.victims,
        side=item.side,
        as_of=article.published,
        as_of_basis="published" if article.published else None,
    )


def event_claim(article: Article, item: TruceEvent, ids: Ids) -> Claim:
    """The claim that something became of a truce."""
    claim_id = ids.take("truce_event", None, None, item.sentence)
    return _stated(
        article,
        claim_id,
        "truce_event",
        f"truce/{item.event}",
        item.start,
        item.end,
        VOICE,
        truce=item.truce,
        event=item.event,
        at=item.at,
        precision=item.precision,
        brokers=item.brokers,
    )
