"""The facts of the five articles as claims, in our own words and as tables; documents are called 000-004."""

# ruff: noqa: E501 - the tables read best with one claim a line

from __future__ import annotations

from building import card, claim, toll, violation

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.record import replace

PUBLISHED = {
    "000": "2020-10-18",
    "001": "2020-10-14",
    "002": "2020-10-10",
    "003": "2020-10-26",
    "004": "2020-10-12",
}

# name | figure | whose losses | measure | as of, and how that is known | since the war's start | document | claimant
TOLLS = """
974     | 974        | armenian military killed      | cumulative | 2020-10-26 published | war | 003 | Nagorno-Karabakh
710     | 710        | armenian military killed      | cumulative | 2020-10-18 stated    | war | 000 | Nagorno-Karabakh defence ministry
37      | 37         | armenian military killed      | increment  | 2020-10-18 stated    |     | 000 | Nagorno-Karabakh defence ministry
376     | 376        | armenian military killed      | cumulative | 2020-10-09 stated    | war | 002 | Armenia
36      | 36         | armenian civilian killed      | cumulative | 2020-10-16 stated    |     | 000 | Artsakh ombudsman
22      | 22         | armenian civilian killed      | cumulative | 2020-10-09 stated    | war | 002 | Armenia
115     | 115        | armenian any injured          | cumulative | 2020-10-16 stated    |     | 000 | Artsakh ombudsman
65      | 65         | azerbaijani civilian killed   | cumulative | 2020-10-26 published | war | 003 | Azerbaijan
31      | 31         | azerbaijani civilian killed   | cumulative | 2020-10-09 stated    | war | 002 | Azerbaijan
168     | 168        | azerbaijani civilian injured  | cumulative | 2020-10-09 stated    | war | 002 | Azerbaijan
13      | 13         | azerbaijani any killed        | incident   | 2020-10-16 stated    |     | 000 | Azerbaijani officials
3       | 3          | azerbaijani any killed        | incident   | 2020-10-16 stated    |     | 000 | Azerbaijani officials
52      | 52         | azerbaijani any injured       | incident   | 2020-10-16 stated    |     | 000 | Azerbaijani officials
500+    | >500       | both any killed               | cumulative | 2020-10-14 published | war | 001 |
500-    | nearly 500 | both any killed               | cumulative | 2020-10-12 published |     | 004 | tally from both sides' tolls
60      | >60        | both civilian killed          | cumulative | 2020-10-12 published |     | 004 | tally from both sides' tolls
400     | >400       | both any killed               | cumulative | 2020-10-10 published | war | 002 |
vague18 | hundreds   | both any killed               | cumulative | 2020-10-18 published | war | 000 |
vague26 | hundreds   | both any killed               | cumulative | 2020-10-26 published | war | 003 |
putin   | ~5000      | both any killed               | cumulative |                      | war | 003 | Russian President Vladimir Putin
old3    | ~30000     | both any killed               | cumulative |                      |     | 003 |
old4    | ~30000     | both any killed               | cumulative |                      |     | 004 |
"""
PARTS = {"37": "710", "3": "13", "60": "500-"}
STRIKE = ("13", "3", "52")

_MUTUAL = "both sides"
"""As a claimant: one sentence in which each side accuses the other, so two claims."""

# truce | accuser | act | when | document | claimant | place | words
VIOLATIONS = """
       | armenian    | missile   | 2020-10-10       | 002 | Karabakh ombudsman Artak Beglaryan | Stepanakert | missiles on the main city
       | azerbaijani | shelling  | 2020-10-10       | 002 | Azerbaijan | at least five populated districts | five districts shelled
       |             | attack    | 2020-10-10       | 002 | both sides | | attacks just before the deadline
oct-10 | armenian    | attack    | 2020-10-10T12:05 | 002 | Armenian defence ministry spokeswoman Shushan Stepanyan | front line | attacked at 12:05
oct-10 | azerbaijani | attack    | 2020-10-10       | 002 | Azerbaijani defence ministry | frontline | attacks along the front line
oct-10 | azerbaijani | shelling  | 2020-10-10       | 002 | Azerbaijani defence ministry | two populated areas | two settlements shelled
oct-10 | azerbaijani | violation | 2020-10-10       | 002 | Azerbaijani defence ministry | | a blatant breach
oct-10 |             | attack    | 2020-10-10       | 002 | both sides | | each accuses the other of new attacks
       |             | attack    |                  | 002 | both sides | | bombs on civilian areas before it was announced
       | armenian    | missile   |                  | 002 | Karabakh ombudsman Artak Beglaryan | Khankendi | missiles on Khankendi
       | azerbaijani | shelling  |                  | 002 | Azerbaijani defence ministry | | civilian areas of the country
       | azerbaijani | shelling  |                  | 002 | Azerbaijani defence ministry | Geranboy, Terter, Fizuli | districts from Geranboy to Fizuli
oct-10 |             | violation |                  | 004 | both sides | | each side spoke of repeated breaches
oct-10 | azerbaijani | attack    |                  | 004 | Azerbaijani defence ministry | positions of the Azerbaijani army | tried to storm army positions
oct-10 | armenian    | shelling  | 2020-10-12       | 004 | Armenian defence ministry spokeswoman Shushan Stepanyan | southern front | the southern front is under fire
oct-10 |             | violation |                  | 001 | both sides | | mutual recriminations
oct-10 | azerbaijani | attack    |                  | 001 | officials in Baku | petroleum pipelines | aimed at the petroleum pipelines
oct-10 | armenian    | attack    |                  | 001 | Armenian officials | | out to seize Nagorno-Karabakh
oct-10 | azerbaijani | attack    |                  | 001 | President Ilham Aliyev | pipelines | going to seize our pipelines
oct-10 | armenian    | attack    | 2020-10-14       | 001 | Artsakh Defence Army | peaceful settlements | peaceful settlements targeted
oct-10 | armenian    | shelling  | 2020-10-14       | 001 | Artsakh Defence Army | Martakert | Martakert shelled
oct-10 | armenian    | airstrike | 2020-10-14       | 001 | Artsakh Defence Army | north-east | air force used in the north-east
oct-10 | armenian    | violation | 2020-10-14       | 001 | Artsakh Defence Army | | goes on breaching the truce
oct-10 | armenian    | violation |                  | 001 | Prime Minister Nikol Pashinyan | | no intention to honour it
       | third:armenian    | attack    |            | 001 | French President Emmanuel Macron | | it came from there
oct-18 |             | violation | 2020-10-18       | 000 | both sides | | a breach minutes after it began
oct-10 | azerbaijani | attack    |                  | 000 | Azerbaijan | petroleum pipelines | tried to strike its petroleum pipelines
oct-10 | armenian    | attack    |                  | 000 | Armenians | | still out to seize the territory
oct-18 | armenian    | shelling  | 2020-10-18T00:04 | 000 | Armenian defence ministry spokesperson | north | shells to the north
oct-18 | armenian    | missile   | 2020-10-18T00:04 | 000 | Armenian defence ministry spokesperson | south | rockets to the south
oct-18 | azerbaijani | attack    | 2020-10-18T00:02 | 000 | Azerbaijani Ministry of Foreign Affairs | Jabrayil region | fire on Jabrayil after two minutes
oct-18 | azerbaijani | attack    | 2020-10-18       | 000 | Azerbaijani Ministry of Foreign Affairs | Jabrayil region | attacks all morning
oct-18 | armenian    | attack    | 2020-10-18T07:20 | 000 | Armenian foreign minister Zohrab Mnatsakanyan | | an offensive from 7:20
oct-18 | armenian    | violation | 2020-10-18       | 000 | Armenian foreign minister Zohrab Mnatsakanyan | | its word broken again
       | armenian    | attack    |                  | 000 | Artsakh ombudsman | | homes and cars damaged over weeks
oct-10 | azerbaijani | missile   | 2020-10-16       | 000 | Azerbaijani officials | | a missile strike of 16 October
oct-26 |             | violation | 2020-10-26       | 003 | both sides | | both say that the other broke it
oct-26 | azerbaijani | shelling  | 2020-10-26       | 003 | Azerbaijani defence ministry | villages in the Terter and Lachin regions | villages shelled within minutes
oct-26 | armenian    | missile   | 2020-10-26       | 003 | Nagorno-Karabakh defence ministry | north-east of the line of contact | a missile strike on positions
oct-26 | armenian    | violation | 2020-10-26T09:10 | 003 | Armenian defence ministry | | broken at around 9:10
       | third:azerbaijani | violation |            | 003 | Turkish Foreign Ministry spokesperson Hami Aksoy | | breaches by one side
"""
_PRECISIONS = {"villages shelled within minutes": "minutes_after", "broken at around 9:10": "about"}

# claimant's side | document | claimant | truce | words | words of the accusation denied
DENIALS = """
armenian    | 001 | Armenia                           |        | denied it             | going to seize our pipelines
armenian    | 003 | Nagorno-Karabakh defence ministry |        | denied this           | villages shelled within minutes
azerbaijani | 004 | Azerbaijani defence ministry      | oct-10 | no jet was lost       |
armenian    | 003 | Prime Minister Nikol Pashinyan    | oct-26 | the truce is kept     |
third       | 001 | Turkey                            |        | no mercenaries went   |
"""

EVENTS = """
oct-10 agreed 2020-10-10 002 Russia
oct-10 agreed 2020-10-10 004 Russia
oct-10 agreed - 001
oct-10 in_force 2020-10-10T12:00+04:00 002 Russia
oct-10 in_force 2020-10-10 001
oct-10 in_force 2020-10-10 000 Russia
oct-18 agreed 2020-10-17 000 France Russia
oct-18 in_force 2020-10-18T00:00+04:00 000 France Russia
oct-18 collapsed 2020-10-18 000
oct-18 collapsed - 003 Russia
oct-10 collapsed - 003 Russia
oct-26 agreed 2020-10-25 003
oct-26 in_force 2020-10-26T08:00+04:00 003
oct-26 collapsed 2020-10-26 003
"""


def documents() -> dict[str, Card]:
    return {name: card(name, day) for name, day in PUBLISHED.items()}


def claims() -> tuple[Claim, ...]:
    """Every claim as a rule would propose it: a candidate."""
    accusations = _violations()
    found = (*_tolls().values(), *_silences(), *accusations, *_denials(accusations), *_events())
    return tuple(replace(c, status="candidate") for c in found)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def _tolls() -> dict[str, Claim]:
    out: dict[str, Claim] = {}
    for name, figure, losses, measure, day, since, document, claimant in _rows(TOLLS):
        side, people, harm = losses.split()
        as_of, basis = day.split() if day else (None, None)
        more: dict[str, object] = {"claimant": claimant or None, "label": None}
        if name == "putin":
            more |= {"claimant_side": "third", "basis": "estimated", "stated_on": "2020-10-19/2020-10-25"}
        if name.startswith("old"):
            more["other_conflict"] = "First Nagorno-Karabakh War"
        if name in STRIKE:
            more["incident"] = "strike-1"
        if name == "3":
            more["subgroup"] = "children"
        if name in ("710", "37"):
            more |= {"relayed_by": ("Interfax", "Reuters"), "claimant_slug": "nk-defence-ministry"}
        out[name] = toll(
            figure,
            side,
            people,
            harm,
            measure=measure,
            as_of=as_of,
            as_of_basis=basis,
            document=document,
            **more,
        )
        out[name] = replace(out[name], since="2020-09-27" if since else None)
    return {
        name: replace(c, subset_of=out[PARTS[name]].id if name in PARTS else None) for name, c in out.items()
    }


def _silences() -> list[Claim]:
    return [
        claim("undisclosed", side="azerbaijani", victims="military", document=name) for name in ("002", "003")
    ]


def _violations() -> list[Claim]:
    out = []
    for number, (truce, accuser, act, when, document, claimant, place, words) in enumerate(_rows(VIOLATIONS)):
        occurred = f"{when}+04:00" if "T" in when else when or None
        more: dict[str, object] = {
            "truce": truce or None,
            "document": document,
            "quote": words,
            "start": number * 100,
        }
        more |= {"claimant": claimant, "place": place or None}
        if words in _PRECISIONS:
            more["precision"] = _PRECISIONS[words]
        if words == "a missile strike of 16 October":
            more["incident"] = "strike-1"
        if claimant == _MUTUAL:
            more |= {"rule": "violation-mutual", "claimant": None}
        if accuser.startswith("third:"):
            more["claimant_side"], accuser = accuser.split(":")
        sides = [accuser] if accuser else ["armenian", "azerbaijani"]
        out += [violation(side, act, occurred, **more) for side in sides]
    return out


def _denials(accusations: list[Claim]) -> list[Claim]:
    ids = {c.quote: c.id for c in accusations}
    return [
        claim(
            "denial",
            claimant_side=side,
            document=document,
            claimant=claimant,
            truce=truce or None,
            quote=words,
            denies=ids[denied] if denied else None,
        )
        for side, document, claimant, truce, words, denied in _rows(DENIALS)
    ]


def _events() -> list[Claim]:
    out = []
    for truce, event, at, document, *brokers in (line.split() for line in EVENTS.strip().splitlines()):
        day = None if at == "-" else at
        quote = f"{event} {truce}"
        out.append(
            claim(
                "truce_event",
                truce=truce,
                event=event,
                at=day,
                document=document,
                brokers=tuple(brokers),
                quote=quote,
            )
        )
    return out
