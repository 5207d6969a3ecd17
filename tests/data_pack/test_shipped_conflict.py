"""The shipped conflict, read with the standard library alone: what a person wrote into it holds together."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from truce_cli.model import words
from truce_cli.model.fields import BY_NAME

PACK = Path(__file__).parents[2] / "data" / "nagorno-karabakh-2020"
DOCUMENTS = sorted((PACK / "docs").iterdir())
LOCAL, MOSCOW = "+04:00", "+03:00"
DAY = re.compile(r"2020(-\d\d(-\d\d(T\d\d:\d\d\+04:00)?)?)?")
Table = dict[str, Any]


@cache
def conflict() -> Table:
    return tomllib.loads((PACK / "conflict.toml").read_text(encoding="utf-8"))


@cache
def claims() -> list[Table]:
    found: list[Table] = tomllib.loads((PACK / "claims.toml").read_text(encoding="utf-8"))["claim"]
    return found


@cache
def plain_text(document: str) -> str:
    """The dispatch without front matter, tags and line ends: the words a reader sees, on one line."""
    text = (PACK / document).read_text(encoding="utf-8")
    text = re.sub(r"\A---\s*\n.*?\n---\s*\n", "", text, flags=re.DOTALL)
    if document.endswith(".html"):
        text = unescape(re.sub(r"<[^>]+>", "", text))
    return squeezed(text)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def named(kind: str) -> Iterator[tuple[Table, list[str]]]:
    for row in conflict()[kind]:
        yield row, [row["name"], *row.get("aliases", [])]


# the conflict file


def test_the_war_and_its_two_sides() -> None:
    assert conflict()["slug"] == PACK.name
    assert (conflict()["began"], conflict()["ended"]) == (date(2020, 9, 27), date(2020, 11, 10))
    assert conflict()["timezone"] == "Asia/Yerevan"
    assert [side["slug"] for side in conflict()["side"]] == ["armenian", "azerbaijani"]


def test_slugs_are_unique_and_are_no_reserved_word() -> None:
    slugs = [row["slug"] for kind in ("side", "actor", "truce") for row in conflict()[kind]]
    assert [slug for slug, n in Counter(slugs).items() if n > 1] == []
    assert {words.BOTH, words.UNKNOWN, words.THIRD, words.MEDIA}.isdisjoint(slugs)
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_no_alias_is_on_two_sides() -> None:
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for side in conflict()["side"]:
        for alias in side["aliases"]:
            sides[alias.casefold()].add(side["slug"])
    for kind in ("actor", "place"):
        for row, names in named(kind):
            for name in names:
                # an actor of neither side may not share a side's name; a contested place has no side at all
                side = row.get("side", words.THIRD if kind == "actor" else None)
                if side is not None:
                    sides[name.casefold()].add(side)
    assert {alias: on for alias, on in sides.items() if len(on) > 1} == {}


@pytest.mark.parametrize("kind", ["actor", "place", "truce", "other_war"])
def test_a_name_means_one_thing_of_its_kind(kind: str) -> None:
    owners = Counter(name for _, names in named(kind) for name in names)
    assert [name for name, n in owners.items() if n > 1] == []


def test_khankendi_is_a_place_and_no_side() -> None:
    assert all("Khankendi" not in side["aliases"] for side in conflict()["side"])
    assert [row["name"] for row, names in named("place") if "Khankendi" in names] == ["Stepanakert"]


def test_actors_have_a_known_kind_and_media_have_no_side() -> None:
    assert [a["slug"] for a in conflict()["actor"] if a["kind"] not in words.ACTOR_KINDS] == []
    sides = {side["slug"] for side in conflict()["side"]}
    assert [a["slug"] for a in conflict()["actor"] if a.get("side", "armenian") not in sides] == []
    assert [a["slug"] for a in conflict()["actor"] if a["kind"] == "media" and "side" in a] == []


def test_aliases_are_long_enough_to_be_safe_in_running_text() -> None:
    every = [name for kind in ("side", "actor", "place") for _, names in named(kind) for name in names]
    short = {name for name in every if len(name) < 4}
    assert short == {"AP", "AFP", "BBC", "CBC", "CNN", "EU", "HRW", "NPR", "RIA", "UN", "US", "USA"}
    assert [s for s in short if s != s.upper()] == []


def test_at_least_forty_places_stand_where_the_war_was() -> None:
    places = conflict()["place"]
    assert len(places) >= 40
    for place in places:
        assert 38.5 < place["lat"] < 41.5 and 43.5 < place["lon"] < 49.5, place["name"]
    assert {place.get("side") for place in places} == {"armenian", "azerbaijani", None}


@pytest.mark.parametrize(
    ("slug", "agreed", "in_force", "ended", "brokers"),
    [
        ("oct-10", "2020-10-10", f"2020-10-10T12:00:00{LOCAL}", f"2020-10-18T00:00:00{LOCAL}", ["Russia"]),
        (
            "oct-18",
            "2020-10-17",
            f"2020-10-18T00:00:00{LOCAL}",
            f"2020-10-26T08:00:00{LOCAL}",
            ["OSCE Minsk Group", "France", "Russia", "United States"],
        ),
        (
            "oct-26",
            "2020-10-25",
            f"2020-10-26T08:00:00{LOCAL}",
            f"2020-11-10T00:00:00{MOSCOW}",
            ["United States"],
        ),
        ("nov-10", "2020-11-09", f"2020-11-10T00:00:00{MOSCOW}", None, ["Russia"]),
    ],
)
def test_truces(slug: str, agreed: str, in_force: str, ended: str | None, brokers: list[str]) -> None:
    truce = next(t for t in conflict()["truce"] if t["slug"] == slug)
    assert truce["agreed"] == date.fromisoformat(agreed)
    assert truce["in_force"].isoformat() == in_force
    assert truce.get("ended") == (datetime.fromisoformat(ended) if ended else None)
    assert truce["brokers"] == brokers
    assert truce["parties"] == ["armenian", "azerbaijani"]


def test_every_truce_ends_when_the_next_one_begins() -> None:
    truces = conflict()["truce"]
    assert [t["slug"] for t in truces] == ["oct-10", "oct-18", "oct-26", "nov-10"]
    for truce, following in pairwise(truces):
        assert following["in_force"] - truce["ended"] == timedelta(0)


def test_the_other_wars_end_before_this_one() -> None:
    wars = {war["name"]: (str(war["began"]), str(war["ended"])) for war in conflict()["other_war"]}
    assert wars["First Nagorno-Karabakh War"] == ("1988", "1994")
    assert [ended[:7] for _, ended in wars.values()] == ["1994", "2016-04", "2020-07"]
    assert all(began < ended < str(conflict()["began"]) for began, ended in wars.values())


# the dispatches


def test_there_are_eight_dispatches_in_the_shapes_of_real_files() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in DOCUMENTS}
    assert len(texts) >= 8
    saved = [text for text in texts.values() if text.startswith("--- \n")]
    assert len(saved) >= 2
    assert all("title: > \n" in text and "ad-backstage" in text and "caption" in text for text in saved)
    assert any("twitter-tweet" in text for text in saved)
    assert sum("\u00a0" in text for text in texts.values()) >= 2
    assert any("\nPosted: October 26, 2020\n" in text for text in texts.values())
    out_of_pdf = [text for text in texts.values() if "Original url:" in text]
    assert len(out_of_pdf) == 2
    assert all(re.search(r"[a-z]-\n[a-z]", text) for text in out_of_pdf)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name[:10])
def test_a_saved_page_was_scraped_after_it_was_published(path: Path) -> None:
    scraped = re.search(r"^date: (\d+)\.\d+", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if scraped is None:
        assert path.suffix == ".txt"
        return
    day = datetime.fromtimestamp(int(scraped[1]), tz=conflict()["truce"][0]["in_force"].tzinfo).date()
    assert day > date.fromisoformat(path.name[:10])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name[:10])
def test_every_dispatch_says_where_its_facts_come_from(path: Path) -> None:
    hosts = set(re.findall(r"https://(?:www\.)?([a-z.]+)", path.read_text(encoding="utf-8")))
    assert hosts - {"dispatches.example"}


# the claims


def test_every_field_is_one_that_a_person_may_write_for_that_kind_of_claim() -> None:
    for claim in claims():
        for name in claim:
            field = BY_NAME[name]
            assert field.authored, (claim["ref"], name)
            assert not field.kinds or claim["kind"] in field.kinds, (claim["ref"], name)


def test_every_enumeration_is_known() -> None:
    for claim in claims():
        for name, value in claim.items():
            choices = BY_NAME[name].choices
            assert not choices or value in choices, (claim["ref"], name, value)
        assert claim.get("status", "accepted") == "accepted"


def test_every_type_is_that_of_its_field() -> None:
    shapes = {"int": int, "list": list}
    for claim in claims():
        for name, value in claim.items():
            assert isinstance(value, shapes.get(BY_NAME[name].type, str)), (claim["ref"], name)
        for name in ("since", "as_of", "stated_on", "occurred", "at"):
            day = claim.get(name)
            assert day is None or DAY.fullmatch(day), (claim["ref"], name)


def test_refs_are_unique_and_every_reference_resolves_within_its_dispatch() -> None:
    refs = {claim["ref"]: claim for claim in claims()}
    assert len(refs) == len(claims())
    for claim in claims():
        for name in ("subset_of", "denies", "corrects", "incident"):
            if name in claim:
                assert refs[claim[name]]["document"] == claim["document"], (claim["ref"], name)


def test_every_claim_names_sides_actors_truces_and_wars_of_the_conflict() -> None:
    sides = {side["slug"] for side in conflict()["side"]}
    actors = {actor["slug"]: actor for actor in conflict()["actor"]}
    truces = {truce["slug"] for truce in conflict()["truce"]}
    wars = {war["name"] for war in conflict()["other_war"]}
    for claim in claims():
        ref = claim["ref"]
        assert claim["claimant_side"] in sides | {words.THIRD, words.MEDIA}, ref
        assert claim.get("side", "armenian") in sides | {words.BOTH}, ref
        assert claim.get("accused_side", "armenian") in sides, ref
        assert claim.get("truce", "oct-10") in truces, ref
        assert claim.get("other_conflict", next(iter(wars))) in wars, ref
        if "claimant_slug" in claim:
            assert actors[claim["claimant_slug"]].get("side", words.THIRD) == claim["claimant_side"], ref


@pytest.mark.parametrize("claim", claims(), ids=lambda c: c["ref"])
def test_the_quote_stands_exactly_once_in_its_dispatch(claim: Table) -> None:
    assert (PACK / claim["document"]).is_file()
    assert plain_text(claim["document"]).count(squeezed(claim["quote"])) == 1


def test_a_quote_is_a_fragment_and_every_dispatch_has_claims() -> None:
    assert {claim["document"] for claim in claims()} == {f"docs/{path.name}" for path in DOCUMENTS}
    assert max(len(claim["quote"].split()) for claim in claims()) <= 16


def test_bounds_follow_from_the_figure_and_its_qualifier() -> None:
    for claim in claims():
        if claim["kind"] != "toll":
            continue
        low, value, high = (claim.get(name) for name in ("low", "value", "high"))
        expected: dict[str, tuple[int | None, int | None]] = {
            "exact": (value, value),
            "about": (value, value),
            "more_than": (value, None),
            "nearly": (None, value),
            "vague": words.VAGUE.get(claim["value_text"].lower(), (None, None)),
        }
        assert (low, high) == expected[claim["qualifier"]], claim["ref"]
        assert claim["value_text"] in claim["quote"], claim["ref"]


def test_the_figures_are_those_of_the_sources() -> None:
    figures = {
        (c["side"], c["victims"], c["harm"], c["measure"], c["value"], c.get("as_of"))
        for c in claims()
        if c["kind"] == "toll" and "value" in c and "other_conflict" not in c
    }
    assert figures == {
        ("armenian", "military", "killed", "cumulative", 376, "2020-10-09"),
        ("armenian", "military", "killed", "increment", 37, "2020-10-18"),
        ("armenian", "military", "killed", "cumulative", 710, "2020-10-18"),
        ("armenian", "military", "killed", "cumulative", 974, "2020-10-26"),
        ("armenian", "civilian", "killed", "cumulative", 22, "2020-10-09"),
        ("armenian", "civilian", "killed", "cumulative", 36, "2020-10-16"),
        ("armenian", "any", "injured", "cumulative", 115, "2020-10-16"),
        ("azerbaijani", "civilian", "killed", "cumulative", 31, "2020-10-09"),
        ("azerbaijani", "civilian", "killed", "cumulative", 65, "2020-10-26"),
        ("azerbaijani", "civilian", "injured", "cumulative", 168, "2020-10-09"),
        ("azerbaijani", "any", "killed", "incident", 13, "2020-10-16"),
        ("azerbaijani", "any", "killed", "incident", 3, "2020-10-16"),
        ("azerbaijani", "any", "injured", "incident", 52, "2020-10-16"),
        ("both", "any", "killed", "cumulative", 400, "2020-10-10"),
        ("both", "any", "killed", "cumulative", 500, "2020-10-12"),
        ("both", "any", "killed", "cumulative", 500, "2020-10-14"),
        ("both", "any", "killed", "cumulative", 5000, None),
        ("both", "civilian", "killed", "cumulative", 60, "2020-10-12"),
    }
