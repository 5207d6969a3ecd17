"""Accusations: who says that whom did what. Mutual ones are two."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_words import Act, acts_between, weapons
from truce_cli.extract.article import Article
from truce_cli.extract.blame import CENSURING, accused_of, held_responsible, works_of
from truce_cli.extract.breach_counts import breach_counts
from truce_cli.extract.culprit import subject, suffers, victim
from truce_cli.extract.gates import ACTS
from truce_cli.extract.harm_acts import harmed
from truce_cli.extract.mutual import NEITHER, TOGETHER, mutual, neither
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import frames, speaker_at
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.unsaid import unsaid
from truce_cli.extract.when import Moment, moment
from truce_cli.model.words import BOTH, MEDIA, THIRD
from truce_cli.text.word_gates import gate

_UNREAL: Final = re.compile(
    r"\b(?:could|would|should|must|(?<!\d )(?<!in )(?<!of )(?<!since )(?<!last )(?<!early )(?<!late )may(?! \d)|"
    r"might|will|if|had \w+ fired first|not to|to respect|vowed|"
    r"pledged|promised|urged|called on|"
    r"warned|calls? on|calling on|against any|would have|broke off|stopped|halted|ceased)\b"
)


_ACTING: Final = gate(ACTS)
ACCUSES: Final = TOGETHER | NEITHER | _ACTING
"""A word of these stands in each sentence that accuses anyone."""


def violations(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    """Every accusation of a sentence. carried: the last accusation before it, if it is near."""
    article = sentence.article
    if len(article.lexicon.sides) < 2:
        return []
    both = mutual(sentence, carried)
    if both:
        return both
    flouted = neither(sentence, carried)
    if flouted:
        return flouted
    if sentence.lacks(_ACTING):
        return []
    found = breach_counts(sentence)
    for frame_acts in (
        accused_of(sentence),
        held_responsible(sentence),
        works_of(sentence),
        _asserted(sentence, found),
    ):
        for item in frame_acts:
            if not any(_the_same(item, other) for other in found):
                found.append(item)
    found = found or harmed(sentence, found)
    for item in found:
        item.moment = _moment(article, sentence, item, carried, found)
    return _pruned(found)


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


def _asserted(sentence: Sentence, known: list[Violation]) -> list[Violation]:
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
        if not act.noun and _as_noun(low, act):
            act = Act(act.start, act.end, act.act, True)
        speaker, frame = speaker_at(sentence, at)
        if frame is None:
            speaker = unsaid(sentence) or speaker
        if speaker.side == MEDIA or speaker.words is None or _unreal(sentence, act, frame):
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
        if act.noun and not sentence.truces and _of_a_total(low, act):
            continue
        culprit = subject(sentence, units, at, act, last, speaker)
        rule = "violation/asserted"
        struck = victim(units, at) if suffers(sentence, units, at, act) else None
        if (
            culprit is None
            and struck in (None, speaker.side)
            and (
                _victimless(low, act)
                or (sentence.article.names_truce and _on_own_place(units, at, act, speaker))
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
        if side == speaker.side or speaker.side not in (*lexicon.sides, THIRD):
            continue
        if side not in lexicon.sides and not (side == BOTH and speaker.side == THIRD):
            continue
        again = last is not None and unit is last[0] and bool(_JOINT.search(low[last[2] : act.start]))
        if unit is not None:
            last = (unit, side, act.end)
        for n, weapon in enumerate(weapons(sentence, act)):
            item = made(sentence, weapon, speaker, unit, side, rule, near=again or n > 0)
            if n == 0 and not act.noun and suffers(sentence, units, at, act):
                item.start = min(item.start, units[_sufferer(units, at)].start)
                spent = (unit.start, unit.end + 24) if unit is not None else spent
            if unit is None:
                item.accused = _named_only(sentence, units, at)
            if again and item.place is None and found and item.act == found[-1].act:
                item.place = found[-1].place  # "..., and continued its attacks"
            found.append(item)
    return found


def _by_tally(units: list[Unit], frame: Frame) -> bool:
    """ "251 were taken hostage in the attack, according to Kestran tallies": figures have that source, not the act."""
    return any(u.low in _TALLIES for u in units[frame.at + 1 : frame.at + 7])


_TALLIES: Final = frozenset("tally tallies count counts figures estimates data records".split())


_JOINT: Final = re.compile(r",? and (?!\w+ (?:fire|attack|strike))|, (?!\w+ing)")
"""What joins a further act to the one before, so that it is quoted alone."""


def _unit_at(units: list[Unit], offset: int) -> int | None:
    for k, unit in enumerate(units):
        if unit.start <= offset < unit.end:
            return k
    return None


_EITHER: Final = frozenset("attack attacks breaches shells bombs strikes hits".split())
"""Verbs that are nouns as often."""


def _as_noun(low: str, act: Act) -> bool:
    before = low[: act.start].split()
    if low.startswith((" by ", " against ", " of ", " on "), act.end) and low[act.start : act.end] in _EITHER:
        return True
    if low[act.start : act.end].endswith("ed") and before[-1:] != ["the"]:
        return False  # "a drone dropped grenades"
    return (
        bool(before)
        and before[-1]
        in ("the", "a", "an", "of", "'s", "under", "heavy", "its", "their", "missile", "rocket", "drone")
    ) or low[: act.start].endswith("'s ")


_PAUSE: Final = re.compile(r"[,;:]")


def _unreal(sentence: Sentence, act: Act, frame: Frame | None) -> bool:
    low = sentence.low
    clause_start = max(
        low.rfind(",", 0, act.start), low.rfind(";", 0, act.start), low.rfind(" that ", 0, act.start), 0
    )
    clause = low[clause_start : act.end]
    if _UNREAL.search(clause):
        return True
    before = _PAUSE.split(low[: act.start])[-1].split()[-3:]
    if any(w in ("not", "never", "n't", "without", "no", "denied", "denying") for w in before):
        return True
    if low[max(0, act.start - 14) : act.start].endswith(
        ("counter ", "defensive ", "planned ", "retaliatory ")
    ):
        return True
    after = low[act.end : act.end + 12]
    if act.act == "violation" and act.noun and not sentence.truces:
        return True
    return (
        act.act == "violation"
        and not act.noun
        and not re.search(
            r"truce|cease-?fire|agreement|accord|commitments|regime|deal|pause|armistice|lull|arrangement|terms|it\b",
            low[act.start : act.end + 60],
        )
        and not (
            re.search(r"\b(?:is|are|was|were|been|being) \W?$", low[: act.start])
            and any(span[1] <= act.start for span in sentence.truces)
        )
    ) or after.startswith(" off")


_ACROSS: Final = re.compile(
    r"\bfrom (?:across|over|beyond|the other side of) the (?:river|border|line|frontier|lake|strait|valley|front)\b"
)


def _victimless(low: str, act: Act) -> bool:
    """ "missiles had been fired at", "were under heavy shelling", "came under rocket fire"."""
    before = low[max(0, act.start - 40) : act.start]
    if act.act == "violation" and not low[: act.start].strip(' "“'):
        return True  # "Ripping up its own commitments again ...", he said
    if _ACROSS.search(low):
        return True  # "a shell fired from across the river landed in a school yard"
    if act.noun:
        return bool(re.search(r"\bunder (?:\w+ ){0,2}$", before))
    return bool(re.search(r"\b(?:been|were|was|being)\b", before)) or _bare_weapon(low, act)


_TOTAL_BEHIND: Final = re.compile(
    r"(?: (?:on|in|at|over|from) ?[\w' ]{0,24})? (?:has|have) (?:\w+ )?(?:killed|wounded|left)\b"
)
_TOTAL_BEFORE: Final = re.compile(
    r"\b(?:has|have) (?:now |already |so far )?been (?:killed|wounded|injured)[\w ]{0,20} (?:by|in) [\w' -]{0,24}$"
)


def _of_a_total(low: str, act: Act) -> bool:
    """ "their fire has killed 45 civilians", "96 have been killed by their fire": a count of the war, no one act."""
    return bool(
        _TOTAL_BEHIND.match(low, act.end) or _TOTAL_BEFORE.search(low, max(0, act.start - 80), act.start)
    )


def _sufferer(units: list[Unit], at: int) -> int:
    """The unit with which a passive's subject begins: "Kaldi had again been hit", "two schools were hit"."""
    k = at
    while k > 0 and at - k < 10 and units[k - 1].tag in "xXwJPhaNzLsAB" and units[k - 1].low != "that":
        k -= 1
    return k


def _named_only(sentence: Sentence, units: list[Unit], at: int) -> str | None:
    """ "breached by suspects": the words for who did it, where they tell no side."""
    by = next((k for k in range(at + 1, min(at + 4, len(units) - 1)) if units[k].low == "by"), None)
    if by is None:
        return None
    last = by + 1
    while last < len(units) and units[last].tag in "haJPwBz" and last - by < 6:
        last += 1
    first = by + 2 if units[by + 1].tag in "ha" else by + 1
    return sentence.article.text[units[first].start : units[last - 1].end] if last > first else None


_STRIKES: Final = frozenset(("airstrike", "missile", "drone", "shelling"))


def _on_own_place(units: list[Unit], at: int, act: Act, speaker: Speaker) -> bool:
    """ "an air raid on Jorum" in the mouth of the side that holds Jorum."""
    if not act.noun or act.act not in _STRIKES:
        return False
    for k in range(at + 1, min(at + 5, len(units))):
        if units[k].tag in "Ls" and units[k - 1].low in ("on", "of", "at", "against"):
            return side_of(units[k]) == speaker.side
        if units[k].tag in ",;:.":
            return False
    return False


_BARE_WEAPON: Final = re.compile(
    r"(?:^|[,;:\"“”]|\b(?:that|and|said|says|added)\b) ?(?:(?:two|three|several|a|an|some|heavy|enemy) ){0,2}"
    r"(?:artillery |cruise |ballistic |combat |attack |fighter )?(?:shells?|rockets?|missiles?|drones?|planes?|"
    r"warplanes|jets|aircraft|helicopters?|tanks?|snipers?|artillery|mortars)(?: \w+ly| had| has| have| also){0,2} $"
)
_OWN_TARGET: Final = re.compile(r"\b(?:enemy|militants?|terrorists?|their|insurgents?|targets?)\b")


def _bare_weapon(low: str, act: Act) -> bool:
    """ "planes had dropped bombs on the city", "shells fell on Dorrin": a weapon without an owner is not one's own."""
    if not _BARE_WEAPON.search(low, max(0, act.start - 70), act.start):
        return False
    return not _OWN_TARGET.search(low, act.end, act.end + 60)


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
