"""The four parsers of our own under random bytes: what may be asked of them, seeds, and two ways to mutate.

`python tests/torture/fuzz.py TARGET RUNS CORPUS` fuzzes with atheris, which follows what the code does; without it
`mutated` changes seeds blindly.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

SEEDS: dict[str, tuple[str, ...]] = {
    "article": (
        "---\ntitle: a\npublished: 2031-06-01\n---\nNorvia said 12 were killed.\n",
        "<html><head><title>A</title><meta property='og:site_name' content='B'></head><body><p>Norvia &amp; 12</p>",
        "HALDEN, June 3, 2031 - The minis-\ntry said\n\n- 2 -\n\n12 soldiers were killed.\r\n\x0c",
        "\ufeffOriginal URL: https://example.org/2031/06/01/a\n\n“Quoted…”\u00ad\u200b words",
    ),
    "numbers": (
        "at least 12 , 500 or 1.5 million", "two dozen and a half", "between 3 and 5 - 10 to 12 thousand",
        "one hundred and twenty-one", "no more than 1,234,567", "١٢ ² ½ XII 10-odd", "nearly 40 + 7th",
        "-odd twenty-odd", f"{'9' * 400}.5 million",
    ),
    "dates": (
        "on Monday, October 12, 2020 at 12:05 p.m. GMT", "01/02/2020, 10.10.2020 and 2020-10-10T12:00+04:00",
        "since Sept. 27; late last week, Oct 16-17", "two minutes after midnight local time", "Feb. 30, 9999",
        "in the past 24 hours, over three days, from June 1 to 3",
    ),
    "claims": (
        '[[claim]]\nkind = "toll"\nharm = "killed"\nside = "norvian"\nvalue = 12\nmeasure = "cumulative"\n',
        "kind,harm,side,value,qualifier\ntoll,killed,norvian,12,exact\n",
        '{"kind": "violation", "accused": "Sudland", "act": "shelling", "occurred": "2031-06-01"}\n',
        '[[source]]\nslug = "mayor"\nname = "Mayor"\n[[document]]\ntitle = "x"\nurl = "https://example.org"\n',
    ),
}  # fmt: skip


def target(name: str) -> Callable[[bytes], None]:
    """What is asked of a parser: it takes any bytes and either reads or refuses them."""
    if name == "article":
        from truce_cli.errors import InputRefused
        from truce_cli.read.article import read_article
        from truce_cli.text.clean import clean

        def article(data: bytes) -> None:
            try:
                document = read_article("a.md", data)
            except InputRefused as refused:
                assert "\n" not in str(refused)
                return
            assert document.text and clean(document.text) == document.text and "\x00" not in document.text

        return article
    if name == "numbers":
        from truce_cli.text.numbers import number_at, quantity_at

        def numbers(data: bytes) -> None:
            words = data.decode("utf-8", "replace").lower().split()
            for place in range(len(words)):
                number = number_at(words, place)
                assert number is None or (number[0] >= 0 and place < number[1] <= len(words))
                found = quantity_at(words, place)
                if found is not None:
                    assert place == found.first <= found.figure < found.last <= len(words)
                    assert found.low is None or found.high is None or found.low <= found.high

        return numbers
    if name == "dates":
        from datetime import date

        from truce_cli.text.clocks import find_clocks
        from truce_cli.text.days import find_days
        from truce_cli.text.offsets import find_offsets
        from truce_cli.text.windows import find_windows

        def dates(data: bytes) -> None:
            text = data.decode("utf-8", "replace")
            for day in find_days(text, "2031-06-03"):
                assert 0 <= day.start < day.end <= len(text)
                if day.day is not None and len(day.day) == 10:
                    date.fromisoformat(day.day)
            for find in (find_clocks, find_offsets):
                assert all(0 <= one.start < one.end <= len(text) for one in find(text))
            assert all(0 <= one.start < one.end <= len(text) for one in find_windows(text, "2031-06-03"))

        return dates
    from making import CONFLICT

    from truce_cli.errors import InputRefused
    from truce_cli.read.claims import read_claims
    from truce_cli.read.conflict import parse_conflict

    norvia = parse_conflict(CONFLICT.encode(), "conflict.toml")

    def claims(data: bytes) -> None:
        for path in ("c.toml", "c.csv", "c.jsonl"):
            try:
                read_claims(path, data, norvia)
            except InputRefused as refused:
                assert "\n" not in str(refused)

    return claims


def mutated(name: str, number: int) -> bytes:
    """A seed with some of its bytes changed, doubled, cut or mixed with another's."""
    chance = random.Random(number)
    data = bytearray(chance.choice(SEEDS[name]).encode())
    for _ in range(chance.randint(1, 6)):
        at, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        other = chance.choice(SEEDS[name]).encode()
        change = chance.choice((b"", chance.randbytes(chance.randint(1, 4)), bytes(data[at:end]) * 2, other))
        data[at : end if chance.random() < 0.5 else at] = change
        if data and chance.random() < 0.5:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data[:4_000])


def main(name: str, runs: str, corpus: str) -> None:
    import atheris

    with atheris.instrument_imports(include=["truce_cli"]):
        ask = target(name)
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (folder / f"seed-{number}").write_bytes(seed.encode())
    options = [f"-runs={runs}", "-max_len=4000", "-timeout=20", "-verbosity=0", "-print_final_stats=1"]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={folder.parent}/crash-{name}-", str(folder)], ask
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
