"""The grammar of tolls: what is no toll, several counts in one sentence, wholes and parts, who the victims are."""

from __future__ import annotations

import pytest
from passages import of_kind, told, toll

NO_TOLLS = [
    "Twelve tanks were destroyed.",
    "Three drones were shot down over Pell.",
    "Moru fired 300 shells at Pell.",
    "Veyland broke the truce 11 times.",
    "The war cost $12 million.",
    "The gunman, 24, fled.",
    "Anna Roth, 24, fled Pell.",
    "About 40% of the wounded were treated at home.",
    "The shell fell 12 km from Pell.",
    "The song was a killer hit with 40 singers.",
    "If the dam breaks, 5,000 people would be killed.",
    "Osten warned that 200 men could be killed.",
    "Moru showed 20 captured tanks.",
    "No more than words were exchanged.",
    "The 44th Brigade was wounded in its pride.",
    "Three men dressed to kill arrived.",
]


@pytest.mark.parametrize("text", NO_TOLLS)
def test_what_is_no_toll(text: str) -> None:
    assert told(text) == []


SEVERAL = [
    ("12 soldiers and 3 civilians were killed.", ["killed 12", "killed 3"]),
    ("Shelling killed 5 and wounded 12.", ["killed 5", "injured 12"]),
    ("Five people were killed and 12 wounded.", ["killed 5", "injured 12"]),
    (
        "Shelling killed five people and wounded 12, including two children.",
        ["killed 5", "injured 12", "injured 2"],
    ),
    ("Sixteen more soldiers died, bringing the total to 532.", ["killed 16", "killed 532"]),
    ("At least 60 people have been killed or wounded.", ["killed_or_injured 60.."]),
    ("Between 10 and 12 men were killed.", ["killed 10..12"]),
    ("Hundreds of people were killed.", ["killed 200..999"]),
    ("Dozens were wounded in Pell.", ["injured 24..99"]),
    ("The bodies of 29 soldiers were exchanged.", ["recovered 29"]),
    ("Soldier killed in Pell", ["killed 1"]),
    (
        "Shelling killed 31 people, including 12 women, four of them pregnant.",
        ["killed 31", "killed 12", "killed 4"],
    ),
    (
        "At least seven people were killed, including two nurses, and 17 were wounded.",
        ["killed 7..", "killed 2", "injured 17"],
    ),
    ("Eight workers from a power company and three others were found dead.", ["killed 8", "killed 3"]),
    ("Four Radio Moru (RM) staff and two drivers were killed.", ["killed 4", "killed 2"]),
    ("Six Veylish and Morune nationals were wounded.", ["injured 6"]),
    ("Five members of an indigenous guard were killed.", ["killed 5"]),
    ("The army bombed a camp, killing eight children aged 12 to 17.", ["killed 8"]),
    ("His body was found 2 days later.", ["killed 1"]),
    ("One person sustained a gunshot injury.", ["injured 1"]),
    ("Five people sustained various degrees of injuries.", ["injured 5"]),
    ("Both men were killed.", ["killed 2"]),
    ("Two men on a motorbike killed Jonas Feld.", ["killed 1"]),
    ("Two men arrived and murdered him.", ["killed 1"]),
    ("Ten people were wounded on the road to Pell.", ["injured 10"]),
    ("Gunmen dragged 11 men from a bus and executed them.", ["killed 11"]),
    ("Gunmen dragged 11 men from a bus and questioned them.", []),
    ("Both of the town's bridges were hit and a guard was killed.", ["killed 1"]),
    ("Eight passengers were pulled off a bus and executed.", ["killed 8"]),
    ("Eight passengers were pulled off a bus and questioned.", []),
    ("Seven people were taken to hospital with gunshot wounds.", ["injured 7"]),
    ("Seven people were taken to hospital with presents.", []),
    ("Its driver burned to death.", ["killed 1"]),
    ("Two people who suffered gunshot wounds were treated in Pell.", ["injured 2"]),
    ("An official who was injured in the raid died on Monday.", ["killed 1"]),
    ("Three others were quickly taken to Pell, where the mayor died.", ["killed 1"]),
    ("The elder, who was kidnapped and killed, was buried.", ["killed 1"]),
    ("The remains of five villagers identified as herders were found.", ["killed 5"]),
    ("Troops found a decapitated head.", []),
    ("A ranger and two farmers were shot dead.", ["killed 1", "killed 2"]),
    ("Shelling killed a farmer, and another was wounded.", ["killed 1", "injured 1"]),
    ("Shelling killed four people and wounded another in Pell.", ["killed 4", "injured 1"]),
    ("At least 38 alleged looters were killed.", ["killed 38.."]),
    (
        "Seven villagers were said by neighbours and a journalist to have been shot dead.",
        ["killed 7"],
    ),
    ("A reporter who was a candidate in May was killed.", ["killed 1"]),
    ("Losses: killed - 4, wounded - 9.", ["killed 4", "injured 9"]),
    ("The number of wounded in the Dorrin strike climbed by nine to 40.", ["injured 9", "injured 40"]),
    ("The number of wounded in the Dorrin strike rose from 31 to 40.", ["injured 31", "injured 40"]),
    ("A farmer was killed with his wife.", ["killed 1", "killed 1"]),
    ("A farmer was killed with his rifle.", ["killed 1"]),
    ("The driver was wounded.", ["injured 1"]),
    ("The gunmen killed the chief's wife and wounded his son.", ["killed 1", "injured 1"]),
    ("Anna Roth, the owner of land where rebels stay, has been murdered on her farm.", ["killed 1"]),
    ("The head of Pell, a lake town in the east, Jonas Feld, was killed.", ["killed 1"]),
    ("A singer of old songs, Mr. Jonas Feld, has been shot dead.", ["killed 1"]),
    ("A director at the Ministry of Posts and Roads was killed.", ["killed 1"]),
    ("Gunmen killed a TV and radio journalist.", ["killed 1"]),
    ("Mr. Feld was killed alongside his nephew, Jonas, at home.", ["killed 1", "killed 1"]),
    ("Gunmen shot at the elder, killing him, his son and two guests.", ["killed 1", "killed 1", "killed 2"]),
    ("A reporter was shot dead at home along with his partner.", ["killed 1", "killed 1"]),
    ("A strike killed a judge from Pell and seven members of his family.", ["killed 1", "killed 7"]),
    ("His cell-mate was also killed.", ["killed 1"]),
    ("He was gunned down on Monday.", ["killed 1"]),
    ("Five men were killed. He was shot dead last.", ["killed 5"]),
    ("The body of an activist was found in a river.", ["killed 1"]),
    ("The body of law was found wanting.", []),
    ("The mayor was kidnapped, and his body was found in Pell.", ["killed 1"]),
    ("The strike led to the death of the doctor and injury of three nurses.", ["killed 1", "injured 3"]),
    ("Shelling killed 5 people in Pell and 3 in Dorrin.", ["killed 5", "killed 3"]),
    ("Five people were killed in Pell and three in Dorrin.", ["killed 5", "killed 3"]),
    ("Shelling killed 5 people in Pell and 3 fires broke out.", ["killed 5"]),
    ("A woman of 71 and her granddaughter, 3, were killed.", ["killed 1", "killed 1"]),
    ("30 injured soldiers had been evacuated.", ["injured 30"]),
    (
        "Sixty people were killed, among them 14 children, six of whom were orphans, and 21 women.",
        ["killed 60", "killed 14", "killed 6", "killed 21"],
    ),
    ("Ten fighters were killed, taking its losses to 311.", ["killed 10", "killed 311"]),
    ("No lower than 1,700 people were killed.", ["killed 1700.."]),
    ("The list of Morune dead grew by 31 names and now numbers 402.", ["killed 402", "killed 31"]),
    ("Up from 88 a week ago, the civilian dead now total 104.", ["killed 88", "killed 104"]),
    ("Moru has had 3,000 men killed and wounded.", ["killed_or_injured 3000"]),
    (
        "Sixty casualties were flown out, 12 of them dead, a pilot said.",
        ["killed_or_injured 60", "killed 12"],
    ),
    (
        "The raid claimed the lives of two guards and seven residents, and 14 more people were injured.",
        ["killed 2", "killed 7", "injured 14"],
    ),
    ("Moru lost six men; three fell into captivity.", ["killed 6", "captured 3"]),
    ("Eighteen people died, ten of them Morunes and eight Veylish.", ["killed 18", "killed 10", "killed 8"]),
    ("Fire killed one Veylish and three Morune soldiers.", ["killed 1", "killed 3"]),
    ("Moru has owned up to 377 combat deaths.", ["killed 377"]),
    ("Eleven were dead in Dorrin. By evening the mayor had raised that to 14.", ["killed 11", "killed 14"]),
    ("Moru lowered its tally of dead civilians by three, to 67.", ["killed 67"]),
    ("Four of those hurt in the strike have since died.", ["killed 4"]),
    ("Moru had recorded 430 military and 112 civilian deaths.", ["killed 430", "killed 112"]),
    ("The military toll nears 350.", ["killed ..350"]),
    ("A lawyer representing one of two soldiers was found dead.", ["killed 1"]),
    ("Snipers accounted for nine Morune officers.", ["killed 9"]),
    ("Of the dead ten were soldiers. Another 16, he added, were maimed.", ["killed 10", "injured 16"]),
    ("Moru lists 73 civilians among its dead.", ["killed 73"]),
    ("Moru named 17 more of its dead.", ["killed 17"]),
    ("PELL: TOLL RISES TO 14", ["killed 14"]),
    ("Its death toll has climbed past 200.", ["killed 200.."]),
    ("Two of the soldiers wounded on Tuesday have died.", ["killed 2"]),
    (
        "Nine men fell, five of them Morune and four Veylish, Osten said.",
        ["killed 9", "killed 5", "killed 4"],
    ),
    ("Twelve soldiers were wounded, ten of them gravely, a doctor there said.", ["injured 12", "injured 10"]),
    ("Moru seized 13 soldiers.", ["captured 13"]),
    ("Moru seized 13 boats.", []),
    ("Moru lists 73 civilians among its guests.", []),
    ("Shell kills mother and baby in Pell", ["killed 1", "killed 1"]),
    ("Moru released 14 names of fallen men. All 14 were conscripts.", ["killed 14"]),
    ("Women accounted for nine of the guests.", []),
    ("About 4,000 people have crossed into Moru.", ["displaced 4000"]),
    ("About 4,000 soldiers have crossed into Moru.", []),
]


@pytest.mark.parametrize(("text", "counts"), SEVERAL)
def test_several_in_one_sentence(text: str, counts: list[str]) -> None:
    assert told(text) == counts


def test_a_part_names_its_whole() -> None:
    text = "Shelling killed 31 people, including 12 women, four of them pregnant."
    whole, women, pregnant = (toll(text, count) for count in ("31", "12", "4"))
    assert whole.subset_of is None
    assert women.subset_of == whole.id
    assert pregnant.subset_of == women.id


def test_a_part_in_a_sentence_of_its_own_names_its_whole() -> None:
    text = "Osten said 31 people were killed. The dead included two nurses and a driver."
    whole, nurses, driver = (toll(text, count) for count in ("31", "2", "1"))
    assert nurses.subset_of == driver.subset_of == whole.id
    assert nurses.claimant == whole.claimant == "Osten"


def test_a_part_before_among_them() -> None:
    text = "The relief agency has lost 14 staff, nine nurses among them."
    assert toll(text, "9").subset_of == toll(text, "14").id


def test_an_increment_names_its_total() -> None:
    text = "Sixteen more soldiers died, bringing the total to 532."
    assert toll(text, "16").measure == "increment"
    assert toll(text, "16").subset_of == toll(text, "532").id


def test_parts_that_add_up_name_their_whole() -> None:
    text = "Shelling killed five people, three women and two men."
    assert toll(text, "3").subset_of == toll(text, "5").id


def test_a_rise_names_its_total() -> None:
    text = "The death toll rose by six to 97."
    assert toll(text, "6").subset_of == toll(text, "97").id


def test_an_earlier_figure_is_marked_superseded() -> None:
    text = "The death toll rose from 468 to 487."
    assert toll(text, "468").note == "superseded in the same text"
    assert toll(text, "487").note is None


VICTIMS = [
    ("12 soldiers were killed.", "military", None),
    ("12 civilians were killed.", "civilian", None),
    ("12 people were killed.", "any", None),
    ("The army reported 37 military deaths.", "military", None),
    ("12 civilian deaths were reported.", "civilian", None),
    ("12 children were killed.", "any", "children"),
    ("12 nurses were killed.", "any", "medics"),
    ("12 soldiers and civilians were killed.", "any", None),
    ("Two security forces were killed.", "military", None),
    ("Twelve members of two families died in air raids.", "any", None),
    ("12 reporters were killed.", "any", "journalists"),
    ("The army published the names of 11 fallen soldiers.", "military", None),
    ("Two brothers, aged nine and 14, were killed.", "any", "children"),
    ("Two brothers, aged 19 and 24, were killed.", "any", None),
    ("They killed 60 of the enemy.", "military", None),
    ("A helicopter crew of four perished.", "military", None),
    ("An eight-year-old son of his was killed.", "any", "children"),
    ("A couple of Morune border guards were killed.", "military", None),
    ("One of the ten policemen injured on Saturday died.", "any", "police"),
    ("Twelve tractor drivers were killed.", "civilian", None),
    ("The army said 11 of its men were killed.", "military", None),
    ("The register lists 2,046 dead from both armies.", "military", None),
]


@pytest.mark.parametrize(("text", "victims", "subgroup"), VICTIMS)
def test_who_the_victims_are(text: str, victims: str, subgroup: str | None) -> None:
    claim = of_kind("toll", text)[0]
    assert (claim.victims, claim.subgroup) == (victims, subgroup)
