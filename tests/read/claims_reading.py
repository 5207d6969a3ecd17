"""A small war, and claims files about it written in one line each."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict, Side, Truce
from truce_cli.read.claims import ClaimsFile, read_claims

NORVIA = Conflict(
    slug="norvia-2031",
    name="2031 war",
    timezone="Europe/Paris",
    began="2031-05-20",
    sides=(Side(slug="norvian", name="Norvian side"), Side(slug="sudlander", name="Sudlander side")),
    actors=(
        Actor(slug="norvian-mod", name="Norvian Defence Ministry", kind="military", side="norvian"),
        Actor(slug="un", name="United Nations", kind="un"),
        Actor(slug="nortel", name="NorTel", kind="media"),
    ),
    truces=(Truce(slug="jun-05", name="First truce", agreed=None, in_force="2031-06-05T12:00+02:00"),),
)

TOLL = 'kind = "toll"\nharm = "killed"\nside = "norvian"\nmeasure = "cumulative"\n'
VIOLATION = 'kind = "violation"\naccused_side = "norvian"\n'


def read(source: str, path: str = "claims.toml") -> ClaimsFile:
    return read_claims(path, source.encode(), NORVIA)


def claim(fields: str) -> Claim:
    file = read(f"[[claim]]\n{fields}")
    assert file.refused == ()
    return file.claims[0].claim


def refusal(fields: str) -> str:
    file = read(f"[[claim]]\n{fields}")
    assert file.claims == ()
    return str(file.refused[0])
