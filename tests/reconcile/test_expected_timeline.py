"""What the five articles must give as timelines and truces: every row, its marks, the folded and the left out."""

# ruff: noqa: E501 - the tables read best with one entry a line

from __future__ import annotations

from building import ask

from truce_cli.model.finding import Entry
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.truces import truces

# at | precision | kind or act | who accuses | words of the claimant | words of the place | documents | marks
OCT_10 = """
2020-10-10             | day    | agreed    |             | Russia             |             | 001 002 004 |
2020-10-10             | day    | missile   | armenian    | Beglaryan          | Stepanakert | 002         | before
2020-10-10             | day    | shelling  | azerbaijani | Azerbaijan         | five        | 002         | before
2020-10-10T12:00+04:00 | minute | in_force  |             | Russia             |             | 000 001 002 |
2020-10-10T12:05+04:00 | minute | attack    | armenian    | Stepanyan          | front       | 002         |
2020-10-10             | day    | attack    | azerbaijani | ministry           | front       | 002         |
2020-10-10             | day    | shelling  | azerbaijani | ministry           | two         | 002         |
2020-10-12             | day    | shelling  | armenian    | Stepanyan          | southern    | 004         |
2020-10-12             | by     | attack    | azerbaijani | ministry           | positions   | 004         |
2020-10-14             | day    | attack    | armenian    | Artsakh            | peaceful    | 001         |
2020-10-14             | day    | shelling  | armenian    | Artsakh            | Martakert   | 001         |
2020-10-14             | day    | airstrike | armenian    | Artsakh            | north       | 001         |
2020-10-14             | by     | attack    | azerbaijani | officials          | pipelines   | 000 001     | denied by Armenia
2020-10-14             | by     | attack    | armenian    | officials          |             | 000 001     |
2020-10-16             | day    | missile   | azerbaijani | officials          |             | 000         | 13 52
"""
OCT_18 = """
2020-10-17             | day    | agreed    |             | France             |             | 000         |
2020-10-18T00:00+04:00 | minute | in_force  |             | France             |             | 000         |
2020-10-18T00:02+04:00 | minute | attack    | azerbaijani | Foreign            | Jabrayil    | 000         |
2020-10-18T00:04+04:00 | minute | shelling  | armenian    | spokesperson       | north       | 000         |
2020-10-18T00:04+04:00 | minute | missile   | armenian    | spokesperson       | south       | 000         |
2020-10-18T07:20+04:00 | minute | attack    | armenian    | Mnatsakanyan       |             | 000         |
2020-10-18             | day    | attack    | azerbaijani | Foreign            | Jabrayil    | 000         |
"""
OCT_26 = """
2020-10-25             | day    | agreed    |             | United States      |             | 003         |
2020-10-26T08:00+04:00 | minute | in_force  |             | United States      |             | 003         |
2020-10-26             | minutes_after | shelling | azerbaijani | defence       | Terter      | 003         | denied by Nagorno-Karabakh defence ministry
2020-10-26T09:10+04:00 | about  | violation | armenian    | Armenian defence   |             | 003         |
2020-10-26             | day    | missile   | armenian    | Nagorno-Karabakh   | line        | 003         |
"""


def core(entries: tuple[Entry, ...]) -> list[Entry]:
    """Without the optional rows: collapses and denials that deny no accusation."""
    return [e for e in entries if e.act != "collapsed" and e.kind != "denial"]


def assert_reads(entries: list[Entry], table: str) -> None:
    expected = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    assert [e.act for e in entries] == [row[2] for row in expected]
    for entry, (at, precision, _, side, claimant, place, documents, marks) in zip(
        entries, expected, strict=True
    ):
        assert (entry.at, entry.precision) == (at, precision)
        if side:
            assert (entry.kind, entry.accuser_side) == ("violation", side)
            assert entry.accused_side == ({"armenian", "azerbaijani"} - {side}).pop()
        else:
            assert entry.kind == "truce_event"
        assert claimant in (entry.accuser or "")
        assert place in (entry.place or "")
        assert sorted(name[:3] for name in entry.documents) == documents.split()
        assert entry.before_truce == (marks == "before")
        denied = marks.removeprefix("denied by ") if marks.startswith("denied") else ""
        assert (entry.disputed, entry.denied_by) == (bool(denied), (denied,) if denied else ())
        figures = marks.split() if marks[:1].isdigit() else []
        assert [figure.text for figure in entry.tolls] == figures
        assert not entry.general


def test_truce_of_10_october(five: Book) -> None:
    found = timeline(five, ask(truce="oct-10"))
    assert_reads(core(found.entries), OCT_10)
    assert found.undated_before == 5
    strike = core(found.entries)[-1]
    assert [(part.text, part.subgroup) for part in strike.tolls[0].parts] == [("3", "children")]
    assert core(found.entries)[4].at_utc == "2020-10-10T08:05Z"
    assert len({entry.key for entry in found.entries}) == len(found.entries)


def test_truce_of_18_october(five: Book) -> None:
    assert_reads(core(timeline(five, ask(truce="oct-18")).entries), OCT_18)


def test_truce_of_26_october(five: Book) -> None:
    found = timeline(five, ask(truce="oct-26"))
    assert_reads(core(found.entries), OCT_26)
    starts = [entry.at for entry in found.entries if entry.act == "in_force"]
    assert starts == ["2020-10-26T08:00+04:00"]  # never a second start at midnight


def test_general_accusations_are_folded_and_counted_apart(five: Book) -> None:
    folded = {
        truce: sum(len(entry.folded) for entry in timeline(five, ask(truce=truce)).entries)
        for truce in ("oct-10", "oct-18", "oct-26")
    }
    # the two of the deadline's eve fold under rows 2 and 3
    assert folded == {"oct-10": 9 + 2, "oct-18": 3, "oct-26": 2}


def test_denial_of_no_accusation_is_a_row_that_disputes_nothing(five: Book) -> None:
    rows = [entry for entry in timeline(five, ask()).entries if entry.kind == "denial"]
    assert {(entry.documents[0][:3], entry.disputed) for entry in rows} == {
        ("004", False),
        ("001", False),
        ("003", False),
    }
    assert all(entry.precision == "by" for entry in rows)


def test_without_a_truce_everything_is_shown_in_order_of_days(five: Book) -> None:
    found = timeline(five, ask()).entries
    days = [(entry.at or "")[:10] for entry in found]
    assert days == sorted(days)
    without = [entry for entry in found if entry.truce is None and entry.kind == "violation"]
    assert {entry.documents[0][:3] for entry in without} == {"000", "001", "002", "003"}
    assert all(entry.precision == "by" for entry in without)


def test_cumulative_tolls_show_only_when_asked_for(five: Book) -> None:
    assert not [e for e in timeline(five, ask(truce="oct-10")).entries if e.kind == "toll"]
    found = timeline(five, ask(truce="oct-10", kinds=("toll",))).entries
    assert {entry.kind for entry in found} == {"toll"}
    assert sorted(entry.tolls[0].text for entry in found if entry.at == "2020-10-16") == ["115", "36"]


def test_window_and_side_filters(five: Book) -> None:
    found = timeline(five, ask(since="2020-10-12", until="2020-10-14", kinds=("violation",))).entries
    assert {(entry.at or "")[:10] for entry in found} == {"2020-10-12", "2020-10-14"}
    found = timeline(five, ask(truce="oct-26", sides=("azerbaijani",), kinds=("violation",))).entries
    assert [entry.act for entry in found] == ["shelling"]


def test_known_on_shows_what_was_known(five: Book) -> None:
    found = timeline(five, ask(truce="oct-10", known_on="2020-10-12"))
    assert {name[:3] for entry in found.entries for name in entry.documents} == {"002", "004"}
    assert timeline(five, ask(truce="oct-18", known_on="2020-10-12")).entries == ()


def test_truces_side_by_side(five: Book) -> None:
    first, second, third = truces(five, ask())
    assert (first.first_clocked, first.first_minutes, first.first_about) == (
        "2020-10-10T12:05+04:00",
        5,
        False,
    )
    assert (second.first_clocked, second.first_minutes) == ("2020-10-18T00:02+04:00", 2)
    assert (third.first_clocked, third.first_minutes, third.first_about) == (
        "2020-10-26T09:10+04:00",
        70,
        True,
    )
    assert (first.unclocked, second.unclocked, third.unclocked) == ((), (), ("within minutes",))
    assert [dict(t.accusations) for t in (first, second, third)] == [
        {"armenian": 6, "azerbaijani": 5},
        {"armenian": 3, "azerbaijani": 2},
        {"armenian": 2, "azerbaijani": 1},
    ]
    assert [t.general for t in (first, second, third)] == [9, 3, 2]
    assert [len(t.claims) for t in (first, second, third)] == [23, 8, 5]
    assert [t.denials for t in (first, second, third)] == [1, 0, 1]
    assert [t.until for t in (first, second, third)] == [
        "2020-10-18T00:00+04:00",
        "2020-10-26T08:00+04:00",
        "2020-11-10T01:00+04:00",  # midnight in Moscow
    ]
