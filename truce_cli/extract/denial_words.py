"""Words that deny, by what they need beside them, each with the words of which one stands in all that it finds."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.acts import NOUN, VERB, WEAPON
from truce_cli.text.word_gates import gate


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOLD: Final = (
    "account accounts accusation accusations allegation allegations assertion assertions boast boasts charge "
    "charges claim claims complaint complaints contention finding findings footage "
    "idea insinuation insinuations narrative notion report reports rumour rumours rumor rumors "
    "statement statements story stories "
    "suggestion suggestions tale tally version versions video"
)
"""What somebody else has said."""
_UNTRUE: Final = (
    r"(?:(?:a |an |pure |sheer |utter |absolute |complete |total |simply |just |blatant |another |outright ){0,5}"
    r"(?:lies?|nonsense|false|untrue|baseless|fabrications?|fabricated|fake|fiction|disinformation|groundless|"
    r"unfounded|absurd|provocation|rubbish|invention|inventions|invented|fantasy|fantasies|fable|fables|hoax|slander|"
    r"smear|propaganda|ridiculous|"
    r"hogwash|fairy tales?|made up|not true|laughable|delusions?))"
)

_WRONG: Final = (
    rf"(?:{_UNTRUE}|(?:\w+ly |a |an |another ){{0,3}}(?:false flag|concocted|concoctions?|fictitious|bogus|misleading|"
    r"inaccurate|exaggerated|exaggerations?|incorrect|unsubstantiated|malicious|mischievous|far from (?:the )?truth|"
    r"(?:devoid|void) of (?:any )?(?:truth|substance)|without (?:any )?merit))"
)

ALWAYS: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing|e)|rebut(?:s|ted|ting)?|repudiat(?:e|es|ed|ing)|"
    r"disclaim(?:s|ed|ing)?|disavow(?:s|ed|ing)?|debunk(?:s|ed|ing)?)\b"
)
ALWAYS_WORDS: Final = _words(
    "deny denies denied denying refute refutes refuted refuting rebut rebuts rebutted rebutting repudiate "
    "repudiates repudiated repudiating disclaim disclaims disclaimed disclaiming disavow disavows "
    "disavowed disavowing debunk debunks debunked debunking"
)

WITH_OBJECT: Final = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|brush(?:es|ed|ing)? (?:aside|off)|waved? (?:away|aside)|"
    r"disput(?:es|ed|ing)|contest(?:s|ed|ing)?|contradict(?:s|ed|ing)?|shrugged off|laughed off|played down|"
    r"rubbish(?:es|ed|ing)|negat(?:es|ed|ing)|junk(?:s|ed|ing)|trash(?:es|ed|ing)|slam(?:s|med|ming)|"
    r"deflect(?:s|ed|ing)|challeng(?:es|ed|"
    r"ing)|"
    r"scorn(?:s|ed|ing)?|ridicul(?:es|ed|ing)|derid(?:es|ed|ing)|pour(?:s|ed|ing) scorn on|took issue with|"
    r"(?:brush|wav|shrugg|laugh|swept)(?:es|ed|ing)? (?:(?:the|these|those|this|such|all|any) )?"
    r"(?:[\w'-]+ )?(?:accusation|allegation|charge|claim|report|complaint|question|figure|number)s? "
    r"(?:aside|away|off))\b"
)
WITH_OBJECT_WORDS: Final = _words(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing brush brushes brushed brushing wave "
    "waved waving dispute disputes disputed disputing contest contests contested contesting contradict "
    "contradicts contradicted contradicting shrugged laughed played scorn scorns scorned scorning ridicules "
    "ridiculed ridiculing derides derided deriding took swept rubbishes rubbished rubbishing negates negated "
    "negating "
    "junks junked junking trashes trashed trashing slams slammed slamming push pushes pushed pushing hit hits "
    "hitting "
    "deflects deflected deflecting challenges challenged challenging"
)
PUSHED_BACK: Final = re.compile(r"\b(?:push(?:es|ed|ing)?|hits?|hitting) back (?:on|against|at)\b")
OBJECT: Final = re.compile(
    rf"\b(?:{'|'.join(_TOLD.split())}|figures?|toll|nonsense|baseless|groundless|false|lies?|fiction|"
    r"fabricat\w+|untrue|disinformation|propaganda|unfounded|responsibility|blame|involvement)\b|"
    r"^\s*(?:this|that|it|them)\b(?! (?:proposal|offer|plan))"
)
"""What is rejected where a rejection is a denial; a proposal is turned down."""

CALLED: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)|brand(?:s|ed|ing)|describ(?:es|ed|ing)|label(?:s|l?ed|l?ing)|dubb(?:ed|ing))\b"
    rf"[^.;]{{0,90}}?[ \"“'‘]{_WRONG}\b"
)
CALLED_WORDS: Final = _words(
    "calls called calling brands branded branding describes described describing labels labeled labelled "
    "labeling labelling dubbed dubbing"
)
FALSE: Final = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|charges?|assertions?|statements?|stor(?:y|ies)|"
    r"information)\b[^.;]{0,90}? "
    rf"(?:is|are|was|were) [\"“]?(?:\w+ly )?[\"“]?{_WRONG}\b"
)
FALSE_WORDS: Final = _words(
    "claim claims report reports allegation allegations accusation accusations charge charges assertion assertions "
    "statement statements story stories information"
)

NO_DENIAL: Final = re.compile(
    r"neither confirmed nor denied|neither den(?:y|ies|ied) nor|"
    r"confirm(?:ed)? (?:or|nor) den(?:y|ied)|nor den(?:y|ies|ied)|"
    r"(?:not|neither) (?:confirm or )?deny|"
    r"(?:not|never) den(?:ied|ying)|undeniab"
)
REFUSED: Final = re.compile(
    r"^ (?:them|him|her|us)\b|^ (?:[\w'-]+ ){0,5}?(?:access|entry|entrance|permission|passage|visas?|admission|"
    r"asylum|bail|medical|medicine|food|water|treatment|burial|leave|victory|themselves|himself|herself)\b"
)
"""Who is denied food or entry is refused it."""
_DENIABLE: Final = re.compile(
    rf"^\W*(?:by|that|this|it|them|any|having|being|[\w-]+ing|{'|'.join(_TOLD.split())}|"
    r"(?:all |any )?responsibility|involvement|wrongdoing)\b|"
    rf"\b(?:{'|'.join(_TOLD.split())}|responsibility|involvement|role|part|presence|use|existence|deployment|"
    r"losses|casualties|deaths?|wrongdoing|complicity|guilt|blame|links?|ties|violations?|breach(?:es)?|"
    r"attacks?|plans?|figures?|toll|number)\b"
)

OWN: Final = (
    r"(?:we|it|they|the (?:group|movement|organi[sz]ation|militia|front|rebels|government|ministry)|"
    r"(?:its|our|their) (?:own )?(?:\w+ )?(?:army|forces|troops|military|soldiers|men|units?|side|guns|"
    r"artillery|gunners|batteries|drones|aircraft|pilots|jets|planes)|the (?:army|military)|"
    r"(?:his|her|its|our|their) (?:country|government|nation|people))"
)
_DONE: Final = (
    r"(?:fir(?:ed?|ing)|attack(?:ed|ing)?|target(?:ed|ing)?|violat(?:ed?|ing)|broken?|break(?:ing)?|"
    r"open(?:ed)? fire|shell(?:ed|ing)?|str(?:uck|ike|iking)|hit|bomb(?:ed|ing)?|shoot(?:ing)?|shot|"
    r"responded|respond|returned? fire|behind|responsible|involved|to blame|carr(?:y|ied) out|launch(?:ed)?|"
    r"cross(?:ed)?|enter(?:ed)?|breach(?:ed)?)"
)
NOT_FIRED: Final = re.compile(
    rf"\b{OWN} (?:have|has|had|did|do|does|was|were|is|are)(?: [\"“]?not|n't| never)(?: \w+ly| been)? {_DONE}\b|"
    rf"\b(?:none of|no) (?:its|our|their|his|the) (?:\w+ )?(?:men|troops|soldiers|forces|units|guns|batteries|"
    rf"aircraft|drones|fighters|gunners|jets|planes)"
    rf" (?:have |has |had |were |was |are )?(?:{_DONE}|crossed|entered|left|taken off|present|there)\b|"
    rf"\bdid not {_DONE}, let alone\b|\bdid no such thing\b|\bnowhere near\b|"
    r"\b(?:our|its|their) (?:\w+ )?(?:artillery|guns|batteries|weapons|cannon|mortars) "
    r"(?:was|were|is|are|had been|have been|has been|stayed|remained|fell|kept) (?:\w+ )?silent\b"
)
NEGATED: Final = re.compile(
    rf"\b(?:have|has|had|did|do|does|was|were|is|are)(?: not|n't| never)(?: \w+ly| been)? {_DONE}\b"
)
UNDONE: Final = re.compile(
    r"\b(?:not one|not a single one|none) of (?:its|our|their|his) \w+ (?:has|have|had) "
    r"(?!been (?:killed|hurt|wounded|injured|harmed))|"
    rf"\b(?:was|were|had been|has been|have been) never (?:{_DONE}|touched|damaged)\b|"
    r"\bno such (?:\w+ )?(?:attack|operation|order|raid|strike|incident|shelling|breach|violation|incursion|"
    r"flight)s? "
    r"(?:was|were|had|has|have|took|occurred|happened|ever|existed)|"
    r"\bthere (?:has been|have been|had been|was|were) no (?:\w+ )?(?:violations?|breach(?:es)?|firing|shelling|"
    r"attacks?) "
    r"(?:on|by|from) (?:our|its|their)\b|"
    r"\b(?:none of (?:this|that|it)|nothing of the (?:kind|sort)) (?:had |has |ever |was |is )?(?:ever )?"
    r"(?:happened|took place|occurred|true)|\b(?:this|that|it|the (?:attack|strike|shelling|incident)) "
    r"(?:never|did not) (?:happen(?:ed)?|take place|took place|occur(?:red)?)\b|"
    r"\b(?:had|have|has|having) no (?:\w+ ){0,2}(?:aircraft|troops|forces|units|soldiers|men|planes|drones|guns|"
    r"artillery|presence|positions|weapons)(?: \w+)? (?:in|near|within|around|at) (?:the|that|this|those) "
)
_KEPT: Final = (
    r"(?:observ(?:ed|ing)|respect(?:ed|ing)|abid(?:ed|ing) by|adher(?:ed|ing) to|complied|complying|honou?r(?:ed|"
    r"ing)|"
    r"uph(?:olding|eld)|st(?:uck|icking) to|in (?:full |strict )?compliance|"
    r"(?:observe|respect|abide|adhere|comply|honou?r|uphold|stick))"
)
COMPLYING: Final = re.compile(
    r"\b(?:insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?)(?: that)? (?:[\w'-]+ ){1,6}?[\"“]?"
    rf"(?:was|were|is|are|had|have|has|been|continued? to|continues to)(?: been)?(?: \w+ly| still| always)* {_KEPT}\b"
)
COMPLYING_WORDS: Final = _words("insist insists insisted insisting maintain maintains maintained maintaining")
_THINGS: Final = (
    r"(?:shots?|shells?|rounds?|missiles?|rockets?|drones?|jets?|aircraft|planes?|warplanes|soldiers?|troops?|forces|"
    r"units?|tanks?|patrols?|strikes?|attacks?|fighters?|guns?|artillery|mortars?|bombs?|helicopters?|fire)"
)
NOTHING: Final = re.compile(
    rf"\b(?:no|not a single) (?:[\w'-]+ ){{0,2}}{_THINGS} (?:of (?:its|ours|theirs) )?"
    r"(?:(?:had|has|have|was|were)(?: ever)?(?: been)? (?:fired|launched|entered|crossed|flown|flew|opened|violated|"
    r"broken)|(?:had|has|have)(?: ever)? (?:attacked|targeted|struck|hit|shelled|bombed))\b"
)
""" "no Morune drone had entered its airspace": a denial in Moru's own mouth."""
UNDONE_WORDS: Final = _words("not never none no nothing")
NOT_FIRED_WORDS: Final = _words("not t never none no nowhere such silent")
REBUTTAL: Final = re.compile(
    r"(?:pure|sheer|complete|outright) (?:invention|fabrication|fantasy)|"
    r"not correspond to (?:the )?(?:reality|truth|facts)|"
    r"\b(?:no|not an? (?:word|grain|shred|hint|trace|scrap|ounce|iota)(?: of)?|any|without) (?:truth|basis|"
    r"foundation|"
    r"substance) (?:in|to|for|behind|whatsoever)|"
    r"not a single (?:shell|shot|round|bullet)|"
    r"(?:no|not one) (?:shot|shell|round|missile|rocket|drone)s? (?:has |had |have |was |were )(?:been )?"
    r"(?:fired|launched|left)(?! (?:at|in|on|near)\b)|"
    r"a fairy tale|\b(?:that|this|it)(?: is| was|'s) "
    rf"[\"“]?{_UNTRUE}|\bdisown(?:s|ed)\b|\bscoff(?:s|ed) at|"
    r"(?<!that had )(?<!which had )\b(?:no|nothing) to do with \w+|"
    r"\b(?:had|has|have|played|took) no (?:part|role|hand|involvement) in|"
    r"\b(?:with|gave|is|was|issued) an? (?:flat|firm|categorical|curt|emphatic|resounding|simple) [\"“]?"
    r"(?:no|denial)\b|\bissued a denial|"
    r"\bwould have none of (?:it|this|that)\b|"
    rf"{_UNTRUE}\b[^.;]{{0,30}} (?:was|came) (?:[\w'-]+ ){{0,6}}(?:verdict|reply|answer|response|comment|retort)\b|"
    r"\banyone who (?:says|claims) (?:otherwise|so)\b|^\W*not us\b"
)
REBUTTAL_WORDS: Final = _words(
    "invention fabrication fantasy correspond truth basis foundation substance not no fairy that this it disown "
    "disowns disowned scoffs scoffed nothing "
    "none verdict reply answer response comment retort "
    "flat firm categorical curt emphatic resounding simple denial anyone plucked pulled conjured distance distanced "
    "distances distancing contrary attempt ploy pretext aimed meant intended designed politically responsibility "
    "blame "
    "out"
)
DISOWNED: Final = re.compile(
    r"(?:plucked|pulled|conjured) (?:from|out of) (?:the |thin )?air\b|"
    r"\bdistanc(?:e|ed|es|ing) (?:itself|themselves|himself|herself) from (?:[\w'-]+ ){0,4}(?:attack|strike|raid|"
    r"shelling|assault|bombing|blast|killing|shooting|firing|breach|violation)s?\b|"
    r"\b(?:was|were|is|are|had been) lying\b(?! (?:in|on|at|dead|wounded|under|there|around|near|beside|about|"
    r"across))|"
    r"\b(?:absolutely|certainly|definitely) not[.!\"”]|"
    r"\bcontrary to (?:what\b|(?:[\w'-]+ ){0,5}(?:claim|report|allegation|assertion|statement)s?\b)|"
    r"\b(?:claim|accusation|allegation|charge|report|complaint)s? (?:was|were|is|are) (?:\w+ )?(?:an attempt|a ploy|"
    r"a pretext|aimed|meant|intended|designed|politically motivated)\b|"
    r"\b(?:refused|declined) (?:to accept )?(?:any |all )?(?:responsibility|blame)\b|"
    r"\b(?:ruled|rules|ruling) out (?:any )?(?:involvement|role|responsibility)\b"
)
DISOWNED_WORDS: Final = _words(
    "plucked pulled conjured distance distanced distances distancing contrary attempt ploy pretext aimed meant "
    "lying absolutely certainly definitely intended designed politically refused declined ruled rules ruling"
)
PASSIVE_BY: Final = re.compile(r"^[^,.;]{0,34}\bby\b")

DENIALS: Final = (
    ALWAYS_WORDS
    | WITH_OBJECT_WORDS
    | CALLED_WORDS
    | FALSE_WORDS
    | NOT_FIRED_WORDS
    | REBUTTAL_WORDS
    | UNDONE_WORDS
    | COMPLYING_WORDS
    | DISOWNED_WORDS
    | _words("back")
)
"""A text with none of these denies nothing."""

_UNTRUE_STEMS: Final = tuple(
    "lie nonsense false untrue baseless fabricat fake fiction disinformation groundless unfounded absurd provocation "
    "rubbish invent fantas fabl hoax slander smear propaganda ridiculous hogwash fairy made true laughable "
    "delusion".split()
)
_DONE_STEMS: Final = tuple(
    "fir breach attack target violat brok break open shell stru stri hit bomb shoot shot respond return behind "
    "responsib "
    "involve blame carr launch cross enter left taken present there thing near silent flew flown".split()
)
_WRONG_STEMS: Final = tuple(
    "concoct fictitious bogus mislead inaccura exaggerat incorrect unsubstantiated malicious mischievous truth "
    "devoid "
    "void merit".split()
)
_UNTRUE_GATE: Final = gate(stems=(*_UNTRUE_STEMS, *_WRONG_STEMS))
PUSHED_BACK_GATES: Final = (
    gate(_words("back")),
    gate(_words("push pushes pushed pushing hit hits hitting")),
)
ALWAYS_GATES: Final = (gate(ALWAYS_WORDS),)
WITH_OBJECT_GATES: Final = (gate(WITH_OBJECT_WORDS),)
CALLED_GATES: Final = (gate(CALLED_WORDS), _UNTRUE_GATE)
FALSE_GATES: Final = (gate(FALSE_WORDS), _UNTRUE_GATE)
NOT_FIRED_GATES: Final = (gate(NOT_FIRED_WORDS), gate(stems=_DONE_STEMS))
UNDONE_GATES: Final = (
    gate(UNDONE_WORDS),
    gate(
        _words("one single such"),
        (
            *_DONE_STEMS,
            *"happen took take occur true touch damag aircraft troop force unit soldier men plane drone gun artiller "
            "presence position weapon".split(),
        ),
    ),
)
COMPLYING_GATES: Final = (
    gate(COMPLYING_WORDS),
    gate(stems=tuple("observ respect abid adher compl hono uph st".split())),
)
DISOWNED_GATES: Final = (
    gate(DISOWNED_WORDS),
    gate(
        _words("air what involvement role responsibility blame lying not"),
        tuple(
            "attack strike raid shelling assault bombing blast killing shooting firing breach violation claim report "
            "allegation assertion statement accusation charge complaint".split()
        ),
    ),
)
REBUTTAL_GATES: Final = (
    gate(REBUTTAL_WORDS),
    gate(
        _words("do part role hand anyone us no none denial denials"),
        (
            *_UNTRUE_STEMS,
            *"realit truth fact basis foundation substance shell shot round bullet missile rocket drone disown scoff "
            "involvement".split(),
        ),
    ),
)
"""Gates of a pattern: a word of each stands in whatever it finds."""
RARER: Final = gate(COMPLYING_WORDS | DISOWNED_WORDS | _words("back"))
"""A word of these stands in whatever COMPLYING, DISOWNED and PUSHED_BACK find."""
DENIES: Final = gate(DENIALS)

_OF_WAR: Final = re.compile(
    r"\b(?:kill|wound|injur|dead\b|die[ds]?\b|death|casualt|loss|captur|troop|soldier|servic|force|army|armies|"
    r"military|fighter|mercenar|militant|marine|commando|officer|tank|helicopter|weapon|arms\b|ammunition|munition|"
    r"chemical|truce|cease|armistice|peace|hostilit|civilian|hostage|prisoner|mine[ds]?\b|mining|fired?\b|firing|"
    r"shot\b|shoot|round\b|territor|village|position|front\b|border|occup|advanc|retreat|withdr|sabotag|blown|"
    r"explosion|blast|crash|down(?:ed|ing)|sink|sank|sunk|raid|massacre|atrocit|genocid|crimes?\b|war\b)"
)


def of_war(words: str) -> bool:
    """True where lower-case words speak of an act of war, of harm, of armed men or of a truce."""
    return bool(_OF_WAR.search(words) or WEAPON.search(words) or VERB.search(words) or NOUN.search(words))


def deniable(told: str) -> bool:
    """True where the words behind "denied" are something that can be denied, and not an opponent on a pitch."""
    first = told[:70].split(".")[0]
    return not first.strip(' ,;"”') or bool(_DENIABLE.search(first)) or of_war(first)


_PEACEFUL: Final = re.compile(
    r"\b(?:budget|bonds?|tax(?:es)?|prices?|wages?|elections?|votes?|corruption|bribe\w*|resign\w*|marri\w+|"
    r"inflation|"
    r"currency|tariffs?|overpriced|debts?|loans?|pensions?|scandal|affair|divorce|match|league|exams?)\b"
)


def of_peace(told: str) -> bool:
    """True where what is denied is a matter of money, votes or sport, whoever denies it."""
    clause = told[:130].split(".")[0]
    return bool(_PEACEFUL.search(clause)) and not of_war(
        clause.replace("war ", " ")
    )  # "the war bond", "the war budget"


_COMPLEMENT: Final = re.compile(r"\b(?:that|of|about|as)\b (.{3,})")


def of_other_things(told: str) -> bool:
    """True where what is denied is told in full and is nothing of war: "a report that its bridge was unsafe"."""
    clause = told[:130].split(".")[0].split(";")[0]
    full = _COMPLEMENT.search(clause)
    return full is not None and not of_war(clause)


def unheard(told: str) -> bool:
    """True for what a politician denies in the first place: "any rift with the generals". A report is heard "
    "before."""
    first = told[:70].split(".")[0]
    return not (of_war(first) or OBJECT.search(first) or _PART.search(first))


_PART: Final = re.compile(
    r"\b(?:part|role|links?|ties|knowledge|wrongdoing|complicity|guilt|orders?|order(?:ed|ing))\b|^\W*$"
)
