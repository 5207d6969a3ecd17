from __future__ import annotations

import pytest

from truce_cli.text.datelines import dateline_end
from truce_cli.text.sentences import sentences

REST = "The ministry said 12 soldiers had died."


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT, Nov. 27, 2024 – ",
        "BEIRUT, November 29, 2024 - ",
        "BAKU/YEREVAN (Reuters) - ",
        "STEPANAKERT, Nagorno-Karabakh (AP) — ",
        "STEPANAKERT, Nagorno-Karabakh, Oct. 12 (AP) -- ",
        "NEW YORK, 12 October 2020 – ",
        "UNITED NATIONS (AP) — ",
        "Beirut, Nov 27 (EFE).- ",
        "Halden, 14 June 2031 - ",
        "HALDEN, 14 June (NPS) – ",
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str) -> None:
    text = dateline + REST
    assert dateline_end(text, 0, len(text)) == len(dateline)
    assert [text[start:end] for start, end, _ in sentences(text)] == [dateline.strip(), REST]


@pytest.mark.parametrize(
    "text",
    [
        "UNHCR – 40,000 people have fled.",
        "Armenia (Artsakh) – 12 soldiers died.",
        "KILLED – 4, WOUNDED – 9",
        "Stepanyan - 12 soldiers died.",
        "On Oct. 12 - the third day - 12 soldiers died.",
        "NATO said on 12 October 2020 - a Monday - that 12 soldiers had died.",
        "A-10 planes killed 12 soldiers.",
        "",
    ],
)
def test_what_is_none_stays_where_it_is(text: str) -> None:
    assert dateline_end(text, 0, len(text)) == 0
