"""How the counts rose: a small chart a tally, a line a voice, truces as bands, each with its table. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from truce_cli.model.answer import SeriesStep
from truce_cli.model.report import Report
from truce_cli.render.report import curves, marks
from truce_cli.render.report.days import on_axis, position, time_tag
from truce_cli.render.report.frame import quiet_table, section
from truce_cli.render.report.geometry import text_width
from truce_cli.render.report.markup import Html, anchor, joined, tag
from truce_cli.render.report.tallies import people_words
from truce_cli.render.scope import counted
from truce_cli.render.wording import STANCE, figure_text, marked, side_name, speaker

_MOST: Final = 24
"""Charts on one page: beyond it the tallies and their reasons tell the rest."""
_ENOUGH: Final = 2
"""One figure alone makes no line."""
_BAND_NAME: Final = 10.0
"""Size of a band's name, which stands only where the band holds it."""


def counts(report: Report) -> Html | None:
    """The section; None where no total was given twice."""
    shown, alone = _sorted_out(report)
    if not shown:
        return None
    held = shown[:_MOST]
    axis = _axis(report, held)
    more = len(shown) - len(held)
    rest = f"{counted(more, 'more chart')} left out, those of the fewest figures; the tallies tell all."
    return section(
        "counts",
        "How the counts rose",
        "Running totals as each voice gave them. A line holds a figure until the same voice gives the next; "
        "nothing is drawn in between. Each chart has its own scale, from 0.",
        tag("div", *(_figure(report, key, steps, axis) for key, steps in held), class_="charts"),
        _legend(report, held),
        tag("p", rest, class_="note") if more else None,
        _alone(report, alone),
    )


def _sorted_out(report: Report) -> tuple[list[tuple[str, list[SeriesStep]]], list[str]]:
    """The series that make a chart, those of the most figures kept; keys of those that have one figure."""
    order = {row.key: place for place, row in enumerate(report.table.rows)}
    found: dict[str, list[SeriesStep]] = defaultdict(list)
    for step in report.series:
        found[step.key].append(step)
    drawn = {key: sum(_can_draw(step) for step in steps) for key, steps in found.items()}
    fullest = sorted((key for key in found if drawn[key] >= _ENOUGH), key=lambda key: -drawn[key])
    kept, left = set(fullest[:_MOST]), fullest[_MOST:]
    keys = [*sorted(kept, key=lambda key: order.get(key, len(order))), *left]
    alone = sorted((key for key in found if drawn[key] < _ENOUGH), key=lambda key: order.get(key, len(order)))
    return [(key, found[key]) for key in keys], alone


def _axis(report: Report, shown: Sequence[tuple[str, list[SeriesStep]]]) -> tuple[float, float]:
    """First and last day of every chart: charts side by side have the same days."""
    days = [position(s.as_of or "") or 0.0 for _, steps in shown for s in steps if _can_draw(s)]
    conflict = report.conflict
    return curves.span(days, position(conflict.began), position(conflict.ended or ""))


def _can_draw(step: SeriesStep) -> bool:
    known = any(number is not None for number in (step.low, step.value, step.high))
    return step.kind != "gap" and bool(step.as_of) and known and position(step.as_of or "") is not None


def _voices(report: Report, steps: Sequence[SeriesStep]) -> Iterator[curves.Voice]:
    for name, mine in groupby(steps, key=lambda step: step.voice):
        points: list[curves.Point] = []
        gap, stance = None, "media"
        for step in mine:
            stance = step.stance
            if step.kind == "gap":
                gap = step.text
            elif _can_draw(step):
                points.append(
                    curves.Point(
                        day=position(step.as_of or "") or 0.0,
                        low=step.low,
                        value=step.value,
                        high=step.high,
                        text=_text(report, step),
                        gap=gap,
                        loose=step.kind in ("vague", "estimate"),
                    )
                )
                gap = None
        if points:
            yield curves.Voice(name=name, stance=stance, points=tuple(points))


def _text(report: Report, step: SeriesStep) -> str:
    """The figure alone, with its qualifier: a step's own text may be a sum."""
    claim = report.claims.get(step.claims[0]) if step.claims else None
    return figure_text(claim) if claim else step.text


def _figure(report: Report, key: str, steps: Sequence[SeriesStep], axis: tuple[float, float]) -> Html:
    row = next((row for row in report.table.rows if row.key == key), None)
    voices = tuple(_voices(report, steps))
    conflict = report.conflict
    chart = curves.panel(voices, _bands(report), axis)
    side = row.side if row else None
    name = side_name(side, conflict) or key
    losses = people_words(row) if row else key
    caption = tag(
        "figcaption",
        tag("span", name[:1].upper() + name[1:], class_="whose"),
        " ",
        tag("a", losses, href="#" + anchor("tally", key)) if row else losses,
    )
    return tag(
        "figure",
        caption,
        _svg(chart, f"{side_name(side, conflict)}, {losses}", _told(report, steps)),
        _table(report, steps),
        class_=f"chart {marks.side_class(side, conflict)}",
    )


def _bands(report: Report) -> Iterator[curves.Band]:
    for account in report.accounts:
        start = position(account.summary.in_force)
        if start is not None:
            end = position(account.summary.until) if account.summary.until else None
            yield curves.Band(name=account.summary.truce, start=start, end=end)


def _told(report: Report, steps: Sequence[SeriesStep]) -> str:
    """The chart in one sentence, for those who hear it."""
    said = [f"{_text(report, s)} as of {s.as_of or 'no day'}" if s.kind != "gap" else s.text for s in steps]
    return "; ".join(said[:12]) + (f"; {len(said) - 12} more in the table" if len(said) > 12 else "")


def _svg(chart: curves.Panel, title: str, told: str) -> Html:
    plot = curves.PLOT
    pieces: list[Html] = []
    for place, (band, start, end) in enumerate(chart.bands):
        name = tag("text", band.name, x=start + 3, y=plot.top - 4, class_="band-name")
        pieces.append(
            tag(
                "g",
                tag("title", f"truce {band.name}"),
                tag(
                    "rect",
                    x=start,
                    y=plot.top,
                    width=end - start,
                    height=plot.bottom - plot.top,
                    class_=f"band band-{place % 2}",
                ),
                tag("line", x1=start, x2=start, y1=plot.top - 12, y2=plot.bottom, class_="band-edge"),
                name if end - start >= text_width(band.name, _BAND_NAME) + 5 else None,
            )
        )
    for y, tick in chart.y_ticks:
        pieces.append(tag("line", x1=plot.left, x2=plot.right, y1=y, y2=y, class_="grid" if tick else "axis"))
        pieces.append(tag("text", f"{tick:,}", x=plot.left - 6, y=y + 3.5, text_anchor="end"))
    for x, day in chart.x_ticks:
        pieces.append(tag("line", x1=x, x2=x, y1=plot.bottom, y2=plot.bottom + 4, class_="axis"))
        pieces.append(tag("text", on_axis(day, chart.days), x=x, y=plot.bottom + 17, text_anchor="middle"))
    pieces += [_drawn(voice) for voice in chart.voices]
    for label in chart.labels:
        pieces.append(
            tag("text", label.spot.text, x=label.x, y=label.y, text_anchor=label.anchor, class_="figure")
        )
    return tag(
        "svg",
        tag("title", title),
        tag("desc", told),
        *pieces,
        viewBox=f"0 0 {curves.WIDTH} {curves.HEIGHT}",
        role="img",
        class_="plot",
    )


def _drawn(drawn: curves.Drawn) -> Html:
    pieces = [
        tag(
            "g",
            tag("title", f"{g.text}: figures are missing between these two"),
            tag("rect", x=g.x1, y=min(g.y1, g.y2), width=g.x2 - g.x1, height=abs(g.y2 - g.y1), class_="gap"),
        )
        for g in drawn.gaps
    ]
    path = " ".join(f"M{s.x1:.7g} {s.y1:.7g}L{s.x2:.7g} {s.y2:.7g}" for s in drawn.lines)
    if path:
        pieces.append(tag("path", d=path, class_="step"))
    pieces += [_mark(mark, marks.STANCES.get(drawn.voice.stance, "circle")) for mark in drawn.marks]
    return tag("g", *pieces, class_=f"voice {drawn.voice.stance.replace('_', '-')}")


def _mark(mark: curves.Mark, kind: str) -> Html:
    pieces: list[Html] = [tag("title", mark.point.text)]
    if mark.low is not None and mark.high is not None and mark.low != mark.high:
        class_ = "bound loose" if mark.loose else "bound"
        pieces.append(tag("line", x1=mark.x, x2=mark.x, y1=mark.low, y2=mark.high, class_=class_))
        for end in (mark.low, mark.high):
            pieces.append(tag("line", x1=mark.x - 4, x2=mark.x + 4, y1=end, y2=end, class_="bound"))
    if mark.y is not None:
        for opens, sign in ((mark.open_up, -1), (mark.open_down, 1)):
            if opens:
                tip = mark.y + sign * curves.ARROW
                arrow = f"M{mark.x:.7g} {mark.y:.7g}V{tip:.7g}m-3.5 {-sign * 4.5}l3.5 {sign * 4.5} 3.5 {-sign * 4.5}"
                pieces.append(tag("path", d=arrow, class_="bound"))
        pieces.append(marks.shape(kind, mark.x, mark.y, curves.MARK, "dot loose" if mark.loose else "dot"))
    return tag("g", *pieces)


def _table(report: Report, steps: Sequence[SeriesStep]) -> Html:
    rows = []
    for step in steps:
        gap = step.kind == "gap"
        who = "" if gap else speaker(step.claimant, step.documents, report.cards)
        said = f"{who} ({STANCE.get(step.stance, step.stance)})" if who else ""
        text = marked(step.text, candidate=step.candidate and not gap)
        rows.append((time_tag(step.as_of), text, said, step.note))
    return quiet_table("The figures", ("As of", "Figure", "Who says so", "Note"), rows)


def _legend(report: Report, shown: Sequence[tuple[str, list[SeriesStep]]]) -> Html:
    steps = [step for _, found in shown for step in found]
    stances = dict.fromkeys(step.stance for step in steps)
    items = [
        tag("li", _line(marks.STANCES.get(stance, "circle"), stance), STANCE.get(stance, stance))
        for stance in stances
    ]
    items.append(tag("li", "↑ ↓ no upper, no lower bound given"))
    items.append(tag("li", "a bar: a range or a vague word, from end to end"))
    if any(step.kind == "gap" for step in steps):
        items.append(tag("li", tag("span", class_="key gap-key", aria_hidden="true"), "a gap in the count"))
    if report.accounts:
        items.append(tag("li", tag("span", class_="key band-key", aria_hidden="true"), "a truce in force"))
    return tag("ul", *items, class_="legend")


def _line(kind: str, stance: str) -> Html:
    return tag(
        "svg",
        tag("path", d="M0 6H28", class_="step"),
        marks.shape(kind, 14, 6, 4, "dot"),
        viewBox="0 0 28 12",
        class_=f"key-line voice {stance.replace('_', '-')}",
        aria_hidden="true",
        focusable="false",
    )


def _alone(report: Report, keys: Sequence[str]) -> Html | None:
    rows = {row.key: row for row in report.table.rows}
    told = []
    for key in keys:
        row = rows.get(key)
        if row is not None:
            words = f"{side_name(row.side, report.conflict)}, {people_words(row)}"
            told.append(tag("a", words, href="#" + anchor("tally", key)))
    if not told:
        return None
    pieces = [piece for link in told for piece in (link, "; ")][:-1]
    return tag("p", "Given once, so no line: ", joined(*pieces), ".", class_="note")
