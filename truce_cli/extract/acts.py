"""Words for acts of war and for truces, as tables apart from control flow."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.text.alternation import longest_of


def _rows(*groups: tuple[str, str]) -> dict[str, str]:
    return {phrase: meaning for meaning, phrases in groups for phrase in phrases.split("|")}


ACT_VERBS: Final = _rows(
    (
        "shelling",
        "resorted to shelling|resorted to heavy shelling|"
        "to shell|to bombard|continued shelling|shelled|shelling|shells|bombarded|bombarding|mortared|"
        "pounded|pounding|opened artillery fire|working over",
    ),
    ("airstrike", "bombed|bombing|bombs|strafed|strafing"),
    ("drone", "flew attack drones|flew drones|sent drones"),
    (
        "ground_attack",
        "stormed|storming|to storm|advanced on|assaulted|assaulting|tried to advance|tried to break "
        "through|raided|raiding|"
        "infiltrated|overran|crossed the line|crossed the yellow line|crossed the blue line|"
        "crossed the line of contact|sent "
        "infantry|sent tanks|"
        "sent troops|attempted to advance|launched a ground assault|launched a ground offensive|moved "
        "forward|tried to land|attempted to land|"
        "tried to cross|attempted to cross|tried to enter|attempted to enter|tried to infiltrate|"
        "attempted to infiltrate|tried to push|pushed across|pushed into|infiltrating|slipping fighters|sending "
        "fighters|sending troops|sending infantry|sending tanks|moving troops|crossed the border|"
        "crossed the withdrawal "
        "line|crossed the demarcation line|crossed the front line|crossed the ceasefire line|crossed the "
        "disengagement line|crossing the line|advanced into|advancing into|advancing on|advanced towards|"
        "attempting to "
        "advance|trying to advance|attempting to cross|trying to cross|attempting to infiltrate|trying to infiltrate|"
        "overrunning|occupied|occupying",
    ),
    (
        "attack",
        "let loose on|rained down|"
        "fall on|falling on|fallen on|fall again on|begun to fall|began to fall|began falling|rain on|raining on|"
        "crashed into|slammed into|smashed into|in action against|hits|raked|raking|peppered|peppering|blew up|"
        "blown up|blowing up|set fire to|hurled|threw|thrown at|torched|fires on|fires at|opens fire|"
        "fell on|landed in|landed on|landed near|landed beside|landed inside|"
        "came down in|came down near|fell in|fell near|fell outside|landed outside|exploded in|exploded near|"
        "rained on|rained down on|came down on|used|lobbed|"
        "lobbing|dropped|dropping|picked off|ambushing|opened up on|opening up on|opening up|overrun|to overrun|"
        "attacked|attacking|attack|attacks|to attack|fired|firing|launched|launching|sent|struck|"
        "striking|hit|hitting|targeted|targeting|fired at|firing at|"
        "fired on|firing on|fire on|fired across|firing across|launched an attack|launched attacks|"
        "launched an offensive|"
        "carried out attacks|carried out an attack|trying to seize|tried to seize|to seize|trying to attack|"
        "tried to attack|launched an operation|offensive|offensive operation|bombing civilian areas|"
        "resorted to unprovoked firing|resorted to firing|resorted to heavy firing|resorted to small arms firing|"
        "opened fire|opening fire|opened up|open fire|started firing|had fired|shot at|shooting at|"
        "been first to shoot|"
        "fired first|opened fire first|first to fire|first to shoot|continued its attacks|continued "
        "their attacks|"
        "fired upon|firing upon|shoot at|shoots at|opened fire upon|opens fire on|mining|mined|planting mines|"
        "planted "
        "mines|laying mines|laid mines|detonated|detonating|demolished|demolishing|bulldozed|bulldozing|burned down|"
        "set ablaze|opened the exchange|started the exchange|began the exchange|carrying out attacks|carrying out an "
        "attack|carrying out strikes|launching attacks|launching an attack|launching strikes|staging attacks|"
        "mounting "
        "attacks|"
        "mounted an attack|mounted attacks|staged an attack|launched a strike|carried out strikes|ambushed",
    ),
    (
        "violation",
        "violated|violating|violates|violate|breached|breaching|breaches|broke|broken|breaking|breaks|"
        "broke the truce|"
        "ripping up|ripped up|flouted|flouting|ignored|ignoring|not complied|failed to comply|not "
        "observing|failed to observe|failing to observe|disregarded|not honoured|flouts|"
        "undermined|undermining|sabotaged|trampled|trampling|trampled on|tore up|torn up|tearing up|reneged on|"
        "infringed|infringing|contravened|contravening|made a mockery of|makes a mockery of|making a mockery of|"
        "defied|defying|to violate|to breach|failed to respect|failing to respect|not respecting|not respected|"
        "did not "
        "respect|failed to abide|failing to abide|not abiding|failed to adhere|failing to adhere|not adhering|"
        "failing to "
        "comply|failed to honour|failed to honor|failing to honour|failing to honor|failed to uphold|"
        "failing to uphold|"
        "did not observe|did not honour|did not honor|reneging on|backed out of|failed to live up to|"
        "failing to live up to|not lived up to|did not comply|not complying|"
        "refused to comply|did not abide|did not adhere|never "
        "observed|never respected|never honoured|never honored",
    ),
)
"""Verbs of an act. "bombing" by jets is an airstrike; the weapon in the sentence decides first (weapon_act)."""

ACT_NOUNS: Final = _rows(
    (
        "shelling",
        "shelling|artillery fire|artillery shells|mortar fire|mortar attack|artillery attack|"
        "tank fire|tank shells|bombardment|heavy shelling|mortar shells|mortar shelling|"
        "artillery barrage|shellfire|artillery strike|artillery strikes|mortar strike|mortar strikes|artillery "
        "bombardment|shell fire|artillery attacks|mortar attacks",
    ),
    (
        "missile",
        "rocketing|missile attack|missile strike|missile attacks|missile strikes|rocket attack|rocket "
        "fire|rocket strike|rocket attacks|missile fire|ballistic missile|rocket barrage|"
        "barrage of rockets",
    ),
    (
        "airstrike",
        "airstrike|airstrikes|air strike|air strikes|air raid|air raids|air attack|bombing raid|air force|"
        "bombing run|bombing runs|sortie|sorties",
    ),
    (
        "drone",
        "drone incursion|drone incursions|drone raid|drone raids|drone assault|drone barrage|"
        "drone attack|drone strike|drone strikes|drone attacks|attack drones|drones",
    ),
    (
        "small_arms",
        "sniping|sniper fire|small-arms fire|small arms fire|machine-gun fire|machine gun fire|"
        "gunfire|sniper rifles|rifle fire|automatic fire|tracer fire|sniper shots|sniper attack|sniper attacks|"
        "burst of fire|bursts of fire",
    ),
    (
        "ground_attack",
        "tank advance|ground attack|ground assault|assault|assaults|incursion|incursions|infiltration|infiltrations|"
        "infantry attack|ground raid|commando raid|commando raids",
    ),
    (
        "attack",
        "attack|attacks|offensive|strike|strikes|fire|aggression|provocation|provocations|raid|raids|bombing|"
        "unprovoked firing|indiscriminate firing|cross-border firing|cross-border fire|"
        "ambush|ambushes|barrage|barrages|salvo|salvos|salvoes",
    ),
    (
        "violation",
        "violation|violations|breach|breaches|truce violations|ceasefire violations|infringement|infringements|"
        "transgression|transgressions|overflight|overflights",
    ),
)

WEAPON_ACT: Final = _rows(
    (
        "missile",
        "missile|missiles|projectile|projectiles|rocket|rockets|ballistic|grad|smerch|iskander|tochka-u|"
        "tochka|scud|scuds|himars|katyusha|katyushas|cruise missile|cruise missiles",
    ),
    (
        "drone",
        "drone|drones|uav|uavs|unmanned|quadcopter|quadcopters|loitering munition|loitering munitions|"
        "shahed|shaheds|bayraktar|bayraktars|harop",
    ),
    (
        "airstrike",
        "glide bomb|glide bombs|airstrike|airstrikes|jet|jets|plane|planes|bombers|helicopter|helicopters|gunship|"
        "gunships|warplane|warplanes|aircraft|aviation|fighter-bombers",
    ),
    (
        "shelling",
        "mortar rounds|tanks|tank|munitions|projectile|projectiles|phosphorus|mortar bombs|grenades|barrel bombs|"
        "artillery|mortar|mortars|howitzer|howitzers|shells|shell|guns|cannon",
    ),
    (
        "small_arms",
        "grenade launcher|grenade launchers|machine guns|machine gun|sniper|snipers|rifles|rifle|small-arms|"
        "machine-gun|machine-guns|gunfire|tracer rounds|bullets|shots|small arms|automatic weapons",
    ),
    ("ground_attack", "infantry"),
    ("attack", "projectile|projectiles"),
)


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){longest_of(words)}(?![\w-])")


VERB: Final = _pattern(ACT_VERBS)
NOUN: Final = _pattern(ACT_NOUNS)
WEAPON: Final = _pattern(WEAPON_ACT)


TRUCE_EVENT: Final[tuple[tuple[str, str], ...]] = (
    (
        "collapsed",
        r"collapse[ds]?|collapsing|crumble[ds]?|crumbling|shattered|failed to hold|fell "
        r"apart|fall(?:ing)? apart|fell through|broke down|did not last|unravel(?:l?ed|s|"
        r"l?ing)|in tatters|no longer holds|is over|violated within|did not hold|"
        r"(?:is|was|lies|lay) (?:dead|in ruins|in shreds|no more|finished)|fell to pieces|came apart|broken down|"
        r"breaking down|breaks down|fallen apart|fallen through|"
        r"disintegrated|broken within|lasted (?:only|barely|just|less than|no more than)|barely lasted|outlive|"
        r"survive|"
        r"gave way|gone to pieces|ceased to exist|blown apart|been torn to shreds",
    ),
    (
        "extended",
        r"extend(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|keep (?:the )?[\w -]{0,24}(?:truce|pause|ceasefire|"
        r"cease-fire) in place|prolong(?:ed|s|ing)?|renew(?:ed|s|ing)?|extensions? of|rolled over|"
        r"(?:further|another|extra|additional) [\w -]{0,14}(?:hours?|days?|weeks?|fortnight|months?)|"
        r"stay(?:s|ed)? in (?:place|force) (?:until|till|for)|"
        r"remain(?:s|ed)? in (?:place|force|effect) (?:until|till|for)",
    ),
    (
        "in_force",
        r"(?:took|takes|taken|take|taking) (?:effect|hold)|(?:came|comes|come|coming|entered|"
        r"enters|enter|went|goes|go|going) into (?:force|effect)|in(?:to)? (?:force|effect) "
        r"(?:since|from)|effective|(?:starting|start(?:ed|s)?|began|begins|begin|beginning|"
        r"due to start|to start|to begin) (?:on |at |from )?|fell silent|from (?:noon|"
        r"midnight|midday)|is announced from|announced from|is declared from|in force from|"
        r"kicked in|is in (?:force|effect)|is now in (?:force|effect)|been in (?:place|force|effect) since",
    ),
    (
        "agreed",
        r"agree(?:d|s|ing)?|accepted|approved|endorsed|ratified|"
        r"initial(?:l?ed|s)|settled on|put their names to|put their names on \w+ to|"
        r"secured the consent of [\w -]{0,30} to|"
        r"consented to a|reach(?:ed|es|ing)? (?:a|an|the) (?:deal|agreement|accord)|"
        r"sign(?:ed|s|ing)?|clinch(?:ed|es)?|negotiated|struck a deal|announced|deal for|"
        r"(?:was|were|had been|has been) (?:reached|struck|clinched|concluded|sealed)|struck on|"
        r"(?:deal|agreement|truce|ceasefire) (?:reached|struck|sealed|clinched)",
    ),
    (
        "proposed",
        r"propos(?:ed|es|ing)|tabled|floated|put a [\w -]{0,30}plan|put forward|offered|suggested|"
        r"(?:laid|made|submitted|presented|unveiled|circulated|drafted|sent|brought|outlined) [\w -]{0,24}"
        r"(?:proposals?|plans?|drafts?|blueprint) (?:for|of)|proposal for|pitched|mooted|(?:put|laid|"
        r"placed) [\w -]{0,40}on the table",
    ),
    (
        "ended",
        r"expire[ds]?|lapse[ds]?|ended (?:on|at)|ran out|runs out|"
        r"(?:voted to end|called off|tore up|pulled out of|withdrew from|declared an end to|announced an end to|"
        r"ended) (?:the|its|a)|"
        r"(?:withdraw(?:s|ing|n)?|withdrew|pull(?:s|ed|ing)? out|walk(?:s|ed|ing)? (?:away|out)|backed out) "
        r"(?:from|of|on) (?:the|its|a)|(?:scrap(?:s|ped|ping)?|terminat(?:es|ed|ing)|abandon(?:s|ed|ing)?|"
        r"renounc(?:es|ed|ing)|"
        r"annul(?:s|led|ling)?) (?:the|its|a)|declar(?:ed|es|ing) (?:the|its) [\w' -]{0,40}"
        r"(?:over|dead|void|null)|came to an end|comes to an end|drew to a close|ran its course",
    ),
)
"""Event → pattern of the words that make it of a truce noun, in the order in which they are tried."""
