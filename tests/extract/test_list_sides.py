"""Figures in lists: a label says what was counted, a heading whose it is, and a label is nobody who speaks."""

from __future__ import annotations

from passages import claims

EXPLAINER = """What each side has said so far:

Moru and Tarn Valley

- Soldiers killed: 1,177
- Civilians: 50 killed, 148 wounded
- Displaced: about 90,000

Veylish side

- Soldiers killed: not disclosed
- Civilians: 92 killed, 405 wounded
"""

BY_NAME = """Own losses as reported:

• Morune army – 633 killed
• Civilians (Moru) – 34 killed, 102 wounded
• Veyland, civilians – 47 killed
• Veyland, military – not reported
"""


def told(text: str) -> list[tuple[str, int | None, str, str | None]]:
    return [(c.harm or "", c.low, c.side, c.victims) for c in claims(text) if c.kind == "toll"]


def test_a_heading_names_the_side_and_a_label_the_victims() -> None:
    assert told(EXPLAINER) == [
        ("killed", 1177, "morune", "military"),
        ("killed", 50, "morune", "civilian"),
        ("injured", 148, "morune", "civilian"),
        ("displaced", 90_000, "morune", "any"),
        ("killed", 92, "veylish", "civilian"),
        ("injured", 405, "veylish", "civilian"),
    ]
    assert {c.claimant for c in claims(EXPLAINER)} == {None}


def test_a_label_names_the_side_itself() -> None:
    assert told(BY_NAME) == [
        ("killed", 633, "morune", "military"),
        ("killed", 34, "morune", "civilian"),
        ("injured", 102, "morune", "civilian"),
        ("killed", 47, "veylish", "civilian"),
    ]


def test_losses_that_a_list_withholds() -> None:
    silences = [(c.side, c.victims, c.harm) for text in (EXPLAINER, BY_NAME) for c in claims(text) if c.side]
    assert [
        s for s in silences if s in {("veylish", "military", "killed"), ("veylish", "military", None)}
    ] == [
        ("veylish", "military", "killed"),
        ("veylish", "military", None),
    ]


def test_losses_of_one_side_as_the_other_tells_them() -> None:
    text = "Veylish losses according to Moru (as of 14 May, 18:00): 5,929 killed and wounded, 196 drones, 22 planes."
    assert [(c.low, c.side, c.claimant_side) for c in claims(text)] == [(5929, "veylish", "morune")]
