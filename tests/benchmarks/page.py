"""The README's page about speed, drawn from the figures that were kept: the table, and what follows from it.

`python tests/benchmarks/page.py` writes it into the README.
"""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill
from typing import Any

from pairing import markdown

HERE = Path(__file__).resolve().parent
RECORD = HERE / "record.json"
README = HERE.parents[1] / "README.md"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
_BILLION = 1_000_000_000
_DAY = 86_400
_TOLD = """\
**A billion articles, in plain arithmetic.** One core reads and stores {pages:,.0f} pages a second: a billion take
{days:,.0f} core-days, {pair:,.0f} days on two cores, {hours:,.1f} hours on a thousand. The rules alone read {news:,.0f}
articles of ordinary news a second, {share:.0%} of that time. Reading spreads without limit, for shards know nothing of
one another; the one writer of a ledger does not. It takes {shards:,.0f} articles a second out of shards,
{writer:,.0f} days for the billion, into a file of {tera:,.0f} TB.

**Where the ledger stops being the right store.** At {size:.0f} kB an article, a million articles are {size:.0f} GB and
{minutes:,.0f} minutes of filling: a laptop's work. Ten million are {ten:.0f} GB and {slow:.1f} hours: slow to back up
and to check, and still one file. Beyond that keep the shards, which jq and every database read, and bring into a ledger
the articles that make claims: of a general archive one in ten or fewer, so that a billion leave some tens of millions.
Split those by conflict; a ledger is about one."""


def drawn() -> str:
    """What stands between the marks."""
    kept = json.loads(RECORD.read_text(encoding="utf-8"))
    return f"{markdown(kept['rows'])}\nMeasured on {kept['machine']}.\n\n{_arithmetic(kept['rows'])}"


def _arithmetic(rows: list[dict[str, Any]]) -> str:
    pages = _ours(rows, "ingest HTML, one page in ten")
    shards = _ours(rows, "ingest claim shards")
    size = _ours(rows, "ledger for an HTML page")
    news = _ours(rows, "the rules alone, ordinary news")
    days = _BILLION / pages / _DAY
    told = _TOLD.format(
        pages=pages, shards=shards, size=size, days=days, pair=days / 2, hours=days * 24 / 1000, news=news,
        share=min(1.0, pages / news), writer=_BILLION / shards / _DAY, tera=size * _BILLION / 1e9,
        minutes=1e6 / shards / 60, ten=size * 10, slow=1e7 / shards / 3600,
    )  # fmt: skip
    return "\n\n".join(fill(part, 118, break_on_hyphens=False) for part in told.split("\n\n")) + "\n"


def _ours(rows: list[dict[str, Any]], figure: str) -> float:
    return next(float(row["ours"]) for row in rows if row["figure"].startswith(figure))


def main() -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{drawn()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
