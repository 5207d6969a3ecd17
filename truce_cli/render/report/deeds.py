"""The drawing of a truce's accusations, day by day. Judges nothing."""

from __future__ import annotations

from datetime import date
from typing import Final

from truce_cli.model.finding import Entry
from truce_cli.model.report import Report, TruceAccount
from truce_cli.render.report import days_strip, marks
from truce_cli.render.report.days import position
from truce_cli.render.report.markup import Html, anchor, tag
from truce_cli.render.wording import act_words, side_name

_OTHERS: Final = "others"


def deeds_strip(report: Report, account: TruceAccount) -> Html | None:
    """One square an accusation on its day, a lane an accuser's side; None where nobody accuses anybody."""
    entries = account.timeline.entries
    found = [(index, entry) for index, entry in enumerate(entries) if _is_deed(report, entry)]
    start = position(account.summary.in_force)
    if not found or start is None:
        return None
    sides = [side.slug for side in report.conflict.sides]
    lanes = list(dict.fromkeys([*(s for s in sides), *(_lane(entry, sides) for _, entry in found)]))
    deeds = [
        days_strip.Deed(
            entry=index,
            day=(entry.at or "")[:10],
            lane=lanes.index(_lane(entry, sides)),
            late=entry.precision == "by",
            disputed=entry.disputed,
        )
        for index, entry in found
    ]
    told = [date.fromisoformat(deed.day).toordinal() for deed in deeds]
    until = position(account.summary.until) if account.summary.until else None
    last = max(*told, int(start), int(until - 0.001) if until else 0)
    drawn = days_strip.strip(deeds, len(lanes), min(*told, int(start)), start, last)
    return _svg(report, account, drawn, lanes, entries)


def _is_deed(report: Report, entry: Entry) -> bool:
    """An accusation of one act on a day; what an accuser counted in shells or incidents is none."""
    day = entry.at or ""
    counted = any(claim.unit for id_ in entry.claims if (claim := report.claims.get(id_)))
    particular = entry.kind == "violation" and not entry.general and not counted
    return particular and len(day) >= 10 and position(day) is not None


def _lane(entry: Entry, sides: list[str]) -> str:
    return entry.accuser_side if entry.accuser_side in sides else _OTHERS


def _svg(
    report: Report,
    account: TruceAccount,
    drawn: days_strip.Strip,
    lanes: list[str],
    entries: tuple[Entry, ...],
) -> Html:
    base = drawn.height - 20
    pieces = [
        tag("line", x1=drawn.start, x2=drawn.start, y1=8, y2=base, class_="band-edge"),
        tag("text", "in force", x=drawn.start + 4, y=11, class_="band-name"),
    ]
    for lane, y in zip(lanes, drawn.lanes, strict=True):
        name = side_name(lane, report.conflict) if lane != _OTHERS else "others"
        pieces.append(tag("line", x1=days_strip.LEFT, x2=days_strip.RIGHT, y1=y, y2=y, class_="axis"))
        pieces.append(
            tag("text", f"by {name}", x=days_strip.RIGHT, y=y - days_strip.LANE + 15, text_anchor="end")
        )
    for square in drawn.squares:
        pieces.append(_square(report, square, lanes, entries))
    for x, day in drawn.ticks:
        pieces.append(tag("text", day, x=x, y=base + 15, text_anchor="middle"))
    said = "; ".join(
        f"{number} by {side_name(side, report.conflict)}" for side, number in account.summary.accusations
    )
    return tag(
        "svg",
        tag("title", f"{account.summary.name}: accusations day by day"),
        tag("desc", f"{said}. The list below tells each of them."),
        *pieces,
        viewBox=f"0 0 {days_strip.WIDTH:.0f} {drawn.height:.0f}",
        role="img",
        class_="strip",
    )


def _square(report: Report, square: days_strip.Square, lanes: list[str], entries: tuple[Entry, ...]) -> Html:
    side = marks.side_class(lanes[square.lane], report.conflict)
    deed = square.deed
    class_ = f"deed {side}" + (" late" if deed and deed.late else "")
    rect = tag(
        "rect", x=square.x, y=square.y, width=square.width, height=square.height, rx=1.2, class_=class_
    )
    if deed is None:
        return tag("g", tag("title", f"{square.count:,} accusations"), rect)
    entry = entries[deed.entry]
    words = " ".join(entry.text.split())[:200]
    return tag(
        "a",
        tag("title", f"{act_words(entry.act)}{f', {entry.place}' if entry.place else ''}: “{words}”"),
        rect,
        href="#" + anchor("entry", entry.key),
        tabindex="-1",
    )
