"""A timeline's items are of their own days; a letter with a date, or a live page with clocks, is none."""

from __future__ import annotations

from passages import claims

TIMELINE = """Six weeks of war

April 28 - Fighting breaks out. Moru reports 16 of its soldiers killed.

May 4 - Rockets hit Ansted. Five people die overnight, Veyland says.

May 10 - The two ministers agree to a ceasefire from noon. Each side accuses the other of breaking it within minutes.

June 2 - Nine dead in the deadliest attack of the war.
"""


def tolls(text: str, published: str = "2041-06-09") -> list[tuple[int | None, str | None, str | None]]:
    return [(c.low, c.as_of, c.as_of_basis) for c in claims(text, published) if c.kind == "toll"]


def test_each_item_is_of_its_day() -> None:
    assert tolls(TIMELINE) == [
        (16, "2041-04-28", "stated"),
        (5, "2041-05-04", "stated"),
        (9, "2041-06-02", "stated"),
    ]


def test_days_alone_head_what_stands_below_them() -> None:
    assert tolls(TIMELINE.replace(" - ", "\n\n")) == tolls(TIMELINE)


def test_lines_of_a_list_are_items_too() -> None:
    assert tolls(TIMELINE.replace("\n\n", "\n")) == tolls(TIMELINE)


def test_truces_are_those_of_the_item() -> None:
    found = {
        (c.kind, c.truce) for c in claims(TIMELINE, "2041-06-09") if c.kind in ("violation", "truce_event")
    }
    assert found == {("violation", "may-10"), ("truce_event", "may-10")}


def test_two_days_or_days_in_no_order_are_no_timeline() -> None:
    two = "April 28 - Moru reports 16 of its soldiers killed.\n\nMay 4 - Five people die, Veyland says.\n"
    assert [as_of for _, as_of, _ in tolls(two)] == ["2041-04-28", "2041-05-04"]  # their sentences name them
    mixed = TIMELINE.replace("June 2", "April 29")
    assert ("Five", None) not in tolls(mixed)
    assert [
        basis
        for _, _, basis in tolls(mixed.replace("Five people die overnight", "It rains. Five people die"))
    ][1] is None


def test_a_live_page_tells_when_it_was_told() -> None:
    live = "\n\n".join(
        f"May {day}, 1{day}:40 - It goes on. Nine people died, Moru says." for day in (4, 5, 6)
    )
    assert {as_of for _, as_of, _ in tolls(live)} <= {None, "2041-06-09"}
