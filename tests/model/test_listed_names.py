"""Names by the thousand read like the tuple that they stand for."""

from __future__ import annotations

import copy
import pickle

from truce_cli.model.names import Names, together, without

MANY = Names(lambda: ("a", "b", "c"), 3, "a")


def test_they_read_like_a_tuple() -> None:
    assert (len(MANY), MANY[0], MANY[-1], MANY[1:]) == (3, "a", "c", ("b", "c"))
    assert list(MANY) == ["a", "b", "c"]
    assert MANY == ("a", "b", "c") == MANY
    assert hash(MANY) == hash(("a", "b", "c"))
    assert MANY != ("a", "b") and MANY != ["a", "b", "c"]
    assert repr(MANY) == "('a', 'b', 'c')"


def test_what_leaves_the_process_is_a_tuple() -> None:
    assert type(pickle.loads(pickle.dumps(MANY))) is tuple
    assert type(copy.deepcopy(MANY)) is tuple


def test_their_length_and_first_are_known_unmade() -> None:
    def never() -> tuple[str, ...]:
        raise AssertionError("made")

    unmade = Names(never, 7, "t-1")
    assert (len(unmade), unmade[0], bool(unmade)) == (7, "t-1", True)
    assert len(without(together([unmade, ("x",), ()]), "x")) == 7


def test_together_and_without() -> None:
    assert together([("a",), (), ("b", "c")]) == ("a", "b", "c")
    assert together([()]) == ()
    assert together([MANY]) is MANY
    assert together([("x",), MANY]) == ("x", "a", "b", "c")
    assert without(MANY, "b") == ("a", "c") == without(("a", "b", "c"), "b")
