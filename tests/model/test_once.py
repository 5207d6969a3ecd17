"""A function of one object is asked once for each object, not for each equal one."""

from __future__ import annotations

from truce_cli.model.once import once


def test_an_object_is_worked_out_once() -> None:
    asked: list[list[int]] = []

    @once
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, equal = [1, 2], [1, 2]
    assert [total(one), total(one), total(equal)] == [3, 3, 3]
    assert asked == [one, equal]
