"""The flaw: one thing that is wrong in a ledger, with what to do. A value, not an exception."""

from __future__ import annotations

from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """code: a word for scripts. about: id of a claim, sha256 of a document, or another name.

    text: what is wrong; todo: what a person can do; claims: every claim concerned; shown: a short name.
    """

    code: str
    about: str
    text: str
    todo: str
    claims: tuple[str, ...] = ()
    shown: str = ""
