"""Words for people: who they are to a casualty recorder. A table, apart from the rules that read it.

Each group gives the victims' status and, where the word tells, the subgroup; singular and plural stand apart,
because a singular with an article is a count of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class People:
    """victims: military, civilian, any. subgroup: children, women, ... or None. plural: may follow a number above 1."""

    victims: str
    subgroup: str | None
    plural: bool


_GROUPS: Final[tuple[tuple[str, str | None, str, str], ...]] = (
    # victims, subgroup, singulars, plurals
    (
        "military",
        None,
        "soldier|serviceman|servicewoman|service member|servicemember|fighter|combatant|conscript|reservist|"
        "officer|sergeant|colonel|lieutenant|major|captain|general|gunner|marine|pilot|navigator|"
        "sapper|sniper|"
        "paratrooper|recruit|infantryman|artilleryman|tankman|private|corporal|brigadier|warrant officer|"
        "militiaman|militant|rebel|insurgent|separatist|secessionist|"
        "jihadist|guerrilla|border guard|peacekeeper|commando|trooper|"
        "legionnaire|mercenary|volunteer fighter|irregular|legionary|partisan|lieutenant colonel|"
        "airman|sailor|sentry|gunman|terrorist|corpsman|drone operator|drone pilot|"
        "machine-gunner|machine gunner|rifleman|operative|"
        "cadet|quartermaster|"
        "signaller|radio operator|scout|grenadier|invader|occupier|saboteur|infiltrator|guardsman|militiawoman|"
        "co-pilot|copilot|tank commander|battalion commander|brigade commander|"
        "commander|company commander|platoon commander|"
        "deputy commander|draftee|volunteer soldier|special forces soldier|ensign|cavalryman|deserter|lance corporal",
        "soldiers|servicemen|servicewomen|service members|servicemembers|fighters|combatants|conscripts|"
        "reservists|officers|sergeants|colonels|lieutenants|majors|captains|generals|gunners|marines|pilots|"
        "sappers|snipers|paratroopers|recruits|infantrymen|artillerymen|tankmen|privates|corporals|"
        "warrant officers|militiamen|militants|rebels|insurgents|jihadists|guerrillas|border guards|"
        "peacekeepers|commandos|troopers|mercenaries|volunteer fighters|irregulars|troops|military personnel|"
        "army personnel|security personnel|servicepeople|comrades|regulars|legionnaires|"
        "members of the security forces|security forces members|members of the military|crew members|airmen|"
        "partisans|sailors|sentries|gunmen|terrorists|"
        "military servicemen|members of its military|members of its armed forces|"
        "members of the armed forces|crewmen|nationalguardsmen|guardsmen|machine-gunners|machine gunners|riflemen|"
        "cadets|scouts|grenadiers|invaders|occupiers|saboteurs|infiltrators|draftees|militiawomen|"
        "men in uniform|other ranks|enlisted men|enlisted personnel|lance corporals|"
        "tank crewmen|deserters|defenders|navigators",
    ),
    (
        "civilian",
        None,
        "civilian|resident|villager|farmer|peasant|shepherd|teacher|inhabitant|caretaker|pensioner|"
        "shopkeeper|"
        "fisherman|miner|passenger|pedestrian|shopper|worshipper|worshiper|mourner|bystander|passer-by|"
        "aid worker|humanitarian worker|trader|herder|cleric|priest|imam|lawyer|mayor|politician|activist|"
        "student|worker|employee|non-combatant|noncombatant|local resident|beekeeper|baker|waiter|cook|"
        "electrician|engineer|clerk|cab driver|taxi driver|bus driver|truck driver|lorry driver|"
        "tractor driver|customer|pilgrim|commuter|traveller|traveler|vendor|merchant|rancher|lecturer|"
        "professor|campaigner|voter|lawmaker|contractor|labourer|laborer|pastor|monk|bishop|seminarian|"
        "parishioner|bride|groom|bridegroom|motorist|motorcyclist|cyclist|street vendor|"
        "motorcyclist|cyclist|street vendor|watchman|night watchman|nightwatchman|gardener|"
        "grocer|butcher|postman|carpenter|plumber|mechanic|seamstress|tailor|barber|janitor|cleaner|librarian|"
        "headmaster|headmistress|schoolteacher|tram driver|train driver|ferryman|harbour pilot|goatherd|cowherd|"
        "beachgoer|holidaymaker|dock worker|docker|factory worker|farm worker|farmhand|farm labourer|tourist guide|"
        "bricklayer|builder|retiree|cab-driver|delivery man|woodcutter|logger|fisher|townsman|islander",
        "civilians|residents|villagers|farmers|peasants|shepherds|teachers|townspeople|townsfolk|inhabitants|"
        "pensioners|shopkeepers|fishermen|miners|passengers|pedestrians|shoppers|worshippers|worshipers|"
        "mourners|bystanders|passers-by|aid workers|humanitarian workers|traders|herders|clerics|priests|"
        "imams|lawyers|mayors|politicians|activists|students|workers|employees|non-combatants|noncombatants|"
        "local residents|locals|townsmen|noncombatants|labourers|laborers|tribesmen|herdsmen|churchgoers|"
        "customers|pilgrims|commuters|travellers|travelers|vendors|merchants|ranchers|lecturers|professors|"
        "campaigners|voters|lawmakers|contractors|pastors|monks|bishops|seminarians|parishioners|motorists|"
        "motorcyclists|cyclists|street vendors|watchmen|gardeners|grocers|butchers|postmen|carpenters|plumbers|"
        "mechanics|seamstresses|tailors|barbers|janitors|cleaners|librarians|schoolteachers|ferrymen|goatherds|"
        "cowherds|beachgoers|holidaymakers|dock workers|dockers|factory workers|farm workers|farmhands|builders|"
        "retirees|woodcutters|loggers|fishers|islanders|householders|homeowners|tenants|"
        "city dwellers|city residents|market traders|market-goers|stallholders|diners|bakers|waiters|cooks|"
        "engineers|clerks|electricians|bus drivers|truck drivers|lorry drivers|taxi drivers|beekeepers",
    ),
    (
        "any",
        None,
        "person|man|victim|relative|family member|human being|body|individual|father|son|brother|husband|"
        "bodyguard|muleteer|volunteer|grandfather|grandson|nephew|uncle|cousin|driver|guard|security guard|"
        "inmate|prisoner|"
        "detainee|protester|demonstrator|assailant|attacker|suspect|migrant|refugee|foreigner|tourist|"
        "parent|patient|member|official|leader|chief|candidate|local leader|judge|prosecutor|youth|hostage|"
        "bomber|suicide bomber|elder|headman|bandit|herdsman|councillor|citizen|national|neighbor|neighbour|"
        "adult|ranger|park ranger|agent|chief of staff|staff member|inspector|guest|supporter|hunter|thief|"
        "robber|criminal|dealer|drug dealer|smuggler|vigilante|friend|colleague|sibling|spy|aide|companion",
        "people|persons|elders|headmen|idps|internally displaced persons|internally displaced people|"
        "asylum seekers|men|victims|relatives|family members|human beings|individuals|fathers|sons|"
        "brothers|grandsons|nephews|uncles|cousins|"
        "husbands|drivers|guards|security guards|inmates|prisoners|"
        "detainees|"
        "protesters|protestors|demonstrators|assailants|attackers|suspects|migrants|refugees|"
        "foreigners|"
        "tourists|parents|patients|members|officials|leaders|souls|displaced people|displaced persons|"
        "couple|pair|youths|hostages|captives|bombers|suicide bombers|bandits|citizens|nationals|"
        "members of one family|members of the same family|members of a family|crew|judges|candidates|"
        "grandparents|siblings|friends|colleagues|neighbors|neighbours|evacuees|returnees|adults|rangers|"
        "park rangers|agents|staff|staff members|staffers|inspectors|guests|supporters|hunters|thieves|"
        "robbers|criminals|dealers|drug dealers|smugglers|vigilantes|spies|aides|companions",
    ),
    (
        "any",
        "children",
        "child|boy|girl|minor|schoolgirl|schoolboy|toddler|baby|infant|teenager|newborn|schoolchild|pupil|"
        "young girl|young boy|adolescent|grandchild|teenage boy|teenage girl|youngster|kindergartener",
        "children|boys|girls|minors|schoolgirls|schoolboys|toddlers|babies|infants|teenagers|newborns|"
        "schoolchildren|pupils|adolescents|kids|grandchildren|teenage boys|teenage girls|youngsters|"
        "under-fives|under-18s|under-tens|kindergarteners",
    ),
    (
        "any",
        "police",
        "policeman|police officer|policewoman|gendarme|constable|police sergeant|police commander",
        "policemen|gendarmes|police officers|policewomen|police|constables|members of the police",
    ),
    (
        "any",
        "women",
        "woman|mother|grandmother|wife|daughter|sister|female|pregnant woman|nun|granddaughter|niece|aunt|widow|"
        "mother-in-law|sister-in-law|daughter-in-law|housewife",
        "women|mothers|grandmothers|wives|daughters|sisters|females|pregnant women|nuns|granddaughters|nieces|aunts|"
        "widows|housewives",
    ),
    (
        "any",
        "medics",
        "doctor|nurse|medic|paramedic|ambulance worker|ambulance driver|surgeon|army surgeon|health worker|"
        "medical worker|physician|midwife|rescuer|rescue worker|first responder|firefighter|fireman|orderly|"
        "ambulance man|stretcher-bearer|stretcher bearer|pharmacist",
        "doctors|nurses|medics|paramedics|ambulance workers|ambulance drivers|surgeons|army surgeons|"
        "health workers|medical workers|medical staff|physicians|midwives|rescuers|rescue workers|"
        "first responders|firefighters|ambulance crew|firemen|orderlies|ambulance men|stretcher-bearers|"
        "stretcher bearers|pharmacists",
    ),
    (
        "any",
        "journalists",
        "journalist|reporter|cameraman|camerawoman|photographer|correspondent|photojournalist|blogger|"
        "radio reporter|radio journalist|media worker|television reporter",
        "journalists|reporters|cameramen|photographers|correspondents|photojournalists|bloggers|media "
        "workers",
    ),
)

_MILITARY_MEDIC: Final = frozenset(("army surgeon", "army surgeons"))


def _table() -> dict[str, People]:
    table: dict[str, People] = {}
    for victims, subgroup, singular, plural in _GROUPS:
        for words, many in ((singular, False), (plural, True)):
            for word in words.split("|"):
                status = "military" if word in _MILITARY_MEDIC else victims
                table[word] = People(status, subgroup, many)
    for word, people in list(table.items()):
        if not people.plural and word not in _NO_PLURAL and _plural(word) not in table:
            table[_plural(word)] = People(people.victims, people.subgroup, True)
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith(("s", "ch", "sh", "x")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


_NO_PLURAL: Final = frozenset(
    "private general body female major national chief wife child grandchild schoolchild thief midwife housewife "
    "passer-by prosecutor".split()
) | {"chief of staff", "mother-in-law", "sister-in-law", "daughter-in-law"}
"""Words whose plural is irregular, told above, or means something else."""


PEOPLE: Final = _table()
"""Phrase, lower case → what it says of the people it counts."""

NOT_PEOPLE: Final = frozenset(
    "uav|uavs|ucav|ucavs|warplane|warplanes|bombers|apc|apcs|bmp|bmps|ifv|ifvs|mlrs|radar|radars|depots|"
    "tank|tanks|family|families|lorry|lorries|bulldozer|bulldozers|manuscripts|paintings|books|"
    "vehicle|vehicles|drone|drones|howitzer|howitzers|gun|guns|launcher|launchers|rocket|rockets|"
    "missile|missiles|shell|shells|mortar|mortars|jet|jets|plane|planes|aircraft|helicopter|"
    "helicopters|truck|"
    "trucks|car|cars|bus|buses|convoy|convoys|position|positions|house|houses|home|homes|building|buildings|"
    "apartment|apartments|school|schools|kindergarten|hospital|hospitals|shop|shops|church|churches|mosque|"
    "mosques|village|villages|town|towns|city|cities|settlement|settlements|district|districts|region|"
    "regions|"
    "area|areas|street|streets|road|roads|bridge|bridges|checkpoint|checkpoints|height|heights|hill|hills|"
    "km|kilometre|kilometres|kilometer|kilometers|mile|miles|metre|metres|meter|meters|m|hectares|acres|"
    "kg|kilograms|tonnes|tons|tonne|ton|litres|pounds|dollar|dollars|euro|euros|rouble|roubles|rubles|crowns|"
    "lira|percent|per|%|cent|percentage|points|point|third|quarter|half|thirds|quarters|halves|fold|"
    "times|time|round|rounds|vote|votes|"
    "cattle|cows|cow|goats|goat|sheep|horse|horses|camels|animals|animal|dogs|livestock|pigs|chickens|"
    "second|seconds|minute|minutes|hour|hours|day|days|week|weeks|month|months|year|years|decade|decades|"
    "winters|summers|night|nights|attack|attacks|strike|strikes|airstrike|airstrikes|explosion|explosions|"
    "blast|blasts|breach|breaches|violation|violations|incident|incidents|clash|clashes|case|cases|"
    "ship|ships|"
    "boat|boats|barge|barges|ambulance|ambulances|rifle|rifles|weapons|bullets|bullet|bomb|bombs|landmines|"
    "mine|mines|grenades|countries|country|states|nations|parties|sides|units|unit|brigade|brigades|"
    "battalion|battalions|regiment|regiments|company|companies|column|columns|squad|squads|force|forces|"
    "ceasefire|ceasefires|truce|truces|cease-fire|cease-fires|talks|agreements|defections|jobs|fines|seats|"
    "goals|points|matches|species|documents|papers|graves|beds|rooms|bases|outposts|posts|facilities|"
    "properties|sites|targets|families|households|provinces|powers|mph|kph|degrees|tweets|photographs|"
    "business|businesses|firm|firms|industries|plants|languages|stores|restaurants|factories|banks|hopes|dreams|"
    "tree|trees|vines|crops|hives|bees|birds|bird|fish|elephants|elephant|whales|dolphins|turtles|rhinos|lions|"
    "wolves|bears|deer|hens|poultry|turkeys|ducks|geese|pigeons|bulls|calves|lambs|herd|herds|flock|flocks|donkeys|mules|"
    "cats|insects|mourners|episode|episodes|occasions|stages|waves|spectators|viewers|names|shots|shooting|raids|raid|operations|raiders|wives".split(
        "|"
    )
) - frozenset(("mourners", "wives", "names"))
"""Nouns that take a number in the same news and are not people."""

MILITARY_ADJECTIVES: Final = frozenset(
    "military|army|armed|paramilitary|naval|infantry|artillery|militia|frontline|enlisted|"
    "special-forces".split("|")
)
CIVILIAN_ADJECTIVES: Final = frozenset("civilian|non-combatant|noncombatant".split("|"))

_PERSON_ENDINGS: Final = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "ian",
    "ant",
    "ee",
    "eer",
    "ard",
    "chief",
    "leader",
    "imam",
    "mate",
)
_NOT_PERSONS: Final = frozenset(
    "number order power water winter summer quarter member father weather paper answer matter letter "
    "river tower "
    "fighter-bomber bomber counter-attack december october september november border manner computer "
    "career motor "
    "floor door sector factor error terror horror vapor labor doctor tractor reactor corridor mirror "
    "conductor "
    "restaurant giant plant warrant grant amount committee guarantee fee coffee degree tree "
    "refugee-camp minister-led "
    "quarters center centre transfer offer cover fire career climate estimate ultimate".split()
) - {"member", "father", "doctor"}


def person_word(word: str) -> bool:
    """True for a noun that by its ending names a person: "campaigner", "environmentalist". Lower case, singular."""
    return (
        len(word) > 4
        and word.endswith(_PERSON_ENDINGS)
        and word not in _NOT_PERSONS
        and word not in NOT_PEOPLE
    )
