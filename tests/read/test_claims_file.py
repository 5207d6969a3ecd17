from __future__ import annotations

from pathlib import Path

import pytest
from claims_reading import NORVIA, TOLL, VIOLATION, claim, read, refusal

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.identity import curated_id
from truce_cli.read.claims import read_claims
from truce_cli.read.conflict import load_conflict


def test_a_curated_claim_and_what_follows_from_it() -> None:
    file = read(
        """
[[claim]]
ref = "mod-jun-07"
document = "docs/a.txt"
quote = "more than 500 of its soldiers"
kind = "toll"
harm = "killed"
value = 500
qualifier = "more_than"
victims = "military"
side = "norvian"
measure = "cumulative"
since = 2031-05-20
as_of = 2031-06-07
claimant_slug = "norvian-mod"
relayed_by = ["NorTel", "Meridian Wire"]
"""
    )
    found = file.claims[0]
    assert (found.line, found.document) == (2, "docs/a.txt")
    assert found.claim == Claim(
        id=curated_id("toll", "norvia-2031", "mod-jun-07"),
        ref="mod-jun-07",
        kind="toll",
        status="accepted",
        entry="curated",
        quote="more than 500 of its soldiers",
        claimant="Norvian Defence Ministry",
        claimant_slug="norvian-mod",
        claimant_side="norvian",
        relayed_by=("NorTel", "Meridian Wire"),
        harm="killed",
        low=500,
        high=None,
        value=500,
        qualifier="more_than",
        victims="military",
        side="norvian",
        measure="cumulative",
        since="2031-05-20",
        as_of="2031-06-07",
        as_of_basis="curated",
    )


FIGURES = [
    ("value = 374", (374, 374, 374, "exact")),
    ('value = 30\nqualifier = "about"', (30, 30, 30, "about")),
    ('value = 12\nqualifier = "at_least"', (12, None, 12, "at_least")),
    ('value = 500\nqualifier = "nearly"', (None, 500, 500, "nearly")),
    ('value = 40\nqualifier = "up_to"', (None, 40, 40, "up_to")),
    ("low = 10\nhigh = 12", (10, 12, None, "range")),
    ("low = 10\nhigh = 10", (10, 10, 10, "exact")),
    ("low = 12", (12, None, 12, "at_least")),
    ('low = 12\nqualifier = "more_than"', (12, None, 12, "more_than")),
    ("high = 12", (None, 12, 12, "up_to")),
    ("low = 12\nvalue = 12", (12, None, 12, "at_least")),
    ("low = 12\nhigh = 12\nvalue = 12", (12, 12, 12, "exact")),
    ('qualifier = "vague"\nvalue_text = "hundreds"', (200, 999, None, "vague")),
    ('qualifier = "vague"\nvalue_text = "a great many"\nlow = 100', (100, None, None, "vague")),
    ("value = 0", (0, 0, 0, "exact")),
]


@pytest.mark.parametrize(("fields", "bounds"), FIGURES)
def test_bounds_follow_from_figure_and_qualifier(fields: str, bounds: tuple[object, ...]) -> None:
    found = claim(TOLL + fields)
    assert (found.low, found.high, found.value, found.qualifier) == bounds


def test_speakers() -> None:
    assert claim(TOLL + "value = 1").claimant_side == "media"
    assert claim(TOLL + 'value = 1\nclaimant_slug = "un"').claimant_side == "third"
    assert claim(TOLL + 'value = 1\nclaimant_slug = "nortel"').claimant_side == "media"
    assert claim(TOLL + 'value = 1\nclaimant = "An army"\nclaimant_side = "sudlander"').claimant == "An army"
    own = claim(TOLL + 'value = 1\nclaimant = "the ministry"\nclaimant_slug = "norvian-mod"')
    assert (own.claimant, own.claimant_side) == ("the ministry", "norvian")


def test_times() -> None:
    clocked = claim(VIOLATION + "occurred = 2031-06-05T12:05:00+02:00")
    assert (clocked.occurred, clocked.occurred_utc, clocked.precision) == (
        "2031-06-05T12:05+02:00",
        "2031-06-05T10:05Z",
        "minute",
    )
    written = claim(VIOLATION + 'occurred = "2031-06-05T12:05+02:00"\nprecision = "about"')
    assert (written.occurred, written.precision) == ("2031-06-05T12:05+02:00", "about")
    dated = claim(VIOLATION + 'occurred = 2031-06-05\nact = "shelling"')
    assert (dated.occurred, dated.occurred_utc, dated.precision, dated.act) == (
        "2031-06-05",
        None,
        "day",
        "shelling",
    )
    undated = claim(VIOLATION)
    assert (undated.occurred, undated.precision, undated.act) == (None, "unknown", "violation")
    event = claim('kind = "truce_event"\ntruce = "jun-05"\nevent = "in_force"\nat = 2031-06-05T12:00:00Z')
    assert (event.at, event.occurred_utc, event.precision) == ("2031-06-05T12:00+00:00", None, "minute")
    assert claim(TOLL + "value = 1\nas_of = 2031").as_of == "2031"
    assert claim(TOLL + 'value = 1\nas_of = "2031-06"').as_of == "2031-06"


MISTAKES = [
    (
        TOLL + 'value = 1\nvictims = "civillian"',
        ":7: victims: 'civillian' is not one of military, civilian, any; did you mean civilian?",
    ),
    (TOLL + "valu = 1", ":6: valu: no such field; did you mean value?"),
    (TOLL, ":1: value: is missing; a toll needs a figure, or low and high"),
    (TOLL + "value = -1", ":6: value: -1 is no count"),
    (TOLL + "value = 1.5", ":6: value: 1.5 is no count"),
    (TOLL + "value = true", ":6: value: True is no count"),
    (TOLL + 'value = "1,204"', ":6: value: '1,204' is no count; write digits only, such as 1204"),
    (TOLL + "low = 12\nhigh = 10", ":6: low: 12 is above high, 10"),
    (
        TOLL + 'value = 500\nlow = 400\nqualifier = "more_than"',
        ":6: value: low 400 and high open do not fit more_than 500",
    ),
    (TOLL + 'value = 5\nqualifier = "range"', ":6: value: a range has no value"),
    (
        TOLL + 'low = 5\nqualifier = "nearly"',
        ":7: qualifier: nearly does not fit a single bound; write at_least or more_than",
    ),
    (TOLL + 'low = 5\nhigh = 7\nqualifier = "about"', ":8: qualifier: about has one bound, not 5 to 7"),
    (TOLL + 'qualifier = "about"', ":6: qualifier: about of what?"),
    (TOLL + 'qualifier = "vague"\nvalue_text = "lots"', ":7: value_text: 'lots' is no vague word of ours"),
    (
        'kind = "tol"',
        ":2: kind: 'tol' is not one of toll, undisclosed, violation, denial, truce_event; did you mean toll?",
    ),
    ('harm = "killed"', ":1: kind: is missing; one of toll"),
    ('kind = "toll"\nside = "norvian"', ":1: harm: is missing; one of killed"),
    (
        VIOLATION + 'harm = "killed"',
        ":4: harm: is no field of a claim of kind violation, but of toll, undisclosed",
    ),
    (VIOLATION + "value = 11", ":1: unit: a count of violations needs both"),
    (VIOLATION + 'unit = "shells"', ":4: unit: a count of violations needs both"),
    (
        VIOLATION.replace("norvian", "norvia"),
        ":3: accused_side: 'norvia' is not one of norvian, sudlander, both, unknown; did",
    ),
    (VIOLATION + 'truce = "jun-5"', ":4: truce: 'jun-5' is not one of jun-05; did you mean jun-05?"),
    (VIOLATION + 'claimant_slug = "norvian-mode"', "did you mean norvian-mod?"),
    (
        VIOLATION + 'claimant_slug = "un"\nclaimant_side = "norvian"',
        "claimant_side: 'norvian' is not the side of un, which is 'third'",
    ),
    (
        VIOLATION + 'claimant = "The army"',
        ":4: claimant: whose side is 'The army' on? give claimant_slug or claimant_side",
    ),
    (
        VIOLATION + "occurred = 2031-06-05T12:05:00",
        ":4: occurred: '2031-06-05T12:05:00' has no offset from UTC",
    ),
    (VIOLATION + 'occurred = "June 5"', ":4: occurred: 'June 5' is no date"),
    (
        VIOLATION + "stated_on = 2031-06-05T12:05:00+02:00",
        "stated_on: '2031-06-05T12:05+02:00' has a clock time",
    ),
    (VIOLATION + "occurred = 12:05:00", ":4: occurred: 12:05:00 is no date"),
    (
        VIOLATION + 'id = "t-0123456789abcdef"',
        ":4: id: 't-0123456789abcdef' is no id of a violation: v- and 16 hex digits",
    ),
    (VIOLATION + "ref = 5", ":4: ref: 5 is not text; write it in quotes"),
    (VIOLATION + 'relayed_by = "a"\nbrokers = ["x"]', "brokers: is no field of a claim of kind violation"),
    (VIOLATION + "retracted_from = 2031-06-09", ':4: retracted_from: only goes with status = "retracted"'),
]


@pytest.mark.parametrize(("fields", "message"), MISTAKES)
def test_mistakes_are_told_with_line_field_and_nearest_word(fields: str, message: str) -> None:
    said = refusal(fields)
    assert said.startswith("claims.toml:")
    assert message in said
    assert "\n" not in said


def test_one_bad_claim_leaves_the_others() -> None:
    file = read(f"[[claim]]\n{TOLL}value = 1\n[[claim]]\nkind = 1\n[[claim]]\n{VIOLATION}")
    assert [found.claim.kind for found in file.claims] == ["toll", "violation"]
    assert [(error.path, error.line) for error in file.refused] == [("claims.toml", 8)]


def test_refs_become_ids_and_incidents_share_a_label() -> None:
    file = read(
        f"""
[[claim]]
ref = "strike"
{VIOLATION}
[[claim]]
ref = "dead"
incident = "strike"
{TOLL}value = 13
[[claim]]
ref = "children"
subset_of = "dead"
corrects = "elsewhere"
incident = "strike"
{TOLL}value = 3
[[claim]]
kind = "denial"
denies = "strike"
[[claim]]
kind = "denial"
denies = "v-0123456789abcdef"
"""
    )
    strike, dead, children, denial, other = (found.claim for found in file.claims)
    assert children.subset_of == dead.id == curated_id("toll", NORVIA.slug, "dead")
    assert children.corrects == "elsewhere"
    assert (denial.denies, other.denies) == (strike.id, "v-0123456789abcdef")
    assert strike.incident == dead.incident == children.incident == "strike"


def test_a_label_stands_once() -> None:
    file = read(f'[[claim]]\nref = "a"\n{VIOLATION}[[claim]]\nref = "a"\n{TOLL}value = 1\n')
    assert len(file.claims) == 1
    assert str(file.refused[0]) == "claims.toml:6: ref: 'a' is taken already, on line 2; give another ref"


def test_without_a_ref_the_words_make_the_id() -> None:
    one, two = claim(TOLL + 'quote = "five"\nvalue = 5'), claim(TOLL + 'quote = "five"\nvalue = 6')
    assert one.id != two.id
    assert claim(TOLL + 'quote = "five"\nvalue = 5\nplace = "Hoel"').id == one.id
    assert len(read(f"[[claim]]\n{TOLL}value = 5\n[[claim]]\n{TOLL}value = 5").refused) == 1


def test_sources_and_documents() -> None:
    file = read(
        f"""
[[source]]
slug = "open-desk"
name = "Open Casualty Desk"
kind = "ngo"
note = "Counts by name."

[[document]]
title = "Roll of the dead"
url = "https://desk.example/roll"
archive_url = "https://archive.example/1"
published = 2031-07-01

[[claim]]
claimant_slug = "open-desk"
{TOLL}value = 5
"""
    )
    assert file.refused == ()
    assert (file.sources[0].slug, file.sources[0].note) == ("open-desk", "Counts by name.")
    card = file.documents[0]
    assert (card.title, card.published, card.published_basis, len(card.id)) == (
        "Roll of the dead",
        "2031-07-01",
        "given",
        64,
    )
    assert file.claims[0].claim.claimant_side == "third"
    assert "kind: is missing" in str(read('[[source]]\nslug = "a"\nname = "A"').refused[0])
    assert "an address or a title" in str(read('[[document]]\noutlet = "A"').refused[0])


def test_broken_toml_has_its_place() -> None:
    for source, message in [
        ("[[claim]]\nkind = toll", "claims.toml:2:8: broken TOML"),
        ("[[claim]]\nkind = 'a'\nkind = 'b'", "claims.toml:3:"),
        ("[[claims]]\nkind = 'a'", "claims.toml:1: claims: no such field; did you mean claim?"),
        ("[claim]\nkind = 'a'", "claims.toml:1: claim: must be [[claim]] tables"),
        ("claim = 5", "claims.toml:1: claim: must be [[claim]] tables"),
    ]:
        with pytest.raises(InputRefused) as caught:
            read(source)
        assert str(caught.value).startswith(message)


def test_shipped_claims_are_read() -> None:
    for path in Path(__file__).parents[2].glob("data/*/claims.toml"):
        file = read_claims(str(path), path.read_bytes(), load_conflict(path.with_name("conflict.toml")))
        assert file.claims
        assert file.refused == ()
