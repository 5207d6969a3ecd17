"""Deaths that no conflict dealt: of illness and age, in accidents and disasters, in peace's crimes and games, in
works of fiction, in exercises and laws."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.gates import ACTS
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.text.word_gates import gate

_ILL: Final = (
    r"(?:illness|disease|cancer|leuk\w+|tumou?rs?|heart (?:attack|failure|disease)|cardiac arrest|strokes?|pneumonia|"
    r"covid(?:-19)?|coronavirus|virus|flu|influenza|malaria|cholera|ebola|dengue|measles|tuberculosis|aids|diabetes|"
    r"old age|natural causes|fever|infection|dementia|alzheimer'?s|parkinson'?s|asthma|allergy|blight)"
)
_OF_ILLNESS: Final = re.compile(
    rf"\b(?:died?|dies|dying|dead|deaths?|killed|succumb(?:ed|s)?)\b[^.;]{{0,30}}? (?:of|from|after|to|by|with) "
    rf"(?:[\w'-]+ ){{0,4}}?{_ILL}\b|\bdie[ds]? (?:peacefully|in (?:his|her|their) sleep)\b"
)
_ILL_WORDS: Final = gate(
    frozenset("heart cardiac old natural flu aids fever sleep peacefully".split()),
    tuple(
        "illness disease cancer leuk tumo stroke pneumonia covid coronavirus virus influenza malaria cholera ebola "
        "dengue measles tuberculosis diabetes infection dementia alzheimer parkinson asthma allergy blight".split()
    ),
)
_AT_AGE: Final = re.compile(
    r"\bdie[ds]?\b[^.;]{0,40}?\b(?:at|aged?|at the age of) (?:[6-9]\d|1[01]\d)\b(?![%:.,]?\d)"
)
_AGE_WORDS: Final = gate(frozenset(("at", "age", "aged")))

_DISASTER: Final = re.compile(
    r"\b(?:earthquakes?|quakes?|tsunamis?|landslides?|mudslides?|avalanches?|floods?|flooding|floodwaters|hurricanes?|"
    r"typhoons?|cyclones?|tornado(?:e?s)?|heatwaves?|heat ?waves?|blizzards?|lightning|wildfires?|stampedes?|"
    r"(?:bus|car|train|tram|road|traffic|highway|motorway|ferry|coach|lorry|motorcycle) "
    r"(?:crash(?:es)?|accidents?|collisions?|smash)|pile-up|motorists?|overturned|derail(?:ed|ing)|"
    r"(?:bus|coach|minibus|car|van|lorry|truck|train|tram|ferry|jeep|vehicle)\b[^.;,]{0,60}? (?:plunged|veered|skidded|"
    r"careered|rolled over|collided|left the road|ran off the road)|"
    r"accidents?|gas leak|carbon monoxide|epidemics?|pandemics?|drought|volcano|eruption|tree fell|falling tree)\b"
)
_DISASTER_WORDS: Final = gate(
    frozenset(
        "bus car train tram road traffic highway motorway ferry coach lorry motorcycle motorist motorists pile gas "
        "accident accidents "
        "carbon heat tree lightning overturned drought eruption minibus van truck jeep vehicle".split()
    ),
    tuple(
        "earthquake quake tsunami landslide mudslide avalanche flood hurricane typhoon cyclone tornado heatwave "
        "blizzard wildfire stampede derail epidemic pandemic volcano".split()
    ),
)
_MISHAP: Final = re.compile(
    r"\b(?:gas (?:blast|explosion|main|cylinder|canister)|electrical (?:fault|failure)|short[- ]circuit|"
    r"faulty (?:wiring|heater|boiler|brakes)|"
    r"(?:not|un)(?: (?:thought|believed) to be)? ?(?:related|linked|connected) to the (?:war|fighting|conflict)|"
    r"nothing to do with the (?:war|fighting|conflict)|"
    r"ruled out any (?:link|connection) to the (?:war|fighting|conflict))\b"
)
""" "A fire at a club killed 14. An electrical fault was to blame": no act of war, whatever else is told of."""
_MISHAPS: Final = gate(
    frozenset("gas electrical circuit faulty related unrelated linked connected ruled nothing".split())
)
_EPIDEMIC: Final = re.compile(
    r"\b(?:cholera|measles|malaria|dengue|ebola|typhoid|hepatitis|covid(?:-19)?|coronavirus|influenza|diphtheria|polio|"
    r"(?:bird )?flu|virus|outbreak)\b[^.;]{0,60}?\b(?:cases?|has killed|have killed|killed|deaths?)\b"
)
_EPIDEMICS: Final = gate(
    frozenset("flu virus outbreak polio typhoid hepatitis diphtheria".split()),
    tuple("cholera measles malaria dengue ebola covid coronavirus influenza".split()),
)
_GAME: Final = re.compile(
    r"\b(?:match|matches|league|cup tie|cup final|tournament|championship|striker|midfielder|goalkeeper|semi-?finals?|"
    r"quarter-?finals?|innings|wickets?|fans|penalty|stadium|team|club|season|"
    r"sent off|red card|players?|playoffs?|derby|relegation)\b"
)
_GAMES: Final = gate(
    frozenset(
        "match matches league cup tournament championship striker midfielder goalkeeper semi semifinal "
        "semifinals wicket wickets fans penalty stadium team club season quarter quarterfinal innings sent "
        "red player players playoff playoffs derby relegation".split()
    )
)
_CRIME: Final = re.compile(
    r"\b(?:suspicion of|charged with|convicted of|accused of|confessed to|jailed for|on trial for|tried for|"
    r"admitted|pleaded guilty to) (?:the )?(?:murder\w*|killing|strangling|stabbing|poisoning|drowning|shooting|"
    r"manslaughter)(?: of| to)? (?:his|her|their)\b|"
    r"\b(?:sentenced|jailed|convicted|hanged)\b[^.;]{0,40}? (?:for|of) "
    r"(?:the )?(?:murder\w*|killing|strangling|stabbing|"
    r"poisoning)(?: of)? (?:[\w-]+ ){0,3}(?:relatives|family|wife|husband|children|parents|neighbou?rs?|lover)\b"
)
_CRIMES: Final = gate(
    frozenset(
        "sentenced hanged suspicion charged convicted accused confessed jailed trial tried admitted pleaded".split()
    )
)
_UNREAL: Final = re.compile(
    r"\bsimulat\w+|\b(?:exercises?|drills?|war[- ]?games?)\b[^.;]{0,40}\b(?:imagin\w+|assum\w+|rehears\w+|practis\w+|"
    r"practic\w+|scenario|mock|played)\b|\bscenarios?\b|"
    r"\b(?:whoever|anyone who|anybody who|any person who|those found guilty)\b[^.;,]{0,40}?"
    r"\b(?:kill\w*|murder\w*|caus\w+|wound\w*|injur\w*)\b|"
    r"\b(?:video|videos|footage|film|image|images|photos?|photographs?|pictures?|clips?|posts?)\b[^;]{0,90}"
    r"\b(?:is|are|was|were|as) (?:\w+ )?(?:from a (?:film|movie|video game)|fake|faked|staged|doctored|fabricated|"
    r"generated by|computer[- ]generated)\b"
)
""" "The exercise simulated a raid with 200 wounded", "whoever causes the death of three": nobody was harmed."""
_UNREALS: Final = gate(
    frozenset(
        "exercise exercises drill drills wargame wargames games game scenario scenarios whoever anyone anybody any "
        "guilty fake faked staged doctored fabricated generated film movie".split()
    ),
    ("simulat",),
)
_ARMS: Final = ACTS - frozenset(
    "action advance advanced attempt attempted attempts began begun bid bids break breaking breaks broke broken came "
    "charge charges charged complain complained complains complaint cross crossed crossing dropped dropping enter "
    "entered failed failing fall fallen falling fell finger fingers honored honoured ignored ignoring land landed let "
    "made makes making moved observed observing opened opening picked push pushed rain rained raining respected "
    "rolled sent slipped small storm tearing threw through thrown tore torn used working blame blamed blames blaming "
    "accused accuses accuse accusing".split()
)
"""Words of acts that tell of arms by themselves: "made" and "came through" do not."""
_UPROOTED: Final = frozenset(
    "camp camps fleeing refugee refugees migrant migrants displaced evacuees".split()
)

_FICTION: Final = re.compile(
    r"\b(?:novel|film|movie|play|drama|opera|thriller|comedy|musical|short story|video game)s?\b[^.;]{0,40}"
    r"\b(?:about|opens? with|begins? with|ends? with|in which|tells|telling|follows|where)\b"
)
_FICTIONS: Final = gate(
    frozenset(
        "novel novels film films movie movies play plays drama dramas opera operas thriller thrillers comedy musical "
        "story stories game".split()
    )
)


def of_other_causes(sentence: Sentence, link: Link) -> bool:
    """True for deaths and wounds that are told as no matter of war; a soldier's accident is one of its own."""
    sides = sentence.article.lexicon.sides
    if sides and _by_mishap(sentence):
        return True
    if sentence.lacks(_ANY):
        return False
    head = link.head
    if not sentence.lacks(_UNREALS) and _UNREAL.search(sentence.low):
        return True
    if not sentence.lacks(_ANNIVERSARIES) and _long_ago(sentence):
        return True
    if not sentence.lacks(_FICTIONS):
        figure = head.count.figure_start or sentence.units[head.unit].start
        if _FICTION.search(sentence.low, 0, figure - sentence.start):
            return True
    if link.harm == "killed" and not sentence.lacks(_ILL_WORDS) and _OF_ILLNESS.search(sentence.low):
        return True
    if not sentence.lacks(_CRIMES) and _CRIME.search(sentence.low):
        return True
    if link.harm == "killed" and not sentence.lacks(_EPIDEMICS) and _EPIDEMIC.search(sentence.low):
        return True
    if sentence.lacks(_GAMES | _AGE_WORDS | _DISASTER_WORDS) or not _ARMS.isdisjoint(sentence.vocabulary):
        return False
    if not sentence.lacks(_GAMES) and len(set(_GAME.findall(sentence.low))) > 1:
        return True
    if link.harm == "killed" and not sentence.lacks(_AGE_WORDS) and _AT_AGE.search(sentence.low):
        return True
    military = head.military == "military" or (head.people is not None and head.people.victims == "military")
    if military or not sides or sentence.lacks(_DISASTER_WORDS):
        return False
    if not _UPROOTED.isdisjoint(sentence.vocabulary):
        return False  # whom a war drove there
    return _DISASTER.search(sentence.low) is not None


def _by_mishap(sentence: Sentence) -> bool:
    """True where a sentence, or the next of its paragraph, says that it was an accident."""
    if not sentence.lacks(_MISHAPS) and _MISHAP.search(sentence.low):
        return True
    mates = sentence.article.mates(sentence)
    after = mates[sentence.index - mates[0].index + 1 :][:1]
    return bool(after) and not after[0].lacks(_MISHAPS) and _MISHAP.search(after[0].low) is not None


_ANNIVERSARIES: Final = gate(frozenset(("anniversary",)))
_ANNIVERSARY: Final = re.compile(
    r"\b(?:(\d{1,3})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|"
    r"thirtieth|fortieth|fiftieth)) anniversary of\b"
)
_ORDINALS: Final = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth twentieth thirtieth fortieth "
        "fiftieth".split(),
        (*range(1, 11), 20, 30, 40, 50),
        strict=True,
    )
)


def _long_ago(sentence: Sentence) -> bool:
    """ "The 75th anniversary of the tram disaster, in which 54 died": a day before the war began."""
    conflict, published = sentence.article.conflict, sentence.article.published
    match = _ANNIVERSARY.search(sentence.low)
    if match is None or conflict is None or not published:
        return False
    years = int(match[1]) if match[1] else _ORDINALS[match[2]]
    return f"{int(published[:4]) - years:04d}{published[4:]}" < conflict.began


_ANY: Final = (
    _UNREALS
    | _ANNIVERSARIES
    | _FICTIONS
    | _ILL_WORDS
    | _CRIMES
    | _EPIDEMICS
    | _GAMES
    | _AGE_WORDS
    | _DISASTER_WORDS
)
"""A word for one of these stands in whatever tells of them."""
