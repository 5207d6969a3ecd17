"""The page: what it says, in which order, and that it lets nothing in."""

from __future__ import annotations

import itertools
import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from river_report import KEY, WHY, report, step
from river_war import CARD, CLAIM, TOLLS, entry

from truce_cli.model.finding import Question, Step, Timeline, TollTable
from truce_cli.model.record import replace
from truce_cli.model.report import Report
from truce_cli.render.report.page import page, policy


def made(changed: Report | None = None, **more: str) -> str:
    return "".join(page(changed or report(), **more))  # type: ignore[arg-type]


def text_of(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_its_sections_stand_in_order_and_the_contents_name_them() -> None:
    html = made()
    ids = re.findall(r'<section id="(\w+)"', html)
    assert ids == ["tolls", "counts", "truces", "places", "findings", "method", "sources"]
    assert re.findall(r'<a href="#(\w+)">', html.split("<nav")[1].split("</nav>")[0]) == ids


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", made())]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_ids_are_unique_and_every_local_link_leads_somewhere() -> None:
    html = made()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_silence_has_three_faces() -> None:
    said = text_of(made())
    assert "killed, military not disclosed" in said
    assert "injured, civilian — not reported" in said
    zero = report(table=replace(TOLLS, rows=(replace(TOLLS.rows[0], text="0", low=0, value=0, high=0),)))
    assert "killed, military 0 " in text_of(made(zero))


def test_signs_are_explained_for_those_who_hear_them() -> None:
    html = made()
    assert '<abbr title="disputed, or see the findings">†</abbr>' in html
    assert '<abbr title="proposed by the machine">?</abbr>' in html


def test_every_number_opens_to_its_reasons() -> None:
    html = made()
    opened = re.search(rf'<details id="tally/{KEY}"><summary>.*?</summary>(.*?)</details>', html)
    assert opened
    assert "latest : 974 of 2031-06-04 is the latest of 2" in text_of(opened[1])
    assert "“974 soldiers had died”" in opened[1]
    assert f"<code>truce why {KEY}</code>" in opened[1]


def test_a_quote_links_to_its_words_and_only_on_the_web() -> None:
    link = 'href="https://river.example/guns#:~:text=974%20soldiers%20had%20died" rel="noopener noreferrer"'
    assert link in made()
    for address in ("javascript:alert(1)", "ftp://x.example", "file:///etc/passwd", None):
        html = made(report(cards={CARD.id: replace(CARD, url=address, archive_url=address)}))
        assert all(h.startswith(("http", "#")) for h in re.findall(r'href="([^"]*)"', html))
        assert not address or f'"{address}' not in html


def test_where_files_lie_is_nobodys_business() -> None:
    assert "secret" not in made()


def test_the_policy_lets_in_our_style_and_script_alone() -> None:
    html = made()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)
    assert style and script
    for text in (style[1], script[1]):
        assert b64encode(sha256(text.encode()).digest()).decode() in policy()
    assert policy().startswith("default-src 'none'; ") and "unsafe" not in policy()
    # the policy comes before anything that it rules
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_the_figures_are_data_that_no_browser_reads_as_markup() -> None:
    hostile = "</script><script>x</script><!--"
    html = made(report(series=(step("2031-06-01", 1, 1, note=hostile), step("2031-06-02", 2, 2))))
    held = re.search(r'<script type="application/json" id="figures">(.*?)</script>', html, re.DOTALL)
    assert held and "<" not in held[1]
    rows = json.loads(held[1])
    assert rows["series"][0]["note"] == hostile and rows["tolls"][0]["text"] == "974"


def test_charts_tell_their_figures_in_words_too() -> None:
    html = made()
    chart = html.split('class="charts"')[1].split("</figure>")[0]
    assert 'role="img"' in chart and "<title>Norvian side, killed, military</title>" in chart
    assert "376 as of 2031-05-28; gap 297; 710 as of 2031-06-03; &gt;974 as of 2031-06-08" in chart
    assert ">&gt;974</text>" in chart, "the qualifier is drawn"
    assert "<th scope=" in chart


def test_one_figure_makes_no_chart() -> None:
    html = made(report(series=(step("2031-06-01", 1, 1),)))
    assert '<section id="counts"' not in html


def test_charts_beyond_the_most_are_counted() -> None:
    series = [step(f"2031-06-0{day}", day, day, key=f"k{key}") for key in range(30) for day in (1, 2)]
    html = made(report(series=tuple(series)))
    assert html.count('<figure class="chart') == 24
    assert "6 more charts left out" in html


def test_undated_figures_are_in_the_table_though_not_in_the_drawing() -> None:
    html = made(report(series=(*report().series, step(None, 5000, 5000, text="~5,000", kind="estimate"))))
    chart = html.split('class="charts"')[1].split("</figure>")[0]
    assert "~5,000 as of no day" in chart and "<td>~5,000</td>" in chart


def test_a_truce_says_how_soon_it_was_said_to_be_broken() -> None:
    said = text_of(made())
    assert "5 minutes to the first accusation that tells its minute, at 3 June 2031, 12:05" in said
    assert "by other words, not clocked: “within minutes”" in said
    assert "6 by Norvian side" in said and "1 denial" in said


def test_an_accusation_shows_who_whom_what_words_and_denial() -> None:
    html = made()
    item = html.split('<li class="entry violation">')[1]
    said = text_of(item.split("</li><li class")[0])
    assert said.startswith(
        "3 June 2031, 12:05 Norvian defence ministry → accuses Sudlander side shelling, the bridge"
    )
    assert "denied by Sudlander army" in said and "13 killed, of them 3 children" in said
    assert "“shelled the bridge at 12:05”" in said
    tip = re.search(r'aria-describedby="([^"]+)"', item)
    assert tip and f'id="{tip[1]}" role="tooltip"' in html


@pytest.mark.parametrize(
    ("at", "precision", "said"),
    [
        ("2031-06-04", "by", "by 4 June 2031"),
        ("2031-06-04T09:10+04:00", "about", "4 June 2031, ~09:10"),
        ("2031-06-04", "minutes_after", "4 June 2031, minutes after"),
        ("2031-06-04", "unknown", "4 June 2031 or so"),
        (None, "unknown", "undated"),
    ],
)
def test_a_time_is_as_precise_as_it_was_told(at: str | None, precision: str, said: str) -> None:
    loose = Timeline(entries=(entry(key="x", at=at, precision=precision),))
    html = made(report(loose=loose, accounts=()))
    assert re.search(rf"<i>(<time[^>]*>)?{re.escape(said)}(</time>)?</i>", html)


def test_places_are_counted_where_accusations_name_them() -> None:
    html = made()
    assert "Bridge: 1 accusation" in html or "Bridge: 2 accusations" in html
    assert "Nowhere" not in html.split('id="places"')[1].split("</section>")[0]
    assert "with no place of the conflict file in" in html


def test_a_conflict_without_coordinates_has_no_map() -> None:
    bare = report()
    bare = replace(bare, conflict=replace(bare.conflict, places=()))
    assert '<section id="places"' not in made(bare)


def test_an_empty_ledger_is_a_page_too() -> None:
    empty = report(
        table=TollTable(rows=(), as_of=None, known_on=None, window=("2031-05-20", None)),
        series=(),
        accounts=(),
        loose=Timeline(entries=()),
        problems=(),
        whys={},
        claims={},
        cards={},
    )
    said = text_of(made(empty))
    assert "Nothing is claimed." in said and "no figure that contradicts another" in said


def test_the_footer_says_what_the_page_stands_on() -> None:
    said = text_of(made(report(question=Question(as_of="2031-06-04", statuses=("accepted", "retracted")))))
    assert "as of 2031-06-04; known on any day; times in Asia/Yerevan" in said
    assert "left out: 2 other war" in said and "sha256 " + "ab" * 32 in said and "truce 0.1.0" in said
    assert "1 claim that nobody has reviewed left out" in said


def test_a_claim_is_anchored_once_and_named_from_its_source() -> None:
    html = made()
    assert html.count('id="t-0123"') == 1
    assert '<a href="#t-0123">t-0123</a>' in html.split('id="sources"')[1]


def test_a_title_is_text() -> None:
    html = made(report(title="<img src=x onerror=alert(1)>\u202e"))
    assert "<img" not in html and "&lt;img src=x onerror=alert(1)&gt;\\u202e" in html


def test_on_a_server_the_page_leads_to_the_ledger() -> None:
    assert '<a href="/truce">Browse the ledger</a>' in made(ledger_address="/truce")
    assert "Browse the ledger" not in made()


def many(number: int) -> Report:
    """A report of so many claims: a third of them about a few tallies, the rest accusations of a thousand days."""
    claims = {
        f"t-{i:016x}": replace(
            CLAIM, id=f"t-{i:016x}", quote=f"{i} soldiers and civilians had died in the fighting by then"
        )
        for i in range(number)
    }
    ids = tuple(claims)
    rows = tuple(
        replace(TOLLS.rows[0], key=f"norvian/military/killed/{i}", place=f"Place {i}", claims=ids[i::400][:8])
        for i in range(400)
    )
    entries = tuple(
        entry(key=f"none/{i}", truce=None, claims=ids[i :: number // 6][:6], documents=(CARD.id,))
        for i in range(number // 6)
    )
    table = replace(TOLLS, rows=(*TOLLS.rows, *rows))
    steps = tuple(Step(rule="latest", used=row.claims, note="the latest of 8") for row in rows)
    whys = {
        ("", row.key): replace(
            WHY, key=row.key, steps=(one,), claims=tuple(claims[id_] for id_ in row.claims)
        )
        for row, one in zip(rows, steps, strict=True)
    }
    whys |= {
        ("", e.key): replace(
            WHY,
            key=e.key,
            kind="entry",
            steps=(Step(rule="windows", used=e.claims, note="no truce"),),
            claims=tuple(claims[id_] for id_ in e.claims),
        )
        for e in entries
    }
    return report(
        table=table,
        claims=claims,
        short={id_: id_[:2] + id_[-5:] for id_ in ids},
        whys=whys,
        loose=Timeline(entries=entries),
    )


def test_ten_thousand_claims_stay_under_five_megabytes() -> None:
    html = made(many(10_000))
    assert len(html.encode()) < 5_000_000
    assert html.count("soldiers and civilians had died in the fighting by then") == 10_000, (
        "each is told once"
    )
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "more of single places and events" in html


def test_what_is_rejected_is_told_where_it_is_left_out() -> None:
    large = many(2_400)
    (first, *_) = large.claims
    claims = {**large.claims, first: replace(large.claims[first], status="rejected")}
    whys = {
        key: replace(why, claims=tuple(claims[c.id] for c in why.claims)) for key, why in large.whys.items()
    }
    html = made(replace(large, claims=claims, whys=whys))
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids


def test_what_was_not_known_by_then_is_no_source() -> None:
    later = replace(CARD, id="b2" * 32, title="Later news", published="2031-07-01")
    undated = replace(CARD, id="c3" * 32, title="Undated news", published=None)
    cards = {card.id: card for card in (CARD, later, undated)}
    html = made(report(cards=cards, question=Question(known_on="2031-06-10")))
    assert "Later news" not in html and "Undated news" not in html
    assert "2 documents published after 2031-06-10, or undated, left out" in html
    assert "1 document · " in html
