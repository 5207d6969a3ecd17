"""Words for harm, speech, acts, truces: the vocabulary of the rules, as tables apart from control flow.

Each table maps a phrase in lower case to what it means. Tags are the letters that the rules' patterns are
written in; tokens.py lists them.
"""

from __future__ import annotations

from typing import Final


def _rows(*groups: tuple[str, str]) -> dict[str, str]:
    return {phrase: meaning for meaning, phrases in groups for phrase in phrases.split("|")}


HARMED: Final = _rows(
    (
        "killed",
        "killed|kia|slain|murdered|executed|massacred|slaughtered|assassinated|beheaded|shot dead|"
        "gunned down|"
        "hacked to death|fatally stabbed|fatally beaten|fatally hit|"
        "shot and killed|killed and wounded|fatally shot|fatally wounded|fatally injured|"
        "mortally wounded|burned alive|burnt alive|lynched|martyred|blown up|blown to pieces|beaten to death|"
        "stabbed to death|burned to death|burnt to death|stoned to death|butchered|eliminated|liquidated|"
        "wiped out|neutralised|neutralized|put to death|decapitated|confirmed dead|confirmed killed|"
        "pronounced dead|feared dead|presumed dead|found dead|believed dead|reported dead|reported killed|"
        "feared killed|reportedly killed|reportedly died|pulled dead|crushed to death|clubbed to death|"
        "dismembered|drowned|felled|strangled|buried alive|mowed down|mown down|cut down|summarily executed|"
        "hanged|slayed|shot to death|left dead|bombed to death|incinerated|buried|gunned|poisoned|"
        "annihilated|laid to rest|mourned|fatally hurt|picked off|blown apart|shot down dead|mauled to death|"
        "reported dead|given up for dead|declared dead|certified dead|listed as dead|listed as killed|"
        "killed outright|killed in action",
    ),
    (
        "injured",
        "treated for shrapnel wounds|treated for burns|treated for gunshot wounds|shot in the leg|"
        "shot in the arm|shot in the foot|shot in the shoulder|crippled|wounded|wia|injured|hurt|"
        "maimed|hospitalised|hospitalized|burned|burnt|scalded|mutilated|"
        "shot and wounded|shot and injured|treated for injuries|treated for wounds|seriously wounded|"
        "seriously injured|severely wounded|severely injured|critically wounded|critically injured|"
        "lightly wounded|lightly injured|badly wounded|badly injured|slightly injured|slightly wounded|"
        "slightly hurt|reported injured|reported wounded|left wounded|left injured",
    ),
    (
        "killed_or_injured",
        "dead or maimed|killed or maimed|killed or wounded|killed or injured|killed and injured|dead "
        "or wounded|dead or injured|"
        "killed or hurt|wounded or killed|put out of action|taken out of action|knocked out of action|"
        "dead and wounded|killed and wounded combined|dead and "
        "wounded combined",
    ),
    (
        "captured",
        "captured|seized|kidnapped|abducted|detained|taken alive|carried off|taken prisoner|taken captive|"
        "taken hostage|detained as prisoners of war|surrendered|taken into captivity|led into captivity|"
        "taken prisoners|made prisoner",
    ),
    (
        "missing",
        "mia|reported missing|gone missing|listed as missing|went missing|posted missing|declared missing",
    ),
    (
        "displaced",
        "displaced|evacuated|uprooted|driven from their homes|forced from their homes|left homeless|made homeless|"
        "forced out of their homes|driven out of their homes|"
        "rendered homeless|moved to shelters|moved to safety|driven out|forced to flee|forced to leave their homes|"
        "taken to shelters|put up in shelters|shifted to safer places|"
        "moved to safer places|moved to safer areas|shifted to safer areas|taken to safer places|"
        "bused out|bussed out|relocated|resettled",
    ),
)
"""Past participles and past tenses that take a victim as subject (passive) or object (active)."""

PRESENT: Final = _rows(
    (
        "killed",
        "beheads|behead|executes|execute|assassinates|assassinate|massacre|massacres|murder|gun down|"
        "shoot dead|kills|kill|slay|slays|murders|shoots dead|guns down|leaves dead|claims",
    ),
    ("injured", "wounds|wound|injures|injure|hurts|maims"),
    ("captured", "captures|takes prisoner"),
    ("displaced", "displaces|uproots"),
)
GERUND: Final = _rows(
    (
        "killed",
        "stabbing to death|slashing to death|hacking to death|beating to death|burning to death|"
        "beheading|gunning|killing|slaying|murdering|massacring|shooting dead|gunning down|executing|"
        "slaughtering|fatally wounding|wiping out|eliminating|annihilating|liquidating|neutralising|neutralizing|"
        "mowing down|cutting down|butchering|crushing to death|burying alive|poisoning|drowning",
    ),
    ("injured", "wounding|injuring|hurting|maiming|crippling|hospitalising|hospitalizing"),
    ("captured", "capturing|taking prisoner|taking captive|kidnapping|abducting"),
    ("killed_or_injured", "killing or wounding|killing or injuring|killing and wounding"),
    ("displaced", "displacing|uprooting|driving out"),
)


def _injuries(harm: str, kinds: str) -> dict[str, str]:
    """ "sustained gunshot wounds", "suffered a head injury": what people sustain, suffer and receive."""
    return {
        f"{verb} {kind} {noun}": harm
        for verb in ("sustained", "suffered", "received")
        for kind in kinds.split("|")
        for noun in ("injury", "injuries", "wound", "wounds")
    }


def _limbs() -> dict[str, str]:
    """ "lost a leg", "loses both hands"."""
    return {
        f"{verb} {which}{limb}": "injured"
        for verb in ("lost", "loses", "losing")
        for which in ("a ", "an ", "his ", "her ", "both ", "both his ", "both her ", "one ", "their ", "")
        for limb in "leg legs arm arms hand hands foot feet eye eyes limb limbs fingers".split()
    }


DIED: Final = _rows(
    (
        "killed",
        "had fallen|have fallen|given their lives|did "
        "not survive|lost with|starved to death|died|dies|die|dying|perished|perish|lost their lives|"
        "lost lives|suffocated|asphyxiated|choked to death|lost his life|lost her life|lost its life|"
        "lost their life|lose their lives|losing their lives|succumbed|succumbs|succumb|"
        "succumbed to their injuries|succumbed to injuries|succumbed to his injuries|succumbed to wounds|"
        "succumbed to their wounds|died of wounds|died of their wounds|died of his wounds|died of "
        "their injuries|"
        "died of injuries|dies of wounds|embraced martyrdom|fell in action|fell in battle|fell in combat|"
        "fallen in action|met their death|met their deaths|been martyred|laid down their lives|"
        "gave their lives|since died|later died|fell in the fighting|fell in fighting|fell",
    ),
    (
        "injured",
        "survived with injuries|survived with wounds|escaped with injuries|escaped with wounds|escaped with burns|"
        "received injuries|received wounds|lost limbs|sustained injuries|sustained wounds|suffered injuries|"
        "suffered wounds|suffered burns|sustained burns|sustained injury|sustained an injury|suffered an injury|"
        "were treated for|needed treatment|needed hospital treatment|required treatment|required hospital treatment|"
        "received treatment|needed medical care",
    ),
    (
        "captured",
        "given themselves up|turned themselves in|handed themselves in|gave themselves in|laid down arms|"
        "laid down their weapons|"
        "fell into captivity|fallen into captivity|fell into enemy hands|went into captivity|gave up|"
        "surrendered|surrender|surrenders|laid down their arms|gave themselves up|had laid down their arms",
    ),
    (
        "displaced",
        "abandoned|sought refuge|taken refuge|took refuge|sought shelter|taken shelter|crossed the border|"
        "living in camps|have crossed into|had crossed into|"
        "fled|flee|flees|have fled|fled their homes|abandoned their homes|left their homes|"
        "lost their homes",
    ),
    ("missing", "not been found|yet to be found|went missing|not been heard from|vanished|disappeared"),
) | {
    **_injuries(
        "injured",
        "gunshot|bullet|shrapnel|stab|knife|machete|burn|head|leg|serious|severe|critical|grave|minor|light|"
        "slight|multiple|various|several|non-fatal|life-threatening|bodily|varying degrees of|"
        "various degrees of|different degrees of|a head|a leg|a gunshot|a bullet|a shrapnel|a serious|a severe|"
        "a minor|a light|a slight",
    ),
    **_limbs(),
    **_injuries("killed", "fatal|mortal|a fatal|a mortal|fatal gunshot|fatal bullet"),
}
STATE: Final = _rows(
    ("killed", "dead"),
    (
        "injured",
        "fighting for his life|fighting for her life|fighting for their lives|fighting for life|in a coma|"
        "on life support|"
        "in hospital|in critical condition|in a grave condition|in a critical condition|in serious "
        "condition|in intensive care",
    ),
    ("missing", "missing|unaccounted for|not been heard from"),
    ("displaced", "homeless"),
    ("captured", "in captivity|captive|prisoner"),
)
"""Predicates after a form of "to be", or right after the count."""

COUNTED: Final = _rows(
    (
        "killed",
        "deaths|death|fatalities|fatality|death toll|dead toll|martyrs|war dead|dead bodies|"
        "killings|lives|fallen",
    ),
    ("injured", "injuries|wounded people"),
    (
        "killed_or_injured",
        "deaths and injuries|dead and injured|casualties|casualty|losses|victims of shelling",
    ),
    ("captured", "prisoners of war|pows|captives"),
    (
        "toll",
        "list|roll|database|toll|total|tally|number|count|figure|overall number|total number|overall "
        "total|body count",
    ),
    ("bodies", "bodies|corpses|remains|sets of remains|dead bodies|body"),
    ("names", "names"),
)
"""Nouns that stand for people harmed, or for a count of them."""

RISE: Final = frozenset(
    "doubled|tripled|trebled|rose|risen|rises|rising|climbed|climbs|climbing|jumped|jumps|reached|"
    "reaches|reaching|stands|"
    "stood|stand|"
    "passed|passes|pass|topped|tops|exceed|exceeded|exceeds|reads|contains|surpassed|surpasses|hit|"
    "hits|grew|grown|grows|increased|"
    "increases|soared|mounted|swelled|edged|went|up|now|raised|revised|corrected|put|puts|bring|"
    "brings|bringing|"
    "brought|raising|raises|taking|takes|took|putting|pushing|pushes|pushed|lifting|lifts|lifted|amounted|"
    "amounts|came|comes|was|is|at|to|of|number|numbers|numbered|runs|ran|into|counted|totalled|totaled|"
    "fell|dropped|standing|has|have|had|been|the|its|their|by|from|that|which|confirmed|official|nationwide|"
    "overall|cumulative|near|nearing|nears|neared|almost|this|also|already|since|then|still|or|itself|whole|"
    "real|true|as|being|currently|total|reported|put|given|gives|remained|remains|down|top|topping|passing|exceeding|"
    "range|ranges|ranged|vary|varies|scaled|back|surpassing|crossed|crosses|crossing|past|leapt|leaped|leaps|surged|surges|spiked|spikes|inched|inches|crept|creeps|"
    "ticked|ticks|shot|swollen|ballooned|advanced|moved|totals|approached|approaches|approaching|lies|sits|tallies|"
    "equals|nudged|nudging|doubling|more|than|acknowledged|latest|updated|provisional|preliminary|known|"
    "announced|recorded|latter|sitting|rose|coming".split("|")
)
"""Words that may stand between a toll noun and its figure."""

PASSED: Final = frozenset(
    "passed|passes|pass|passing|topped|tops|top|topping|exceeded|exceeds|exceed|exceeding|surpassed|surpasses|"
    "surpassing|crossed|crosses|crossing|past|above|over".split("|")
)

SPEECH: Final = frozenset(
    "raised|raises|lowered|lowers|gave|gives|given|attributed|attributes|said|says|say|saying|adding|claiming|alleging|insisting|stating|noting|announced|announces|announcing|reported|reports|report|stated|states|"
    "claimed|claims|"
    "claim|tweeted|wrote|told|tells|added|adds|confirmed|confirms|declared|declares|admitted|acknowledged|"
    "conceded|alleged|alleges|asserted|insists|insisted|maintains|maintained|noted|posted|estimates|"
    "estimated|"
    "estimate|counted|counts|recorded|verified|documented|lists|listed|put|puts|warned|boasted|guessed|"
    "countered|argued|believe|believes|believed|responded|replied|disclosed|revealed|published|released|"
    "accused|accuses|accusing|blamed|blames|blaming|charged|admits|informs|informed|spoke|called|"
    "calls|described|"
    "explained|underlined|stressed|emphasised|emphasized|indicated|suggested|complained|protested|logged|"
    "registered|faulted|condemned|denied|denies|rejected|dismissed|refuted|refutes|vowed|writes|recounted|"
    "relayed|lamented|reiterated|observed|remarked|testified|briefed|commented|advised|contended|"
    "corrected|revised|updated|adds|moved|concluded|informed|informs|reads|reckons|reckon|"
    "corroborated|corroborates|specified|specifies|fumed|clarified|assured|detailed|concede|concedes|"
    "tallied|spoke|informing|complains|boasts|scoffed|charges|speaks|mentions|mentioned|acknowledges|acknowledge|"
    "acknowledging|admit|admitting|conceding|announce|confirming|confirm|declaring|declare|revealing|reveals|reveal|"
    "disclosing|discloses|recalled|recalls|think|thinks|thought|reckoned|affirmed|affirms|recording|cautioned|"
    "warns|stressing|boasting|relates|related|made public|make public|makes public|made known|verifies|"
    "owned up|owns up|owning up|own up|raised|lowered|scaled back|scaled down|trimmed|"
    "shot back that|hit back that|retorted|found that|finds that|ruled that|determined that|established that|"
    "attests|attested|asserts|contends|argues|concludes|concedes|suggests|notes|adds|assures|assumes|"
    "documents|records|registers|traced|identified|publishes|releases|puts out|put out|gave out|gives out|"
    "ascribed|ascribes|deplored|deplores|denounced|denounces|decried|condemns|criticised|criticized|rebuked".split(
        "|"
    )
)
ACCUSING: Final = frozenset("accused accuses accusing blamed blames blaming".split())
"""Verbs whose object is the accused."""

WEAK_SPEECH: Final = frozenset(
    "raised|raises|lowered|lowers|gave|gives|given|attributed|attributes|tallied|charges|charged|corrected|revised|updated|moved|counted|counts|lists|listed|put|puts|"
    "recorded|registered|claims|"
    "claim|report|reports|estimate|states|"
    "called|calls|published|released|charged|admits|logged|noted|posted|spoke|described|estimates|documented|"
    "verified|believe|disclosed|condemned|documents|records|registers|traced|identified|thought|think|related|"
    "recording|notes|adds|raised|lowered|scaled back|scaled down|trimmed|recalled|publishes|releases|"
    "put out|puts out|assumes|"
    "ascribed|ascribes|deplored|deplores|denounced|denounces|decried|condemns|criticised|criticized|rebuked".split(
        "|"
    )
)
"""Words that are nouns or other verbs as often: they speak only after a known speaker."""


BODIES: Final = _rows(
    (
        "defence-ministry",
        "defence ministry|defense ministry|ministry of defence|ministry of defense|mod|defence ministry's|"
        "defence department|defense department|defence minister|defense minister|minister of defence|"
        "minister of defense|war ministry|war office|war minister|ministry of war",
    ),
    (
        "foreign-ministry",
        "foreign ministry|ministry of foreign affairs|mfa|foreign minister|minister of foreign "
        "affairs|foreign office",
    ),
    (
        "health-ministry",
        "moh|health ministry|ministry of health|health minister|health department|health "
        "officials|health board|health authorities|health agency|health office|public health department|"
        "health administration|department of health|health commissioner",
    ),
    (
        "interior-ministry",
        "interior ministry|ministry of interior|interior minister|emergency service|"
        "emergencies ministry|emergency services",
    ),
    (
        "prosecutor",
        "prosecutor general's office|prosecutor's office|prosecutor general|prosecutors|"
        "prosecutor|general prosecutor's office|prosecutor-general's office",
    ),
    (
        "ombudsman",
        "ombudsman|ombudswoman|human rights ombudsman|rights ombudsman|human rights "
        "defender|ombudsman's office|commissioner|rights commissioner|human rights commissioner|rights defender|"
        "public defender|ombudsperson|people's advocate",
    ),
    ("president", "president|presidency|presidential office|presidential administration|leader"),
    ("prime-minister", "prime minister|premier"),
    (
        "military",
        "defence army|defense army|army|military|armed forces|general staff|army command|defence "
        "forces|defense forces|"
        "army's press office|press office|military command|high command|joint command|supreme command|"
        "general command|operational command|military leadership|military headquarters|general headquarters|"
        "joint staff|joint chiefs|chief of staff|command post|ground forces|land forces|border guard service|"
        "military intelligence|military hospital|corps|garrison|troops|forces|side|security forces|air "
        "force|navy|commanders|commander|militia",
    ),
    ("ministry", "ministry|minister|office|department|directorate|agency|service"),
    (
        "government",
        "government|authorities|authority|officials|official|state|parliament|cabinet|"
        "embassy|envoy|envoys|ambassador|ambassadors|"
        "delegation|mission|leadership|administration|negotiator|negotiators|cabinet office|"
        "consulate|lawmaker|chancellor|chancellery|secretariat",
    ),
    ("spokesperson", "spokesman|spokeswoman|spokesperson|press secretary|press service|press officer"),
    (
        "local",
        "military administration|regional military administration|city military administration|"
        "city administration|"
        "mayor|police|governor|residents|doctors|doctor|hospital|hospitals|rescuers|witnesses|"
        "eyewitnesses|medics|"
        "morgue|director|local officials|paramedics|town council|council|elders|villagers|surgeons|"
        "nurses|police chief|"
        "local authorities|health service|chief doctor|chief surgeon|head doctor|main hospital|"
        "activists|medical sources|"
        "security sources|security officials|sources|source|survivors|community leaders|local media|"
        "news agency|survivor|mortuary|coroner|pathologist|undertaker|cemetery|clinic|clinics|ambulance service|"
        "ambulance crews|fire brigade|fire service|fire department|firefighters|firemen|rescue workers|"
        "rescue services|rescue service|rescue teams|town hall|city hall|municipality|prefect|prefecture|"
        "regional governor|regional administration|"
        "district administration|civil defence|civil defense|civil protection|"
        "village council|deputy mayor|chief medic|chief physician|"
        "hospital director|hospital officials|hospital staff|health workers|surgeon|nurse|neighbours|neighbors|"
        "relatives|survivors|locals|townspeople|priest|parish priest|harbour master|harbourmaster|coastguard|"
        "coast guard|port authority|railway company",
    ),
    (
        "analysts",
        "press union|journalists' union|trade union|aid agency|aid agencies|aid groups|aid workers|rights groups|"
        "aid group|aid organisation|aid organization|advocacy group|relief agency|relief group|relief organisation|"
        "relief organization|think tank|think-tank|research group|"
        "human rights groups|human rights organisations|humanitarian organisations|diplomats|analysts|experts|"
        "military analysts|observers|researchers|analyst|charity|monitors|mediator|mediators|guarantors|"
        "monitor|organisation|organization|watchdog|monitoring group|observatory|agency|newspaper|rights group",
    ),
)
"""Bodies that any side may have: they combine with a side's words."""
