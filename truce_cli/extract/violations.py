"""Accusations: who says that whom did what. Mutual ones are two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.article import Article
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import Frame, Speaker, frames, speaker_at
from truce_cli.extract.truces import TRUCE
from truce_cli.extract.units import Unit
from truce_cli.extract.when import Moment, moment
from truce_cli.extract.whose import side_of
from truce_cli.model.words import BOTH, MEDIA, THIRD

GATE: Final = re.compile(
    r"accus|violat|breach|shell|fir(?:ed|ing|e)\b|attack|bomb|missile|rocket|drone|offensive|seize|"
    r"broke|break|struck|hit\b|strike|target|"
    r"blam|recriminat|storm|opened|sniper|mortar|artillery|air ?raid|flew|sent|ripping|flout|ignor|"
    r"pound|assault|guns|shoot|shot|comply|honou?r|tanks|aggression"
)
_MUTUAL: Final = re.compile(
    r"accus\w* (?:each other|one another|the other)|blam\w* (?:each other|one another|the other)|"
    r"trad(?:e|ed|ing) (?:fresh |new )?(?:accusations|blame|charges|recriminations)|mutual "
    r"(?:accusations|recriminations)|"
    r"exchang\w+ accusations|(?:each|both) (?:side|sides|armies|countries)(?: \w+){0,2} accus\w+|"
    r"accused each other|trade accusations"
)


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")(?![\w-])"
    )


_VERB: Final = _pattern(acts.ACT_VERBS)
_NOUN: Final = _pattern(acts.ACT_NOUNS)
_WEAPON: Final = _pattern(acts.WEAPON_ACT)
_TIMES: Final = re.compile(
    r"(?:violated|broken|breached|broke) the (?:\w+ )?(?:truce|ceasefire|"
    r"cease-fire) (\w+|\d[\d,]*) times|(\d[\d,]*|\w+) (?:truce|ceasefire) "
    r"(?:violations|breaches)"
)
_UNREAL: Final = re.compile(
    r"\b(?:could|would|should|must|may|might|will|if|had \w+ fired first|not to|to respect|vowed|"
    r"pledged|promised|urged|called on|"
    r"warned|calls? on|calling on|against any|would have|broke off|stopped|halted|ceased)\b"
)
_NEEDS_WEAPON: Final = frozenset(("fired", "firing", "launched", "launching", "sent"))


@dataclass(slots=True)
class Violation:
    """An accusation as found. start, end: document offsets of the quote."""

    sentence: Sentence
    start: int
    end: int
    speaker: Speaker
    accused: str | None
    accused_side: str | None
    act: str
    moment: Moment
    rule: str
    place: str | None = None
    low: int | None = None
    high: int | None = None
    value: int | None = None
    unit: str | None = None
    qualifier: str | None = None
    value_text: str | None = None


@dataclass(frozen=True, slots=True)
class _Act:
    start: int
    end: int
    act: str
    noun: bool


def violations(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    """Every accusation of a sentence. carried: the last accusation before it, if it is near."""
    article = sentence.article
    if len(article.lexicon.sides) < 2 or not GATE.search(sentence.low):
        return []
    mutual = _mutual(sentence, carried)
    if mutual:
        return mutual
    found: list[Violation] = []
    for frame_acts in (_accused_of(sentence), _asserted(sentence, found)):
        for item in frame_acts:
            if not any(
                item.start < other.end and other.start < item.end and item.act == other.act for other in found
            ):
                found.append(item)
    for item in found:
        item.moment = _moment(article, sentence, item, carried, found)
    return _pruned(found)


# -- mutual ----------------------------------------------------------------------------------------------------


def _mutual(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    match = _MUTUAL.search(sentence.low)
    if match is None:
        return []
    article = sentence.article
    if sentence.words[-1:] not in '.!?"”' and any(
        s is not sentence and _MUTUAL.search(s.low) for s in article.sentences
    ):
        return []  # a headline says what the text tells again
    start = sentence.start + match.start()
    end = sentence.end
    tail = sentence.low[match.end() :]
    about = tail[:110] + " " + sentence.low[max(0, match.start() - 60) : match.start()]
    if not (TRUCE.search(article.low) or _NOUN.search(about) or _VERB.search(about)):
        return []
    if re.match(r"\s*(?:for|of) (?:starting|instigating|the war|the collapse of talks)", tail):
        return []
    act = "violation"
    named = _NOUN.search(tail[:70]) or _VERB.search(tail[:70])
    if named is not None:
        act = acts.ACT_NOUNS.get(
            _plain(named.group()), acts.ACT_VERBS.get(_plain(named.group()), "violation")
        )
    quote_end = min(end, start + 120)
    comma = article.text.find(",", start, quote_end)
    quote_end = comma if comma > 0 else quote_end
    sides = article.lexicon.sides
    said = (match.start(), match.end())
    when = moment(article, sentence, match.start(), match.end(), None, said)
    if when.precision == "day" and not when.before:
        when = Moment(None, "by", when.truce)  # the day of the quarrel, not of the acts
    if when.occurred is None and when.truce is None and carried is not None and not when.before:
        when = Moment(None, "by", carried.moment.truce, carried.moment.before)
    made = []
    for side, other in ((sides[0], sides[1]), (sides[1], sides[0])):
        made.append(
            Violation(
                sentence,
                start,
                quote_end,
                Speaker(_side_words(sentence, side), side),
                _side_words(sentence, other),
                other,
                act,
                when,
                "violation/mutual",
            )
        )
    return made


def _side_words(sentence: Sentence, side: str) -> str | None:
    for unit in sentence.units:
        if unit.tag == "s" and unit.data == side:
            return sentence.article.text[unit.start : unit.end]
    conflict = sentence.article.conflict
    found = conflict.side(side) if conflict else None
    return found.name if found else None


# -- "X accused Y of ..." --------------------------------------------------------------------------------------


def _accused_of(sentence: Sentence) -> list[Violation]:
    """ "accused Azerbaijan of targeting settlements, shelling the city and conducting airstrikes"."""
    units = sentence.units
    found: list[Violation] = []
    for frame in frames(sentence):
        if frame.verb not in (
            "accused",
            "accuses",
            "accusing",
            "blamed",
            "blames",
            "blaming",
            "faulted",
            "charged",
        ):
            continue
        accused = _side_after(units, frame.at + 1)
        if accused is None or frame.speaker.side in (accused[0], MEDIA):
            continue
        side, at = accused
        begin = units[at].end - sentence.start
        limit = _clause_end(sentence, begin)
        spans = _acts_between(sentence, begin, limit)
        for act in spans:
            if act.noun and act.act == "violation" and len(spans) > 1:
                continue
            found.append(_made(sentence, act, frame.speaker, units[at], side, "violation/accused-of"))
        if not spans and TRUCE.search(sentence.low[begin:limit]):
            act = _Act(units[frame.at].start - sentence.start, limit, "violation", False)
            found.append(_made(sentence, act, frame.speaker, units[at], side, "violation/accused-of"))
    return found


def _side_after(units: list[Unit], at: int) -> tuple[str, int] | None:
    for k in range(at, min(at + 6, len(units))):
        if (
            units[k].low == "both"
            and k + 1 < len(units)
            and units[k + 1].low in ("side", "sides", "armies", "countries", "parties")
        ):
            return BOTH, k
        side = side_of(units[k]) if units[k].tag in "sA" else None
        if side:
            return side, k
        if units[k].tag in ",;:.":
            return None
    return None


def _clause_end(sentence: Sentence, begin: int) -> int:
    low = sentence.low
    stops = [
        i
        for i in (
            low.find(";", begin),
            low.find(", while ", begin),
            low.find(", but ", begin),
            low.find(" amid ", begin),
        )
        if i >= 0
    ]
    return min(stops) if stops else len(low)


def _acts_between(sentence: Sentence, begin: int, end: int) -> list[_Act]:
    """Acts named in a stretch of a sentence, each once: verbs first, then nouns that are no verb's weapon."""
    low = sentence.low
    found: list[_Act] = []
    for match in _VERB.finditer(low, begin, end):
        if match.group() == "shells" and re.search(
            r"(?:artillery|mortar|tank|firing|fired|of|\d) $", low[: match.start()]
        ):
            continue
        if match.group() in _NEEDS_WEAPON and not _WEAPON.search(
            low, match.end(), min(end, match.end() + 34)
        ):
            continue
        found.append(_Act(match.start(), match.end(), acts.ACT_VERBS[_plain(match.group())], False))
    for match in _NOUN.finditer(low, begin, end):
        before = low[max(0, match.start() - 14) : match.start()]
        if (
            before.endswith(("cease ", "cease-", "using "))
            or " using " in before
            or before.endswith("opened ")
        ):
            continue
        if any(
            a.start <= match.start() < a.end + 22 and not _separate(low, a.end, match.start())
            for a in found
            if not a.noun
        ):
            continue
        if any(a.start <= match.start() < a.end for a in found):
            continue
        found.append(_Act(match.start(), match.end(), acts.ACT_NOUNS[_plain(match.group())], True))
    return sorted(found, key=lambda a: a.start)


def _separate(low: str, end: int, start: int) -> bool:
    between = low[end:start]
    return "," in between or " and " in between


def _plain(words: str) -> str:
    return " ".join(words.split())


# -- what a speaker asserts of the other side ------------------------------------------------------------------


def _asserted(sentence: Sentence, known: list[Violation]) -> list[Violation]:
    """ "said Azerbaijani forces launched an attack", "missiles had been fired at the city, the ombudsman said"."""
    units = sentence.units
    lexicon = sentence.article.lexicon
    low = sentence.low
    found: list[Violation] = []
    last: tuple[Unit, str, int] | None = None
    for act in _acts_between(sentence, 0, len(low)):
        at = _unit_at(units, sentence.start + act.start)
        if at is None:
            continue
        if not act.noun and _as_noun(low, act):
            act = _Act(act.start, act.end, act.act, True)
        speaker, frame = speaker_at(sentence, at)
        if frame is None:
            speaker = _quoted_speaker(sentence) or speaker
        if speaker.side == MEDIA or speaker.words is None or _unreal(sentence, act, frame):
            continue
        if frame is not None and frame.verb in (
            "denied",
            "denies",
            "rejected",
            "dismissed",
            "refuted",
            "condemned",
        ):
            continue
        if (
            frame is not None
            and frame.verb in ("accused", "accuses", "accusing", "blamed", "blaming")
            and known
        ):
            continue
        subject = _subject(sentence, units, at, act, last, speaker)
        rule = "violation/asserted"
        if (
            subject is None
            and _victimless(low, act)
            and speaker.kind != "local"
            and speaker.side in lexicon.sides
        ):
            other = lexicon.other_side(speaker.side)
            if other is None:
                continue
            subject, rule = (None, other, act.start), "violation/passive"
        if subject is None:
            continue
        unit, side, _ = subject
        if side == speaker.side or side not in lexicon.sides or speaker.side not in (*lexicon.sides, THIRD):
            continue
        if unit is not None:
            last = (unit, side, act.end)
        for n, weapon in enumerate(_weapons(sentence, act)):
            found.append(_made(sentence, weapon, speaker, unit, side, rule, near=n > 0))
    return found


def _quoted_speaker(sentence: Sentence) -> Speaker | None:
    """Speaker of a tweet or a quotation that fills whole sentences."""
    return sentence.article.quoted_by(sentence)


def _unit_at(units: list[Unit], offset: int) -> int | None:
    for k, unit in enumerate(units):
        if unit.start <= offset < unit.end:
            return k
    return None


def _as_noun(low: str, act: _Act) -> bool:
    before = low[: act.start].split()
    return (
        (bool(before)
        and before[-1]
        in ("the", "a", "an", "of", "'s", "under", "heavy", "its", "their", "missile", "rocket", "drone"))
        or low[: act.start].endswith("'s ")
    )


def _unreal(sentence: Sentence, act: _Act, frame: Frame | None) -> bool:
    low = sentence.low
    clause_start = max(
        low.rfind(",", 0, act.start), low.rfind(";", 0, act.start), low.rfind(" that ", 0, act.start), 0
    )
    clause = low[clause_start : act.end]
    if _UNREAL.search(clause):
        return True
    before = low[: act.start].split()[-3:]
    if any(w in ("not", "never", "n't", "without", "no", "denied", "denying") for w in before):
        return True
    if low[max(0, act.start - 14) : act.start].endswith(
        ("counter ", "defensive ", "planned ", "retaliatory ")
    ):
        return True
    after = low[act.end : act.end + 12]
    if act.act == "violation" and act.noun and not TRUCE.search(low):
        return True
    return (
        (act.act == "violation"
        and not act.noun
        and not re.search(
            r"truce|cease-?fire|agreement|accord|commitments|regime|deal|it\b", low[act.end : act.end + 60]
        ))
        or after.startswith(" off")
    )


def _subject(
    sentence: Sentence,
    units: list[Unit],
    at: int,
    act: _Act,
    last: tuple[Unit, str, int] | None,
    speaker: Speaker,
) -> tuple[Unit | None, str, int] | None:
    """Who did it: by agent after a noun, possessive before it, the subject before a verb, else the act's before."""
    if act.noun:
        for k in range(at + 1, min(at + 10, len(units))):
            if units[k].low == "by" and k + 1 < len(units):
                found = _side_after(units, k + 1)
                if found:
                    return units[found[1]], found[0], act.start
            if units[k].tag in ",;":
                break
        for k in range(at - 1, max(at - 5, -1), -1):
            side = side_of(units[k]) if units[k].tag in "sA" else None
            if side:
                before = units[k - 1].low if k else ""
                if before in ("in", "at", "on", "near"):
                    break
                return units[k], side, act.start
            if units[k].tag in ",;:.VDx":
                break
    hops = 0
    k = at - 1
    while k >= 0 and hops < 14:
        unit = units[k]
        if unit.tag == ":" and act.noun:
            listed = next(
                (u for u in reversed(units[max(0, k - 7) : k]) if u.tag in "sA" and side_of(u)), None
            )
            if listed is not None and re.search(r"breach|violation|attack", low_of(units[max(0, k - 7) : k])):
                return listed, str(side_of(listed)), act.start
        if unit.tag in ";:" or (unit.tag == '"' and hops > 8):
            break
        if unit.tag == "S" and k >= 2 and units[k - 1].tag == "e" and units[k - 2].tag == ",":
            k -= 3
            continue
        if unit.low in ("enemy", "adversary", "opponent"):
            other = sentence.article.lexicon.other_side(speaker.side)
            if other:
                return unit, other, act.start
        side = side_of(unit) if unit.tag in "sA" else None
        if side:
            before = units[k - 1].low if k else ""
            after = units[k + 1].low if k + 1 < len(units) else ""
            if (
                (before in ("in", "at", "on", "near", "over", "against", "of", "from", "with", "to")
                and after not in ("forces", "troops"))
                or (after == "'s"
                and not act.noun
                and not _body_follows(units, k + 2))
            ):
                k -= 1
                hops += 1
                continue
            if _is_speaker(sentence, k):
                break
            if (
                last is not None
                and last[2] <= unit.start - sentence.start
                and any(u.tag in ",c" for u in units[k + 1 : at])
            ):
                return last[0], last[1], act.start  # the side word is the object of the act before
            if last is not None and last[2] > unit.end - sentence.start:
                return last[0], last[1], act.start
            return unit, side, act.start
        if unit.tag == "S" and unit.low in ("said", "says", "added"):
            break
        hops += 1
        k -= 1
    if (
        last is not None
        and act.start - last[2] < 130
        and re.search(r"\band\b|,", sentence.low[last[2] : act.start])
    ):
        return last[0], last[1], act.start
    pronoun = next(
        (u for u in reversed(units[max(0, at - 5) : at]) if u.tag == "e" and u.low in ("it", "they")), None
    )
    if pronoun is not None and last is not None:
        return last[0], last[1], act.start
    return None


def low_of(units: list[Unit]) -> str:
    return " ".join(u.low for u in units)


def _body_follows(units: list[Unit], k: int) -> bool:
    return k < len(units) and (
        units[k].tag == "B"
        or units[k].low
        in ("forces", "troops", "army", "jets", "artillery", "drones", "guns", "mortars", "rockets", "shells")
    )


def _is_speaker(sentence: Sentence, unit: int) -> bool:
    return any(f.group is not None and f.group.first <= unit < f.group.last for f in frames(sentence))


def _victimless(low: str, act: _Act) -> bool:
    """ "missiles had been fired at", "were under heavy shelling", "shot dead in breach of the truce"."""
    clause = low[max(0, act.start - 60) : act.end + 20]
    passive = re.search(
        r"\b(?:been|were|was|under|came under|being)\b", low[max(0, act.start - 40) : act.start]
    )
    return bool(passive) and bool(re.search(r"been|under|were|was", clause))


def _weapons(sentence: Sentence, act: _Act) -> list[_Act]:
    """An act split by its weapons: "firing artillery shells to the north and rockets to the south" is two."""
    if act.noun:
        return [act]
    low = sentence.low
    stop = _act_end(sentence, act)
    if (
        (act.act == "attack"
        and re.search(r"fir(?:ed|ing)|launch", low[act.start : act.end] + low[act.end : act.end + 1]))
        or act.act in ("attack",)
    ):
        found = [
            (m.start(), m.end(), acts.WEAPON_ACT[m.group()]) for m in _WEAPON.finditer(low, act.end, stop)
        ]
        merged: list[tuple[int, int, str]] = []
        for start, end, kind in found:
            if merged and (merged[-1][2] == kind or start - merged[-1][1] < 3):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
            else:
                merged.append((start, end, kind))
        if len(merged) > 1:
            cuts = [act.start, *[m[0] for m in merged[1:]]]
            ends = [*[_joint(low, m[1], after[0]) for m, after in pairwise(merged)], merged[-1][1]]
            return [_Act(cut, end, m[2], False) for cut, end, m in zip(cuts, ends, merged, strict=True)]
    return [act]


def _joint(low: str, end: int, following: int) -> int:
    """Where one weapon's words end before the next one's: at "and" or a comma."""
    cut = max(low.rfind(" and ", end, following), low.rfind(",", end, following))
    return cut if cut > end else end


def _act_end(sentence: Sentence, act: _Act) -> int:
    low = sentence.low
    stops = [i for i in (low.find(mark, act.end) for mark in (", ", "; ", ". ", '" ', "” ")) if i >= 0]
    following = [m.start() for m in _VERB.finditer(low, act.end) if m.group() != "shells"]
    return min([*stops, *following[:1], len(low), act.end + 110])


# -- building --------------------------------------------------------------------------------------------------


def _made(
    sentence: Sentence,
    act: _Act,
    speaker: Speaker,
    unit: Unit | None,
    side: str,
    rule: str,
    near: bool = False,
) -> Violation:
    """near: quote the act alone, where its subject stands with an act before it."""
    text = sentence.article.text
    kind = _act_kind(sentence, act)
    start = sentence.start + act.start
    if unit is not None and not near and 0 < start - unit.start < 130:
        start = unit.start
    split = act.act != "attack" and not act.noun and " and " in sentence.low[act.end : act.end + 6]
    end = min(sentence.start + (act.end if split else _act_end(sentence, act)), sentence.end)
    while end > start and text[end - 1] in ' .,;:"”':
        end -= 1
    accused = text[unit.start : unit.end] if unit is not None else None
    made = Violation(
        sentence,
        start,
        max(end, sentence.start + act.end),
        speaker,
        accused,
        side,
        kind,
        Moment(None, "unknown", None),
        rule,
    )
    made.place = _place(sentence, act)
    _counted(sentence, made)
    return made


def _act_kind(sentence: Sentence, act: _Act) -> str:
    """The weapon in the act's own words decides: "launched a missile attack" is missile, "fired on" an attack."""
    if act.act in ("shelling", "drone", "airstrike", "missile", "small_arms") and act.noun:
        return act.act
    low = sentence.low
    stop = _act_end(sentence, act)
    stretch = low[max(0, act.start - 45) : stop]
    near = low[act.start : stop]
    if act.act in ("attack", "violation"):
        noun = _NOUN.search(near)
        if noun is not None and acts.ACT_NOUNS[_plain(noun.group())] not in ("attack", "violation"):
            return acts.ACT_NOUNS[_plain(noun.group())]
        weapon = _WEAPON.search(near) or (
            _WEAPON.search(low[max(0, act.start - 45) : act.start]) if act.act == "attack" else None
        )
        if weapon is not None:
            return acts.WEAPON_ACT[weapon.group()]
        if act.act == "attack" and re.search(
            r"(?:opened fire|opening fire)(?! (?:on|at))|fired first|first to shoot|first "
            r"to fire",
            near,
        ):
            return "small_arms"
    if act.act == "airstrike" and not re.search(r"jet|air|plane|aviation", stretch):
        return "attack"
    return act.act


def _place(sentence: Sentence, act: _Act) -> str | None:
    text, low = sentence.article.text, sentence.low
    stop = _act_end(sentence, act)
    places = sentence.article.lexicon.places
    for unit in sentence.units:
        if (
            unit.tag == "L" or unit.low in places
        ) and sentence.start + act.start <= unit.start < sentence.start + stop:
            return text[unit.start : unit.end]
    match = re.search(
        r"(?:\bfront ?line|\b(?:two |five |at least \w+ )?populated (?:areas|districts)|\bpeaceful "
        r"settlements|\bthe line of contact|"
        r"\b(?:southern|northern|eastern|western|north-?eastern) (?:front|direction)|\bpipelines|"
        r"\bcivilian areas|\bpositions\b[\w ]{0,30})",
        low[act.start : stop],
    )
    if match is None:
        return _place_before(sentence, act)
    start = sentence.start + act.start + match.start()
    return text[start : start + len(match.group())].strip()


def _place_before(sentence: Sentence, act: _Act) -> str | None:
    """Where a passive act struck: "at least five populated districts were under heavy shelling"."""
    match = _PASSIVE_PLACE.search(sentence.low[: act.start])
    if match is None:
        return None
    return sentence.words[match.start(1) : match.end(1)].strip()


_PASSIVE_PLACE: Final = re.compile(
    r"((?:at least )?(?:\w+ )?populated (?:areas|districts)|civilian areas|[\w-]+ "
    r"villages)(?: \w+){0,3} $"
)


def _counted(sentence: Sentence, made: Violation) -> None:
    """ "violated the truce 11 times", "37 truce violations": one accusation with a count and its unit."""
    from truce_cli.text.numbers import plain_number

    match = _TIMES.search(sentence.low)
    if match is None or made.act != "violation":
        return
    word = match.group(1) or match.group(2)
    value = plain_number(word)
    if value is None:
        return
    made.low = made.high = made.value = value
    made.qualifier, made.unit, made.value_text = "exact", "incidents", word


def _moment(
    article: Article, sentence: Sentence, item: Violation, carried: Violation | None, found: list[Violation]
) -> Moment:
    said = (0, 0)
    for frame in frames(sentence):
        verb = sentence.units[frame.at]
        said = (verb.start - sentence.start, verb.end - sentence.start)
        if frame.speaker.words == item.speaker.words:
            break
    before = found[found.index(item) - 1].moment if found.index(item) else None
    base = carried.moment if carried is not None else None
    signed = article.signed_day(sentence)
    when = moment(
        article,
        sentence,
        item.start - sentence.start,
        item.end - sentence.start,
        base if before is None or before.precision == "unknown" else before,
        said,
    )
    if when.occurred is None and signed is not None and article.conflict is not None:
        from truce_cli.extract.truces import truce_on

        inside = truce_on(article.conflict, signed)
        return Moment(signed, "day", inside.slug if inside else None)
    return when


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
        if (
            item.act == "violation"
            and item.unit is None
            and any(v.accused_side == item.accused_side for v in named)
        ):
            continue
        kept.append(item)
    return kept


def restates(item: Violation, earlier: Violation) -> bool:
    """True where an accusation says again what the same claimant said before in the same document."""
    same = (item.act, item.accused_side, item.moment.occurred, item.moment.truce) == (
        earlier.act,
        earlier.accused_side,
        earlier.moment.occurred,
        earlier.moment.truce,
    )
    if (
        not same
        or item.sentence is earlier.sentence
        or "mutual" in item.rule
        or item.moment.precision == "minute"
    ):
        return False
    who = (item.speaker.slug, item.speaker.words) if item.speaker.slug is None else item.speaker.slug
    whom = (
        (earlier.speaker.slug, earlier.speaker.words)
        if earlier.speaker.slug is None
        else earlier.speaker.slug
    )
    return who == whom and (item.place is None or earlier.place is None or item.place == earlier.place)
