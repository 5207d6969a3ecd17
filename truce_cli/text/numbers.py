"""Number words and figures → values. Knows bounds and qualifiers; knows nothing of what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_SMALL: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALE: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_DOZEN: Final = frozenset(("dozen",))

_VAGUE: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("several",): (3, 9),
    ("a", "handful"): (3, 9),
    ("handful",): (3, 9),
    ("a", "few"): (3, 9),
    ("dozens",): (24, 99),
    ("several", "dozen"): (24, 99),
    ("many", "dozens"): (24, 99),
    ("scores",): (40, 99),
    ("hundreds",): (200, 999),
    ("several", "hundred"): (200, 999),
    ("many", "hundreds"): (200, 999),
    ("thousands",): (2000, 9999),
    ("several", "thousand"): (2000, 9999),
    ("many", "thousands"): (2000, 9999),
    ("tens", "of", "thousands"): (20000, 99999),
    ("hundreds", "of", "thousands"): (200000, 999999),
}

_BEFORE: Final[dict[tuple[str, ...], str]] = {
    tuple(words.split()): kind
    for kind, phrases in {
        "exact": "a total of|as a total",
        "at_least": "at least|no fewer than|no lower than|not lower than|no less than|not less than|"
        "not fewer than|a minimum of|at the least",
        "more_than": "more than|over|above|upwards of|upward of|in excess of|exceeding|well over|just over|"
        "well above|beyond|greater than",
        "about": "approx .|approx|about|around|roughly|approximately|some|an estimated|estimated|"
        "circa|an approximate|nearer|"
        "reportedly about|perhaps|as few as",
        "nearly": "nearly|almost|close to|just under|nearly some",
        "up_to": "up to|as many as|at most|no more than|not more than|a maximum of|fewer than|less "
        "than|under|"
        "as much as",
    }.items()
    for words in phrases.split("|")
}
_AFTER: Final[dict[tuple[str, ...], str]] = {
    ("or", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "fewer"): "up_to",
    ("plus",): "at_least",
}
_BEFORE_MAX: Final = max(map(len, _BEFORE))
_FIRST: Final = frozenset(words[0] for words in _BEFORE)
_VAGUE_FIRST: Final = frozenset(words[0] for words in _VAGUE)
_RANGE_DASH: Final = frozenset("-–—‐‑−")


COUNTING: Final = frozenset(
    "a quarter zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "half a several handful few dozens dozen scores hundreds thousands tens many at no not over above upwards "
    "upward in exceeding about around roughly approximately some an estimated approx circa nearly almost close just "
    "up as fewer less under more well between from beyond greater nearer perhaps reportedly".split()
)
"""Words that a quantity may begin with."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as a text gives it.

    low, high: inclusive bounds, None where the words give none. value: the figure as stated, None for ranges
    and vague words. first, last: tokens of the whole expression, qualifier included, half-open.
    figure: index of the first token of the figure itself.
    """

    low: int | None
    high: int | None
    value: int | None
    qualifier: str
    first: int
    last: int
    figure: int


def bounded(value: int, qualifier: str) -> tuple[int | None, int | None]:
    """Bounds of a figure under a qualifier (see the design's table)."""
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("nearly", "up_to"):
        return None, value
    return value, value


def plain_number(word: str) -> int | None:
    """Value of one token: 1,250 or 1 250 or twenty-four; None for decimals and for what is no number."""
    if word[0] in "0123456789":
        digits = word.translate(_GROUPING)
        if len(digits) > 1 and digits[0] == "0":
            return None
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 13 else None
    if word in _SMALL:
        return _SMALL[word]
    if word in _TENS:
        return _TENS[word]
    if word.endswith("-odd") and word != "-odd":
        return plain_number(word[:-4])
    if "-" in word or "‑" in word:
        parts = word.replace("‑", "-").split("-")
        if len(parts) == 2 and parts[0] in _TENS and 0 < _SMALL.get(parts[1], 0) < 10:
            return _TENS[parts[0]] + _SMALL[parts[1]]
    return None


_TOO_MANY: Final = 10**12
"""Nobody counts so many of anything; past it a figure has too many digits to be one."""
_GROUPING: Final = {ord(c): None for c in ",\u00a0\u2009\u202f \u2008"}


def number_at(words: Sequence[str], i: int) -> tuple[int, int] | None:
    """(value, index after it) of the figure or number words that start at token i. Words are lower case."""
    word = words[i]
    n = len(words)
    if word == "half" and list(words[i + 1 : i + 3]) == ["a", "dozen"]:
        return 6, i + 3
    if word in ("half", "quarter") or (word == "a" and i + 1 < n and words[i + 1] == "quarter"):
        return _of_a_million(words, i)
    if word == "a" and list(words[i + 1 : i + 3]) == ["score", "of"]:
        return 20, i + 2
    if word in ("a", "one") and i + 1 < n and (words[i + 1] in _SCALE or words[i + 1] in _DOZEN):
        if words[i + 1] in _DOZEN:
            return 12, i + 2
        return _words(words, i + 1, 1)
    if word[0] in "0123456789" and "." in word:
        return _decimal(words, i)
    value = plain_number(word)
    if value is None:
        return None
    if i + 1 < n and words[i + 1] in _DOZEN:
        return value * 12, i + 2
    if word[0] in "0123456789":
        if i + 1 < n and words[i + 1] in _SCALE:
            return value * _SCALE[words[i + 1]], i + 2
        return value, i + 1
    return _words(words, i + 1, value)


def _of_a_million(words: Sequence[str], i: int) -> tuple[int, int] | None:
    """ "half a million", "a quarter of a million"."""
    rest = [w for w in words[i : i + 6] if w not in ("a", "of")]
    if len(rest) < 2 or rest[1] not in ("million", "thousand"):
        return None
    value = _SCALE[rest[1]] // (2 if rest[0] == "half" else 4)
    return value, i + list(words[i : i + 6]).index(rest[1]) + 1


def _decimal(words: Sequence[str], i: int) -> tuple[int, int] | None:
    if i + 1 >= len(words) or words[i + 1] not in _SCALE:
        return None
    try:
        value = float(words[i].replace(",", "")) * _SCALE[words[i + 1]]
    except ValueError:
        return None
    return (round(value), i + 2) if value < _TOO_MANY else None


def _words(words: Sequence[str], i: int, value: int) -> tuple[int, int]:
    """Go on reading number words after a first value: hundreds, thousands, "and twenty-four"."""
    total, current, n = 0, value, len(words)
    while i < n:
        word = words[i]
        if word in _SCALE:
            scale = _SCALE[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
            i += 1
            continue
        step = i + 1 if word == "and" and i + 1 < n and (current >= 100 or total) else i
        more = plain_number(words[step]) if step < n and not words[step][0].isdigit() else None
        if more is None or not _fits(current, more, total):
            break
        current += more
        i = step + 1
    return total + current, i


def _fits(current: int, more: int, total: int) -> bool:
    """After "one hundred" may come 1..99, after "twenty" 1..9, after "thousand" below a thousand."""
    if current >= 100 and current % 100 == 0:
        return 0 < more < 100
    if current == 0:
        return total > 0 and more > 0
    return current >= 20 and current % 10 == 0 and 0 < more < 10


_STARTS: Final = frozenset(
    {*_FIRST, *_VAGUE_FIRST, *_SMALL, *_TENS, "half", "quarter", "a", "one", "between", "from", "either"}
)


def _followers(word: str) -> frozenset[str]:
    """Words of which one must follow, where no figure does, for a quantity to begin with this one."""
    found = {phrase[1] for phrase in (*_BEFORE, *_VAGUE) if phrase[0] == word and len(phrase) > 1}
    if (word,) in _BEFORE or word in ("between", "from", "either"):
        found |= _STARTS
    if word == "a":
        found |= {"quarter", "score", *_SCALE, *_DOZEN}
    return frozenset(found)


COUNTING_FOLLOWERS: Final = {
    word: _followers(word)
    for word in COUNTING
    if plain_number(word) is None and (word,) not in _VAGUE and word not in ("half", "quarter")
}
"""For words that count nothing alone, "at" or "a": what must follow, if no figure does."""


def may_count(words: Sequence[str], i: int) -> bool:
    """False where no quantity can begin with the counting word at i. Far cheaper than looking for one."""
    followers = COUNTING_FOLLOWERS.get(words[i])
    if followers is None:
        return True
    following = words[i + 1] if i + 1 < len(words) else ""
    return following in followers or not following.isalpha()


def quantity_at(words: Sequence[str], i: int) -> Quantity | None:
    """The quantity whose first token (qualifier included) is i; None where none starts here."""
    n = len(words)
    qualifier, j = "exact", i
    if words[i] in _FIRST:
        for length in range(min(_BEFORE_MAX, n - i), 0, -1):
            kind = _BEFORE.get(tuple(words[i : i + length]))
            if kind is not None:
                qualifier, j = kind, i + length
                break
        if j >= n:
            return None
        nested = quantity_at(words, j) if j > i and words[j] in _FIRST else None
        if nested is not None:  # "at least some 40", "an estimated more than 200"
            kind = qualifier if nested.qualifier in ("exact", "about") else nested.qualifier
            low, high = bounded(nested.value, kind) if nested.value is not None else (nested.low, nested.high)
            return Quantity(low, high, nested.value, kind, i, nested.last, nested.figure)
    if words[j] in ("between", "from", "either") and j + 1 < n:
        return _range(words, j + 1, i)
    vague = _vague(words, j, i)
    if vague is not None:
        return vague
    number = number_at(words, j)
    if number is None:
        return None
    value, k = number
    if qualifier == "exact" or qualifier == "about":
        ranged = _range(words, j, i)
        if ranged is not None:
            return ranged
    if qualifier == "exact":
        for tail, kind in _AFTER.items():
            if tuple(words[k : k + len(tail)]) == tail:
                qualifier, k = kind, k + len(tail)
                break
        if words[j].endswith("-odd"):
            qualifier = "about"
        if k < n and words[k] in ("+", "-plus"):
            qualifier, k = "at_least", k + 1
    low, high = bounded(value, qualifier)
    return Quantity(low, high, value, qualifier, i, k, j)


def _vague(words: Sequence[str], j: int, first: int) -> Quantity | None:
    if words[j] not in _VAGUE_FIRST:
        return None
    for length in range(min(3, len(words) - j), 0, -1):
        bounds = _VAGUE.get(tuple(words[j : j + length]))
        if bounds is not None:
            return Quantity(bounds[0], bounds[1], None, "vague", first, j + length, j)
    return None


def _range(words: Sequence[str], j: int, first: int) -> Quantity | None:
    """A range whose lower figure starts at token j: "10 to 12", "310–330", "between 3 and 5", "two or three"."""
    lower = number_at(words, j)
    if lower is None or lower[1] + 1 >= len(words):
        return None
    low, k = lower
    between = words[j - 1] == "between" if j else False
    from_ = words[j - 1] == "from" if j else False
    joint = words[k]
    good = (joint == "and" and between) or joint in _RANGE_DASH or (joint in ("to", "or") and not between)
    if not good:
        return None
    upper = number_at(words, k + 1)
    if upper is None or upper[0] <= low:
        return None
    if joint == "or" and upper[0] - low > 3 and not from_:
        return None
    high = upper[0]
    if high >= 1000 and low < 1000 and words[upper[1] - 1] in _SCALE and words[k - 1] not in _SCALE:
        scaled = low * _SCALE[words[upper[1] - 1]]
        low = scaled if scaled < high else low  # "5 to 10 thousand", but "500 to a thousand"
    return Quantity(low, high, None, "range", first, upper[1], j)


def single_at(words: Sequence[str], i: int) -> Quantity | None:
    """The exact figure at token i, even where "to" and another figure follow."""
    number = number_at(words, i)
    if number is None:
        return None
    return Quantity(number[0], number[0], number[0], "exact", i, number[1], i)
