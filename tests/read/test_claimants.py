"""Who a curated claim's `claimant` means: a slug, a name, an alias, a side, or nobody that is known."""

from __future__ import annotations

import pytest
from claims_reading import NORVIA, TOLL, claim, read, refusal

from truce_cli.model.conflict import Actor, Side
from truce_cli.model.record import replace
from truce_cli.read.claims import read_claims

NAMED = replace(
    NORVIA,
    sides=(
        Side(slug="norvian", name="Norvian side", aliases=("Norvia", "Norvian")),
        Side(slug="sudlander", name="Sudlander side", aliases=("Sudland",)),
    ),
    actors=(
        *NORVIA.actors,
        Actor(
            slug="health", name="Health ministry", kind="health_authority", side="norvian", aliases=("MoH",)
        ),
        Actor(slug="health-press", name="MoH press desk", kind="official", side="norvian", aliases=("MoH",)),
    ),
)


@pytest.mark.parametrize(
    ("written", "claimant", "slug", "side"),
    [
        ("norvian-mod", "Norvian Defence Ministry", "norvian-mod", "norvian"),
        ("Norvian defence ministry", "Norvian defence ministry", "norvian-mod", "norvian"),
        ("United Nations", "United Nations", "un", "third"),
        ("nortel", "NorTel", "nortel", "media"),
        ("Sudland", "Sudland", None, "sudlander"),
        ("MoH", "MoH", None, "norvian"),
    ],
)
def test_a_known_slug_name_or_alias_tells_the_side(
    written: str, claimant: str, slug: str | None, side: str
) -> None:
    source = f'[[claim]]\n{TOLL}value = 5\nclaimant = "{written}"\n'
    file = read_claims("claims.toml", source.encode(), NAMED)
    assert file.refused == ()
    found = file.claims[0].claim
    assert (found.claimant, found.claimant_slug, found.claimant_side) == (claimant, slug, side)


def test_a_source_of_the_file_itself_is_known_by_name() -> None:
    source = '[[source]]\nslug = "desk"\nname = "Casualty Desk"\nkind = "ngo"\n'
    file = read(f'{source}[[claim]]\n{TOLL}value = 5\nclaimant = "Casualty Desk"\n')
    assert [(c.claim.claimant_slug, c.claim.claimant_side) for c in file.claims] == [("desk", "third")]


def test_what_is_written_of_the_side_stands() -> None:
    found = claim(TOLL + 'value = 5\nclaimant = "Norvian Defence Ministry"\nclaimant_side = "third"')
    assert (found.claimant_slug, found.claimant_side) == (None, "third")
    said = refusal(TOLL + 'value = 5\nclaimant = "un"\nclaimant_side = "norvian"')
    assert "'norvian' is not the side of un, which is 'third'" in said


def test_an_exported_row_comes_back_as_it_was() -> None:
    found = claim(TOLL + 'value = 5\nid = "t-0123456789abcdef"\nclaimant = "un"\nclaimant_side = "norvian"')
    assert (found.claimant, found.claimant_slug, found.claimant_side) == ("un", None, "norvian")


def test_an_unknown_claimant_is_answered_with_the_nearest_slug() -> None:
    said = refusal(TOLL + 'value = 5\nclaimant = "norvian-mood"')
    assert said.endswith("give claimant_slug or claimant_side; did you mean norvian-mod?")


def test_a_long_list_of_slugs_is_not_printed() -> None:
    many = tuple(Actor(slug=f"village-{n}", name=f"Village {n}", kind="official") for n in range(80))
    crowded = replace(NORVIA, actors=(*NORVIA.actors, *many))
    for slug, hint in (("norvian-mode", "; did you mean norvian-mod?"), ("qqqq", "such as norvian-mod, un")):
        source = f'[[claim]]\n{TOLL}value = 5\nclaimant_slug = "{slug}"\n'
        said = str(read_claims("claims.toml", source.encode(), crowded).refused[0])
        assert hint in said and len(said) < 120
