"""Clock times as reporters write them: "12:05 pm (0805 GMT)", "8 a.m. local time", noon. Knows no day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.text.clean import lowered


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFound:
    """A time of day: text[start:end] == said, offsets in code points."""

    start: int
    end: int
    hour: int
    """0-23; midnight is 0."""
    minute: int
    zone: str | None
    """None (not said), "local", "UTC" (also GMT), "MSK" (Moscow time); else "UTC+04:00" or an IANA name."""
    about: bool
    """ "at around 9:10 a.m.", "shortly after noon": the minute is not exact."""
    said: str


_HALF: Final = r"[ap]\.?\s?m(?:\.|(?!\w))"
_SPELLED: Final = r"in\sthe\s(?:morning|afternoon|evening)|at\snight"
_CLOCK: Final = re.compile(
    r"(?<![\w:.,/$€£+])(?:"
    # 12:05 pm, 08:20, 12.05 pm, 00:04:30
    r"(?P<hour>[01]?[0-9]|2[0-4])(?P<sep>[:.])(?P<minute>[0-5][0-9])(?::[0-5][0-9])?"
    rf"(?:\s?(?P<half>{_HALF}|{_SPELLED}|noon|midday|midnight)|(?![\w:%/]|-(?![0-9]{{1,2}}[:.][0-9])|[.,][0-9]|\s(?:minutes|mins?|seconds)(?!\w)))"
    # 8 a.m., 3pm, 9 in the morning, 8 o'clock
    rf"|(?P<bare>0?[1-9]|1[0-2])(?P<oclock>\s?o['’]clock)?\s?(?P<barehalf>{_HALF}|{_SPELLED})"
    r"|(?P<onlyoclock>0?[1-9]|1[0-2])\s?o['’]clock"
    # 0805 GMT, 0805 hours
    r"|(?P<four>(?:[01][0-9]|2[0-3])[0-5][0-9])(?:\s?(?P<hours>hours|hrs)(?!\w)"
    r"|(?=\s?(?:z|gmt|utc|zulu|msk|local\stime|moscow\stime)(?!\w)|\s?[\[(][0-9]{4}\s?(?:gmt|utc)))"
    # 12 hours 00 minutes
    r"|(?P<long>[01]?[0-9]|2[0-3])\shours?\s(?:and\s)?(?P<longminute>[0-5][0-9])\sminutes"
    r"|(?:12\s)?(?P<word>noon|midday|midnight)(?!\w)"
    r")"
)
_ZONE: Final = re.compile(
    r"[\s,]{0,2}(?P<open>\()?(?P<zone>(?:GMT|UTC|gmt|utc)(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?"
    r"|[Ll]ocal(?:\s[Tt]ime|(?=\s?[).,;]))|[A-Z]{1,4}|Zulu|Eastern|(?:[A-Z][a-z]{2,20}\s){1,3}[Tt]ime)(?!\w)"
)
_ZONES: Final = {
    "gmt": "UTC",
    "utc": "UTC",
    "zulu": "UTC",
    "z": "UTC",
    "local": "local",
    "local time": "local",
    "msk": "MSK",
    "moscow time": "MSK",
    "et": "America/New_York",
    "eastern": "America/New_York",
    "eastern time": "America/New_York",
    "new york time": "America/New_York",
    "washington time": "America/New_York",
    "edt": "UTC-04:00",
    "est": "UTC-05:00",
    "bst": "UTC+01:00",
    "london time": "Europe/London",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "central european time": "Europe/Paris",
    "paris time": "Europe/Paris",
    "berlin time": "Europe/Berlin",
    "brussels time": "Europe/Brussels",
    "geneva time": "Europe/Zurich",
    "eet": "Europe/Kyiv",
    "eest": "Europe/Kyiv",
    "ankara time": "Europe/Istanbul",
    "istanbul time": "Europe/Istanbul",
    "beijing time": "Asia/Shanghai",
    "delhi time": "Asia/Kolkata",
    "tokyo time": "Asia/Tokyo",
}
"""Capitals that are read about from afar. Other places ("Baku time") are the reports' own."""

_NEARLY: Final = r"(?:(?:about|around|approximately|roughly|circa|nearly|almost|some)\s{1,3})"
_LED: Final = re.compile(
    rf"(?<!\w)(?:at|from|by|since|until|till|before|after|between|starting|exactly|precisely)\s{{1,3}}{_NEARLY}?$"
)
_STARTS: Final = re.compile(r"(?<!\w)(?:at|from|by|since|until|till|starting|effective)\s{1,3}$")
_ABOUT: Final = re.compile(
    rf"(?<!\w){_NEARLY}$|(?<!\w)(?:shortly|just|soon|right)\s{{1,3}}(?:after|before)\s{{1,3}}$"
)
_SCORE: Final = re.compile(
    r"(?:score|ratio|odds|won|lost|beat|verse|defeat|victory|win|draw|lead)\w{0,3}\s{1,3}"
    r"(?:\w{1,20}\s{1,3})?(?:of\s{1,3}|by\s{1,3})?$"
)
_AND: Final = re.compile(r"\s?[-–—]\s?|\s{1,3}(?:and|to|until|till)\s{1,3}")
_GATE: Final = re.compile(r"[0-9]|noon|mid(?:day|night)")
_REACH: Final = 40


def find_clocks(text: str) -> tuple[ClockFound, ...]:
    """Every clock time in the text, in order. Scores, ratios, "24/7", figures and durations are none."""
    low = lowered(text)
    if not _GATE.search(low):
        return ()
    found: list[ClockFound] = []
    for match in _CLOCK.finditer(low):
        start, end = match.span()
        last = found[-1].end if found else 0
        follows = bool(found) and start - last < 8 and _AND.fullmatch(low[last:start]) is not None
        if start and low[start - 1] == "-" and not follows:
            continue
        before = low[max(last, start - _REACH) : start]
        zone, end = _zone(text, end)
        sure = follows or zone is not None or _LED.search(before) is not None
        time = _time(match, before, sure, zone is not None)
        if time is not None:
            found.append(
                ClockFound(
                    start=start,
                    end=end,
                    hour=time[0],
                    minute=time[1],
                    zone=zone,
                    about=_ABOUT.search(before) is not None,
                    said=text[start:end],
                )
            )
    return tuple(found)


def _time(match: re.Match[str], before: str, sure: bool, zoned: bool) -> tuple[int, int] | None:
    """Hour and minute, None where the digits are something else.

    sure: the words around speak of a time; zoned: a zone is said.
    """
    if word := match["word"]:
        return (0, 0) if word == "midnight" else (12, 0)
    if match["four"]:
        # "0805 hours" is a time after "at", and a long while after "lasted"
        return (int(match["four"][:2]), int(match["four"][2:])) if sure or not match["hours"] else None
    if match["long"]:
        return (int(match["long"]), int(match["longminute"])) if _STARTS.search(before) else None
    if match["onlyoclock"]:
        return int(match["onlyoclock"]), 0
    if match["bare"]:
        spelled = match["barehalf"][0] == "i" or match["barehalf"].startswith("at")
        if spelled and not match["oclock"] and not _STARTS.search(before):
            # "killed 9 in the morning"
            return None
        return _whole(int(match["bare"]), match["barehalf"]), 0
    hour, minute, half = int(match["hour"]), int(match["minute"]), match["half"]
    if half and 1 <= hour <= 12:
        return _whole(hour, half), minute
    if hour == 24:
        return (0, 0) if minute == 0 and sure else None
    if half:
        return hour, minute
    if match["sep"] == ".":
        # "at 5.30" is as likely a figure, "at 21.00" hardly
        evening = hour > 12 and minute % 5 == 0 and _LED.search(before) is not None
        return (hour, minute) if zoned or evening else None
    if not sure and (len(match["hour"]) == 1 or _SCORE.search(before)):
        return None
    return hour, minute


def _whole(hour: int, half: str) -> int:
    """The hour of 24 for an hour of 12: 12 am is 0, 12 pm is 12, 12 midnight is 0."""
    later = half[0] == "p" or half in ("noon", "midday") or half.endswith(("afternoon", "evening"))
    if half.startswith("at") and 6 <= hour < 12:
        later = True
    return hour % 12 + (12 if later else 0)


def _zone(text: str, end: int) -> tuple[str | None, int]:
    """The zone said after a clock time, and where its words end."""
    match = _ZONE.match(text, end)
    if match is None:
        return None, end
    said = " ".join(match["zone"].lower().split())
    close = match.end()
    if match["open"] and text.startswith(")", close):
        close += 1
    elif match["open"]:
        return None, end
    if said in _ZONES:
        return _ZONES[said], close
    if said.endswith(" time"):
        return "local", close
    if said[:3] in ("gmt", "utc") and said[3:4] in ("+", "-"):
        digits = said[4:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        if int(hours) <= 14 and int(minutes) < 60:
            return f"UTC{said[3]}{int(hours):02d}:{minutes}", close
    return None, end
