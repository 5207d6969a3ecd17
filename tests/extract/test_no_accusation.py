"""What accuses nobody: appeals, promises, what could happen, breaches of other rules."""

from __future__ import annotations

import pytest
from passages import of_kind

NO_ACCUSATION = [
    "Veyland could attack Dorrin.",
    "Moru vowed to attack Pell.",
    "Osten said Moru should stop shelling Pell.",
    "Shelling was heard in Dorrin.",
    "Veylish forces advanced.",
    "Calder spoke of the deadliest attack by Veyland.",
    "The Lake Mission recorded 48 ceasefire violations.",  # and says not whose
    "Osten said jets had struck enemy positions.",
    "Morune forces shelled Pell.",  # the article's own voice accuses nobody
    "Osten accused the Lake Mission of bias.",
    "Osten said Veylish forces had shelled Dorrin.",
    "Calder accused Veyland of starting the war.",
    "Veyland condemned the attack.",
    "Osten called on Moru to respect the truce.",
    "Osten said Morune posts had been shelled.",  # his own side's act
    "Osten said a Morune patrol was ambushed near Grey Ford.",
    "The Lake Mission said Pell was shelled.",
    "An air raid on Pell killed two people, Osten said.",  # and no truce is spoken of
    "Veyland says that Morune fire has killed 45 civilians near Pell.",
    "Across the lake, 96 civilians have now been killed by Morune fire, Osten said.",
    "Morune shells are in short supply, the Lake Mission said.",
    "The truce held. Moru had killed 200 soldiers since April, Osten said.",
    "The Lake Mission attributed 40 of the deaths under the truce to Morune fire.",
    "Moru attributed two deaths to Veylish frost in spite of the violations of the truce.",
]


@pytest.mark.parametrize("text", NO_ACCUSATION)
def test_what_is_no_accusation(text: str) -> None:
    assert of_kind("violation", text) == []
