"""Deaths that no conflict dealt: of illness and age, in accidents and disasters, in works of fiction."""

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
    r"gas leak|carbon monoxide|epidemics?|pandemics?|drought|volcano|eruption|tree fell|falling tree)\b"
)
_DISASTER_WORDS: Final = gate(
    frozenset(
        "bus car train tram road traffic highway motorway ferry coach lorry motorcycle motorist motorists pile gas "
        "carbon heat tree lightning overturned drought eruption".split()
    ),
    tuple(
        "earthquake quake tsunami landslide mudslide avalanche flood hurricane typhoon cyclone tornado heatwave "
        "blizzard wildfire stampede derail epidemic pandemic volcano".split()
    ),
)
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
    head = link.head
    if not sentence.lacks(_FICTIONS):
        figure = head.count.figure_start or sentence.units[head.unit].start
        if _FICTION.search(sentence.low, 0, figure - sentence.start):
            return True
    if link.harm == "killed" and not sentence.lacks(_ILL_WORDS) and _OF_ILLNESS.search(sentence.low):
        return True
    if not ACTS.isdisjoint(sentence.vocabulary):
        return False
    if link.harm == "killed" and not sentence.lacks(_AGE_WORDS) and _AT_AGE.search(sentence.low):
        return True
    military = head.military == "military" or (head.people is not None and head.people.victims == "military")
    if military or not sentence.article.lexicon.sides or sentence.lacks(_DISASTER_WORDS):
        return False
    if not _UPROOTED.isdisjoint(sentence.vocabulary):
        return False  # whom a war drove there
    return _DISASTER.search(sentence.low) is not None
