"""The measuring itself: pairs in turn, the median and the worst, archives that are the same for the same seed."""

from __future__ import annotations

import re

import page
import pytest
from articles import mixed_archive
from pages import pages
from pairing import Contest, cells, compete

from truce_cli.read.article import read_article


def test_pairs_run_in_turn_and_the_median_counts() -> None:
    order: list[str] = []
    ours, theirs = iter([10.0, 90.0, 40.0]), iter([10.0, 30.0, 10.0])

    def run(who: str) -> float:
        order.append(who)
        return next(ours if who == "ours" else theirs)

    result = compete(
        Contest(
            figure="f", unit="docs/s", ours=lambda: run("ours"), theirs=lambda: run("theirs"), peer="p",
            target=2.5, want="at least", rounds=3,
        )
    )  # fmt: skip
    assert order == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert (result.ratio, result.floor, result.ours, result.theirs) == (3.0, 1.0, 40.0, 10.0)
    assert result.reached


def test_a_figure_of_its_own_has_no_peer() -> None:
    result = compete(Contest(figure="f", unit="MB", ours=lambda: 70.0, target=50, want="at most", rounds=1))
    assert (result.ratio, result.theirs, result.reached) == (70.0, None, False)
    row = {name: getattr(result, name) for name in result.__dataclass_fields__}
    assert cells(row) == ["f", "70 MB", "-", "-", "-", "70 MB", "≤ 50 MB", "no"]


@pytest.mark.parametrize("index", range(3))
def test_each_layout_gives_its_article_and_nothing_beside(index: int) -> None:
    articles = list(mixed_archive(3, seed=5, every=2))
    made = list(pages(articles, seed=5))
    assert made == list(pages(articles, seed=5))
    document = read_article("a.html", made[index].encode())
    title, *paragraphs = articles[index].strip().split("\n\n")
    assert document.card.title == title
    assert (document.card.published or "").startswith("2020-10-")
    text = re.sub(r"\s+", " ", document.text)
    assert all(re.sub(r"\s+", " ", paragraph) in text for paragraph in paragraphs)
    assert not re.search("Advertisement|cookery|recipes that need|Who checks|All rights", document.text)


def test_the_readme_shows_the_figures_that_were_kept() -> None:
    readme = page.README.read_text(encoding="utf-8")
    assert f"{page.BEGIN}{page.drawn()}{page.END}" in readme, "python tests/benchmarks/page.py draws it"
