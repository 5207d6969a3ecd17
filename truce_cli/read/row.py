"""One row that a person wrote: typed access to fields, errors that say where and what. Knows no field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass

_DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MINUTE: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE)
_LOCAL: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?")
SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LARGEST: Final = 10**12
_LISTED: Final = 16
"""More choices than these are not told one by one."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """ "; did you mean X?" for the choice most like a word, "" where none is like it."""
    from difflib import get_close_matches

    folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f"; did you mean {folded[found[0]]}?" if found else ""


@dataclass(frozen=True, slots=True)
class Row:
    """values: field to value as written; what is empty or null counts as absent.

    line: gives the line of a field, or of the row itself for "". cells: values are cells of a table, all text.
    """

    path: str
    values: Mapping[str, Any]
    line: Callable[[str], int | None] = lambda name: None
    cells: bool = False

    def refuse(self, name: str, problem: str) -> InputRefused:
        """The error to raise about one field."""
        return InputRefused(self.path, f"{name}: {problem}", line=self.line(name))

    def known(self, allowed: Sequence[str]) -> None:
        """Refuse a key that is not one of the allowed ones."""
        for name in self.values:
            if name not in allowed:
                raise self.refuse(name, f"no such field{nearest(name, allowed)}")

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "", [])

    def text(self, name: str) -> str | None:
        if not self.has(name):
            return None
        value = self.values[name]
        if not isinstance(value, str):
            raise self.refuse(name, f"{value!r} is not text; write it in quotes")
        if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
            raise self.refuse(name, "holds a character that no text may hold")
        return value.strip() or None

    def need(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise self.refuse(name, "is missing")
        return value

    def slug(self, name: str = "slug") -> str:
        value = self.need(name)
        if not SLUG.fullmatch(value):
            raise self.refuse(name, f"{value!r} is no slug; write small letters, digits and hyphens")
        return value

    def choice(self, name: str, choices: Sequence[str]) -> str | None:
        value = self.text(name)
        if value is None or value in choices:
            return value
        near = nearest(value, choices)
        if len(choices) > _LISTED:
            some = f" is not one of the {len(choices)} known, such as {', '.join(choices[:3])}"
            raise self.refuse(name, f"{value!r}{f' is not known{near}' if near else some}")
        raise self.refuse(name, f"{value!r} is not one of {', '.join(choices)}{near}")

    def choices(self, name: str, choices: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            value
            for item in self.texts(name)
            if (value := Row(self.path, {name: item}, self.line).choice(name, choices))
        )

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; in a CSV cell its parts stand between semicolons."""
        if not self.has(name):
            return ()
        value = self.values[name]
        parts = value.split(";") if isinstance(value, str) else value
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise self.refuse(name, "is not a list of texts")
        return tuple(part.strip() for part in parts if part.strip())

    def number(self, name: str) -> int | None:
        """A count: whole and not negative."""
        if not self.has(name):
            return None
        value = self.values[name]
        if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 20:
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
            raise self.refuse(name, f"{value!r} is no count; write digits only, such as 1204")
        return value

    def degrees(self, name: str, most: int) -> float | None:
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
            raise self.refuse(name, f"{value!r} is not between -{most} and {most} degrees")
        return float(value)

    def flag(self, name: str) -> bool:
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise self.refuse(name, f"{value!r} is neither true nor false")
        return value

    def when(self, name: str) -> str | None:
        """A year, month, day, or minute with its offset, as ISO text: no more precise than it was written."""
        if not self.has(name):
            return None
        value = self.values[name]
        if isinstance(value, bool | time):
            raise self.refuse(name, f"{value!s} is no date")
        return self._when(name, value.isoformat() if isinstance(value, date) else str(value).strip())

    def day(self, name: str) -> str | None:
        """A full day."""
        value = self.when(name)
        if value is not None and len(value) != 10:
            raise self.refuse(name, f"{value!r} is not a day; write it as 2020-10-10")
        return value

    def period(self, name: str) -> str | None:
        """A year, a month or a day."""
        value = self.when(name)
        if value is not None and len(value) > 10:
            raise self.refuse(name, f"{value!r} has a clock time; write the day alone")
        return value

    def minute(self, name: str) -> str | None:
        """A minute with its offset."""
        value = self.when(name)
        if value is not None and len(value) <= 10:
            raise self.refuse(name, f"{value!r} has no clock time; write it as 2020-10-10T12:00:00+04:00")
        return value

    def _when(self, name: str, written: str) -> str:
        try:
            if _MINUTE.fullmatch(written):
                moment = datetime.fromisoformat(written.upper())
                moment.astimezone(UTC)
                return moment.isoformat(timespec="minutes")
            if _DAY.fullmatch(written):
                date.fromisoformat((written + "-01-01")[:10])
                return written
        except (ValueError, OverflowError):
            raise self.refuse(name, f"{written!r} is no day of the calendar") from None
        if _LOCAL.fullmatch(written):
            raise self.refuse(name, f"{written!r} has no offset from UTC; add it, as in 12:05+04:00")
        raise self.refuse(name, f"{written!r} is no date; write it as 2020, 2020-10 or 2020-10-10")


def in_utc(minute: str) -> str:
    """A minute with its offset as the same minute in UTC, ending in Z."""
    return datetime.fromisoformat(minute).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
