"""Whose losses: the victims' side, from the words first, then the place, then the claimant."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import groups
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import FIRE, only_side, place, says_both, side_of, surroundings, trail
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.units import Unit
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN

ENEMY: Final = frozenset(("enemy", "adversary", "opponent", "theirs"))


_INTRUDERS: Final = frozenset(
    "saboteurs saboteur infiltrators invaders occupiers intruders mercenaries terrorists gunmen militants".split()
)
"""People whom a side never calls its own so."""
_POSSESSIVE: Final = frozenset(("its", "their", "his", "her", "our", "ours", "my"))


def victims_side(
    sentence: Sentence, link: Link, speaker: Speaker, frame: Frame | None, neighbours: list[str | None]
) -> str:
    """A side's slug, both or unknown. neighbours: sides found for the claims just before in the same sentence."""
    lexicon = sentence.article.lexicon
    if not lexicon.sides:
        return UNKNOWN
    for rule in (own_words, _noun_words, _possessive, _subject_of_losing, _struck):
        kin = (
            rule is _possessive
            and neighbours
            and _HIS.intersection(u.low for u in sentence.units[max(0, link.head.first - 2) : link.head.last])
        )
        side = (
            neighbours[-1] if kin else rule(sentence, link, speaker)
        )  # "killing a farmer and injuring his sons"
        if side:
            return side
    if says_both(sentence, link):
        return BOTH
    if _leaving(sentence, link):
        side = _agent(sentence, link, speaker)
        if side:
            return side
    elided = not link.head.has_people and not link.head.unknown and link.rule != "toll/total"
    if link.subset_of is not None or link.rule == "toll/shared" or link.head.others or elided:
        known = next((s for s in reversed(neighbours) if s), None)
        if known:
            return known
    running = link.measure == "cumulative"
    side = _carried_by(sentence, link)
    side = side or (None if running else _agent(sentence, link, speaker))
    side = side or _own_soldiers(link, speaker, lexicon.sides) or place(sentence, link)
    if side:
        return side
    known = next((s for s in reversed(neighbours) if s and s != UNKNOWN), None)
    if len({s for s in neighbours if s in lexicon.sides}) > 1 and link.head.has_people:
        known = UNKNOWN  # "412 rebels, 388 soldiers and 97 civilians": the civilians of either
    if known and link.measure != "cumulative":
        return known
    side = (
        None
        if running and speaker.side in (MEDIA, THIRD) and link.rule != "toll/total"
        else trail(sentence, link)
    )
    if side:
        return side
    if running and speaker.side in (MEDIA, THIRD):
        return only_side(sentence) or UNKNOWN
    return _claimant(sentence, link, speaker) or surroundings(sentence, link) or UNKNOWN


def _enemy_of(sentence: Sentence, speaker: Speaker) -> str | None:
    return sentence.article.lexicon.other_side(speaker.side)


def own_words(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Norvian soldiers", "enemy troops", "soldiers of the Kestra Defence Army"."""
    units = sentence.units
    for unit in link.head.sides:
        if unit.low in ENEMY:
            return _enemy_of(sentence, speaker)
        side = side_of(unit)
        if side:
            return side
    for unit in units[link.head.first : link.head.last + link.head.unknown]:
        if unit.low in ENEMY or (unit.low in _INTRUDERS and speaker.side in sentence.article.lexicon.sides):
            return _enemy_of(sentence, speaker)
        if unit.tag in "sA" and side_of(unit):
            return side_of(unit)
    if link.rule == "toll/apposition":
        side = next(
            (side_of(u) for u in units[link.first : link.head.first] if u.tag in "sA" and side_of(u)), None
        )
        if side:
            return side
    if link.head.first and units[link.head.first - 1].tag == "s" and link.rule == "toll/adjacent":
        return side_of(units[link.head.first - 1])  # "... and Kestra 81 civilian dead"
    after = units[link.head.last : link.head.last + 6]
    if (
        after[:1]
        and after[0].low in ("in", "from")
        and link.rule.startswith(("toll/subset", "toll/shared", "toll/deaths"))
    ):
        for unit in after[1:5]:
            if unit.tag in "N;,:":
                break
            if unit.tag in "sLA" and side_of(unit):
                return side_of(unit)
    if after[:1] and after[0].low in ("of", "from", "with", "among", "aboard"):
        for k, unit in enumerate(after[1:5], 2):
            if side_of(unit) and any(u.low in FIRE for u in after[k : k + 2]):
                break  # "no casualties from Hezbollah fire"
            if side_of(unit):
                return side_of(unit)
            if unit.low in ENEMY:
                return _enemy_of(sentence, speaker)
            if unit.tag not in "hwAa":
                break
    before = units[max(0, link.head.first - 5) : link.head.first]
    if len(before) >= 3 and before[-1].tag == "," and before[-2].tag in "sA":
        for k in range(len(before) - 2, 0, -1):
            if before[k - 1].tag == "h" and k >= 2 and before[k - 2].tag == "o":
                return side_of(before[-2])  # "of the Norvians, nine"
    return None


def _noun_words(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Norvia's military death toll", "its total", "the enemy's dead", "death toll in Lindvik"."""
    units = sentence.units
    if link.rule.startswith(("toll/total", "toll/risen", "toll/listed")):
        stretch = units[link.first : link.head.first] if units[link.first].tag != "e" else []
    elif link.rule == "toll/adjacent" or _put_at(units, link.head.first):
        stretch = named_before(units, link.head.first)
    else:
        return None
    for unit in stretch:
        if unit.low in ENEMY or unit.low == "the other":
            return _enemy_of(sentence, speaker)
        side = side_of(unit)
        if side:
            return side
        if unit.low in _POSSESSIVE and speaker.side in sentence.article.lexicon.sides:
            return speaker.side
    if link.rule.startswith(("toll/total", "toll/risen")) and units[link.first].low == "ours":
        return speaker.side if speaker.side in sentence.article.lexicon.sides else None
    return None


def _put_at(units: list[Unit], at: int) -> bool:
    """ "put regime losses at "upwards of 400 men, dead or maimed"": the figure of a noun before it."""
    k = at - 1 if at and units[at - 1].tag == '"' else at
    return k > 0 and units[k - 1].low == "at"


def named_before(units: list[Unit], at: int) -> list[Unit]:
    """Words of a toll noun that governs a list: "Norvia's military losses stood at 468 killed, 1,310 wounded"."""
    for k in range(at - 1, max(at - 14, -1), -1):
        if units[k].tag in ";S:":
            return []
        if units[k].tag == "T":
            first = k
            while (
                first
                and (units[first - 1].tag in "hsJwLABb" or units[first - 1].low == "confirmed")
                and k - first < 6
            ):
                first -= 1
            return units[first:k]
    return []


def _possessive(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "37 of its soldiers": the speaker's own, or the subject's of the clause."""
    units = sentence.units
    for unit in units[max(0, link.head.first - 2) : link.head.last]:
        if unit.low in _POSSESSIVE:
            that = next((k for k in range(link.head.first - 1, 0, -1) if units[k].low == "that"), 0)
            again = (
                that > 1 and units[that - 1].low == "and" and speaker.side in sentence.article.lexicon.sides
            )
            if again and not any(u.tag in "sA" for u in units[that : link.head.first]):
                return speaker.side  # "said that ..., and that 10 of its fighters"
            subject = _subject_before(sentence, link.head.first)
            if subject:
                return subject
            if speaker.side in sentence.article.lexicon.sides:
                return speaker.side
            return None
    if link.head.own and speaker.side in sentence.article.lexicon.sides:
        return speaker.side
    return None


_HIS: Final = frozenset(("his", "her"))
_HIT: Final = frozenset("ambushed hit shelled attacked struck targeted bombed fired overrun".split())


def _struck(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "A Talvian convoy was ambushed and nine soldiers died": the dead are of the side that was struck."""
    units = sentence.units
    if link.rule.startswith(("toll/total", "toll/risen")):
        return None
    for k in range(1, link.first - 1):
        if units[k].tag == "x" and any(u.low in _HIT for u in units[k + 1 : k + 3]):
            for j in range(k - 1, max(k - 5, -1), -1):
                if units[j].tag in "sA":
                    return side_of(units[j]) if units[j + 1].low != "'s" or j < k - 2 else None
                if units[j].tag not in "wBPzJ":
                    break
    return None


_YIELDED: Final = frozenset("surrendered surrender surrenders".split()) | {
    "gave themselves up",
    "laid down their arms",
}
_BURYING: Final = frozenset("buries bury buried mourns mourn mourned".split())


def _subject_before(sentence: Sentence, unit: int) -> str | None:
    """Side of the nearest side or actor that stands as a subject to the left, speakers included."""
    for other in reversed(sentence.units[:unit]):
        if other.tag in "sA" and side_of(other):
            return side_of(other)
    return None


def _subject_of_losing(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Sudland lost 5,500 men", "the adversary lost 64"."""
    k = link.head.first - 1
    k -= k > 0 and sentence.units[k].tag == '"'
    suffered = k >= 0 and sentence.units[k].low in ("suffered", "lost", "suffering")
    if link.harm == "captured" and link.word in _YIELDED and speaker.side in sentence.article.lexicon.sides:
        return _enemy_of(sentence, speaker)  # a side tells of the other's men who gave themselves up
    before = sentence.units[max(0, link.head.first - 3) : link.head.first]
    if any(u.low in _BURYING for u in before) and link.harm == "killed":
        return _subject_before(sentence, link.head.first)
    holding = link.rule == "toll/deaths" and any(
        u.low in ("holds", "hold", "holding", "held") for u in before
    )
    if link.rule == "toll/held" or (link.harm == "captured" and (holding or link.rule == "toll/attribute")):
        return _held_by(sentence, link)
    if link.rule != "toll/lost" and not suffered:
        return None
    units = sentence.units
    if link.word.startswith("cost"):
        return next((side_of(u) for u in units[link.first : link.head.first] if u.tag in "sA"), None)
    if units[link.first].tag in "sA":
        return side_of(units[link.first])
    for unit in reversed(units[: link.first]):
        if unit.low in ENEMY:
            return _enemy_of(sentence, speaker)
        if unit.tag in "sA" and side_of(unit):
            return side_of(unit)
        if unit.low in ("it", "we", "its") and speaker.side in sentence.article.lexicon.sides:
            return speaker.side
        if unit.low == "it" and sentence.previous is not None:
            subject = next((g for g in groups(sentence.previous) if g.first <= 2), None)
            return (
                subject.side
                if subject is not None and subject.side in sentence.article.lexicon.sides
                else None
            )
        if unit.tag in ";:":
            break
    return speaker.side if speaker.side in sentence.article.lexicon.sides else None


def _held_by(sentence: Sentence, link: Link) -> str | None:
    """Prisoners are the other side's: "Talvia holds 212 prisoners", "fighters paraded 19 captured soldiers"."""
    for unit in reversed(sentence.units[: link.head.first]):
        if unit.tag in "sA" and side_of(unit):
            return sentence.article.lexicon.other_side(side_of(unit))
        if unit.tag in ";:":
            break
    return None


def _agent(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """Victims of one side's act are the other's: "Norvian shells left four dead", "an attack by Armenia killed 13"."""
    lexicon = sentence.article.lexicon
    units = sentence.units
    if (link.rule in ("toll/object", "toll/shared") or _leaving(sentence, link)) and link.harm in (
        "killed",
        "injured",
        "captured",
        "killed_or_injured",
    ):
        begin = link.first
        struck = place(sentence, link)
        for k in range(begin - 1, -1, -1):
            unit = units[k]
            if unit.tag in ";S" or unit.tag == ":":
                break
            if unit.low in ENEMY:
                return _enemy_of(sentence, speaker)
            if unit.low in ("by",) and k + 1 < len(units):
                continue
            if unit.tag in "sA" and side_of(unit) in lexicon.sides:
                before = units[k - 1].low if k else ""
                if _owned(units, k):
                    continue  # "the capital of Ethiopia's Tigray region"
                if before in _ABOUT:
                    continue
                if struck is not None:
                    return struck
                return lexicon.other_side(side_of(unit))
            if unit.tag == "L" and unit.data.side:
                continue
        if speaker.side in lexicon.sides and link.active and _says_to_have(units, link.first):
            return lexicon.other_side(speaker.side)
    near = min(link.last + 4, len(units) - 1) if link.rule != "toll/attribute" else 0
    for k in range(link.last, near):
        if units[k].low in ("in", "from", "during") and any(u.low in FIRE for u in units[k + 1 : k + 6]):
            agent = next(
                (u for u in units[k + 1 : k + 4] if u.tag in "sA" and side_of(u) in lexicon.sides), None
            )
            if agent is not None and any(
                u.low in FIRE for u in units[units.index(agent) + 1 : units.index(agent) + 4]
            ):
                return lexicon.other_side(side_of(agent))  # "killed in Veylish attacks"
        if units[k].low == "by" and link.harm != "missing":
            for unit in units[k + 1 : k + 5]:
                if unit.tag in "sA" and side_of(unit) in lexicon.sides:
                    return lexicon.other_side(side_of(unit))
            break
    return None


_ABOUT: Final = frozenset(
    "in at near on against over across outside inside around into towards toward along through".split()
)
_CARE: Final = frozenset("flown airlifted evacuated treated brought buried ferried".split())


def _carried_by(sentence: Sentence, link: Link) -> str | None:
    """ "29 wounded fighters flown out by the alliance": a side carries its own."""
    after = sentence.units[link.last : link.last + 9]
    cared = next((k for k, u in enumerate(after[:3]) if u.low in _CARE), None)
    if cared is None:
        return None
    for k in range(cared, len(after) - 1):
        if after[k].low == "by":
            return next((side_of(u) for u in after[k + 1 : k + 4] if u.tag in "sA" and side_of(u)), None)
    return None


def _own_soldiers(link: Link, speaker: Speaker, sides: tuple[str, ...]) -> str | None:
    """ "The Israeli army said two soldiers were killed in Gaza": a side's soldiers fall in the other's land too."""
    people = link.head.people
    military = people is not None and people.victims == "military"
    return speaker.side if military and speaker.side in sides and link.rule == "toll/subject" else None


def _owned(units: list[Unit], k: int) -> bool:
    """True for the two names of "Ethiopia's Tigray region"."""
    second = k > 1 and units[k - 1].low == "'s" and units[k - 2].tag in "sL"
    return second or (k + 2 < len(units) and units[k + 1].low == "'s" and units[k + 2].tag in "sL")


def _leaving(sentence: Sentence, link: Link) -> bool:
    """ "left four people dead": the harm word stands behind, the agent before."""
    before = sentence.units[max(0, link.head.first - 2) : link.head.first]
    return any(u.low in ("left", "leaves", "leaving") for u in before)


def _says_to_have(units: list[Unit], first: int) -> bool:
    """ "claimed to have killed", "said it had killed": the speaker's own side acted."""
    window = [u.low for u in units[max(0, first - 4) : first]]
    to_have = "to" in window and "have" in window
    return to_have or any(w in window for w in ("it", "they", "we", "troops", "forces", "army", "units"))


def _claimant(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """A side's own body without more words counts its own people."""
    lexicon = sentence.article.lexicon
    if speaker.side in lexicon.sides:
        return speaker.side
    if speaker.side in (MEDIA, THIRD):
        return None
    return None
