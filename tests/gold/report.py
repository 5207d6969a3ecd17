"""The gold table, the misses by class, and the pin: python tests/gold/report.py [--misses] [--pin]."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # the command runs from a checkout, installed or not
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scoring import BASELINE, KINDS, SETS, Miss, Score, corpus_hash, score_set


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the rules of extraction on our own passages.")
    parser.add_argument(
        "--misses", action="store_true", help="list what is missed, made up and wrong, by class"
    )
    parser.add_argument(
        "--pin", action="store_true", help="make these figures the floor, also where they fell"
    )
    asked = parser.parse_args()
    scores = {name: score_set(name) for name in SETS}
    pinned = read_pinned()
    print("\n".join(table(scores, pinned)))
    if asked.misses:
        print("\n".join(by_class(scores)))
    if asked.pin:
        pin(scores)
        print(f"\npinned in {BASELINE.name}")


def read_pinned() -> Mapping[str, Any]:
    """The floor by set; empty before the first pin."""
    return json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {}


def pin(scores: Mapping[str, Score]) -> None:
    """Write the floor anew: the corpus' hash and every figure, by set."""
    rows = {name: {"sha256": corpus_hash(name), **score.table()} for name, score in scores.items()}
    BASELINE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def table(scores: Mapping[str, Score], pinned: Mapping[str, Any]) -> list[str]:
    """A line a set and kind, with how far it is above or below the floor."""
    lines = [f"{'set':8} {'kind':18} {'gold':>5} {'precision':>18} {'recall':>18} {'f1':>7}"]
    for name, score in scores.items():
        floor = pinned.get(name, {})
        for kind in KINDS:
            now, then = score.figures(kind), floor.get(kind, {})
            cells = [
                f"{now[key]:.4f} {_moved(now[key], then.get(key)):>9}".rjust(18)
                for key in ("precision", "recall")
            ]
            lines.append(f"{name:8} {kind:18} {now['gold']:5} {' '.join(cells)} {now['f1']:7.4f}".rstrip())
        then = floor.get("quiet", {}).get("share")
        moved = _moved(score.quiet_share, then)
        lines.append(f"{name:8} {'quiet':18} {score.decoys:5} {score.quiet_share:8.4f} {moved:>9}".rstrip())
    return lines


def by_class(scores: Mapping[str, Score]) -> list[str]:
    """Misses of all sets, the largest class first."""
    classes: dict[str, list[Miss]] = defaultdict(list)
    for score in scores.values():
        for miss in score.misses:
            classes[miss.sort].append(miss)
    lines = []
    for sort, misses in sorted(classes.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += ["", f"{len(misses):4}  {sort}"]
        lines += [f"      {miss.case}  {miss.words}" for miss in misses]
    return lines


def _moved(now: float, then: float | None) -> str:
    return "" if then is None or now == then else f"({now - then:+.4f})"


if __name__ == "__main__":
    main()
