"""A packed conflict is the conflict; another stamp or a damaged text is none."""

from __future__ import annotations

from truce_cli.model.packed import packed, unpacked
from truce_cli.workflow.shipped import shipped_conflicts


def test_a_conflict_comes_back_whole() -> None:
    for path in shipped_conflicts().values():
        from truce_cli.read.conflict import load_conflict

        conflict = load_conflict(path)
        text = packed(conflict, "a stamp")
        assert unpacked(text, "a stamp") == conflict
        assert unpacked(text, "another") is None
        assert unpacked(text.replace(conflict.sides[0].name, "Nobody", 1), "a stamp") is None
        assert unpacked("", "a stamp") is None
