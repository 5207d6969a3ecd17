"""Whether an article is about the conflict at all. What speaks of no war and names nothing of it claims nothing.

An archive is mostly about other things, and a road accident in it is nobody's loss in the war. The gate is wide: words
of war open it, or a name of a side, of its bodies or of a place, and short texts are read whatever they name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from truce_cli.extract.gates import named_in, words_of
from truce_cli.text.clean import lowered

if TYPE_CHECKING:
    from truce_cli.extract.article import Article

SHORT: Final = 800
"""Code points up to which a text may leave unsaid what war it speaks of: a post, a headline, a single paragraph."""

SURE: Final = frozenset(
    "warring truce truces ceasefire ceasefires cease armistice hostilities belligerents paramilitary "
    "paramilitaries militia militias militiamen militant militants rebel rebels insurgent insurgents guerrillas "
    "separatist separatists jihadist jihadists shelling shelled shellfire bombardment bombardments airstrike "
    "airstrikes artillery howitzer howitzers mortars missile missiles warplane warplanes landmine landmines "
    "munitions frontline frontlines ied ieds peacekeeper peacekeepers demilitarised demilitarized disengagement "
    "kia".split()
)
"""Words of which any speaks of a war by itself."""
LIKELY: Final = frozenset(
    "wartime warfare soldier soldiers serviceman servicemen servicewomen troop troops combatant combatants "
    "conscript conscripts reservist reservists infantry commandos battalion battalions brigade brigades sniper "
    "snipers gunman gunmen bombings grenade grenades munition invaders incursion incursions massacre massacres "
    "massacred atrocities genocide crossfire firefight gunfight refugees hostages captives martyr martyrs "
    "martyred martyrdom".split()
)
"""Words that a novel or a crime may hold, too: one of them needs another word of war."""
VAGUE: Final = frozenset(
    "war wars army armies military militaries armed fighter fighters reserve marines paratroopers mortar bomb "
    "bombs bombed bombing rocket rockets drone drones mines mine ordnance battlefield battlefields battle battles "
    "combat fighting clash clashes clashed ambush ambushed raid raids raided offensive invasion invaded siege "
    "besieged occupation occupied ethnic violence conflict conflicts gunfire displaced hostage prisoner prisoners "
    "terrorist terrorists terrorism enemy enemies casualty casualties attackers border".split()
)
"""Words of which news of sport, crime and trade holds some here and there; three different ones speak of a war."""
_ENOUGH: Final = 3


def about_the_conflict(article: Article) -> bool:
    """False for an article in which nothing of a war is spoken of; True for any where no conflict file tells of one."""
    text, words, lexicon = article.text, article.vocabulary, article.lexicon
    if not lexicon.sides or len(text) <= SHORT or _of_war(words) or named_in(text, words, lexicon.own):
        return True
    title = article.document.card.title or ""
    told = frozenset(words_of(lowered(title)))
    return _of_war(told) or named_in(title, told, lexicon.own)


def _of_war(words: frozenset[str]) -> bool:
    """words: in lower case, without digits and marks."""
    if not SURE.isdisjoint(words):
        return True
    return 2 * len(LIKELY & words) + len(VAGUE & words) >= _ENOUGH
