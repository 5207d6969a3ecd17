"""Nouns that a figure of harm may stand to: "death toll", "its dead", "losses", and what harm they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from truce_cli.extract.units import Unit

RAISING: Final = frozenset(
    "bringing brings bring brought raising raises raised taking takes took putting puts put pushing "
    "pushes pushed lifting lifts lifted adding".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A toll noun: its unit, the harm it stands for (None: take it from the sentence), the words that bound it."""

    unit: int
    harm: str | None
    first: int
    total: bool
    """ "total" and the like: a running count, whatever it counts."""


def toll_nouns(units: list[Unit]) -> list[Named]:
    """Nouns in a sentence that a figure may stand to."""
    found: list[Named] = []
    for i, unit in enumerate(units):
        if unit.tag == "T":
            harm = harm_of(units, i)
            if harm is not None or unit.data == "toll":
                found.append(
                    Named(
                        i,
                        harm,
                        _start(units, i),
                        unit.data == "toll" or unit.low in ("death toll", "dead toll", "war dead"),
                    )
                )
        elif unit.tag == "e" and unit.low in ("ours", "theirs") and any(u.tag in "dT" for u in units[:i]):
            found.append(Named(i, "killed", i, True))
        elif unit.tag in "dV" and _noun_like(units, i):
            found.append(Named(i, unit.data, _start(units, i), True))
    return found


def harm_of(units: list[Unit], i: int) -> str | None:
    """Harm of a toll noun: its own, else of the words around it: "number of displaced", "toll of wounded"."""
    unit = units[i]
    if unit.data not in ("toll", "bodies", "names"):
        return str(unit.data)
    if unit.data == "bodies":
        return "recovered"
    if unit.data == "names":
        return "killed" if any(u.low in ("dead", "fallen", "killed", "deaths") for u in units) else None
    if i and units[i - 1].low in ("death", "deaths", "killed", "dead", "fatality"):
        return "killed"
    for k, near in enumerate(units[i + 1 : i + 9], i + 1):
        if near.tag in "VdT" and near.data in (
            "killed",
            "injured",
            "missing",
            "captured",
            "displaced",
            "killed_or_injured",
        ):
            return str(near.data)
        if near.tag in "N;:" or (near.tag == "S" and units[k - 1].tag != "e"):
            break  # "the number of soldiers it says were killed"
    for near in reversed(units[max(0, i - 3) : i]):
        if near.tag in "VdT" and near.data in ("killed", "injured", "displaced"):
            return str(near.data)
    if (
        unit.low == "toll"
        and i
        and units[i - 1].low in ("the", "overall")
        and not any(u.tag in "VDGT" for u in units[:i])
    ):
        return "killed"
    if unit.low == "toll" and (not i or units[i - 1].tag in ":;"):
        return "killed"
    if unit.low == "toll" and i and units[i - 1].low in _EVENTS:
        return "killed"
    if unit.low == "toll" and i and units[i - 1].low in ("military", "civilian", "war", "army"):
        return "killed"
    return None


_EVENTS: Final = frozenset(
    "bombing strike blast attack quake earthquake raid crash fire shelling explosion massacre collapse ambush".split()
)


def _noun_like(units: list[Unit], i: int) -> bool:
    """ "the dead", "its civilian dead", "war dead": a participle that stands as a noun, with no count before it."""
    if units[i].low not in (
        "dead",
        "wounded",
        "injured",
        "missing",
        "displaced",
        "killed",
        "fallen",
        "dead and wounded",
        "confirmed dead",
    ):
        return False
    j = i - 1
    while j >= 0 and (units[j].tag in "Jws" and units[j].tag != "M") and i - j < 4:
        j -= 1
    if j >= 0 and units[j].tag in "hsA" and units[j].low not in ("all",):
        return True
    return i > 0 and (
        units[i - 1].low in ("civilian", "military", "enemy", "'s", "war") or units[i - 1].tag in "sA"
    )


def _start(units: list[Unit], i: int) -> int:
    j = i
    while j and (units[j - 1].tag in "hsJwLABb" or units[j - 1].low == "confirmed") and i - j < 6:
        j -= 1
    if j and units[j - 1].low in RAISING:
        j -= 1
    return j


def last_harm(units: list[Unit], named: Named, j: int) -> str | None:
    """Harm of an unnamed total: that of the last harm word before it in the sentence."""
    for unit in reversed(units[: named.unit]):
        if unit.tag in "VDGdv" or (unit.tag == "T" and unit.data not in ("toll", "names")):
            return "killed" if unit.data == "bodies" else str(unit.data)
        if unit.tag == "T" and unit.data == "names":
            return "killed"
    return None
