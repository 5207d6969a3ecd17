"""Accusations: who says that whom did what. Mutual ones are two."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_readings import (
    as_noun,
    in_breach,
    named_only,
    of_a_total,
    on_own_place,
    sufferer,
    unreal,
    victimless,
)
from truce_cli.extract.act_words import Act, acts_between, weapons
from truce_cli.extract.article import Article
from truce_cli.extract.blame import CENSURING, accused_of, behind_of, held_responsible, works_of
from truce_cli.extract.breach_counts import COUNTED, breach_counts, counted_again
from truce_cli.extract.breach_told import in_breach_of
from truce_cli.extract.culprit import came_under, subject, suffers, victim
from truce_cli.extract.gates import ACTS
from truce_cli.extract.harm_acts import HARMING, harmed
from truce_cli.extract.mutual import NEITHER, TOGETHER, mutual, neither
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames, speaker_at
from truce_cli.extract.speech import Frame
from truce_cli.extract.units import Unit
from truce_cli.extract.unsaid import unsaid
from truce_cli.extract.when import Moment, moment
from truce_cli.model.record import replace
from truce_cli.model.words import BOTH, MEDIA, THIRD
from truce_cli.text.word_gates import gate

_ACTING: Final = gate(ACTS)
ACCUSES: Final = TOGETHER | NEITHER | HARMING | _ACTING
"""A word of these stands in each sentence that accuses anyone."""


_BULLETS: Final = ("- ", "– ", "• ", "* ", "· ")


def violations(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    """Every accusation of a sentence. carried: the last accusation before it, if it is near."""
    article = sentence.article
    if len(article.lexicon.sides) < 2:
        return []
    if sentence.words.startswith(_BULLETS):
        carried = None  # each line of a list has its own day
    both = mutual(sentence, carried)
    if both:
        return both
    flouted = neither(sentence, carried)
    if flouted:
        return flouted
    found = _by_acts(sentence, carried) or harmed(sentence) or in_breach_of(sentence)
    if not found and carried is not None and carried.rule == COUNTED:
        found = counted_again(sentence)
    for item in found:
        item.moment = _moment(article, sentence, item, carried, found)
    return _pruned(found)


def _by_acts(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    """Accusations that name an act, each once."""
    if sentence.lacks(_ACTING):
        return []
    found = breach_counts(sentence)
    for frame_acts in (
        accused_of,
        held_responsible,
        works_of,
        behind_of,
        lambda told: _asserted(told, found, carried),
    ):
        for item in frame_acts(sentence):
            if not any(_the_same(item, other) for other in found):
                found.append(item)
    return found


_GENERAL: Final = frozenset(("violation", "attack"))
"""Names of acts that say little: any other tells more, and an attack more than a violation."""


def _the_same(item: Violation, other: Violation) -> bool:
    """True where two rules found one act; of two names for it in the same words the closer one stays."""
    if (item.start, item.end, item.accused_side) == (other.start, other.end, other.accused_side):
        general = [act for act in (item.act, other.act) if act in _GENERAL]
        if general:
            other.act = max(item.act, other.act, key=lambda act: (act not in _GENERAL, act == "attack"))
            return True
    return item.start < other.end and other.start < item.end and item.act == other.act


def _asserted(sentence: Sentence, known: list[Violation], carried: Violation | None) -> list[Violation]:
    """ "said Azerbaijani forces launched an attack", "missiles had been fired at the city, the ombudsman said"."""
    low = sentence.low
    acts = acts_between(sentence, 0, len(low))
    if not acts:
        return []
    if not frames(sentence) and not unsaid(sentence):
        return []  # the article's own voice accuses nobody
    units = sentence.units
    lexicon = sentence.article.lexicon
    found: list[Violation] = []
    last: tuple[Unit, str, int] | None = None
    spent = (0, 0)  # document offsets of the agent of a passive, whose words are no further act
    for act in acts:
        at = _unit_at(units, sentence.start + act.start)
        if at is None:
            continue
        if act.noun and spent[0] < sentence.start + act.start < spent[1]:
            found[-1].act = act.act if found[-1].act == "attack" else found[-1].act
            continue  # "was hit by Morune tank fire" is one act
        if not act.noun and as_noun(low, act):
            act = Act(act.start, act.end, act.act, True)
        speaker, frame = speaker_at(sentence, at)
        if frame is None:
            speaker = unsaid(sentence) or speaker
        if speaker.side == MEDIA or speaker.words is None or unreal(sentence, act, frame):
            continue
        if frame is not None and frame.verb == "according to" and _by_tally(units, frame):
            continue
        if frame is not None and frame.verb in (
            "denied",
            "denies",
            "rejected",
            "dismissed",
            "refuted",
            "attributed",
            "attributes",
        ):
            continue
        if (
            frame is not None
            and frame.verb in ("accused", "accuses", "accusing", "blamed", "blaming")
            and known
        ):
            continue
        if act.noun and not sentence.truces and of_a_total(low, act):
            continue
        if act.noun and _REPELLED.search(low, max(0, act.start - 40), act.end):
            continue
        culprit = subject(sentence, units, at, act, last, speaker) or _the_same_ones(units, at, act, carried)
        if culprit is None and act.noun and found and _LISTING.search(low, found[-1].act_end, act.start):
            culprit = (None, str(found[-1].accused_side), act.start)
        rule = "violation/asserted"
        struck = victim(units, at) if suffers(sentence, units, at, act) or came_under(units, at) else None
        if (
            culprit is None
            and struck in (None, speaker.side)
            and (
                victimless(low, act)
                or (sentence.article.names_truce and on_own_place(units, at, act, speaker))
            )
            and speaker.kind != "local"
            and speaker.side in lexicon.sides
        ):
            other = lexicon.other_side(speaker.side)
            if other is None:
                continue
            culprit, rule = (None, other, act.start), "violation/passive"
        if culprit is None or (frame is not None and frame.verb in CENSURING and culprit[0] is None):
            continue  # who condemns an attack and names nobody accuses nobody
        unit, side, _ = culprit
        if side == speaker.side and speaker.generic and in_breach(sentence, act):
            speaker = replace(speaker, side=lexicon.other_side(side) or side, slug=None)
        if side == speaker.side or speaker.side not in (*lexicon.sides, THIRD):
            continue
        if side not in lexicon.sides and not (side == BOTH and speaker.side == THIRD):
            continue
        bare = bool(found) and found[-1].act == "violation" and found[-1].unit is None
        again = last is not None and unit is last[0] and bool(_JOINT.search(low[last[2] : act.start]))
        again = again and not bare  # the bare breach is dropped, and its subject with it
        if unit is not None:
            last = (unit, side, act.end)
        for n, weapon in enumerate(weapons(sentence, act)):
            item = made(sentence, weapon, speaker, unit, side, rule, near=again or n > 0)
            if n == 0 and not act.noun and suffers(sentence, units, at, act):
                item.start = min(item.start, units[sufferer(units, at)].start)
                spent = (unit.start, unit.end + 24) if unit is not None else spent
            if unit is None:
                item.accused = named_only(sentence, units, at)
            if again and item.place is None and found and item.act == found[-1].act:
                item.place = found[-1].place  # "..., and continued its attacks"
            found.append(item)
    return found


_REPELLED: Final = re.compile(
    r"\b(?:repel\w*|resist\w*|facing|in the face of|against) (?:the )?(?:\w+ )?aggression$"
)
""" "killed while repelling the Morune aggression": a name for the war."""


_LISTING: Final = re.compile(r"\b(?:listing|citing|namely|including|such as|among them|pointing to)\b")
""" "had breached the truce, listing sniper fire at Pell and two bombs": acts of the same accused."""


def _the_same_ones(
    units: list[Unit], at: int, act: Act, carried: Violation | None
) -> tuple[Unit | None, str, int] | None:
    """ "Near Pell they fired mortars twice": those whom the sentence before accused."""
    if carried is None or act.noun or carried.accused_side is None or at == 0:
        return None
    k = at - 1
    while k > 0 and (units[k].tag in "XM" or units[k].low.endswith("ly") or units[k].low in ("also", "then")):
        k -= 1
    told = units[k].low in ("they", "it") or (
        units[k].low in ("forces", "troops") and units[k - 1].tag in "JO"
    )
    return (units[k], carried.accused_side, act.start) if told else None


def _by_tally(units: list[Unit], frame: Frame) -> bool:
    """ "251 were taken hostage in the attack, according to Kestran tallies": figures have that source, not the "
    "act."""
    return any(u.low in _TALLIES for u in units[frame.at + 1 : frame.at + 7])


_TALLIES: Final = frozenset("tally tallies count counts figures estimates data records".split())


_JOINT: Final = re.compile(r",? and (?!\w+ (?:fire|attack|strike))|, (?!\w+ing)")
"""What joins a further act to the one before, so that it is quoted alone."""


def _unit_at(units: list[Unit], offset: int) -> int | None:
    for k, unit in enumerate(units):
        if unit.start <= offset < unit.end:
            return k
    return None


def _moment(
    article: Article, sentence: Sentence, item: Violation, carried: Violation | None, found: list[Violation]
) -> Moment:
    said = (0, 0)
    for frame in frames(sentence):
        verb = sentence.units[frame.at]
        said = (verb.start - sentence.start, verb.end - sentence.start)
        if frame.speaker.words == item.speaker.words:
            break
    at = found.index(item)
    before = found[at - 1].moment if at else None
    told = [v for v in found[:at] if v.act != "violation" and v.speaker.words == item.speaker.words]
    after = told[-1].act_end if told else -1
    base = carried.moment if carried is not None else None
    signed = article.signed_day(sentence)
    when = moment(
        article,
        sentence,
        item.start - sentence.start,
        item.end - sentence.start,
        base if before is None or before.precision == "unknown" else before,
        said,
        after,
        item.act_end,
    )
    if when.precision == "by" and _of_earlier_days(article, sentence, item):
        return Moment(None, "unknown", None)
    if when.occurred is None and signed is not None and article.conflict is not None:
        from truce_cli.extract.truces import truce_on

        inside = truce_on(article.conflict, signed)
        return Moment(signed, "day", inside.slug if inside else None)
    return when


def _of_earlier_days(article: Article, sentence: Sentence, item: Violation) -> bool:
    """True where the same speaker was just said to speak of days before any truce: "Late last month, Macron ..."."""
    first = article.conflict.truces[0].in_force[:7] if article.conflict and article.conflict.truces else ""
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= 3:
        named = item.speaker.slug is not None and any(
            u.tag == "A" and u.data.slug == item.speaker.slug for u in earlier.units
        )
        if named and any(d.kind in ("month", "period") and d.day[:7] < first for d in earlier.days):
            return True
        earlier = earlier.previous
    return False


def _spelt_out(item: Violation, named: list[Violation]) -> bool:
    """ "listed three breaches: sniper fire at Pell, ..." : the list says them all."""
    tail = item.sentence.low[item.end - item.sentence.start :][:40]
    return ":" in tail and any(v.accused_side == item.accused_side and v.start > item.end for v in named)


_WITH: Final = re.compile(r"\bwith (?:[\w-]+,? (?:and )?){0,4}$")


def _arms_of_a_count(item: Violation, found: list[Violation]) -> bool:
    """ "breached the truce 212 times, with artillery and drones": what it was done with is no further act."""
    before = item.sentence.low[: item.start - item.sentence.start]
    counted = any(
        v.unit is not None and v.start < item.start and v.accused_side == item.accused_side for v in found
    )
    return counted and item.unit is None and _WITH.search(before) is not None


def _pruned(found: list[Violation]) -> list[Violation]:
    """A bare "violated the truce" beside a named act of the same accused in the same sentence says nothing more."""
    named = [v for v in found if v.act != "violation"]
    blamed = next(
        (v for v in found if v.act == "violation" and v.rule == "violation/accused-of" and v.unit is None),
        None,
    )
    if (
        blamed is not None
        and named
        and all(v.rule == "violation/asserted" and v.end <= blamed.start for v in named)
    ):
        blamed.act = named[
            -1
        ].act  # "was killed by sniper fire, the army said, blaming Sudland for breaching the truce"
        return [blamed]
    kept = []
    for item in found:
        if (item.unit is not None and _spelt_out(item, named)) or _arms_of_a_count(item, found):
            continue
        same = [v for v in named if v.accused_side == item.accused_side]
        if item.act == "violation" and item.unit is None and same:
            for v in same:
                if v.moment.precision == "unknown" and item.moment.precision == "by":
                    v.moment = item.moment  # "had violated the ceasefire and shelled Pell"
            continue
        kept.append(item)
    return kept
